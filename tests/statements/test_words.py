"""Every sentence about a region's own figure, from figures a reader can check to the words."""

import re
from datetime import date

import pytest

from dashboard.catalogue.indicators import Break
from dashboard.statements import words
from dashboard.statements.benchmark import Against
from dashboard.statements.judgement import judgement
from dashboard.statements.neighbours import PeerStanding

from .conftest import ENGLAND, NEIGHBOURS, REGION, UNITED_KINGDOM, monthly, yearly

LEVEL = [50, 51, 49, 50, 51, 49, 50, 51, 49, 50, 51]  # mean 50, moves of 1 and 2: nothing unusual
SEASON = [10, 10, 10, 10, 10, 90, 90, 90, 10, 10, 10, 10]


def judged(told, figures, **metadata):
    here = told(figures, **metadata)
    return judgement(here.site, here.indicator, here.region)


def said(told, figures, **metadata):
    return words.sentence(judged(told, figures, **metadata))


@pytest.mark.parametrize(
    ("values", "better", "sentence"),
    [
        ((50, 51, 52, 53, 54), "higher", "Rate: getting better since 2010, by more than chance explains."),
        ((50, 51, 52, 53, 54), "lower", "Rate: getting worse since 2010, by more than chance explains."),
        ((50, 51, 52, 53, 54), "neither", "Rate: rising since 2010, by more than chance explains."),
        ((54, 53, 52, 51, 50), "neither", "Rate: falling since 2010, by more than chance explains."),
        ((50, 50.2, 50, 49.9, 50.1), "higher", "Rate: no real change since 2010."),
        (
            (10, 20, 50, 51, 52, 53, 54),
            "higher",
            "Rate: getting better since 2012, by more than chance explains.",
        ),
    ],
)
def test_a_trend_with_margins_of_error(told, values, better, sentence):
    assert said(told, {REGION: yearly(*values, around=0.5)}, better=better) == sentence


@pytest.mark.parametrize(
    ("tail", "better", "sentence"),
    [
        ([90], "higher", "better than the usual range since 2010"),
        ([90], "lower", "worse than the usual range since 2010"),
        ([10], "neither", "lower than the usual range since 2010"),
        ([49.1, 49.2, 49.3, 49.4, 49.5, 49.6, 49.7], "higher", "getting better for at least 6 years running"),
        ([50.9, 50.8, 50.7, 50.6, 50.5, 50.4, 50.3], "neither", "falling for at least 6 years running"),
        (
            [51, 50.8, 51, 50.8, 51, 50.8, 51],
            "lower",
            "worse than the average since 2010 for at least 7 years",
        ),
        ([50.7, 53, 53], "higher", "better than usual in two of the last three years"),
        ([50], "higher", "nothing unusual lately in figures since 2010"),
    ],
)
def test_a_control_chart_of_annual_figures_says_which_signal(told, tail, better, sentence):
    assert said(told, {REGION: yearly(*LEVEL, *tail)}, better=better) == f"Rate: {sentence}."


def test_a_control_chart_whose_figures_have_no_neighbours_gives_no_judgement(told):
    gaps = [value for pair in zip(LEVEL, [None] * len(LEVEL), strict=True) for value in pair]
    found = judged(told, {REGION: yearly(*gaps)})
    assert words.sentence(found) == "Rate: the change cannot be judged."
    assert words.sure(found) == words.SURE[None, False]


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ((50,), "only one period is published"),
        ((50, 60), "no trend can be judged from 2 periods"),
        ((50, 60, 70), "up since 2010, but 3 figures are too few to judge a change"),
        ((50, 40, 30, 20), "down since 2010, but 4 figures are too few to judge a change"),
        ((50, 40, 50.01), "the same as in 2010, but 3 figures are too few to judge a change"),
    ],
)
def test_few_figures_give_a_direction_and_no_verdict(told, values, sentence):
    assert said(told, {REGION: yearly(*values)}) == f"Rate: {sentence}."


