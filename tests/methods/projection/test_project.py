import time

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.methods.projection.project import project


def walks(areas=40, periods=20, seed=1):
    return 50 + np.random.default_rng(seed).normal(size=(areas, periods)).cumsum(axis=1)


def test_areas_that_rise_by_the_same_step_go_on_rising():
    panel = np.arange(9.0) + np.arange(30)[:, None]
    got = project(panel)
    assert got.method == "drift"
    np.testing.assert_allclose(got.point[:, 0], panel[:, -1] + 1)


def test_a_band_on_random_walks_holds_about_eight_in_ten():
    got = project(walks(areas=200, periods=25))
    assert got.method == "damped trend"
    assert [test.ahead for test in got.tested] == [1, 2, 3, 4, 5]
    # Wider than needed: the first projections of a series, from four figures, are its worst.
    assert all(0.75 < test.share < 0.92 for test in got.tested)
    assert got.warnings == ()


def test_a_band_holds_what_comes_next_about_eight_times_in_ten():
    panel = walks(areas=400, periods=25)
    got = project(panel[:, :20])
    outcome = panel[:, 20:]
    assert ((got.lower <= outcome) & (outcome <= got.upper)).mean() == pytest.approx(0.8, abs=0.05)


def test_a_shock_that_the_past_never_saw_shows_in_the_coverage_and_warns():
    panel = walks(periods=15)
    panel[:, 10:] += 40 * np.arange(1, 6)
    got = project(panel)
    assert got.tested[1].share < 0.6
    assert "take it as too narrow" in got.warnings[0]


@pytest.mark.parametrize(
    ("periods", "horizons"), [(6, 0), (7, 1), (9, 2), (11, 3), (13, 4), (15, 5), (30, 5)]
)
def test_only_horizons_whose_band_can_be_tested_are_shown(periods, horizons):
    assert len(project(walks(periods=periods)).tested) == horizons


def test_too_few_periods_say_so():
    got = project(walks(periods=6))
    assert (got.method, set(got.refused)) == (
        "none",
        {"6 periods are too few to test a projection on the past"},
    )
    assert got.point.shape == (40, 0)


def test_an_area_without_the_latest_figure_or_with_few_is_refused_and_says_why():
    panel = walks()
    panel[0, -1] = np.nan
    panel[1, :-4] = np.nan
    got = project(panel)
    assert got.refused[:3] == ("the latest figure is missing", "4 figures are too few to project", "")
    assert np.isnan(got.point[:2]).all()
    assert not np.isnan(got.point[2:]).any()


def test_a_seasonal_series_is_not_projected():
    assert project(walks(), seasonal=True).method == "none"


def test_a_percentage_stays_within_its_scale():
    got = project(np.clip(95 + walks(), 0, 100), bounds=(0, 100))
    assert got.upper.max() <= 100


def test_more_than_five_periods_ahead_are_refused():
    with pytest.raises(ValueError, match="say 1 to 5"):
        project(walks(), horizon=6)


def test_forty_five_indicators_for_330_areas_take_seconds():
    panel = walks(areas=330, periods=25)
    began = time.process_time()
    project(panel)
    assert time.process_time() - began < 1  # 45 of these at build; about 0.03 s each on an idle machine


@settings(max_examples=20)
@given(st.integers(0, 1000), st.integers(-100, 100), st.sampled_from([0.5, 2.0, 4.0]))
def test_moving_or_stretching_the_scale_moves_the_projection_with_it(seed, shift, scale):
    panel = walks(areas=15, periods=12, seed=seed)
    plain, moved = project(panel), project(shift + scale * panel)
    np.testing.assert_allclose(moved.point, shift + scale * plain.point, rtol=1e-9, atol=1e-6)
    np.testing.assert_allclose(moved.upper - moved.lower, scale * (plain.upper - plain.lower), rtol=1e-6)
    assert moved.tested == plain.tested


def test_a_refused_area_says_how_many_figures_it_has():
    panel = walks()
    panel[0, :-1] = np.nan
    panel[1, :-2] = np.nan
    panel[2, :-5] = np.nan
    panel[3, :-6], panel[3, -1] = np.nan, np.nan
    got = project(panel)
    assert got.refused[0] == "1 figure are too few to project"
    assert got.refused[1] == "2 figures are too few to project"
    assert got.refused[2:4] == ("", "the latest figure is missing")


def test_where_every_area_is_refused_each_keeps_its_reason():
    panel = walks(areas=2)
    panel[:, -1] = np.nan
    got = project(panel)
    assert (got.method, got.reason) == ("none", "no area has five figures and the latest one")
    assert got.refused == ("the latest figure is missing",) * 2
    assert (got.tested, got.warnings) == ((), ())
    assert got.point.shape == got.lower.shape == got.upper.shape == (2, 0)


def test_a_seasonal_series_says_so_for_every_area():
    got = project(walks(areas=3), seasonal=True)
    assert got.refused == ("a seasonal series is not projected: the method knows no seasons",) * 3
    assert got.reason == got.refused[0]


@pytest.mark.parametrize(("periods", "method"), [(9, "drift"), (10, "damped trend")])
def test_ten_periods_are_enough_for_a_damped_trend(periods, method):
    got = project(walks(periods=periods))
    assert got.method == method
    assert got.reason == f"{periods} periods: {method}, with a band from the errors of past projections"


def test_a_band_is_so_many_usual_moves_either_side_and_stays_within_the_scale():
    """Twenty areas move to and fro by 1 and all end on a rise; errors are all alike, so that the band has
    one width in every area, and twice that in areas whose moves are twice as large."""
    steps = np.array([0.0, 1, 0, 1, 0, 1, 0, 1])
    panel = np.vstack([np.tile(steps, (20, 1)), np.tile(2 * steps, (20, 1))]) + 50
    got = project(panel, horizon=1)
    assert got.method == "drift"
    half = got.upper - got.point
    np.testing.assert_allclose(got.point - got.lower, half)
    np.testing.assert_allclose(got.point[:20, 0], 51 + 1 / 7)
    moves = (7 * 1 + 3 * 1.5) / 10, (7 * 2 + 3 * 1.5) / 10
    np.testing.assert_allclose(half[20, 0] / half[0, 0], moves[1] / moves[0])
    cut = project(panel, horizon=1, bounds=(50.5, 51.0))
    assert (cut.lower.min(), cut.point.max(), cut.upper.max()) == (50.5, 51.0, 51.0)


@pytest.mark.parametrize("horizon", [0, 6])
def test_one_to_five_periods_ahead_are_shown(horizon):
    with pytest.raises(ValueError, match=f"a horizon of {horizon} periods is not shown"):
        project(walks(), horizon=horizon)
    assert [len(project(walks(), horizon=ahead).tested) for ahead in (1, 5)] == [1, 5]


def test_one_area_alone_is_a_panel_of_one():
    got = project(walks(areas=1, periods=40)[0], horizon=1)
    assert got.point.shape == (1, 1)
    assert got.refused == ("",)


def test_no_further_ahead_is_shown_than_was_tested():
    panel = walks(periods=7)  # one step ahead alone can be tested
    assert project(panel, horizon=5).point.shape == project(panel, horizon=5).lower.shape == (40, 1)
