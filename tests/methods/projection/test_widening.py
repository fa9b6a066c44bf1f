import numpy as np
import pytest

from dashboard.methods.projection.backtest import Coverage, forecast_errors, radii, usual_moves
from dashboard.methods.projection.damped_trend import rolling_damped_trend
from dashboard.methods.projection.project import project
from dashboard.methods.projection.widening import Widening, drawable, widened, widening


def shocked(periods=16):
    """Random walks on which, for a few late years, everything jumps as it never had."""
    panel = 50 + np.random.default_rng(4).normal(size=(60, periods)).cumsum(axis=1)
    panel[:, 11:14] += 8 * np.arange(1, 4)
    return panel


def test_a_band_that_held_enough_is_left_alone():
    panel = 50 + np.random.default_rng(1).normal(size=(200, 25)).cumsum(axis=1)
    got = project(panel)
    assert widening(panel, got.method, got.tested) == (Widening(1.0, 0.0, 0),) * 5


def misses_of(panel, horizons):
    """Error over half-width, areas x origins x horizons, worked out again."""
    forecasts, _ = rolling_damped_trend(panel, horizons)
    scaled = np.abs(forecast_errors(panel, forecasts)) / usual_moves(panel)[:, :, None]
    return scaled / np.array([radii(scaled, upto) for upto in range(panel.shape[1])])


def test_with_its_factor_the_band_would_have_held_eight_in_ten():
    panel = shocked()
    got = project(panel)
    narrow = [test for test in got.tested if test.share < 0.72]
    assert narrow
    wider, missed_by = widening(panel, got.method, got.tested), misses_of(panel, len(got.tested))
    for test in narrow:
        misses = missed_by[:, :, test.ahead - 1]
        held = misses[~np.isnan(misses)] <= wider[test.ahead - 1].factor
        assert held.mean() == pytest.approx(0.8, abs=0.02)


def test_a_factor_is_judged_only_by_outcomes_later_than_the_errors_it_was_made_from():
    panel = shocked()
    got = project(panel)
    wider, missed_by = widening(panel, got.method, got.tested), misses_of(panel, len(got.tested))
    judged = 0
    for test, one in zip(got.tested, wider, strict=True):
        if one.factor == 1:
            continue
        outcomes, misses = [], missed_by[:, :, test.ahead - 1]
        for origin in range(panel.shape[1]):
            known = [
                misses[a, o] for a in range(60) for o in range(panel.shape[1]) if o + test.ahead <= origin
            ]
            known = np.array([m for m in known if not np.isnan(m)])
            here = misses[:, origin][~np.isnan(misses[:, origin])]
            if known.size and here.size:
                wide = known.size >= 20 and (known <= 1).mean() < 0.72
                outcomes.append(here <= (max(1.0, np.quantile(known, 0.8)) if wide else 1.0))
        assert one.later == len(outcomes)
        assert one.held == pytest.approx(np.concatenate(outcomes).mean() if outcomes else 0.0)
        judged += one.later
    assert judged


def test_a_jump_far_beyond_past_errors_widens_the_band_by_as_much():
    panel = np.tile([1.0, 0, 1, 0, 1, 0, 1, 0, 9], (40, 1))
    got = project(panel)
    assert got.method == "drift"
    assert got.tested[0].share < 0.72
    assert widening(panel, got.method, got.tested)[0].factor > 2


def test_nothing_is_drawn_from_the_first_band_that_would_be_over_two_and_a_half_times_as_wide():
    assert drawable([1.0, 2.5, 2.51, 1.0]) == 2
    assert drawable([3.1]) == 0
    assert drawable([1.0, 2.0]) == 2


def test_a_band_never_narrows_further_ahead():
    half = np.array([[1.0, 1.2], [np.nan, np.nan]])
    np.testing.assert_allclose(widened(half, [2.0, 1.0]), [[2.0, 2.0], [np.nan, np.nan]])


def test_another_method_is_refused():
    narrow = Coverage(1, 0.5, 40, 2, "")
    with pytest.raises(ValueError, match="damped trend or drift"):
        widening(np.ones((2, 8)), "none", [narrow])
