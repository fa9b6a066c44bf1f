"""How a figure is held against a benchmark, and how sure that is."""

from dataclasses import replace
from datetime import date

import pytest

from dashboard.datastore.observed import Observation
from dashboard.statements.headline import headline
from dashboard.statements.judgement.benchmark import held_against, judge_against
from tests.statements.conftest import ENGLAND, REGION, yearly


@pytest.fixture
def share(indicators):
    return replace(
        next(iter(indicators.values())), statistic="proportion", better="higher", decimals=1, suffix="%"
    )


def figure(value, lower=None, upper=None, count=None, base=None):
    return Observation("E47000001", date(2023, 1, 1), value, lower, upper, count, base, "")


def test_beyond_the_95_but_not_the_998_limits_is_the_lower_of_two_levels(share):
    # 60 of 100: Wilson from 50.2 to 69.1 at 95%, 44.6 to 73.7 at 99.8%.
    sixty = figure(60.0, 50.2003, 69.0599, 60, 100)
    assert held_against(share, sixty, "England", 48).confidence == 0.95
    assert held_against(share, sixty, "England", 44).confidence == 0.998
    within = held_against(share, sixty, "England", 55)
    assert (within.chance, within.confidence) == ("within", None)


def test_published_limits_have_two_levels_too(share):
    # 95% reaches 2 below: 99.8% reaches 3.15 below.
    assert held_against(share, figure(50, 48, 52), "England", 47).confidence == 0.95
    assert held_against(share, figure(50, 48, 52), "England", 46).confidence == 0.998


def test_without_limits_nothing_is_said_of_chance(share):
    found = held_against(share, figure(50), "England", 46)
    assert (found.chance, found.confidence, found.by_chance) == ("unknown", None, None)


@pytest.mark.parametrize(
    ("england", "words"), [((9,), "Lower than England (9"), ((9, 8), "Lower than England in 2010 (9")]
)
def test_a_comparison_names_its_period_where_the_benchmark_has_a_newer_figure(told, england, words):
    given = told({REGION: yearly(8), ENGLAND: yearly(*england)})
    assert any(
        fact.text.startswith(words) for fact in headline(given.site, given.indicator, given.region).facts
    )


@pytest.mark.parametrize(
    ("there", "confidence", "lasting"),
    [(49.5, 0.998, 0.998), (52.5, 0.998, 0.95), (54.5, 0.998, None), (55.5, 0.95, None), (57, None, None)],
)
def test_a_gap_lasts_where_margins_as_wide_as_the_figure_moves_leave_england_out(
    told, there, confidence, lasting
):
    """A rate of 58 with a margin of 2 either side, four times as restless: a margin of 4."""
    here = told({REGION: yearly(58, around=2), ENGLAND: yearly(there)}, better="lower")
    seen = here.site.observations(here.indicator)
    found = judge_against(here.indicator, seen, REGION, seen.latest(REGION), 4.0)
    assert (found.confidence, found.lasting) == (confidence, lasting)
    plain = judge_against(here.indicator, seen, REGION, seen.latest(REGION))
    assert plain.lasting == plain.confidence == confidence
