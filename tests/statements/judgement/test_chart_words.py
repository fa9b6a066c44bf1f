"""A control chart in words at its ends: down as well as up, what no figure ever was, and one figure."""

import re

import pytest

from dashboard.statements.judgement import control_chart_words as words
from dashboard.statements.judgement.control_chart import charted, trend_periods
from dashboard.statements.judgement.judgement import judgement
from tests.statements.conftest import REGION, monthly, yearly

LEVEL = [50, 51, 49, 50, 51, 49, 50, 51, 49, 50, 51, 49, 50]  # mean 50, moves of 1 and 2
SEASON = [10, 10, 10, 10, 10, 90, 90, 90, 10, 10, 10, 10]
SEASONS = [value + at * at % 7 for at, value in enumerate(SEASON * 3)]


@pytest.fixture
def drawn(told):
    """drawn(figures, better="lower") -> the control chart of the region, of months."""

    def drawn(figures, **metadata):
        here = told({REGION: monthly(*figures)}, **{"period": "month"} | metadata)
        return charted(judgement(here.site, here.indicator, here.region))

    return drawn


@pytest.mark.parametrize(
    ("tail", "rule", "way"),
    [
        ([40], "below the usual range", -1),
        ([60], "above the usual range", 1),
        ([49.9, 49.8, 49.7, 49.6, 49.5, 49.4, 49.3], "part of at least 7 in a row that only fall", -1),
        (
            [49.5, 49.4, 49.5, 49.4, 49.5, 49.4, 49.5, 49.3],
            "part of at least 7 in a row below the average",
            -1,
        ),
        ([46.7, 46.7, 46.7], "two of three in a row close to the lower edge of the range", -1),
    ],
)
@pytest.mark.parametrize(("better", "bad"), [("higher", -1), ("lower", 1), ("neither", 0)])
def test_a_rule_has_its_way_and_its_tone(drawn, tail, rule, way, better, bad):
    found = drawn([*LEVEL, 51, 49, 50, 51, 49, 50, 51, *tail], better=better)
    newest = words.signals(found)[0]
    assert words.note(found, len(found.values) - 1) == f"unusual: {rule}"
    tone = {1: "worse", -1: "better", 0: "neutral"}[bad * way]
    assert (newest.way, newest.tone, words.tone(found, way)) == (way, tone, tone)
    assert (f" ({tone}): {rule}" in newest.text) == (tone != "neutral")


def test_two_unusual_stretches_are_told_the_newest_first(drawn):
    found = drawn([*LEVEL, 70, *LEVEL, 30])
    assert [(item.text.split(":")[0], item.way) for item in words.signals(found)] == [
        ("Apr 2017 (worse)", -1),
        ("Feb 2016 (better)", 1),
    ]
    assert words.summary(found).endswith("2 of the 28 figures are unusual.")


def test_one_unusual_figure_is_one(drawn):
    assert words.summary(drawn([*LEVEL, 60])).endswith(" 1 of the 14 figures is unusual.")


@pytest.mark.parametrize(("least", "low"), [(0.0, 0.0), (0.5, 0.0), (1.0, 0.0), (-0.1, None)])
def test_the_range_ends_at_nought_where_no_figure_was_below(drawn, least, low):
    found = drawn([least, least + 4] * 6 + [least])
    assert found.latest.lower < 0
    assert found.limits(found.latest) == (found.latest.lower if low is None else low, found.latest.upper)


@pytest.mark.parametrize(
    ("unit", "begins"), [("% of people", "% of people"), ("people in work", "People in work")]
)
def test_what_is_plotted_begins_with_the_unit(drawn, unit, begins):
    assert words.plotted(drawn(LEVEL, unit=unit)) == (
        f"{begins}, Jan 2015 to Jan 2016. Shaded: what is usual, by the ups and downs of these 13 figures."
    )


def test_a_season_is_plotted_as_changes_with_their_sign(drawn):
    found = drawn(SEASONS, seasonal=True)
    assert words.plotted(found) == (
        "Change in % on the same month a year before, Jan 2016 to Dec 2017: so the season plays no part. "
        "Shaded: what is usual, by the ups and downs of these 24 figures."
    )
    ends = r"Here: [+−]\d+\.\d% to [+−]\d+\.\d% is usual, and [+−]\d+\.\d% is (within|above|below) it"
    assert re.match(ends, words.title(found))
    assert words.written(found, -3.04) == "−3.0%"
    assert words.written(found, None) == "–"
    assert found.limits(found.latest) == (found.latest.lower, found.latest.upper)


def test_with_the_season_taken_out_the_figures_keep_their_unit(drawn):
    found = drawn([value + at * at % 7 for at, value in enumerate(SEASON * 5)], seasonal=True)
    assert words.plotted(found) == (
        "% of people, Jan 2015 to Dec 2019, with the usual season taken out. Shaded: what is usual, by the "
        "ups and downs of these 60 figures."
    )
    assert (found.adjusted, found.low) == ("season", None)
    assert words.written(found, 5.0) == "5.0%"


@pytest.mark.parametrize(
    ("values", "around", "years"),
    [
        ((50, 51, 52, 53, 54, 55), 0.5, [2011, 2012, 2013, 2014, 2015]),
        ((50, 51, 52), 0.5, [2010, 2012]),
        ((50, 51, 52), None, []),
    ],
)
def test_the_figures_that_a_trend_rests_on_are_those_of_its_method(told, values, around, years):
    here = told({REGION: yearly(*values, around=around)})
    found = trend_periods(judgement(here.site, here.indicator, here.region))
    assert [period.year for period in found] == years
    assert trend_periods(None) == ()
