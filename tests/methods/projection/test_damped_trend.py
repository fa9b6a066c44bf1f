import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.methods.projection.damped_trend import LEARN, damped_trend, rolling_damped_trend, rolling_drift
from tests.methods.references import reference_json


def test_two_steps_by_hand():
    # Expected 10 + 0.5 x 2 = 11, seen 13: level 11 + 0.5 x 2 = 12, slope 0.5 x 2 + 0.1 x 2 = 1.2.
    got = damped_trend([13], alpha=0.5, beta=0.1, phi=0.5, level=10, slope=2, horizon=2)
    assert got == pytest.approx([12 + 0.5 * 1.2, 12 + 0.75 * 1.2])


def test_a_missing_period_is_passed_over():
    got = damped_trend([np.nan, 13], alpha=1, beta=0, phi=0.5, level=10, slope=4, horizon=1)
    assert got == pytest.approx([13 + 0.5**3 * 4])


def test_saudi_oil_production_is_forecast_as_by_r():
    case = reference_json("forecast/ets_damped_oil.json")
    r = case["r_params"]
    got = damped_trend(
        case["y"], alpha=r["alpha"], beta=r["beta"], phi=r["phi"], level=r["l0"], slope=r["b0"], horizon=4
    )
    np.testing.assert_allclose(got, case["r_forecast_4"], atol=1e-4)


def test_nothing_to_project_from_is_refused():
    with pytest.raises(ValueError, match="no value to project from"):
        damped_trend([np.nan], alpha=1, beta=0, phi=0.9, level=0, slope=0, horizon=1)


def test_all_areas_together_give_what_each_gives_alone_under_the_setting_chosen():
    rng = np.random.default_rng(3)
    panel = rng.normal(size=(6, 15)).cumsum(axis=1)
    panel[1, :4] = np.nan
    panel[2, 7] = np.nan
    forecasts, setting = rolling_damped_trend(panel, 3)
    for series, got in zip(panel, forecasts[:, -1], strict=True):
        known = series[~np.isnan(series)]
        first = int(np.flatnonzero(~np.isnan(series))[0])
        slope = setting.start * (known[LEARN - 1] - known[0]) / (LEARN - 1)
        alone = damped_trend(
            series[first + 1 :],
            alpha=setting.alpha,
            beta=setting.beta,
            phi=setting.phi,
            level=known[0],
            slope=slope,
            horizon=3,
        )
        np.testing.assert_allclose(got, alone)


def test_a_forecast_needs_four_figures_and_the_present_one():
    forecasts, _ = rolling_damped_trend(np.array([[1.0, 2, 3, 4, np.nan, 6]]), 1)
    assert np.isnan(forecasts[0, :, 0]).tolist() == [True, True, True, False, True, False]


def test_drift_goes_on_by_the_mean_change():
    assert rolling_drift(np.array([[1.0, 5, 3, 7]]), 2)[0, 3].tolist() == [9, 11]
    assert rolling_drift(np.array([[1.0, np.nan, 5, 3, 9]]), 1)[0, 4, 0] == 11


@pytest.mark.parametrize(
    "model", [lambda panel: rolling_damped_trend(panel, 2)[0], lambda panel: rolling_drift(panel, 2)]
)
@given(seed=st.integers(0, 50), now=st.integers(4, 9))
def test_no_forecast_knows_the_future(model, seed, now):
    panel = np.random.default_rng(seed).normal(size=(4, 10)).cumsum(axis=1)
    changed = panel.copy()
    changed[:, now + 1 :] += 1000
    np.testing.assert_array_equal(model(panel)[:, : now + 1], model(changed)[:, : now + 1])
