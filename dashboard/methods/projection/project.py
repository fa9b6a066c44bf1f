"""Where an indicator goes if recent patterns continue, for all areas together."""

from dataclasses import dataclass

import numpy as np

from dashboard.methods.projection.backtest import Coverage, coverage, forecast_errors, radii, usual_moves
from dashboard.methods.projection.damped_trend import rolling_damped_trend, rolling_drift

FURTHEST = 5
ENOUGH_FOR_ETS = 10
ENOUGH = 5


@dataclass(frozen=True, eq=False)
class Projection:
    """The projections of one indicator for every area of the panel.

    `point`, `lower` and `upper` are areas x horizons (an 80% band), in the indicator's unit, NaN for a
    refused area. `refused[i]` says why area i has none, '' where it has one. `tested` has one entry for
    each horizon shown, with the coverage to print beside it. `method` is 'damped trend', 'drift' or 'none'.
    """

    method: str
    reason: str
    point: np.ndarray
    lower: np.ndarray
    upper: np.ndarray
    tested: tuple[Coverage, ...]
    refused: tuple[str, ...]

    @property
    def warnings(self) -> tuple[str, ...]:
        """What to say beside the band, each once, nearest horizon first."""
        return tuple(dict.fromkeys(test.warning for test in self.tested if test.warning))


def project(
    panel: np.ndarray,
    *,
    horizon: int = FURTHEST,
    bounds: tuple[float, float] = (-np.inf, np.inf),
    seasonal: bool = False,
) -> Projection:
    """Project every area, with a band made from past forecast errors of all areas at the same horizon.

    `panel` is areas x regular periods, in the indicator's unit, NaN where missing, from the last break on:
    all the areas that the indicator is published for, since they calibrate the band. `bounds` are the
    limits of the scale (0 and 100 for a percentage). Damped trend from ten periods, drift for five to nine.
    A horizon is shown only when its band could be tested on the past; at most five. Refuses: a horizon
    beyond 1 to 5 (ValueError). A seasonal series, too few periods to test a band, and areas without the
    latest figure or with fewer than five, each with its reason.
    """
    if not 1 <= horizon <= FURTHEST:
        raise ValueError(f"a horizon of {horizon} periods is not shown; say 1 to {FURTHEST}")
    panel = np.atleast_2d(np.asarray(panel, dtype=float))
    if seasonal:
        return _none(len(panel), "a seasonal series is not projected: the method knows no seasons")
    refused = _refusals(panel)
    if all(refused):
        return _none(len(panel), "no area has five figures and the latest one", refused)
    method, forecasts = _forecast(panel, horizon)
    moves = usual_moves(panel)
    scaled = np.abs(forecast_errors(panel, forecasts)) / moves[:, :, None]
    tested = coverage(scaled)
    if not tested:
        return _none(len(panel), f"{panel.shape[1]} periods are too few to test a projection on the past")
    shown = len(tested)
    point = np.where(np.array([bool(r) for r in refused])[:, None], np.nan, forecasts[:, -1, :shown])
    half = radii(scaled, panel.shape[1] - 1)[:shown] * moves[:, -1, None]
    lower, point, upper = (np.clip(line, *bounds) for line in (point - half, point, point + half))
    reason = f"{panel.shape[1]} periods: {method}, with a band from the errors of past projections"
    return Projection(method, reason, point, lower, upper, tested, tuple(refused))


def _forecast(panel: np.ndarray, horizon: int) -> tuple[str, np.ndarray]:
    if panel.shape[1] < ENOUGH_FOR_ETS:
        return "drift", rolling_drift(panel, horizon)
    forecasts, _ = rolling_damped_trend(panel, horizon)
    return "damped trend", forecasts


def _refusals(panel: np.ndarray) -> list[str]:
    counts = (~np.isnan(panel)).sum(axis=1)
    return [
        f"{count} figure{'' if count == 1 else 's'} are too few to project"
        if count < ENOUGH
        else "the latest figure is missing"
        if missing
        else ""
        for count, missing in zip(counts, np.isnan(panel[:, -1]), strict=True)
    ]


def _none(areas: int, reason: str, refused: list[str] | None = None) -> Projection:
    empty = np.empty((areas, 0))
    return Projection("none", reason, empty, empty, empty, (), tuple(refused or [reason] * areas))
