"""How a change was judged, by name, and a control chart point by point, from figures a reader can check."""

from datetime import date

import pytest

from dashboard.catalogue.indicators import Break
from dashboard.statements import spc_words as words
from dashboard.statements.charted import charted, trend_periods
from dashboard.statements.judged_by import judged_by
from dashboard.statements.judgement import judgement

from .conftest import REGION, monthly, yearly

LEVEL = [50, 51, 49, 50, 51, 49, 50, 51, 49, 50, 51, 49, 50]  # mean 50, moves of 1 and 2
SEASON = [10, 10, 10, 10, 10, 90, 90, 90, 10, 10, 10, 10]


@pytest.fixture
def drawn(told):
    """drawn(figures, better="lower") -> the control chart of the region, or None."""

    def drawn(figures, **metadata):
        here = told({REGION: figures}, **metadata)
        return charted(here.site, judgement(here.site, here.indicator, here.region))

    return drawn


@pytest.fixture
def judged(told):
    """judged(figures) -> (the site, the judgement of the region)."""

    def judged(figures, **metadata):
        here = told({REGION: figures}, **metadata)
        return here.site, judgement(here.site, here.indicator, here.region)

    return judged


@pytest.mark.parametrize(
    ("figures", "metadata", "said"),
    [
        (yearly(50, 51), {}, "Nothing yet: no trend can be judged from 2 periods."),
        (
            yearly(50, 51, 52),
            {},
            "Nothing yet: 3 annual figures are too few to tell a change from chance.",
        ),
        (
            yearly(50, 51, 52, around=1),
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
            yearly(*LEVEL),
            {},
            "A control chart (XmR), because no margin of error is published, and 13 years are enough to know "
            "the usual ups and downs.",
        ),
        (
            monthly(*LEVEL),
            {"period": "month"},
            "A control chart (XmR), because 13 months are enough to know the usual ups and downs.",
        ),
        (
            monthly(*SEASON * 3),
            {"period": "month", "seasonal": True},
            "A control chart (XmR), because it has a season: each month is compared with the same month a "
            "year before.",
        ),
    ],
)
def test_the_method_is_named_with_its_reason(judged, figures, metadata, said):
    assert judged_by(judged(figures, **metadata)[1]) == said


def test_a_recent_trend_points_out_the_five_figures_with_limits_that_it_rests_on(judged):
    periods = trend_periods(*judged(yearly(49, 50, 50.2, None, 50, 49.9, 50.1, around=0.5)))
    assert [period.year for period in periods] == [2011, 2012, 2014, 2015, 2016]
    assert trend_periods(*judged(yearly(*LEVEL))) == ()
    assert trend_periods(None, None) == ()


def test_other_methods_have_no_control_chart(drawn):
    assert drawn(yearly(50, 51, 52, 53, 54, around=0.5)) is None


@pytest.mark.parametrize(
    ("better", "tone"), [("higher", "better"), ("lower", "worse"), ("neither", "neutral")]
)
def test_a_figure_outside_the_range_is_said_with_the_range(drawn, better, tone):
    found = drawn(yearly(*LEVEL, 60), better=better)
    (signal,) = words.signals(found)
    meaning = "" if tone == "neutral" else f" ({tone})"
    # The move of 10 is screened out of the limits: mean 50.71, mean move 16/12 = 1.33, so 47.2 to 54.3.
    assert signal.text == f"2023{meaning}: above the range to be expected of 47.2 to 54.3%."
    assert (signal.way, signal.tone) == (1, tone)
    assert words.title(found) == "Here: 47.2 to 54.3% is to be expected, and 60.0% is above it"
    assert words.note(found, 13) == "unusual: above the range to be expected"
    assert words.note(found, 0) == ""


@pytest.mark.parametrize(
    ("tail", "rule"),
    [
        ([44], "below the range to be expected"),
        ([50.1, 50.2, 50.3, 50.4, 50.5, 50.6, 50.7], "part of at least 7 in a row that only rise"),
        ([50.5, 50.6, 50.5, 50.6, 50.5, 50.6, 50.5, 50.7], "part of at least 7 in a row above the average"),
        ([53.3, 53.3, 53.3], "two of three in a row close to the upper edge of the range"),
    ],
)
def test_each_rule_has_its_words_at_the_newest_figure(drawn, tail, rule):
    found = drawn(yearly(*LEVEL, *tail, first=2000))
    assert rule in words.note(found, len(LEVEL) + len(tail) - 1)
    assert rule in words.signals(found)[0].text
    assert words.title(found).endswith("below it" if tail == [44] else f"within it, but {rule}")


def test_nothing_unusual_is_said_in_the_summary_and_the_title(drawn):
    found = drawn(yearly(*LEVEL))
    assert words.signals(found) == []
    assert words.summary(found) == "Since 2010 the average is 50.0%. None of the 13 figures are unusual."
    assert words.title(found).endswith("and 50.0% is within it")
    assert list(words.warnings(found)) == []


def test_stretches_before_a_break_have_a_range_of_their_own_and_short_ones_a_warning(drawn):
    values = [*LEVEL, *(value + 30 for value in LEVEL[:11])]
    found = drawn(yearly(*values), breaks=(Break(date(2023, 1, 1), "New survey"),))
    assert [(part.start, part.stop) for part in found.spc.segments] == [(0, 13), (13, 24)]
    assert [round(part.mean) for part in found.spc.segments] == [50, 80]
    assert not any(found.spc.signals)
    assert list(words.warnings(found)) == [
        "2023 to 2033: the range rests on 11 figures and is provisional; 13 or more are needed to trust it."
    ]
    assert words.summary(found).startswith("Since 2023")


def test_the_newest_stretch_is_the_one_that_gave_the_verdict(drawn):
    values = [*LEVEL, *(value + 30 for value in LEVEL[:10]), 95]
    found = drawn(yearly(*values), breaks=(Break(date(2023, 1, 1), "New survey"),))
    verdict = found.judged.change.chart
    assert found.spc.signals[13:] == verdict.signals
    assert found.latest.upper == verdict.segments[-1].upper


def test_a_seasonal_series_says_that_changes_are_plotted_and_writes_them_with_their_sign(drawn):
    found = drawn(
        monthly(*SEASON, *(11 if v == 10 else 99 for v in SEASON), *SEASON), period="month", seasonal=True
    )
    assert "Change in % on the same month a year before, Jan 2016 to Dec 2017" in words.plotted(found)
    assert words.written(found, found.values[0]) == "+10.0%"
    assert words.written(found, found.values[-1]) == "−9.1%"


def test_with_years_enough_the_season_is_taken_out_and_it_is_said(drawn):
    found = drawn(monthly(*SEASON * 5), period="month", seasonal=True)
    assert "with the usual season taken out" in words.plotted(found)
    assert "(STL)" in judged_by(found.judged)


def test_a_range_never_goes_below_what_no_figure_ever_was(drawn):
    found = drawn(yearly(1, 5, 1, 5, 1, 5, 1, 5, 1, 5, 1, 5, 1))
    assert found.latest.lower < 0
    assert found.limits(found.latest)[0] == 0.0


def test_a_series_that_drifts_says_so(drawn):
    assert "because it drifts" in next(words.warnings(drawn(yearly(*range(50, 70), first=2000))))
