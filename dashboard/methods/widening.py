"""How much wider a projection's band must be drawn where it held too few past outcomes (METHODS 4)."""

from collections.abc import Sequence

import numpy as np

from dashboard.methods.backtest import LEVEL, Coverage, forecast_errors, radii, usual_moves
from dashboard.methods.damped_trend import rolling_damped_trend, rolling_drift

ENOUGH = 0.72  # of outcomes held; a nominal 80% band that held fewer is widened


def widening(panel: np.ndarray, method: str, tested: Sequence[Coverage]) -> np.ndarray:
    """By what to multiply the half-width of each tested horizon's band; 1 where it held 72% or more.

    `panel` (areas x regular periods, NaN where missing), `method` and `tested` are those of
    `projection.project`. The factor is the one with which the bands of the back-test would have held 80% of
    the outcomes: the 80th percentile of error over half-width. It rests on the same past as the band: a
    future unlike it can still be missed. Refuses: a method other than 'damped trend' and 'drift'.
    """
    factors = np.ones(len(tested))
    if all(test.share >= ENOUGH for test in tested):
        return factors
    panel = np.asarray(panel, dtype=float)
    forecasts = _forecasts(panel, method, len(tested))
    scaled = np.abs(forecast_errors(panel, forecasts)) / usual_moves(panel)[:, :, None]
    widths = np.array([radii(scaled, upto) for upto in range(scaled.shape[1])])
    for h, test in enumerate(tested):
        missed_by = scaled[:, :, h] / widths[:, h]
        if test.share < ENOUGH:
            factors[h] = max(1.0, float(np.nanquantile(missed_by, LEVEL)))
    return factors


def widened(half: np.ndarray, factors: np.ndarray) -> np.ndarray:
    """Half-widths, areas x horizons, multiplied by `factors`; a band never narrows further ahead."""
    return np.fmax.accumulate(half * factors, axis=1)


def _forecasts(panel: np.ndarray, method: str, horizon: int) -> np.ndarray:
    if method == "damped trend":
        return rolling_damped_trend(panel, horizon)[0]
    if method == "drift":
        return rolling_drift(panel, horizon)
    raise ValueError(f"there is no projection by {method!r} to widen; project by damped trend or drift")
