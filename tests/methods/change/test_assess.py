from datetime import date

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.methods.change.assess import judge
from dashboard.methods.change.choice import cadence, choose, newest_cadence
from dashboard.methods.control_charts.control_limits import Step

FREQUENCIES = (
    "month",
    "quarter",
    "term",
    "half year",
    "calendar year",
    "financial year",
    "academic year",
    "point in time",
)
LEVEL = [50, 51, 49, 50, 51, 49, 50, 51, 49, 50, 51, 49, 50]  # mean 50, moves of 1 and 2
FLAT = [60.0] * 40


def test_stl_is_not_chosen_when_a_month_is_missing():
    assert choose("month", 60, 0, True, gaps=True).method == "xmr on change from a year before"


def test_an_unknown_period_is_refused():
    with pytest.raises(ValueError, match="period 'decade' is unknown"):
        choose("decade", 5, 5)


@given(st.sampled_from(FREQUENCIES), st.integers(0, 2), st.booleans())
def test_fewer_than_three_points_without_limits_never_get_a_method(frequency, points, seasonal):
    assert choose(frequency, points, 0, seasonal).method == "no trend"


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
    assert (change.verdict, change.method, change.scope) == ("nothing unusual", "xmr", "chart alone")
    assert change.direction == 1
    assert change.chart.assurance == "consistently meets"


@pytest.mark.parametrize(
    ("england", "verdict", "scope"),
    [
        (FLAT[:21], "worsening", "beyond chance"),  # the gap leapt as never before, as the figure did
        ([60.0] * 20 + [69.0], "nothing unusual", "chart alone"),  # England leapt too
    ],
)
def test_a_chart_gives_a_verdict_only_where_figure_and_gap_never_moved_so_far(england, verdict, scope):
    """A series that drifts can look level for a while: alone a chart is wrong of 27 such series in 100."""
    change = judge([*LEVEL, *LEVEL[:7], 60], "month", benchmark=england, better="lower")
    assert (change.chart.signal, change.direction) == ("outside", 1)
    assert (change.method, change.verdict, change.scope) == ("xmr", verdict, scope)


def test_annual_figures_never_get_control_limits():
    change = judge(LEVEL * 2, "calendar year", benchmark=FLAT[:26])
    assert (change.method, change.chart) == ("rare moves", None)


def test_months_that_drift_get_no_limits_and_rare_moves_instead():
    drifting = list(range(20))
    change = judge([*drifting, 30], "month", benchmark=FLAT[:21], better="lower")
    assert (change.method, change.silenced, change.chart) == ("rare moves", "drifts", None)
    assert (change.verdict, change.scope, change.here) == ("worsening", "beyond chance", True)


def test_a_run_speaks_only_where_thirteen_figures_lie_before_it():
    run = [50.9, 51, 50.9, 51, 50.9, 51, 50.9]
    found = judge([*LEVEL, *run], "month")
    assert (found.chart.signal, found.direction, found.scope) == ("run", 1, "chart alone")
    short = judge([*LEVEL[:8], *run], "month")
    assert (short.chart.signal, short.verdict) == ("", "nothing unusual")


def test_monthly_counts_are_held_against_their_last_thirty_six_months():
    """The level of five years ago, twice as high, would put every month of the last three below it."""
    before, now = [100, 102, 98] * 8, [50, 51, 49] * 12
    change = judge([*before, *now], "month", count=True, better="lower")
    assert (change.since, change.chart.segments[0].points, change.verdict) == (24, 36, "nothing unusual")
    assert change.chart.segments[0].mean == 50


@pytest.mark.parametrize(
    ("earlier", "there", "verdict", "scope"),
    [
        (20, 60, "worsening", "beyond chance"),
        (12, 60, "nothing unusual", "watch"),
        (20, 70, "nothing unusual", "everywhere"),
        (9, 60, "cannot tell", ""),
    ],
)
def test_a_verdict_on_a_rare_move_needs_the_gap_and_nineteen_earlier_moves(earlier, there, verdict, scope):
    values = [*(LEVEL * 2)[: earlier + 1], 60]
    change = judge(values, "calendar year", benchmark=[*FLAT[: earlier + 1], there], better="lower")
    assert (change.verdict, change.scope) == (verdict, scope)


def test_two_figures_with_limits_are_held_against_each_other():
    change = judge([50, 54], "calendar year", lower=[49, 53], upper=[51, 55], better="higher")
    assert (change.method, change.verdict, change.differs.value) == ("difference", "improving", 4)
    close = judge([50, 51], "calendar year", lower=[49, 50], upper=[51, 52], better="higher")
    assert (close.verdict, close.scope) == ("nothing unusual", "")


@pytest.mark.parametrize("known", [2, 6])
def test_margins_of_earlier_figures_say_nothing_of_a_newest_one_without(known):
    """The City of London's employment rate of 2019 has none: its change was told from 2005 and 2008."""
    around = [1.0] * known + [np.nan]
    values = np.arange(len(around)) * 10.0
    change = judge(values, "calendar year", lower=values - around, upper=values + around)
    assert (change.method, change.verdict) == ("direction only", "cannot tell")


