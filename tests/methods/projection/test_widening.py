import numpy as np
import pytest

from dashboard.methods.projection.backtest import Coverage, forecast_errors, radii, usual_moves
from dashboard.methods.projection.damped_trend import rolling_damped_trend, rolling_drift
from dashboard.methods.projection.project import project
from dashboard.methods.projection.widening import Widening, _factor, _of_horizon, drawable, widened, widening

NAN = float("nan")


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


def test_only_horizons_that_held_too_few_are_widened():
    panel = shocked()
    got = project(panel)
    wider = widening(panel, got.method, got.tested)
    enough = [at for at, test in enumerate(got.tested) if test.share >= 0.72]
    assert 0 < len(enough) < len(wider)
    assert all(wider[at] == Widening(1.0, 0.0, 0) for at in enough)
    assert all(wider[at].factor > 1 for at in range(len(wider)) if at not in enough)


def test_drift_is_widened_by_the_errors_of_drift():
    panel = np.tile([1.0, 0, 1, 0, 1, 0, 1, 0, 9], (40, 1))
    got = project(panel)
    scaled = np.abs(forecast_errors(panel, rolling_drift(panel, 1))) / usual_moves(panel)[:, :, None]
    misses = scaled[:, :, 0] / np.array([radii(scaled, upto)[0] for upto in range(9)])
    wider = widening(panel, "drift", got.tested[:1])[0]
    assert wider.factor == pytest.approx(np.quantile(misses[~np.isnan(misses)], 0.8))


@pytest.mark.parametrize(
    ("misses", "factor"),
    [
        ([0.5] * 14 + [3.0] * 6, 3.0),  # 70 in 100 held; four in five lie at 3
        ([0.5] * 18 + [3.0] * 7, 1.0),  # 72 in 100
        ([0.5] * 13 + [3.0] * 6, 1.0),  # nineteen
        ([0.5] * 13 + [3.0] * 6 + [NAN] * 9, 1.0),
        ([1.0] * 18 + [3.0] * 7, 1.0),  # on the edge is held
        ([1.5] * 20, 1.5),
    ],
)
def test_the_factor_is_what_four_in_five_of_twenty_misses_or_more_ask_for(misses, factor):
    assert _factor(np.array([misses])) == pytest.approx(factor)


def test_a_factor_is_judged_by_each_later_period_by_hand():
    """Of twenty areas, one ahead. First all miss by 2; then (known: 2) by 1.5 and (known: 2, 1.5) by 3."""
    missed = np.full((20, 4), NAN)
    missed[:, :3] = 2.0, 1.5, 3.0
    found = _of_horizon(missed, Coverage(1, 0.0, 60, 3, ""))
    assert (found.held, found.later) == (0.5, 2)
    assert found.factor == pytest.approx(np.quantile(np.repeat([2.0, 1.5, 3.0], 20), 0.8))
    two = _of_horizon(missed, Coverage(2, 0.0, 60, 3, ""))  # two ahead only the first is known, to the last
    assert (two.held, two.later) == (0.0, 1)
    three = _of_horizon(missed, Coverage(3, 0.0, 60, 3, ""))
    assert (three.held, three.later) == (0.0, 0)


def test_a_band_that_held_just_72_in_100_is_left_alone():
    enough, few = Coverage(1, 0.72, 60, 2, ""), Coverage(2, 0.71, 60, 2, "")
    panel = shocked()
    assert widening(panel, "none", [enough]) == (Widening(1.0, 0.0, 0),)  # nothing is projected again
    assert widening(panel, "damped trend", [enough, few])[0] == Widening(1.0, 0.0, 0)