def test_overlapping_periods_are_not_called_too_few(told):
    assert said(told, {REGION: yearly(*LEVEL, 40)}, period="three years") == (
        "Rate: lower than in 2010 to 2012, but periods that overlap cannot be judged."
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


def test_months_have_their_own_words(told):
    values = [*LEVEL, 50, 51, 90]
    found = judged(told, {REGION: monthly(*values)}, period="month")
    assert words.sentence(found) == "Rate: better than the usual range since Jan 2015."
    assert "14 monthly figures" in words.reason(found)


def test_a_season_is_compared_with_the_year_before(told):
    values = [*SEASON, *SEASON, *SEASON[:5], 400]
    found = judged(told, {REGION: monthly(*values)}, period="month", seasonal=True)
    assert words.sentence(found) == (
        "Rate: the change on a year before is better than the usual range since Jan 2016."
    )
    expected = r"each against the same month a year before: [+−]\d+ to [+−]\d+% is to be expected"
    assert re.search(expected, words.reason(found))


def test_a_long_seasonal_series_has_its_season_taken_out(told):
    values = [value + at % 3 for at, value in enumerate(SEASON * 5)]
    found = judged(told, {REGION: monthly(*values[:-1], 300)}, period="month", seasonal=True)
    assert (
        words.sentence(found) == "Rate: better than the usual range since Jan 2015, leaving out the season."
    )
    assert "60 monthly figures, the usual season taken out" in words.reason(found)


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
    assert words.sentence(found) == f"Rate: {gap}; only one period is published."
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


def test_the_reason_explains_the_signal_and_warns_of_few_figures(told):
    reason = words.reason(judged(told, {REGION: yearly(*LEVEL, 90)}))
    assert "Control chart (XmR) of 12 annual figures: " in reason
    assert "is to be expected, and the latest year lies outside that range. Limits from 12 points" in reason


def test_a_range_that_looks_like_one_figure_is_said_as_one(told):
    steps = [36] * 10 + [37] * 10 + [38]  # the few moves are screened out, so the limits lie on the mean
    reason = words.reason(judged(told, {REGION: yearly(*steps)}, decimals=0))
    assert "36.6% is to be expected" in reason


def test_a_series_that_drifts_is_called_long_known(told):
    drifting = words.reason(judged(told, {REGION: yearly(*range(50, 80))}))
    assert "because it drifts." in drifting
    assert "drifts" not in words.reason(judged(told, {REGION: yearly(*LEVEL, 90)}))


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


@pytest.mark.parametrize(
    ("figures", "key"),
    [
        ({REGION: yearly(50, 51, 52, 53, 54, around=0.5), ENGLAND: yearly(60, first=2014)}, (True, True)),
        ({REGION: yearly(50, around=1), ENGLAND: yearly(60)}, (True, False)),
        ({REGION: yearly(*LEVEL), ENGLAND: yearly(60, first=2020)}, (False, True)),
        ({REGION: yearly(50), ENGLAND: yearly(60)}, (False, False)),
        ({REGION: yearly(*LEVEL)}, (None, True)),
        ({REGION: yearly(50)}, (None, False)),
    ],
)
def test_how_sure_follows_from_what_was_tested(told, figures, key):
    assert words.sure(judged(told, figures)) == words.SURE[key]


@pytest.mark.parametrize(
    ("figures", "title"),
    [
        (
            {REGION: yearly(50, 50.1, 50, 50.1, 50, around=0.5), ENGLAND: yearly(60, first=2014)},
            "Rate: lower than England, no real change since 2010",
        ),
        ({REGION: yearly(50, 60, 70)}, "Rate: up since 2010"),
        ({REGION: yearly(50), ENGLAND: yearly(40)}, "Rate: higher than England"),
        ({REGION: yearly(50, 51)}, "Rate: 51.0% in 2011"),
    ],
)
def test_a_message_is_a_title_without_how_sure(told, figures, title):
    assert words.message(judged(told, figures)) == title


def test_equal_figures_are_the_same_and_not_similar_where_nothing_is_tested():
    assert words.against(Against("England", 5, "similar", 0, "unknown")) == "the same as England"
    assert words.against(Against("England", 5, "similar", 0, "within")) == "similar to England"
