"""Margins drawn wider for figures that move more than their counts explain, and England's own change."""

from dataclasses import replace
from types import SimpleNamespace

import pytest

from dashboard.catalogue.indicators import Break
from dashboard.statements.judgement.judged_series import overdispersion_of
from dashboard.statements.judgement.judgement import judgement
from dashboard.statements.judgement.method_words import overdispersion_words
from dashboard.statements.judgement.regular import regular, until
from tests.statements.conftest import ASH, BEECH, COVE, ENGLAND, REGION, monthly, yearly

COUNTS = (
    "SELECT area_code, period, CAST(value AS DOUBLE) AS value, value * 10 AS numerator, 1000 AS denominator "
    "FROM ({}) AS shares"
)
OVERDISPERSED = [50, 60] * 5  # nine moves of ten points, in three districts 27


@pytest.fixture
def of(told):
    """of(figures) -> by how much shares of 1,000 people vary more than their counts explain."""

    def of(figures, level="district", **metadata):
        here = told(figures, **{"statistic": "proportion"} | metadata)
        counted = replace(here.indicator, sql=COUNTS.format(here.indicator.sql))
        return overdispersion_of(here.site, counted, level)

    return of


def districts(*values, first=2010):
    return {code: yearly(*values, first=first) for code in (ASH, BEECH, COVE)}


def test_moves_of_ten_points_are_as_many_times_too_large_as_their_squares(of):
    """The error of a move from 500 to 600 of 1,000 is 2.21 points; 0.455 is the median of chi squared."""
    expected = (10 / 2.21) ** 2 / 0.455
    assert of(districts(*OVERDISPERSED)) == pytest.approx(expected, rel=0.02)
    assert of(districts(*[50, 52] * 5)) == pytest.approx(expected / 25, rel=0.05)


@pytest.mark.parametrize(
    ("figures", "given"),
    [
        (
            districts(*OVERDISPERSED),
            {"statistic": "estimate"},
        ),  # a survey's margins are about as wide as its moves
        (districts(*OVERDISPERSED), {"level": "county"}),
        (districts(*[50, 51] * 5), {}),  # half a margin
        (districts(*OVERDISPERSED[:7]), {}),  # 18 moves are too few
        (
            districts(*OVERDISPERSED) | {ENGLAND: yearly(*OVERDISPERSED)},
            {},
        ),  # what England did is everybody's
        ({REGION: yearly(*OVERDISPERSED * 3)}, {}),
    ],
)
def test_what_is_no_more_than_its_margins_explain_is_drawn_as_it_is(of, figures, given):
    assert of(figures, **given) == 1.0


def test_published_margins_of_a_survey_are_left_as_they_are(told):
    """A share with margins of its own and no counts behind it."""
    here = told(
        {code: yearly(*OVERDISPERSED, around=1) for code in (ASH, BEECH, COVE)}, statistic="proportion"
    )
    assert overdispersion_of(here.site, here.indicator, "district") == 1.0


def test_moves_before_a_break_are_not_counted(of):
    begun = Break(yearly(0, first=2013)[0][0], "Counted anew.")
    assert of(districts(*OVERDISPERSED), breaks=(begun,)) == 1.0
    assert of(districts(*OVERDISPERSED * 2), breaks=(begun,)) > 40


def test_margins_are_widened_by_the_square_root(of):
    said = overdispersion_words(SimpleNamespace(overdispersion=6.25))
    assert said.startswith("For a change its margins of error are drawn 2.5 times as wide: ")


def test_a_judgement_of_such_figures_says_how_much_wider_its_margins_were_drawn(told):
    here = told(districts(*OVERDISPERSED), statistic="proportion")
    counted = replace(here.indicator, sql=COUNTS.format(here.indicator.sql))
    found = judgement(here.site, counted, here.site.geography[ASH])
    times = overdispersion_of(here.site, counted, "district")
    assert found.change.by_chance is not None
    assert (found.overdispersion, times > 40) == (times, True)


def judged(told, here, there, **metadata):
    given = told({REGION: yearly(*here, around=0.5), ENGLAND: there}, **metadata)
    return judgement(given.site, given.indicator, given.region)


@pytest.mark.parametrize(
    ("england", "own", "too"),
    [
        (yearly(54.2, 55, 56, 57, 58.1, around=0.2), False, True),
        (yearly(58.1, 58, 58, 58, 58, around=0.2), True, False),
        (yearly(54, 54.5, 55, 55.4, 56, around=0.1), True, False),  # less than here: the gap changed
        (yearly(54.2, 55, 56, 57, 58.1), False, False),
        ((), None, False),
    ],
)
def test_whether_england_changed_too_is_asked_where_the_gap_did_not(told, england, own, too):
    found = judged(told, (50, 51, 52, 53, 54), england)
    assert (found.change.here, found.benchmark_too) == (own, too)


def test_a_difference_of_two_figures_is_as_in_england_too(told):
    found = judged(told, (50, 54), yearly(60, 64, around=0.5))
    assert (found.change.here, found.benchmark_too) == (False, True)


@pytest.mark.parametrize(
    ("values", "years", "kept"),
    [((1, 2, 3, 4), 3, (1.0,)), ((1, 2, 3), 3, ()), ((1, 2), 3, ()), ((1, 2, 3), 1, (1.0, 2.0))],
)
def test_a_series_as_it_was_some_years_before(told, values, years, kept):
    given = told({REGION: yearly(*values)})
    grid = regular(given.indicator, given.site.observations(given.indicator).series(REGION))
    assert until(grid, years).values == kept


def test_months_are_taken_off_twelve_a_year(told):
    given = told({REGION: monthly(*range(30))}, period="month")
    grid = regular(given.indicator, given.site.observations(given.indicator).series(REGION))
    assert len(until(grid, 2).values) == 6
    assert until(grid, 2).periods[-1].isoformat() == "2015-06-01"
