"""Every sentence about a region's own figure, from figures a reader can check to the words."""

import re
from dataclasses import replace
from datetime import date

import pytest

from dashboard.catalogue.indicators import Break
from dashboard.statements.judgement import words
from dashboard.statements.judgement.benchmark import Against
from dashboard.statements.judgement.judgement import judgement
from dashboard.statements.judgement.neighbours import PeerStanding
from dashboard.statements.judgement.signal_words import ALONE
from tests.statements.conftest import ENGLAND, NEIGHBOURS, REGION, UNITED_KINGDOM, monthly, yearly

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
    ("tail", "better", "sentence"),
    [
        ([90], "higher", "higher than the usual range since Jan 2015"),
        ([90], "lower", "higher than the usual range since Jan 2015"),
        ([10], "neither", "lower than the usual range since Jan 2015"),
        (
            [49.1, 49.2, 49.3, 49.4, 49.5, 49.6, 49.7],
            "higher",
            "rising for at least 6 months running",
        ),
        ([50.9, 50.8, 50.7, 50.6, 50.5, 50.4, 50.3], "neither", "falling for at least 6 months running"),
        (
            [51, 50.8, 51, 50.8, 51, 50.8, 51],
            "lower",
            "higher than the average since Jan 2015 for at least 7 months",
        ),
        ([50, 49, 51, 50, 50.5, 53.2, 53.2], "higher", "higher than usual in two of the last three months"),
        ([50], "higher", "nothing unusual lately in figures since Jan 2015"),
    ],
)
def test_a_control_chart_says_which_signal(told, tail, better, sentence):
    found = said(told, {REGION: monthly(*LEVEL, 49, 50, *tail)}, better=better, period="month")
    alone = "" if sentence.startswith("nothing") else ALONE
    assert found.removesuffix(".").partition(", though")[0] == f"Rate: {sentence}{alone}"


def test_a_chart_that_a_rare_move_bears_out_says_better_or_worse(told):
    figures = {REGION: monthly(*LEVEL, 49, *LEVEL[:8], 90), ENGLAND: monthly(*[60] * 23)}
    assert "; worse than the usual range since Jan 2015" in said(
        told, figures, better="lower", period="month"
    )
    assert ALONE not in said(told, figures, better="lower", period="month")


RARE = [*LEVEL, *LEVEL]  # 21 moves of 1 and 2


@pytest.mark.parametrize(
    ("values", "england", "sentence"),
    [
        (
            [*RARE, 56],
            [60] * 23,
            "the largest rise in 22 years (51.0% to 56.0%); England did not change, so the gap never "
            "narrowed as much",
        ),
        (
            [*RARE, 56],
            [45] * 22 + [46],
            "the largest rise in 22 years (51.0% to 56.0%); England rose less (45.0% to 46.0%), so the gap "
            "is the widest since the figures begin (2010)",
        ),
        (
            [*RARE, 56],
            [60] * 22 + [66],
            "the largest rise in 22 years (51.0% to 56.0%); England rose more (60.0% to 66.0%)",
        ),
        (
            [*RARE[9:], 56],
            [60] * 14,
            "the largest rise in 13 years (51.0% to 56.0%); England did not change, so the gap never "
            "narrowed as much; with 12 earlier moves to hold it against, one to watch",
        ),
        ([*RARE, 52], [60] * 23, "up from 51.0% in 2031, a move of ordinary size"),
        # The median age of Tees Valley, 41 years and then 40: the only fall there was, and one of rounding.
        (
            [*range(50, 72), 71.9, 71.8],
            [60] * 24,
            "down from 71.9% in 2032, no more than rounding can make",
        ),
        (
            [*range(50, 72), 70.5],
            [60] * 23,
            "the first fall in 22 years (71.0% to 70.5%); England did not change",
        ),
    ],
)
def test_the_newest_move_is_told_as_a_fact(told, values, england, sentence):
    found = said(told, {REGION: yearly(*values), ENGLAND: yearly(*england)})
    assert found.split("; ", 1)[1].startswith(sentence)


