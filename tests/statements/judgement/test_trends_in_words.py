"""A trend, two figures or too few of them in a sentence, from figures a reader can check to the words."""

from datetime import date

import pytest

from dashboard.catalogue.indicators import Break
from dashboard.statements.judgement import words
from tests.statements.conftest import ENGLAND, REGION, yearly
from tests.statements.judgement.sentences import judged, said


@pytest.mark.parametrize(
    ("values", "better", "sentence"),
    [
        ((50, 51, 52, 53, 54), "higher", "Rate: getting better since 2010, by more than chance explains."),
        ((50, 51, 52, 53, 54), "lower", "Rate: getting worse since 2010, by more than chance explains."),
        ((50, 51, 52, 53, 54), "neither", "Rate: rising since 2010, by more than chance explains."),
        ((54, 53, 52, 51, 50), "neither", "Rate: falling since 2010, by more than chance explains."),
        (
            (50, 50.2, 50, 49.9, 50.1),
            "higher",
            "Rate: no clear change since 2010 (up to 1.0 percentage point could hide in the margins of "
            "error).",
        ),
        (
            (10, 20, 50, 51, 52, 53, 54),
            "higher",
            "Rate: getting better since 2012, by more than chance explains.",
        ),
        (
            (50, 51, 52, 54, 53.5),
            "higher",
            "Rate: getting better since 2010, by more than chance explains, though it fell from 54.0% in "
            "2013 to 53.5%.",
        ),
    ],
)
def test_a_trend_with_margins_of_error(told, values, better, sentence):
    assert said(told, {REGION: yearly(*values, around=0.5)}, better=better) == sentence


def test_a_trend_that_england_shares_says_so(told):
    rising = yearly(50, 51, 52, 53, 54, around=0.5)
    shared = {REGION: rising, ENGLAND: yearly(54.2, 55, 56, 57, 58.1, around=0.2)}
    assert said(told, shared, better="lower").endswith(
        "getting worse since 2010, by more than chance explains, as in England (54.2% to 58.1%)."
    )
    assert judged(told, shared).change.here is False
    assert judged(told, {REGION: rising, ENGLAND: yearly(60, 60, 60, 60, 60)}).change.here is True


@pytest.mark.parametrize(
    "england",
    [
        yearly(54, 54.9, 55.2, 57, 57.6, around=2),  # up, and no more than its margins explain
        yearly(55, 54, 54, 54, 58, around=0.1),  # without its last figure it falls
        yearly(54.2, 55, 56, 57, 58.1),  # no margins: the rule cannot be asked
    ],
)
def test_as_in_england_is_said_where_the_same_rule_finds_it_there(told, england):
    rising = yearly(50, 51, 52, 53, 54, around=1)
    found = judged(told, {REGION: rising, ENGLAND: england}, better="lower")
    assert found.change.here is False
    assert words.sentence(found).endswith(
        "getting worse since 2010, by more than chance explains, though the gap to England did not clearly "
        "change."
    )


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ((50,), "only one period is held"),
        ((50, 60), "no trend can be judged from 2 periods"),
        ((50, 60, 70), "up since 2010, but 3 figures are too few to judge a change"),
        ((50, 40, 30, 20), "down since 2010, but 4 figures are too few to judge a change"),
        ((50, 40, 50.01), "the same as in 2010, but 3 figures are too few to judge a change"),
        (
            (50, 70, 60),
            "up since 2010, but 3 figures are too few to judge a change, though it fell from 70.0% in 2011 "
            "to 60.0%",
        ),
    ],
)
def test_few_figures_give_a_direction_and_no_verdict(told, values, sentence):
    assert said(told, {REGION: yearly(*values)}) == f"Rate: {sentence}."


def test_overlapping_periods_are_held_against_one_that_shares_no_year(told):
    figures = yearly(60, 60, 60, 60, 58, 57, 55, around=1)
    assert said(told, {REGION: figures}, period="three years") == (
        "Rate: worse than in 2013 to 2015, by more than chance explains, and than in 2010 to 2012."
    )
    assert said(told, {REGION: yearly(60, 60, 60, 60.5, around=1)}, period="three years") == (
        "Rate: no clear change from 2010 to 2012 (up to 1.9 percentage points could hide in the margins of "
        "error)."
    )
    assert said(told, {REGION: yearly(60, 60, 60, 40)}, period="three years") == (
        "Rate: lower than in 2010 to 2012, but periods that overlap cannot be judged without margins of "
        "error."
    )


def test_two_figures_with_margins_are_held_against_each_other(told):
    assert said(told, {REGION: yearly(50, 54, around=1)}) == (
        "Rate: better than in 2010, by more than chance explains."
    )
    assert said(told, {REGION: yearly(50, 51, around=1)}) == (
        "Rate: no clear change from 2010 (up to 2.4 percentage points could hide in the margins of error)."
    )


def test_figures_before_a_break_are_not_compared(told):
    broken = (Break(date(2012, 1, 1), "Counted anew."),)
    assert said(told, {REGION: yearly(50, 51, 80)}, breaks=broken) == (
        "Rate: no trend can be judged, as the figures changed their basis in 2012."
    )
    assert said(told, {REGION: yearly(50, 51, 80, 81, 82)}, breaks=broken) == (
        "Rate: up since 2012, but 3 figures are too few to judge a change."
    )


def test_a_figure_once_a_year_on_a_day_is_known_by_its_year(told):
    assert "since 2010" in said(told, {REGION: yearly(50, 60, 70)}, period="point in time")
