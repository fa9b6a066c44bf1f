import numpy as np
import pytest

from dashboard.methods.projection.backtest import coverage, forecast_errors, radii, usual_moves


def test_an_error_is_the_outcome_minus_the_forecast_made_before_it():
    panel = np.array([[10.0, 11, 14]])
    forecasts = np.array([[[10.5, 12], [13, 15], [16, 18]]], dtype=float)
    errors = forecast_errors(panel, forecasts)
    np.testing.assert_array_equal(errors[0], [[0.5, 2], [1, np.nan], [np.nan, np.nan]])


def test_a_band_is_made_only_of_errors_known_at_the_time():
    # 20 areas, 6 periods, one period ahead: the error made at period t is known at t + 1 and equals t.
    scaled = np.broadcast_to(np.arange(6.0)[None, :, None], (20, 6, 1)).copy()
    assert np.isnan(radii(scaled, 1)[0])  # one start only
    assert radii(scaled, 2)[0] == pytest.approx(np.quantile([0, 1], 0.8, method="inverted_cdf"))
    assert radii(scaled, 5)[0] == pytest.approx(np.quantile(np.repeat(np.arange(5), 20), 0.8))


def test_a_band_never_narrows_further_ahead():
    scaled = np.dstack([np.full((20, 9), 3.0), np.full((20, 9), 1.0)])
    assert radii(scaled, 8).tolist() == [3, 3]


def test_fewer_than_20_errors_make_no_band():
    assert np.isnan(radii(np.ones((3, 6, 1)), 5)).all()


def test_twenty_errors_from_two_starts_make_one():
    scaled = np.ones((10, 6, 1))
    assert radii(scaled, 2).tolist() == [1]
    scaled[0, 0, 0] = np.nan
    assert np.isnan(radii(scaled, 2)).all()


def test_coverage_counts_the_outcomes_that_the_earlier_band_held():
    # Errors of 1 until period 3, then of 5 in half of the areas.
    scaled = np.ones((20, 5, 1))
    scaled[:10, 4] = 5
    (test,) = coverage(scaled)
    assert (test.starts, test.forecasts) == (3, 60)
    assert test.share == pytest.approx(50 / 60)
    assert test.warning == ""


def test_a_horizon_that_cannot_be_tested_is_not_reported():
    scaled = np.dstack([np.ones((20, 5)), np.full((20, 5), np.nan)])
    assert [test.ahead for test in coverage(scaled)] == [1]


@pytest.mark.parametrize(
    ("later", "sentence"),
    [
        (9.0, "in tests this range held only 0% of outcomes: take it as too narrow"),
        (1.0, "in tests this range held 100% of outcomes: take it as too wide"),
    ],
)
def test_a_band_that_held_too_little_or_too_much_warns(later, sentence):
    scaled = np.ones((20, 6, 1))
    scaled[:, 2:] = later * 3.0 ** np.arange(4)[None, :, None] if later > 1 else later
    (test,) = coverage(scaled)
    assert test.warning == sentence


def test_usual_moves_mix_the_area_with_the_middle_one_and_are_never_zero():
    panel = np.array([[0.0, 2, 0], [0, 4, 0], [5, 5, 5]])
    moves = usual_moves(panel)
    # Own mean moves are 2, 4 and 0; the middle one is 2, taken three times beside two own moves.
    np.testing.assert_allclose(moves[:, 2], [2, (2 * 4 + 3 * 2) / 5, (0 + 3 * 2) / 5])
    assert (usual_moves(np.full((2, 4), 7.0))[:, 1:] > 0).all()
