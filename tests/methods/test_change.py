from datetime import date

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.methods.change import after_last_break, judge
from dashboard.methods.choice import cadence, choose
from dashboard.methods.limits import Step

FREQUENCIES = (
    "month",
    "quarter",
    "term",
    "calendar year",
    "financial year",
    "academic year",
    "point in time",
)


@pytest.mark.parametrize(
    ("frequency", "points", "has_limits", "seasonal", "method"),
    [
        ("month", 13, False, False, "xmr"),
        ("month", 12, False, False, "direction only"),
        ("quarter", 13, True, False, "xmr"),
        ("term", 13, False, False, "xmr"),
        ("calendar year", 5, True, False, "recent trend"),
        ("calendar year", 20, True, False, "recent trend"),
        ("calendar year", 4, True, False, "direction only"),
        ("academic year", 10, False, False, "annual xmr"),
        ("financial year", 9, False, False, "direction only"),
        ("calendar year", 2, True, False, "no trend"),
        ("month", 2, False, True, "no trend"),
        ("three years", 12, True, False, "direction only"),
        ("month", 30, False, True, "xmr on change from a year before"),
        ("month", 24, False, True, "direction only"),
        ("month", 12, False, True, "no trend"),
        ("month", 60, False, True, "xmr after STL"),
        ("quarter", 20, False, True, "xmr after STL"),
    ],
)
def test_the_method_follows_from_the_kind_of_series(frequency, points, has_limits, seasonal, method):
    assert choose(frequency, points, has_limits, seasonal).method == method


def test_stl_is_not_chosen_when_a_month_is_missing():
    assert choose("month", 60, False, True, gaps=True).method == "xmr on change from a year before"


def test_two_periods_say_so():
    assert choose("calendar year", 2, True).reason == "no trend can be judged from 2 periods"


def test_an_unknown_period_is_refused():
    with pytest.raises(ValueError, match="period 'decade' is unknown"):
        choose("decade", 5, True)


@given(st.sampled_from(FREQUENCIES), st.integers(0, 2), st.booleans(), st.booleans())
def test_fewer_than_three_points_never_get_a_method(frequency, points, has_limits, seasonal):
    assert choose(frequency, points, has_limits, seasonal).method == "no trend"


def test_annual_figures_with_limits_get_the_recent_trend():
    change = judge(
        [1, 2, 3, 4, 5], "calendar year", lower=[0, 1, 2, 3, 4], upper=[2, 3, 4, 5, 6], better="lower"
    )
    assert (change.verdict, change.method, change.since) == ("worsening", "recent trend", 0)
    assert change.trend.slope == pytest.approx(1.0)


def test_only_figures_since_the_last_break_are_judged():
    change = judge(
        [50, 51, 1, 2, 3],
        "academic year",
        lower=[49, 50, 0, 1, 2],
        upper=[51, 52, 2, 3, 4],
        periods=[date(year, 9, 1) for year in range(2018, 2023)],
        breaks=[Step(date(2020, 9, 1), "teacher-assessed grades")],
    )
    assert (change.verdict, change.method, change.since, change.direction) == (
        "cannot tell",
        "direction only",
        2,
        1,
    )


def test_monthly_figures_get_a_chart_and_are_held_against_the_target():
    change = judge([1, 2] * 7 + [9], "month", better="lower", target=20)
    assert (change.verdict, change.method) == ("worsening", "xmr")
    assert change.chart.assurance == "consistently meets"


def test_ten_annual_figures_without_limits_get_a_chart_that_warns():
    change = judge([1, 2] * 5, "calendar year")
    assert (change.method, change.verdict) == ("annual xmr", "nothing unusual")
    assert change.warnings == ("limits from 10 points are provisional; 13 or more are needed to trust them",)


def test_a_seasonal_series_is_compared_with_the_year_before_and_says_so():
    summer = [100 + 50 * (month % 12 in (6, 7)) for month in range(30)]
    change = judge(summer, "month", seasonal=True, better="higher", target=1)
    assert change.verdict == "nothing unusual"
    assert change.adjusted.method == "each month is compared with the same month a year before"
    assert change.chart.assurance is None


def test_a_season_is_taken_out_of_five_years_of_months():
    rng = np.random.default_rng(1)
    series = [100 + 50 * np.sin(m / 6 * np.pi) + rng.normal() for m in range(60)] + [130.0]
    change = judge(series, "month", seasonal=True, better="higher")
    assert change.method == "xmr after STL"
    assert (change.verdict, change.chart.signal) == ("improving", "outside")


def test_figures_not_yet_published_are_left_off_both_ends():
    change = judge([np.nan, 1, 2, 3, np.nan], "calendar year")
    assert (change.since, change.reason) == (1, "3 annual figures are too few to tell a change from chance")


def test_no_figure_at_all_is_refused():
    with pytest.raises(ValueError, match="no value to judge"):
        judge([np.nan, np.nan], "month")


def test_a_break_after_the_last_period_is_not_yet_a_break():
    assert after_last_break([1, 2, 3], [Step(2, "new survey"), Step(9, "to come")]) == 1


@pytest.mark.parametrize(("days", "expected"), [(30, "month"), (91, "quarter"), (365, "year")])
def test_the_cadence_of_dates_is_their_usual_gap(days, expected):
    start = date(2020, 1, 1).toordinal()
    assert cadence([date.fromordinal(start + days * i) for i in range(5)]) == expected


def test_dates_without_a_cadence_are_refused():
    with pytest.raises(ValueError, match="at least two"):
        cadence([date(2020, 1, 1)])
    with pytest.raises(ValueError, match="fit no frequency"):
        cadence([date(2020, 1, 1), date(2020, 1, 8)])


@given(st.lists(st.integers(0, 99), min_size=1, max_size=40), st.sampled_from(FREQUENCIES), st.booleans())
def test_every_series_gets_a_verdict_or_a_reason(values, frequency, seasonal):
    change = judge(values, frequency, seasonal=seasonal, better="higher")
    assert change.verdict in {"improving", "worsening", "nothing unusual", "cannot tell"}
    assert change.reason
