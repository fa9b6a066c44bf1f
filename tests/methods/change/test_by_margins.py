"""Changes judged by margins of error, each figure worked out by hand: sizes, points held, and chance."""

from math import erfc, sqrt

import numpy as np
import pytest

from dashboard.methods.change.assess import judge

NAN = float("nan")
Z95 = 1.959964


def around(values, half):
    return {"lower": [v - half for v in values], "upper": [v + half for v in values]}


def chance_of(size, half):
    """How often chance makes a difference of `size` whose 95% interval is `half` wide either side."""
    return erfc(size / half * Z95 / sqrt(2))


def test_a_slope_of_ten_squared_errors_comes_by_chance_sixteen_times_in_ten_thousand():
    """Five figures that err by 1 make a slope that errs by 1 / root of 10: one of 1 is 10 squared ones."""
    values = [1, 2, 3, 4, 5]
    change = judge(values, "year", **around(values, 1.96), better="lower")
    assert (change.method, change.verdict, change.direction) == ("recent trend", "worsening", 1)
    assert (change.trend.slope, change.trend.chi2) == pytest.approx((1, 10))
    assert change.by_chance == pytest.approx(0.0015654, abs=1e-7)
    assert change.trend.points == (0, 1, 2, 3, 4)
    assert change.reason == change.trend.reason
    assert change.hidden == change.trend.hidden == pytest.approx(4 * 3.0902323 / sqrt(10))


@pytest.mark.parametrize(("there", "here"), [([9] * 5, True), ([9, 10, 11, 12, 13], False)])
def test_a_trend_is_here_where_the_gap_to_the_benchmark_has_one_too(there, here):
    values = [1, 2, 3, 4, 5]
    assert judge(values, "year", **around(values, 1.0), benchmark=there).here is here


def test_a_gap_is_not_told_where_the_benchmark_lacks_a_figure_that_was_held():
    values = [1, 2, 3, 4, 5]
    assert judge(values, "year", **around(values, 1.0), benchmark=[9, NAN, 9, 9, 9]).here is None
    held = judge([50, 51, 54], "year", **around([50, 51, 54], 1.0), benchmark=[9, NAN, 9])
    assert held.here is True  # the second is not held


def test_the_newest_of_three_figures_is_held_against_the_first():
    values = [50, 60, 54]
    change = judge(values, "year", **around(values, 2.0), better="higher")
    assert (change.method, change.differs.value, change.trend.points) == ("difference", 4, (0, 2))
    assert change.differs.limits == pytest.approx((4 - sqrt(8), 4 + sqrt(8)))
    assert change.by_chance == pytest.approx(chance_of(4, sqrt(8)))
    assert (change.verdict, change.reason) == ("improving", "they differ by more than their margins of error")
    assert change.hidden == pytest.approx(4 + sqrt(8))


def test_figures_without_a_margin_are_neither_first_nor_counted():
    lower, upper = [50, 59, 58, 53], [50, 61, 62, 55]  # the first has a margin of no width
    change = judge([50, 60, 60, 54], "year", lower=lower, upper=upper, better="higher")
    assert (change.differs.value, change.trend.points) == (-6, (1, 3))
    assert change.verdict == "worsening"


def test_a_difference_is_here_where_that_of_the_gap_is_one():
    values = [50, 60, 54]
    for there, here in (([40, 0, 40], True), ([40, 0, 44], False), ([40, 0, 52], False)):
        assert judge(values, "year", **around(values, 1.0), benchmark=there).here is here


def test_two_looks_at_one_figure_may_each_find_something_by_chance():
    """Six figures of three years: the last, 57.5, is held against the third, 59, and the first, 60."""
    values = [60, 59.5, 59, 58.5, 58, 57.5]
    change = judge(values, "three years", **around(values, 1.2), better="higher")
    assert (change.non_overlapping.before, change.non_overlapping.first, change.direction) == (2, 0, -1)
    assert change.by_chance == pytest.approx(2 * chance_of(2.5, 1.2 * sqrt(2)))
    assert change.reason == "they differ by more than their margins of error"


def test_one_look_may_find_something_once():
    values = [60, 59, 58, 57.5]  # no other period shares no year with the newest
    change = judge(values, "three years", **around(values, 1.2), better="higher")
    assert (change.non_overlapping.before, change.non_overlapping.first) == (0, 0)
    assert change.by_chance == pytest.approx(chance_of(2.5, 1.2 * sqrt(2)))


def test_the_newest_of_earlier_periods_speaks_where_both_show_a_change():
    values = [60, 59, 58, 57, 55, 50]
    change = judge(values, "three years", **around(values, 1.0), better="higher")
    assert change.trend.points == (2, 5)
    assert change.hidden == pytest.approx(8 + sqrt(2))  # of the difference from the newest such period
    assert change.by_chance == pytest.approx(2 * chance_of(8, sqrt(2)))


def test_two_looks_that_show_nothing_are_no_more_than_certain_chance():
    values = [60.0] * 6
    change = judge(values, "three years", **around(values, 1.0), better="higher")
    assert (change.verdict, change.direction, change.by_chance) == ("nothing unusual", 0, 1.0)


def test_periods_that_all_share_years_get_their_direction_and_no_verdict():
    values = [60, 61, 63]
    change = judge(values, "three years", **around(values, 0.5), better="higher")
    assert (change.method, change.verdict, change.direction) == ("direction only", "cannot tell", 1)
    assert change.reason == "no earlier period is free of years that the newest covers too"
    assert (change.non_overlapping, change.by_chance, change.here) == (None, None, None)


def test_limits_that_explain_too_little_are_widened_by_the_root_of_what_they_leave():
    """A fall of 4 with margins of 2 is clear; four times the variance asks for margins of 4: it is not."""
    values = np.array([54.0, 50.0])
    plain = judge(values, "year", **around(values, 2.0))
    wide = judge(values, "year", **around(values, 2.0), overdispersion=4.0)
    assert (plain.direction, wide.direction) == (-1, 0)
    assert wide.differs.limits == pytest.approx((-4 - sqrt(32), -4 + sqrt(32)))