def test_a_change_that_england_made_too_is_not_only_here():
    columns = {"lower": [49, 53], "upper": [51, 55], "better": "lower"}
    assert judge([50, 54], "calendar year", benchmark=[60, 60], **columns).here is True
    assert judge([50, 54], "calendar year", benchmark=[60, 64], **columns).here is False
    assert judge([50, 54], "calendar year", **columns).here is None


def test_healthy_life_expectancy_of_men_in_greater_manchester_fell_and_england_s_too():
    """2018 to 2020, then 2019 to 2021 ... 2022 to 2024, with England's (ONS)."""
    values, there = [60.6, 60.1, 59.2, 58.2, 57.0], [63.1, 62.7, 62.3, 61.5, 60.9]
    low, high = [59.8, 59.2, 58.3, 57.1, 55.8], [61.3, 60.9, 60.1, 59.3, 58.3]
    change = judge(values, "three years", lower=low, upper=high, benchmark=there, better="higher")
    assert (change.method, change.verdict, change.non_overlapping.before) == ("periods apart", "worsening", 1)
    assert change.here is False


def test_a_fall_since_the_first_period_counts_where_the_last_three_years_do_not_show_it():
    values = [60, 59.5, 59, 58.5, 58, 57.5]
    low, high = ([value + way for value in values] for way in (-1.2, 1.2))
    change = judge(values, "three years", lower=low, upper=high, better="higher")
    assert change.non_overlapping.lately.direction == 0
    assert (change.verdict, change.trend.points) == ("worsening", (0, 5))


def test_money_is_judged_by_its_share_and_a_rise_that_everybody_had_is_none():
    pounds = [100 * 1.03**year for year in range(25)]
    change = judge(pounds, "calendar year", benchmark=[2 * value for value in pounds], money=True)
    assert (change.verdict, change.direction) == ("nothing unusual", 0)
    alone = judge(pounds, "calendar year", money=True)
    assert (alone.method, alone.verdict, alone.direction) == ("direction only", "cannot tell", 1)


@given(
    st.lists(st.tuples(st.floats(10, 1000), st.floats(10, 1000)), min_size=2, max_size=30),
    st.lists(st.floats(0.5, 2), min_size=30, max_size=30),
    st.sampled_from(["calendar year", "month", "quarter", "half year"]),
    st.booleans(),
)
def test_multiplying_every_pound_by_a_factor_of_its_year_changes_no_verdict(
    rows, factors, frequency, limited
):
    here, there = (np.array(column).round(3) for column in zip(*rows, strict=True))
    inflation = np.array(factors[: len(here)]).round(3)
    verdicts = []
    for prices in (np.ones(len(here)), inflation):
        pounds = here * prices
        limits = {"lower": pounds * 0.98, "upper": pounds * 1.02} if limited else {}
        change = judge(pounds, frequency, benchmark=there * prices, money=True, better="higher", **limits)
        verdicts.append((change.verdict, change.scope, change.method))
    assert verdicts[0] == verdicts[1]


def test_a_seasonal_series_is_compared_with_the_year_before_and_says_so():
    summer = [100 + 50 * (month % 12 in (6, 7)) for month in range(30)]
    change = judge(summer, "month", seasonal=True, better="higher", target=1)
    assert change.verdict == "nothing unusual"
    assert change.adjusted.method == "each month is compared with the same month a year before"
    assert change.chart.assurance is None


@pytest.mark.parametrize("missing", [[17], range(12, 17)])
def test_a_season_is_not_judged_without_the_year_before_or_from_too_few(missing):
    """Greater Manchester's homelessness of October 2025 was called usual though that of 2024 is missing."""
    summer = [100.0 + 50 * (month % 12 in (6, 7)) + month // 12 * (month % 2) for month in range(30)]
    for month in missing:
        summer[month] = np.nan
    change = judge(summer, "month", seasonal=True, better="higher")
    assert (change.method, change.verdict, change.chart) == ("direction only", "cannot tell", None)


def test_a_season_is_taken_out_of_five_years_of_months():
    rng = np.random.default_rng(1)
    series = [100 + 50 * np.sin(m / 6 * np.pi) + rng.normal() for m in range(60)] + [130.0]
    change = judge(series, "month", seasonal=True, better="higher")
    assert change.method == "xmr after STL"
    assert (change.direction, change.scope, change.chart.signal) == (1, "chart alone", "outside")


def test_figures_not_yet_published_are_left_off_both_ends():
    change = judge([np.nan, 1, 2, 3, np.nan], "calendar year")
    assert (change.since, change.reason) == (1, "1 earlier move is too few to call one rare")


def test_no_figure_at_all_is_refused():
    with pytest.raises(ValueError, match="no value to judge"):
        judge([np.nan, np.nan], "month")


def test_the_newest_dates_decide_where_the_cadence_changed():
    """Gigabit coverage: three a year until January 2024, two since."""
    dates = [date(2022, 9, 1), date(2023, 1, 1), date(2023, 5, 1), date(2023, 9, 1), date(2024, 1, 1)]
    assert newest_cadence(dates) == "term"
    assert newest_cadence([*dates, date(2024, 7, 1), date(2025, 1, 1)]) == "half year"


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
