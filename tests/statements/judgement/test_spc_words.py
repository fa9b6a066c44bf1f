"""How a change was judged, by name, and a control chart point by point, from figures a reader can check."""

from datetime import date

import pytest

from dashboard.catalogue.indicators import Break
from dashboard.statements.judgement import control_chart_words as words
from dashboard.statements.judgement.control_chart import charted, trend_periods
from dashboard.statements.judgement.judged_by import judged_by
from dashboard.statements.judgement.judgement import judgement
from tests.statements.conftest import REGION, monthly, yearly

LEVEL = [50, 51, 49, 50, 51, 49, 50, 51, 49, 50, 51, 49, 50]  # mean 50, moves of 1 and 2
SEASON = [10, 10, 10, 10, 10, 90, 90, 90, 10, 10, 10, 10]


@pytest.fixture
def drawn(told):
    """drawn(figures, better="lower") -> the control chart of the region, or None."""

    def drawn(figures, **metadata):
        here = told({REGION: figures}, **metadata)
        return charted(judgement(here.site, here.indicator, here.region))

    return drawn


@pytest.fixture
def judged(told):
    """judged(figures) -> the judgement of the region."""

    def judged(figures, **metadata):
        here = told({REGION: figures}, **metadata)
        return judgement(here.site, here.indicator, here.region)

    return judged


@pytest.mark.parametrize(
    ("figures", "metadata", "said"),
    [
        (yearly(50, 51), {}, "Nothing yet: no trend can be judged from 2 periods."),
        (
            yearly(50, 51, 52),
            {},
            "Nothing yet: 1 earlier move is too few to call one rare.",
        ),
        (
            yearly(50, 51, 52),
            {"breaks": (Break(date(2011, 1, 1), "New survey"),)},
            "Nothing yet: no trend can be judged from 2 periods since the figures changed their basis.",
        ),
        (
            yearly(50, 50.2, 50, 49.9, 50.1, around=0.5),
            {},
            "The recent trend of the last five figures (OHID), because each comes with a margin of error to "
            "hold the trend against. It finds that the last five figures differ by no more than their "
            "margins of error explain.",
        ),
        (
            yearly(50, 51, around=1),
            {},
            "The difference between 2010 and 2011, with its own margin of error. It finds that they differ "
            "by no more than their margins of error.",
        ),
        (
            monthly(*LEVEL),
            {"period": "month"},
            "A control chart (XmR), because 13 months that keep one level are enough to know the usual "
            "ups and downs.",
        ),
        (
            monthly(*(value + at * at % 7 for at, value in enumerate(SEASON * 3))),
            {"period": "month", "seasonal": True},
            "A control chart (XmR), because it has a season: each month is compared with the same month a "
            "year before.",
        ),
    ],
)
def test_the_method_is_named_with_its_reason(judged, figures, metadata, said):
    assert judged_by(judged(figures, **metadata)) == said


def test_a_recent_trend_points_out_the_five_figures_with_limits_that_it_rests_on(judged):
    periods = trend_periods(judged(yearly(49, 50, 50.2, None, 50, 49.9, 50.1, around=0.5)))
    assert [period.year for period in periods] == [2011, 2012, 2014, 2015, 2016]
    assert trend_periods(judged(yearly(*LEVEL))) == ()
    assert trend_periods(None) == ()


def test_other_methods_have_no_control_chart(drawn):
    assert drawn(yearly(50, 51, 52, 53, 54, around=0.5)) is None
    assert drawn(yearly(*LEVEL, *LEVEL)) is None


