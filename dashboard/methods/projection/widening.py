"""How much wider a projection's band must be drawn where it held too few past outcomes."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from dashboard.methods.projection.backtest import (
    ENOUGH_ERRORS,
    LEVEL,
    Coverage,
    forecast_errors,
    radii,
    usual_moves,
)
from dashboard.methods.projection.damped_trend import rolling_damped_trend, rolling_drift

ENOUGH = 0.72  # of outcomes held; a nominal 80% band that held fewer is widened
WIDEST = 2.5  # times as wide: a band that would need more says nothing about the future and is not drawn


@dataclass(frozen=True)
class Widening:
    """By what one horizon's half-width is multiplied (`factor`, 1 for not at all), and how that did.

    The factor rests on all outcomes known today, so it cannot be judged by them. `held` is the share of
    outcomes that bands held which were widened by what had been known before, over `later` periods (each
    later than the errors its factor was made from); 0 of 0 where none could be tested so.
    """

    factor: float
    held: float
    later: int


def widening(panel: np.ndarray, method: str, tested: Sequence[Coverage]) -> tuple[Widening, ...]:
    """The widening of each tested horizon's band; none for one that held 72% or more.

    `panel` (areas x regular periods, NaN where missing), `method` and `tested` are those of
    `projection.project`. The factor is the one with which the bands of the back-test would have held 80% of
    the outcomes: the 80th percentile of error over half-width. A future unlike the past can still be missed.
    Refuses: a method other than 'damped trend' and 'drift'.
    """
    if all(test.share >= ENOUGH for test in tested):
        return tuple(Widening(1.0, 0.0, 0) for _ in tested)
    panel = np.asarray(panel, dtype=float)
    forecasts = _forecasts(panel, method, len(tested))
    scaled = np.abs(forecast_errors(panel, forecasts)) / usual_moves(panel)[:, :, None]
    widths = np.array([radii(scaled, upto) for upto in range(scaled.shape[1])])
    return tuple(
        _of_horizon(scaled[:, :, h] / widths[:, h], test) if test.share < ENOUGH else Widening(1.0, 0.0, 0)
        for h, test in enumerate(tested)
    )


def drawable(factors: Sequence[float]) -> int:
    """How many horizons may be drawn: those before the first whose factor is above WIDEST."""
    return next((at for at, factor in enumerate(factors) if factor > WIDEST), len(factors))


def widened(half: np.ndarray, factors: Sequence[float]) -> np.ndarray:
    """Half-widths, areas x horizons, multiplied by `factors`; a band never narrows further ahead."""
    return np.fmax.accumulate(half * np.asarray(factors), axis=1)


def _of_horizon(missed_by: np.ndarray, test: Coverage) -> Widening:
    """`missed_by` is error over half-width, areas x origins, at the horizon of `test`."""
    outcomes = []
    for origin in range(missed_by.shape[1]):
        here, before = missed_by[:, origin], missed_by[:, : max(origin - test.ahead + 1, 0)]
        here = here[~np.isnan(here)]
        if here.size and not np.isnan(before).all():
            outcomes.append(here <= _factor(before))
    held = float(np.concatenate(outcomes).mean()) if outcomes else 0.0
    return Widening(_factor(missed_by), held, len(outcomes))


def _factor(missed_by: np.ndarray) -> float:
    """The widening that these misses ask for; 1 where they are too few to say, or few enough."""
    known = missed_by[~np.isnan(missed_by)]
    if known.size < ENOUGH_ERRORS or (known <= 1).mean() >= ENOUGH:
        return 1.0
    return max(1.0, float(np.quantile(known, LEVEL)))


def _forecasts(panel: np.ndarray, method: str, horizon: int) -> np.ndarray:
    if method == "damped trend":
        return rolling_damped_trend(panel, horizon)[0]
    if method == "drift":
        return rolling_drift(panel, horizon)
    raise ValueError(f"there is no projection by {method!r} to widen; project by damped trend or drift")
