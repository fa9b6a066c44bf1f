"""Limits of one stretch, worked out by hand: moves of 1 and 3 have the mean 2."""

import numpy as np
import pytest

from dashboard.methods.control_charts.control_limits import draw


def drawn(values, screen=True, start=4, fixed_after=None):
    return draw(np.array(values, dtype=float), start, screen, fixed_after, "a step")


def test_limits_lie_2_66_mean_moves_from_the_mean_and_near_ones_two_thirds_of_that():
    found = drawn([10, 11, 14])
    assert (found.mean, found.points, found.start, found.stop) == (pytest.approx(35 / 3), 3, 4, 7)
    assert found.limits == pytest.approx((35 / 3 - 5.32, 35 / 3 + 5.32))
    assert found.near == pytest.approx((35 / 3 - 2 / 3 * 5.32, 35 / 3 + 2 / 3 * 5.32))
    assert (found.dropped, found.reason) == (0, "a step")


def test_without_two_neighbours_there_are_no_limits_and_the_stretch_is_as_long():
    found = drawn([10, np.nan, 14])
    assert (found.limits, found.near, found.mean) == (None, None, None)
    assert (found.start, found.stop, found.points, found.dropped, found.reason) == (4, 7, 2, 0, "a step")


def test_a_move_beyond_3_267_mean_moves_is_left_out_of_their_width_and_counted():
    values = [0, 1, 2, 3, 4, 5, 6, 7, 57]  # eight moves: seven of 1 and one of 50, with a mean of 7.125
    assert (drawn(values).dropped, drawn(values, screen=False).dropped) == (1, 0)
    low, high = drawn(values).limits
    assert high - low == pytest.approx(2 * 2.66)


def test_what_comes_after_the_fixed_points_moves_no_limit():
    found = drawn([10, 11, 14, 90], fixed_after=3)
    assert (found.mean, found.points) == (pytest.approx(35 / 3), 4)
    assert found.limits == pytest.approx((35 / 3 - 5.32, 35 / 3 + 5.32))
