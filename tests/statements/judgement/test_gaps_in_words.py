"""The gap to England, or to another benchmark, and the places most similar, in a sentence and its reason."""

import pytest

from dashboard.statements.judgement import words
from dashboard.statements.judgement.benchmark import Against
from dashboard.statements.judgement.neighbours import PeerStanding
from tests.statements.conftest import ENGLAND, NEIGHBOURS, REGION, UNITED_KINGDOM, yearly
from tests.statements.judgement.sentences import judged, said


@pytest.mark.parametrize(
    ("here", "england", "around", "better", "gap", "verdict"),
    [
        (50, 60, 2, "higher", "lower than England, by more than chance explains", "worse"),
        (50, 60, 2, "lower", "lower than England, by more than chance explains", "better"),
        (70, 60, 2, "neither", "higher than England, by more than chance explains", "higher"),
        (50, 52, 2, "higher", "similar to England", "similar"),
        (50, 52.1, 2, "higher", "lower than England, by more than chance explains", "worse"),
        (50, 60, None, "higher", "lower than England", "worse"),
        (50, 50.01, None, "higher", "the same as England", "similar"),
    ],
)
def test_a_gap_is_judged_by_the_margin_of_error(told, here, england, around, better, gap, verdict):
    found = judged(told, {REGION: yearly(here, around=around), ENGLAND: yearly(england)}, better=better)
    assert words.sentence(found) == f"Rate: {gap}; only one period is held."
    assert found.against.verdict == verdict


def test_gap_and_change_beyond_chance_say_so_once(told):
    rising = yearly(50, 51, 52, 53, 54, around=0.5)
    assert said(told, {REGION: rising, ENGLAND: yearly(60, first=2014)}) == (
        "Rate: lower than England; getting better since 2010, both by more than chance explains."
    )


def test_without_england_the_united_kingdom_is_the_benchmark(told):
    figures = {REGION: yearly(50), UNITED_KINGDOM: yearly(60), ENGLAND: yearly(70, first=2009)}
    assert said(told, figures).startswith("Rate: lower than the United Kingdom;")


def test_counts_are_compared_with_nobody(told):
    found = judged(
        told, {REGION: yearly(50), ENGLAND: yearly(60), NEIGHBOURS[0]: yearly(9)}, statistic="count"
    )
    assert found.against is None
    assert found.peers is None


def test_the_reason_gives_the_figure_its_limits_the_benchmark_and_the_unit(told):
    found = judged(told, {REGION: yearly(50, around=2), ENGLAND: yearly(60)})
    assert words.reason(found) == (
        "50.0% in 2010 (likely 48.0 to 52.0%); England 60.0%. Unit: % of people. "
        "No trend can be judged from 1 period."
    )


def test_neighbours_are_counted_by_the_interval_of_the_difference(told):
    figures = {code: yearly(value, around=2) for code, value in zip(NEIGHBOURS, (52, 60), strict=True)}
    assert words.reason(judged(told, {REGION: yearly(50, around=2), **figures})).endswith(
        "Against the 2 places most similar overall (ONS statistical neighbours): worse than 1, similar to 1."
    )


@pytest.mark.parametrize(
    ("standing", "who", "ends"),
    [
        (PeerStanding("global", 1, 0, 0, True), "the one place most similar overall that", "better than it"),
        (
            PeerStanding("economic", 0, 3, 0, True),
            "3 places most similar in economy",
            "worse than all of them",
        ),
        (
            PeerStanding("global", 1, 2, 3, False),
            "the 6 places",
            "better than 1, worse than 2, the same as 3, going by the figures alone",
        ),
    ],
)
def test_neighbours_in_words(standing, who, ends):
    assert who in words.peers(standing)
    assert words.peers(standing).endswith(f"(ONS statistical neighbours): {ends}")


def test_equal_figures_are_the_same_and_not_similar_where_nothing_is_tested():
    assert words.against(Against("England", 5, "similar", 0, "unknown")) == "the same as England"
    assert words.against(Against("England", 5, "similar", 0, "within")) == "similar to England"
