"""How each method is applied: which points it takes, what silences a chart, and what money is held to."""

import numpy as np
import pytest

from dashboard.methods.change.assess import after_last_break, judge, share_of
from dashboard.methods.control_charts.control_limits import Step

NAN = float("nan")
LEVEL = [50, 51, 49, 50, 51, 49, 50, 51, 49, 50, 51, 49, 50]  # mean 50, moves of 1 and 2
FLAT = [60.0] * 60


@pytest.mark.parametrize(
    ("points", "frequency", "count", "since"),
    [(36, "month", True, 0), (37, "month", True, 1), (40, "month", False, 0), (40, "quarter", True, 0)],
)
def test_only_monthly_counts_are_held_to_their_last_36(points, frequency, count, since):
    values = (LEVEL * 4)[:points]
    change = judge(values, frequency, count=count, benchmark=FLAT[:points])
    assert (change.method, change.since, len(change.chart.signals)) == ("xmr", since, points - since)


def test_the_36_months_are_counted_from_the_first_since_the_break():
    values = [900.0, *(LEVEL * 4)[:40]]
    change = judge(values, "month", count=True, breaks=[Step(1, "counted otherwise")])
    assert change.since == 5


def test_without_a_verdict_the_newest_is_still_held_against_the_first():
    change = judge([50, 48, 55], "month")
    assert (change.verdict, change.direction, change.trend.points) == ("cannot tell", 1, (0, 1, 2))
    assert change.trend.lately == 1


def test_a_chart_without_two_neighbours_cannot_tell():
    values = [50.0 if at % 2 == 0 else NAN for at in range(25)]
    change = judge(values, "month")
    assert (change.method, change.verdict, change.scope) == ("xmr", "cannot tell", "")
    assert change.chart.segments[0].mean is None
    assert change.warnings == ()


def test_a_chart_that_is_narrower_than_the_rounding_is_silenced():
    to_and_fro = [50.0, 51.0] * 10  # moves of 1: the limits lie 5.32 apart
    assert judge(to_and_fro, "month", unit=5.33, benchmark=FLAT[:20]).silenced == "rounded"
    assert judge(to_and_fro, "month", unit=5.31, benchmark=FLAT[:20]).silenced == ""


