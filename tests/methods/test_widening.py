import numpy as np
import pytest

from dashboard.methods.backtest import Coverage, forecast_errors, radii, usual_moves
from dashboard.methods.damped_trend import rolling_damped_trend
from dashboard.methods.projection import project
from dashboard.methods.widening import widened, widening


def shocked(periods=16):
    """Random walks on which, for a few late years, everything jumps as it never had."""
    panel = 50 + np.random.default_rng(4).normal(size=(60, periods)).cumsum(axis=1)
    panel[:, 11:14] += 8 * np.arange(1, 4)
    return panel


def test_a_band_that_held_enough_is_left_alone():
    panel = 50 + np.random.default_rng(1).normal(size=(200, 25)).cumsum(axis=1)
    got = project(panel)
    assert widening(panel, got.method, got.tested).tolist() == [1.0] * 5


def test_with_its_factor_the_band_would_have_held_eight_in_ten():
    panel = shocked()
    got = project(panel)
    narrow = [test for test in got.tested if test.share < 0.72]
    assert narrow
    factors = widening(panel, got.method, got.tested)
    forecasts, _ = rolling_damped_trend(panel, len(got.tested))
    scaled = np.abs(forecast_errors(panel, forecasts)) / usual_moves(panel)[:, :, None]
    widths = np.array([radii(scaled, upto) for upto in range(panel.shape[1])])
    for test in narrow:
        misses = scaled[:, :, test.ahead - 1] / widths[:, test.ahead - 1]
        held = misses[~np.isnan(misses)] <= factors[test.ahead - 1]
        assert held.mean() == pytest.approx(0.8, abs=0.02)


def test_a_jump_far_beyond_past_errors_widens_the_band_by_as_much():
    panel = np.tile([1.0, 0, 1, 0, 1, 0, 1, 0, 9], (40, 1))
    got = project(panel)
    assert got.method == "drift"
    assert got.tested[0].share < 0.72
    assert widening(panel, got.method, got.tested)[0] > 2


def test_a_band_never_narrows_further_ahead():
    half = np.array([[1.0, 1.2], [np.nan, np.nan]])
    np.testing.assert_allclose(widened(half, np.array([2.0, 1.0])), [[2.0, 2.0], [np.nan, np.nan]])


def test_another_method_is_refused():
    narrow = Coverage(1, 0.5, 40, 2, "")
    with pytest.raises(ValueError, match="damped trend or drift"):
        widening(np.ones((2, 8)), "none", [narrow])