def test_a_count_moves_in_per_cent_and_its_gap_is_its_share(told):
    """Social rent homes of Hampshire and the Solent: 219, then 558; England 9,499, then 9,866."""
    figures = {REGION: yearly(*RARE, 219 / 4, 558 / 4), ENGLAND: yearly(*[9499 / 4] * 23, 9866 / 4)}
    found = said(told, figures, statistic="count", decimals=0)
    assert found.startswith("Rate: the largest rise in per cent in 23 years (55% to 140%); England rose less")
    assert found.endswith("so its share of England’s never rose as much (2.3% to 5.7%).")


def test_where_england_did_not_move_with_it_the_gap_is_said_to_have_moved_as_far_before(told):
    gaps = [value - 20 for value in RARE]  # the gap moved by 9 once before
    there = [*gaps[:10], gaps[10] - 9, *gaps[11:], gaps[-1]]
    found = said(told, {REGION: yearly(*RARE, 56), ENGLAND: yearly(*there)})
    assert found.endswith("England did not change, and the gap moved as far before.")


def test_a_move_without_england_beside_it_gives_no_verdict(told):
    found = judged(told, {REGION: yearly(*RARE, 56)})
    assert found.change.verdict == "cannot tell"
    assert words.sentence(found) == (
        "Rate: up from 51.0% in 2031; there is no figure for England to tell what is its own from what is "
        "everybody's."
    )


