"""The season as we take it out is the one that statsmodels takes out."""

import numpy as np
import pytest

from dashboard.methods.change.stl import season_of


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
