import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.methods.projection.damped_trend import (
    LEARN,
    _likeliest,
    damped_trend,
    rolling_damped_trend,
    rolling_drift,
)
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


def made_by(alpha, beta, phi, slope):
    """Thirty areas over thirty periods that move as that setting says, with errors drawn from a normal."""
    rng, level, out = np.random.default_rng(1), np.full(30, 50.0), []
    slopes = slope * rng.normal(1, 0.3, 30)
    for _ in range(30):
        error, expected = rng.normal(size=30), level + phi * slopes
        out.append(expected + error)
        level, slopes = expected + alpha * error, phi * slopes + beta * error
    return np.array(out).T


@pytest.mark.parametrize(
    ("alpha", "share", "phi", "slope"),
    [
        (0.1, 0.3, 0.8, 0),
        (0.3, 0.3, 0.9, 2),
        (0.5, 0.3, 0.9, 2),
        (0.7, 0.3, 0.9, 2),
        (0.9, 0.3, 0.9, 2),
        (1.0, 0.3, 0.9, 2),
        (0.5, 0.3, 0.8, 2),
        (0.5, 0.3, 0.98, 2),
        (0.5, 0.1, 0.98, 2),
        (0.5, 0.0, 0.8, 0),
    ],
)
def test_of_the_settings_tried_the_one_that_made_the_figures_is_found(alpha, share, phi, slope):
    _, found = rolling_damped_trend(made_by(alpha, share * alpha, phi, slope), 1)
    assert (found.alpha, found.beta, found.phi) == pytest.approx((alpha, share * alpha, phi))


def test_a_trend_from_the_first_figures_on_is_taken_with_them_and_none_is_not():
    """Figures that rise by 2 a period begin with a slope; ones that go to and fro round 5 begin without."""
    rising, level = np.arange(4) * 2.0, np.array([5.0, 6, 5, 5])
    ends = np.random.default_rng(2).normal(scale=0.1, size=(20, 6))
    steep = np.hstack([np.tile(rising, (20, 1)), 8 + 2.0 * np.arange(6) + ends])
    flat = np.hstack([np.tile(level, (20, 1)) + np.arange(4) * np.linspace(-1, 1, 20)[:, None], 5 + ends])
    assert rolling_damped_trend(steep, 1)[1].start == 1
    assert rolling_damped_trend(flat, 1)[1].start == 0


def test_each_area_s_variance_is_its_own_and_one_with_more_errors_counts_more():
    """Logs of squares of 1 and 4: three errors prefer the first setting, one the second, however large."""
    squares = np.array([[1.0, 4.0], [4e6, 1e6]])
    assert _likeliest(squares, np.array([4, 2])) == 0
    assert _likeliest(squares, np.array([2, 4])) == 1
    assert _likeliest(squares, np.array([1, 2])) == 1  # the first has no error yet
    # Two errors and one: 4 twice is more than 10 once, though 4 four times is less than 10 three times.
    assert _likeliest(np.array([[1.0, 4.0], [10.0, 1.0]]), np.array([3, 2])) == 0
    assert _likeliest(np.array([[0.0, 0.0], [4.0, 1.0]]), np.array([5, 5])) == 1  # one that never moves
    assert _likeliest(np.zeros((2, 2)), np.array([5, 5])) == 0
    assert _likeliest(np.array([[1.0, 0.0]]), np.array([3])) == 1  # nothing is better than no error
    assert _likeliest(np.zeros((0, 2)), np.array([], dtype=int)) == 0


def test_areas_before_their_first_figure_and_after_a_gap_keep_to_their_own_time():
    """The second area begins two periods later: its forecasts are those of the first, two periods later."""
    first = np.array([5.0, 6, 8, 7, 9, np.nan, 12, 11])
    panel = np.vstack([[*first, np.nan, np.nan], [np.nan, np.nan, *first]])
    forecasts, _ = rolling_damped_trend(panel, 2)
    assert np.isnan(forecasts[1, :5]).all()
    assert not np.isnan(forecasts[1, [5, 6, 8, 9]]).any()
    assert np.isnan(forecasts[:, 7][1]).all()
    drift = rolling_drift(panel, 2)
    np.testing.assert_array_equal(drift[1, 2:], drift[0, :8])


def test_drift_needs_four_figures():
    got = rolling_drift(np.array([[1.0, 2, 3, 4, 6]]), 2)[0]
    assert np.isnan(got[:3]).all()
    assert got[3:].tolist() == [[5, 6], [7.25, 8.5]]
