import numpy as np
import pytest

from dashboard.methods.projection.backtest import _warning, coverage, forecast_errors, radii, usual_moves


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


def test_an_area_whose_moves_begin_later_does_not_touch_the_middle_one():
    panel = np.array([[np.nan, np.nan, 5.0], [0.0, 10.0, 30.0], [0.0, 20.0, 20.0]])
    moves = usual_moves(panel)
    # Own moves up to the second period: none, 10 and 20, the middle 15; up to the third: none, 15 and 10.
    np.testing.assert_allclose(moves[:, 1], [15, (10 + 3 * 15) / 4, (20 + 3 * 15) / 4])
    np.testing.assert_allclose(moves[:, 2], [12.5, (30 + 3 * 12.5) / 5, (20 + 3 * 12.5) / 5])
    assert np.isnan(moves[:, 0]).all()


def test_figures_that_never_move_move_by_a_billionth_of_the_largest():
    assert usual_moves(np.array([[-4.0, -4.0], [2.0, 2.0]]))[:, 1] == pytest.approx(
        [4e-9, 4e-9], rel=1e-6, abs=0
    )
    assert usual_moves(np.zeros((1, 2)))[:, 1] == pytest.approx([1e-9], rel=1e-6, abs=0)


def test_a_horizon_longer_than_the_panel_has_no_errors():
    errors = forecast_errors(np.array([[1.0, 3.0]]), np.array([[[2.0, 2, 2], [3, 3, 3]]]))
    np.testing.assert_array_equal(errors[0], [[1, np.nan, np.nan], [np.nan] * 3])


def test_errors_two_ahead_are_known_two_periods_later():
    scaled = np.full((20, 6, 2), np.nan)
    scaled[:, :, 1] = np.arange(6.0)
    assert np.isnan(radii(scaled, 2)).all()  # of one start
    assert np.isnan(radii(scaled, 3)[0])
    assert radii(scaled, 3)[1] == pytest.approx(np.quantile(np.repeat([0, 1], 20), 0.8))
    assert np.isnan(radii(scaled, 0)).all()


def test_a_band_is_as_wide_as_four_in_five_errors_and_no_narrower_than_nearer_ones():
    scaled = np.dstack([np.tile(np.arange(10.0), (10, 1)).T[:10], np.full((10, 10), 20.0)])
    nearer, further = radii(scaled, 9)
    assert nearer == pytest.approx(np.quantile(np.repeat(np.arange(10.0), 9), 0.8))
    assert further == 20


@pytest.mark.parametrize(
    ("misses", "share", "warned"),
    [(8, 0.6, ""), (9, 0.55, "only 55%"), (0, 1.0, "held 100%"), (1, 0.95, "")],
)
def test_a_share_of_60_to_97_in_100_needs_no_warning(misses, share, warned):
    """Of twenty areas, each period so many err by more than ever before, the others not at all."""
    scaled = np.zeros((20, 4, 1))
    scaled[:, :2] = 1.0
    scaled[:misses, 2:] = [[[9.0], [99.0]]]
    (test,) = coverage(scaled)
    assert (test.ahead, test.starts, test.forecasts) == (1, 2, 40)
    assert test.share == pytest.approx(share)
    assert (warned in test.warning) if warned else not test.warning


def test_a_band_tested_on_one_period_says_so():
    scaled = np.ones((25, 3, 1))
    scaled[:5, 2] = 9.0
    (test,) = coverage(scaled)
    assert (test.starts, test.share) == (1, 0.8)
    assert test.warning == "the range could be tested on one past period only"


def test_60_and_97_in_100_themselves_need_no_warning():
    assert [bool(_warning(share, 2)) for share in (0.599, 0.6, 0.97, 0.971)] == [True, False, False, True]
