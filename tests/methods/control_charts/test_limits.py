"""Limits of one stretch, worked out by hand: moves of 1 and 3 have the mean 2."""

import numpy as np
import pytest

from dashboard.methods.control_charts.control_limits import Segment, Step, draw, negligible, split_at_steps


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


def test_a_stretch_with_one_of_two_limits_has_none():
    def stretch(lower, upper, near_lower, near_upper):
        return Segment(0, 3, 3, 5.0, lower, upper, near_lower, near_upper, 0, "")

    assert (stretch(1, 9, 2, 8).limits, stretch(1, 9, 2, 8).near) == ((1, 9), (2, 8))
    assert (stretch(None, 9, None, 8).limits, stretch(None, 9, None, 8).near) == (None, None)
    assert (stretch(1, None, 2, None).limits, stretch(1, None, 2, None).near) == (None, None)


def test_a_move_of_exactly_3_267_mean_moves_is_left_out():
    """Of seven moves with a mean of 1 one is 3.267 and six are (7 - 3.267) / 6."""
    small = (7 - 3.267) / 6
    values = np.cumsum([0, *[small] * 6, 3.267])
    assert drawn(values).dropped == 1
    values[-1] -= 0.001
    assert drawn(values).dropped == 0


def test_figures_that_never_move_have_limits_on_their_mean():
    found = drawn([7.1] * 5)
    assert found.limits == found.near == (pytest.approx(7.1), pytest.approx(7.1))
    assert found.dropped == 0


def test_limits_from_the_first_points_leave_the_later_ones_out_of_their_moves_too():
    found = drawn([10, 11, 10, 90, 10], fixed_after=3)
    assert found.limits == pytest.approx((31 / 3 - 2.66, 31 / 3 + 2.66))
    assert (found.stop, found.points) == (9, 5)
    assert drawn([10, 90, 10], fixed_after=1).limits is None


def test_noise_is_a_trillionth_of_the_largest_figure_either_way():
    assert negligible(np.array([1.0, -5.0, np.nan])) == pytest.approx(5e-12)
    assert negligible(np.array([np.nan])) == 0
    assert negligible(np.array([])) == 0


@pytest.mark.parametrize(
    ("steps", "stretches"),
    [
        ([], [(0, 4, "")]),
        ([(2, "a")], [(0, 2, ""), (2, 4, "a")]),
        ([(3, "b"), (1, "a")], [(0, 1, ""), (1, 3, "a"), (3, 4, "b")]),
        ([(0, "a")], [(0, 4, "a")]),
        ([(4, "a")], [(0, 4, "")]),
        ([(1.5, "a")], [(0, 2, ""), (2, 4, "a")]),
    ],
)
def test_a_step_cuts_before_the_first_period_on_or_after_it(steps, stretches):
    assert split_at_steps(4, [Step(at, why) for at, why in steps], None) == stretches


def test_periods_come_each_once_and_in_order():
    assert split_at_steps(3, [Step(5, "a")], [1, 5, 9]) == [(0, 1, ""), (1, 3, "a")]
    for periods in ([1, 1, 2], [1, 3, 2]):
        with pytest.raises(ValueError, match="out of order"):
            split_at_steps(3, [], periods)
    with pytest.raises(ValueError, match="3 values but 2 periods"):
        split_at_steps(3, [], [1, 2])