def seasonal(years, per_year, step=0.0):
    """A season of 10, 20, 30 ... within the year, climbing by `step` a year, with a little to and fro."""
    return [
        10.0 * (1 + at % per_year) + step * (at // per_year) + (LEVEL[at % 13] - 50) / 10
        for at in range(years * per_year)
    ]


def test_a_season_is_held_to_the_year_before_in_per_cent_where_all_figures_are_above_nothing():
    values = seasonal(5, 4)[:-1]  # 19 quarters
    found = judge(values, "quarter", seasonal=True, unit=1e9)
    assert (found.method, found.adjusted.unit) == ("xmr on change from a year before", "percent")
    assert (found.silenced, found.adjusted.start) == ("", 4)  # per cent are not rounded as the figures are
    values = [value - min(values) for value in values]  # the least is nothing, of which there is no per cent
    found = judge(values, "quarter", seasonal=True)
    assert found.adjusted.unit == "same"
    assert judge(values, "quarter", seasonal=True, unit=1e9).silenced == "rounded"


def test_five_years_with_a_quarter_missing_are_held_to_the_year_before():
    values = seasonal(6, 4)
    values[2] = NAN
    assert judge(values, "quarter", seasonal=True).method == "xmr on change from a year before"


def test_what_a_chart_or_rare_moves_judged_hides_nothing_that_is_known():
    assert judge(LEVEL, "month").hidden is None
    assert judge(LEVEL, "year", benchmark=FLAT[:13]).hidden is None


def test_a_target_is_held_to_the_figures_without_their_season_and_not_to_the_year_before():
    values = seasonal(6, 4)
    whole = judge(values, "quarter", seasonal=True, better="higher", target=-99)
    assert (whole.method, whole.chart.assurance) == ("xmr after STL", "consistently meets")
    values = values[:19]
    assert judge(values, "quarter", seasonal=True, better="higher", target=-99).chart.assurance is None


def test_a_seasonal_series_that_drifts_is_held_to_the_same_quarter_of_every_year():
    """Sixteen years that climb by 40 a year: the newest quarter is 240 above that of the year before."""
    values = seasonal(16, 4, step=40.0)
    values[-1] += 200
    there = seasonal(16, 4, step=40.0)
    change = judge(values, "quarter", seasonal=True, benchmark=there)
    assert (change.method, change.silenced) == ("rare moves", "drifts")
    assert change.moves.newest.earlier == 14
    assert change.moves.newest.size == pytest.approx(240, abs=1)
    assert change.moves.gap.size == pytest.approx(200, abs=1e-9)
    assert (change.verdict, change.scope, change.direction) == ("nothing unusual", "watch", 1)


def test_a_chart_s_finding_in_a_season_is_no_verdict_however_rare_the_move():
    """Twenty-four quarters of one season, and a newest one far above all."""
    values = [*seasonal(26, 4)[:-1], 900.0]
    change = judge(values, "quarter", seasonal=True, benchmark=[60.0] * 104)
    assert change.chart.signal == "outside"
    assert (change.verdict, change.scope, change.direction) == ("nothing unusual", "chart alone", 1)


def test_ten_earlier_moves_are_rare_moves_and_nine_a_direction():
    for earlier, method in ((9, "direction only"), (10, "rare moves")):
        values = [*LEVEL[: earlier + 1], 70]
        assert judge(values, "year", benchmark=FLAT[: len(values)]).method == method, earlier
    alone = judge([*LEVEL[:11], 70], "year")  # nothing to compare with
    assert (alone.method, alone.verdict, alone.direction) == ("rare moves", "cannot tell", 1)
    assert alone.reason.startswith("there is no figure for England")


def test_a_move_that_is_not_rare_has_its_direction_and_no_verdict():
    values = [*LEVEL, 49]
    change = judge(values, "year", benchmark=FLAT[: len(values)], better="higher")
    assert (change.verdict, change.direction, change.scope, change.here) == ("nothing unusual", -1, "", None)
    assert change.trend.points == tuple(range(14))
    assert change.rare.verdict == "ordinary"


def test_what_was_not_judged_by_rare_moves_has_none():
    with pytest.raises(ValueError, match="judged by no trend has no rare move"):
        _ = judge([1, 2], "year").rare


@pytest.mark.parametrize(
    ("better", "verdict"), [("higher", "improving"), ("lower", "worsening"), ("neither", "rising")]
)
def test_a_rare_move_is_named_by_what_is_better(better, verdict):
    values = [*LEVEL * 2, 60]
    assert judge(values, "year", benchmark=FLAT[:27], better=better).verdict == verdict


def test_money_is_a_share_of_the_benchmark_in_per_cent_with_its_limits():
    assert share_of([50, 30, 10], [100, 60, 0]) == pytest.approx([50, 50, NAN], nan_ok=True)
    pounds, low, high = [50.0, 66.0], [45.0, 60.0], [55.0, 72.0]
    change = judge(pounds, "year", lower=low, upper=high, benchmark=[100.0, 110.0], money=True)
    assert change.differs.value == pytest.approx(60 - 50)
    assert change.differs.limits == pytest.approx(
        (10 - np.hypot(60 - 60 / 1.1, 5), 10 + np.hypot(72 / 1.1 - 60, 5))
    )
    assert change.here is True  # a share of the benchmark is figure and gap in one


@pytest.mark.parametrize("there", [None, [NAN] * 20])
def test_pounds_that_have_no_benchmark_are_not_judged(there):
    change = judge([100.0 + at for at in range(20)], "year", benchmark=there, money=True)
    assert (change.method, change.verdict, change.direction) == ("direction only", "cannot tell", 1)
    assert change.reason == "only figures in cash are held, and prices rise: a change of pounds is not judged"


def test_a_step_of_pounds_is_a_step_of_the_share_of_the_newest_benchmark():
    """20 pounds more of 1,000 are 2 per cent: more than a step of 19.99 pounds, no more than one of 20. Of
    the 500 of earlier years that step would be 4 per cent."""
    there = [500.0] * 22 + [1000.0]
    pounds = [*[200.0, 200.5] * 11, 421.0]
    assert judge(pounds, "year", benchmark=there, money=True, unit=19.99).verdict == "rising"
    found = judge(pounds, "year", benchmark=there, money=True, unit=20.01)
    assert (found.verdict, found.moves.figure.rounding) == ("nothing unusual", True)


@pytest.mark.parametrize(
    ("steps", "since"),
    [([], 0), ([2], 1), ([0], 0), ([9], 0), ([2, 9], 1), ([2, 3], 2), ([3, 2], 2), ([2.5], 2)],
)
def test_the_newest_break_that_any_figure_follows_is_where_it_begins(steps, since):
    assert after_last_break([1, 2, 3], [Step(at, "moved") for at in steps]) == since