def test_a_chart_of_months_that_drift_is_not_drawn_and_says_why(told):
    drifting = {REGION: monthly(*range(40, 64), 64.5), ENGLAND: monthly(*[60] * 25)}
    found = judged(told, drifting, period="month")
    assert found.change.chart is None
    assert (
        "This figure drifts from month to month, so limits from its own average say nothing"
        in words.reason(found)
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


def test_months_have_their_own_words(told):
    values = [*LEVEL, 50, 51, 90]
    found = judged(told, {REGION: monthly(*values)}, period="month")
    assert words.sentence(found) == f"Rate: higher than the usual range since Jan 2015{ALONE}."
    assert "14 monthly figures" in words.reason(found)


def test_a_season_is_compared_with_the_year_before(told):
    values = [value + at * at % 7 for at, value in enumerate([*SEASON, *SEASON, *SEASON[:5], 400])]
    found = judged(told, {REGION: monthly(*values)}, period="month", seasonal=True)
    assert words.sentence(found) == (
        f"Rate: the change on a year before is higher than the usual range since Jan 2016{ALONE}."
    )
    expected = r"each against the same month a year before: [+−]\d+ to [+−]\d+% is usual"
    assert re.search(expected, words.reason(found))


def test_a_long_seasonal_series_has_its_season_taken_out(told):
    values = [value + (0, 3, 1, 4, 2, 5, 0)[at % 7] for at, value in enumerate(SEASON * 5)]
    found = judged(told, {REGION: monthly(*values[:-1], 300)}, period="month", seasonal=True)
    assert (
        words.sentence(found)
        == f"Rate: higher than the usual range since Jan 2015, leaving out the season{ALONE}."
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


def test_the_reason_explains_the_signal(told):
    found = judged(told, {REGION: monthly(*LEVEL, 50, 49, 90)}, period="month")
    assert "Control chart (XmR) of 14 monthly figures: " in words.reason(found)
    assert "is usual, and the latest month lies outside that range" in words.reason(found)


def test_three_years_are_told_beside_the_newest_move_and_give_no_verdict(told):
    found = words.reason(judged(told, {REGION: yearly(*RARE, 52), ENGLAND: yearly(*[60] * 23)}))
    assert "Over three years: up from 49.0% in 2029" in found


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
    ("figures", "gap", "change"),
    [
        (
            {REGION: yearly(50, 51, 52, 53, 54, around=0.5), ENGLAND: yearly(60, first=2014)},
            "More than 99.8% sure of the gap",
            "Sure of the change",
        ),
        ({REGION: yearly(50, around=1), ENGLAND: yearly(60)}, "More than 99.8% sure", "cannot be tested"),
        (
            {REGION: yearly(50, around=1), ENGLAND: yearly(51.2)},
            "More than 95% sure of the gap, not 99.8%",
            "be tested",
        ),
        ({REGION: yearly(50, around=1), ENGLAND: yearly(50)}, "The gap may be chance", "cannot be tested"),
        (
            {REGION: yearly(50, 51, around=1)},
            "",
            "No change is clear, which does not mean that there is none.",
        ),
        (
            {REGION: yearly(*RARE, 56), ENGLAND: yearly(*[60] * 23)},
            "The gap is not tested",
            "Sure of the change",
        ),
        ({REGION: yearly(*RARE, 52), ENGLAND: yearly(*[60] * 23)}, "The gap is not tested", "no larger than"),
        ({REGION: yearly(*RARE[9:], 56), ENGLAND: yearly(*[60] * 14)}, "The gap", "Not sure of the change"),
        ({REGION: yearly(50), ENGLAND: yearly(60)}, "The gap is not tested", "cannot be tested"),
    ],
)
def test_how_sure_follows_from_what_was_tested_and_found(told, figures, gap, change):
    found = words.sure(judged(told, figures))
    assert found.startswith(gap)
    assert change in found


@pytest.mark.parametrize(
    ("lasting", "said"),
    [
        (0.998, "More than 99.8% sure of the gap: even the wider margin of error does not explain it."),
        (
            0.95,
            "More than 95% sure of the gap, not 99.8%: by the counts of its year alone it is beyond 99.8%",
        ),
        (
            None,
            "Not sure that the gap lasts: it is more than its counts explain, but such figures move so much",
        ),
    ],
)
def test_a_gap_that_a_year_can_make_is_not_called_sure_first(told, lasting, said):
    found = judged(told, {REGION: yearly(50, around=1), ENGLAND: yearly(60)})
    sure = words.sure(replace(found, against=replace(found.against, lasting=lasting)))
    assert sure.startswith(said)
    assert ("More than 99.8% sure" in sure) == (lasting == 0.998)


@pytest.mark.parametrize(
    ("figures", "title"),
    [
        (
            {REGION: yearly(50, 50.1, 50, 50.1, 50, around=0.5), ENGLAND: yearly(60, first=2014)},
            "Rate: lower than England, no clear change since 2010",
        ),
        ({REGION: yearly(50, 60, 70)}, "Rate: up since 2010"),
        ({REGION: yearly(50), ENGLAND: yearly(40)}, "Rate: higher than England"),
        ({REGION: yearly(50, 51)}, "Rate: 51.0% in 2011"),
    ],
)
def test_a_message_is_a_title_without_how_sure(told, figures, title):
    assert words.message(judged(told, figures)) == title


def test_the_title_of_a_chart_says_the_newest_figure_its_verdict_and_its_gap(told):
    steady = {REGION: yearly(50, 50.1, 50, 50.1, 50, around=0.5), ENGLAND: yearly(60, first=2014)}
    assert words.of_place(judged(told, steady)).endswith(
        ": 50.0% in 2014, no clear change since 2010, lower than England"
    )
    # Without margins or a chart nothing is called better or worse, only up.
    assert words.of_place(judged(told, {REGION: yearly(50, 60, 70)})).endswith(
        ": 70.0% in 2012, up since 2010"
    )


def test_equal_figures_are_the_same_and_not_similar_where_nothing_is_tested():
    assert words.against(Against("England", 5, "similar", 0, "unknown")) == "the same as England"
    assert words.against(Against("England", 5, "similar", 0, "within")) == "similar to England"
