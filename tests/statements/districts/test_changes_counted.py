"""Changes of districts: in how many, when they are the region's, and how sure is said."""

import pytest

from dashboard.statements.attention.tiers import TIERS
from tests.statements.conftest import ASH, BEECH, COVE, ENGLAND, monthly, yearly
from tests.statements.districts.sentences import districts, said


def test_trends_of_districts_are_counted_worse_first(told):
    up, down, flat = [50, 51, 52, 53, 54], [54, 53, 52, 51, 50], [50, 50, 50, 50, 50.1]
    found = said(told, districts(up, down, flat, around=0.5))
    assert found.text == (
        "Rate: getting worse in 1 (Beech 50.0%, in 2014), by more than chance explains and getting better "
        "in 1 (Ash 54.0%, in 2014), by more than chance explains."
    )
    assert said(told, districts(up, up, down, around=0.5), better="neither").change == "rising"
    same = said(told, districts(flat, flat, flat, around=0.5))
    assert same.text == "Rate: no clear change in any of them."
    assert "Sure" not in same.sure


def test_a_worsening_in_a_third_of_the_districts_is_a_worsening(told):
    """One of three by a recent trend; a difference at 95% is one in three by chance too often."""
    up, flat = [50, 51, 52, 53, 54], [50, 50, 50, 50, 50.1]
    found = said(told, districts(up, flat, flat, around=0.5), better="lower")
    assert (found.change, TIERS[found.tier]) == (
        "worsening",
        "Watch: worsening in a third of the districts or more",
    )
    two = said(told, districts([50, 54], [50, 50], [50, 50], around=0.5), better="lower")
    assert (two.change, TIERS[two.tier]) == ("none", "No sign of a problem")


def test_how_sure_does_not_deny_what_the_sentence_says_of_a_few(told):
    """One of three by a difference is too few for the region: what is not clear is the others' change."""
    found = said(told, districts([50, 54], [50, 50], [50, 50], around=0.5), better="lower")
    assert "worse than in 2010 in 1 (Ash 54.0%, in 2011), by more than chance explains" in found.text
    assert found.sure == "In the other 2 no change is clear, which does not mean that there is none."
    one_untested = districts([50, 54], [50, 50], [50], around=0.5)
    one_untested[COVE] = yearly(50, first=2011, around=0.5)
    assert said(told, one_untested, better="lower").sure == (
        "In the other no change is clear, which does not mean that there is none. In 1 the change cannot be "
        "tested."
    )


def test_a_worsening_in_most_districts_is_worse_here_unless_england_shares_it(told):
    up, flat = [50, 51, 52, 53, 54], [50, 50, 50, 50, 50.1]
    figures = districts(up, up, flat, around=0.5)
    assert TIERS[said(told, figures, better="lower").tier] == "Worse here: worsening"
    shared = said(told, figures | {ENGLAND: yearly(55, 56, 57, 58, 59, around=0.5)}, better="lower")
    assert TIERS[shared.tier] == "Watch: worsening, the gap to England with no clear change"
    assert "by more than chance explains, as in England (55.0% to 59.0%)" in shared.text


def test_districts_whose_newest_figure_turned_are_counted(told):
    turned = [50, 51, 52, 54, 53.5]
    found = said(told, districts(turned, turned, [50, 51, 52, 53, 54], around=0.5), better="lower")
    assert found.text.endswith("though the newest figure went the other way in 2.")


@pytest.mark.parametrize(
    ("series", "better", "text"),
    [
        (([50, 60, 70], [50, 60, 70], [70, 60, 50]), "higher", "up in 2 and down in 1 since 2010"),
        (([50, 60, 70], [50, 60, 70], [50, 60, 70]), "neither", "up in all of them since 2010"),
        (([50, 60, 50], [50, 60, 50], [50, 60, 50]), "higher", "unchanged since 2010"),
    ],
)
def test_what_cannot_be_judged_is_said_with_its_direction(told, series, better, text):
    found = said(told, districts(*series), better=better)
    assert found.text == f"Rate: {text}, but too few figures to judge a change."
    assert (found.change, TIERS[found.tier]) == ("unknown", "Cannot be judged")


def test_a_district_that_stands_where_it_stood_is_neither_up_nor_down_and_did_not_turn(told):
    """As shown: 50.04 and 50.0 are both 50.0%."""
    found = said(told, districts((50, 53, 52), (50, 53, 50.04), (50, 51, 53)))
    assert found.text.endswith(
        "up in 2 since 2010, but too few figures to judge a change, though the newest figure went the other "
        "way in 1."
    )


def test_in_a_season_districts_are_up_or_down_on_a_year_before(told):
    """Not since the first month: that is another season."""
    months = {place: monthly(*range(60, 46, -1), 59) for place in (ASH, BEECH, COVE)}
    found = said(told, months, period="month", seasonal=True)
    assert found.text == "Rate: up in all of them on a year before, but too few figures to judge a change."


def test_two_periods_have_no_direction(told):
    found = said(told, districts([50, 60], [50, 60], [50, 60]))
    assert found.text == "Rate: no trend can be judged from 2 periods."
    new = {"first": 2011}
    mixed = said(told, {ASH: yearly(50, 60), BEECH: yearly(50, **new), COVE: yearly(50, **new)})
    assert mixed.text == "Rate: no trend can be judged from so few periods."


def test_the_start_is_that_of_most_that_have_a_direction(told):
    figures = {
        ASH: yearly(50, 60, 70),
        BEECH: yearly(60, 70, 75, 80, first=2009),
        COVE: yearly(5, first=2012),
    }
    assert said(told, figures).text == "Rate: up in 2 since 2009, but too few figures to judge a change."