@pytest.mark.parametrize(
    ("better", "tone"), [("higher", "better"), ("lower", "worse"), ("neither", "neutral")]
)
def test_a_figure_outside_the_range_is_said_with_the_range(drawn, better, tone):
    found = drawn(monthly(*LEVEL, 60), better=better, period="month")
    (signal,) = words.signals(found)
    meaning = "" if tone == "neutral" else f" ({tone})"
    # The move of 10 is screened out of the limits: mean 50.71, mean move 16/12 = 1.33, so 47.2 to 54.3.
    assert signal.text == f"Feb 2016{meaning}: above the usual range of 47.2 to 54.3%."
    assert (signal.way, signal.tone) == (1, tone)
    assert words.title(found) == "Here: 47.2 to 54.3% is usual, and 60.0% is above it"
    assert words.note(found, 13) == "unusual: above the usual range"
    assert words.note(found, 0) == ""


@pytest.mark.parametrize(
    ("tail", "rule"),
    [
        ([44], "below the usual range"),
        ([50.1, 50.2, 50.3, 50.4, 50.5, 50.6, 50.7], "part of at least 7 in a row that only rise"),
        ([50.5, 50.6, 50.5, 50.6, 50.5, 50.6, 50.5, 50.7], "part of at least 7 in a row above the average"),
        ([53.3, 53.3, 53.3], "two of three in a row close to the upper edge of the range"),
    ],
)
def test_each_rule_has_its_words_at_the_newest_figure(drawn, tail, rule):
    found = drawn(monthly(*LEVEL, 51, 49, 50, 51, 49, 50, 51, *tail), period="month")
    assert rule in words.note(found, len(found.values) - 1)
    assert rule in words.signals(found)[0].text
    assert words.title(found).endswith("below it" if tail == [44] else f"within it, but {rule}")


def test_nothing_unusual_is_said_in_the_summary_and_the_title(drawn):
    found = drawn(monthly(*LEVEL), period="month")
    assert words.signals(found) == []
    assert words.summary(found) == "Since Jan 2015 the average is 50.0%. None of the 13 figures are unusual."
    assert words.title(found).endswith("and 50.0% is within it")
    assert list(words.warnings(found)) == []


def test_only_what_was_judged_is_drawn_the_figures_since_the_last_break(drawn):
    values = [*LEVEL, *(value + 30 for value in LEVEL)]
    found = drawn(monthly(*values), period="month", breaks=(Break(date(2016, 2, 1), "New survey"),))
    assert [(part.start, part.stop, round(part.mean)) for part in found.spc.segments] == [(0, 13, 80)]
    assert found.periods[0] == date(2016, 2, 1)
    assert list(words.warnings(found)) == []


def test_monthly_counts_name_the_thirty_six_months_of_their_base(drawn):
    found = drawn(monthly(*LEVEL * 4), period="month", statistic="count")
    assert len(found.periods) == 36
    assert "by the ups and downs of these 36 figures" in words.plotted(found)


def test_a_seasonal_series_says_that_changes_are_plotted_and_writes_them_with_their_sign(drawn):
    found = drawn(
        monthly(*(value + at * at % 7 for at, value in enumerate(SEASON * 3))), period="month", seasonal=True
    )
    assert "Change in % on the same month a year before, Jan 2016 to Dec 2017" in words.plotted(found)
    assert words.written(found, found.values[0]) == "+40.0%"  # from 10 to 10 + 144 % 7


def test_with_years_enough_the_season_is_taken_out_and_it_is_said(drawn):
    found = drawn(
        monthly(*(v + at * at % 7 for at, v in enumerate(SEASON * 5))), period="month", seasonal=True
    )
    assert "with the usual season taken out" in words.plotted(found)
    assert "(STL)" in judged_by(found.judged)


def test_a_range_never_goes_below_what_no_figure_ever_was(drawn):
    found = drawn(monthly(1, 5, 1, 5, 1, 5, 1, 5, 1, 5, 1, 5, 1), period="month")
    assert found.latest.lower < 0
    assert found.limits(found.latest)[0] == 0.0


def test_a_series_that_drifts_has_no_chart_and_says_why(drawn, judged):
    figures = monthly(*range(50, 75))
    assert drawn(figures, period="month") is None
    assert judged_by(judged(figures, period="month")).startswith(
        "This figure drifts from month to month, so limits from its own average say nothing. "
    )
