"""The season as we take it out is the one that statsmodels takes out."""

import numpy as np
import pytest

from dashboard.methods.change.stl import _lines, _loess, _moving, _odd, _robust_weights, season_of


def series(kind, n, period):
    chance = np.random.default_rng(n)
    at = np.arange(n)
    made = 50 + 0.1 * at + 4 * np.sin(2 * np.pi * at / period) + chance.normal(0, 1, n)
    if kind == "with outliers":
        made[[n // 3, n // 2, n - 1]] += (40, -60, 25)
    if kind == "a step":
        made[n // 2 :] += 30
    return np.full(n, 7.0) if kind == "the same for ever" else made


@pytest.mark.parametrize("kind", ["plain", "with outliers", "a step", "the same for ever"])
@pytest.mark.parametrize(("n", "period"), [(31, 12), (90, 12), (241, 12), (14, 4), (41, 4), (11, 3), (23, 3)])
def test_the_season_is_that_of_the_reference(kind, n, period):
    reference = pytest.importorskip("statsmodels.tsa.seasonal")
    values = series(kind, n, period)
    expected = reference.STL(values, period=period, robust=True).fit().seasonal
    np.testing.assert_allclose(season_of(values, period), expected, atol=1e-8)


@pytest.mark.parametrize(("n", "period"), [(24, 12), (8, 4), (6, 3)])
def test_over_exactly_two_years_which_lines_fit_whole_nothing_is_an_outlier(n, period):
    reference = pytest.importorskip("statsmodels.tsa.seasonal")
    values = series("with outliers", n, period)
    expected = reference.STL(values, period=period).fit(inner_iter=32, outer_iter=0).seasonal
    np.testing.assert_allclose(season_of(values, period), expected, atol=1e-8)


def test_no_library_of_data_frames_is_loaded_for_it():
    import subprocess
    import sys

    code = "import sys; from dashboard.methods.change.seasonal import stl_adjusted as s; "
    code += "s([1, 2, 3, 4] * 3, 'quarter'); print('pandas' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


EVEN = np.ones(3)


def test_a_straight_line_is_read_as_it_is_and_beyond_both_ends():
    found = _loess(np.array([3.0, 5, 7]), EVEN, 3, np.array([0, 1, 2, 3, 4]))
    assert found.tolist() == pytest.approx([1, 3, 5, 7, 9])


def test_the_middle_of_three_under_a_wider_window_weighs_a_half_away_by_seven_eighths_cubed():
    """The reach is one more than to the ends: half of it away weighs (1 - 1/8) cubed, here of 1, 1 and 4."""
    weight = (7 / 8) ** 3
    assert _loess(np.array([1.0, 1, 4]), EVEN, 5)[1] == pytest.approx((1 + weight * 5) / (1 + 2 * weight))


def test_what_stands_at_the_end_of_the_window_weighs_nothing():
    assert _loess(np.array([1.0, 9, 4]), EVEN, 3).tolist() == pytest.approx([1, 9, 4])


def test_where_nothing_near_counts_the_value_itself_is_taken_and_beyond_the_ends_that_of_the_end():
    y = np.array([1.0, 9, 4])
    assert _loess(y, np.zeros(3), 3, np.array([0, 1, 2, 3, 4])).tolist() == [1, 1, 9, 4, 4]
    # The last alone counts: at the first it is beyond reach, else it is all there is.
    assert _loess(y, np.array([0.0, 0, 1]), 3).tolist() == pytest.approx([1, 9, 4])
    assert _loess(y, np.array([0.0, 0, 1]), 5).tolist() == pytest.approx([4, 4, 4])


def test_values_too_close_together_for_a_line_are_their_mean():
    """Of eleven values two neighbours count, the second hardly: their spread is the root of its weight, and a
    line needs one of a thousandth of what the eleven span, 0.01."""
    y, x = np.zeros(11), np.arange(1, 12)
    y[1] = 1e6
    for second, sloped in ((1e-6, False), (1e-3, True)):
        weight = np.zeros((1, 11))
        weight[0, :2] = 1 - second, second
        found = _lines(y, x, np.array([2]), weight, np.array([5.0]))[0]
        assert found == pytest.approx(1e6 if sloped else second * 1e6, rel=1e-6)
    assert _lines(y, x, np.array([2]), weight, np.array([0.0]))[0] == pytest.approx(1e-3 * 1e6)  # no reach


def test_a_value_six_times_as_far_as_the_middle_one_is_left_out():
    """Residuals of 1, 1, 1, 3 and 9: six times the middle one is 6. 1 weighs (1 - 1/36) squared, 3 0.5625."""
    found = _robust_weights(np.array([1.0, 1, 9, 3, 1]), 1e-9)
    assert found.tolist() == pytest.approx([(35 / 36) ** 2, (35 / 36) ** 2, 0, 0.5625, (35 / 36) ** 2])
    even = _robust_weights(np.array([0.0, 1, 3, 9]), 1e-9)  # twice three of 1 and of 3: 12
    assert even.tolist() == pytest.approx([1, (143 / 144) ** 2, (15 / 16) ** 2, (7 / 16) ** 2])
    near = _robust_weights(np.array([1000.0, 1000, 1000, 5, 5999]), 1e-9)
    assert near[3:].tolist() == [1, 0]  # less than a thousandth of 6,000 and more than 0.999 of it


def test_where_lines_fit_most_values_whole_only_those_count():
    found = _robust_weights(np.array([0.0, 1e-12, 1e-9, 5.0, 0.0]), 1e-9)
    assert found.tolist() == [1, 1, 1, 0, 1]


def test_moving_averages_are_as_many_fewer_and_windows_odd():
    assert _moving(np.array([1.0, 2, 6, 4]), 3).tolist() == pytest.approx([3, 4])
    assert [_odd(number) for number in (4, 5)] == [5, 5]
