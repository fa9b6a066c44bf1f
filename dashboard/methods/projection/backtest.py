"""How far off past forecasts were, and how often a band made from earlier errors held.

Everything here looks strictly forward in time: a band at one period is made only of errors that were known
then, over all areas, because errors of the same year share its shocks.
"""

from dataclasses import dataclass

import numpy as np

LEVEL = 0.8
ENOUGH_ERRORS = 20
ENOUGH_STARTS = 2
BORROWED = 3  # how many of an indicator's usual moves an area's own spread is mixed with
LOW, HIGH = 0.6, 0.97


@dataclass(frozen=True)
class Coverage:
    """How the band did `ahead` periods on: the `share` of outcomes held, over so many forecasts and starts.

    `warning` is a sentence when the share is below 60% or above 97%, or rests on one start; else ''.
    """

    ahead: int
    share: float
    forecasts: int
    starts: int
    warning: str


def forecast_errors(panel: np.ndarray, forecasts: np.ndarray) -> np.ndarray:
    """Outcome minus forecast, areas x periods x horizon, NaN where either is missing or lies in the
    future."""
    errors = np.full_like(forecasts, np.nan)
    for h in range(1, min(forecasts.shape[2], panel.shape[1] - 1) + 1):
        errors[:, :-h, h - 1] = panel[:, h:] - forecasts[:, :-h, h - 1]
    return errors


def usual_moves(panel: np.ndarray) -> np.ndarray:
    """Each area's mean absolute change up to each period, mixed with the middle area's; never 0.

    Mixing (as if three more changes of the usual size had been seen) steadies areas with few points or a
    run of equal values. Used to pool errors of areas that move a lot with those of areas that hardly move.
    """
    moves = np.abs(np.diff(panel, axis=1, prepend=np.nan))
    known = np.cumsum(~np.isnan(moves), axis=1)
    total = np.cumsum(np.nan_to_num(moves), axis=1)
    own = np.divide(total, known, out=np.full(panel.shape, np.nan), where=known > 0)
    usual = np.array([np.nanmedian(c) if (~np.isnan(c)).any() else np.nan for c in own.T])
    mixed = (total + BORROWED * usual) / (known + BORROWED)
    tiny = 1e-9 * (np.nanmax(np.abs(panel)) or 1.0)
    moves_at_least: np.ndarray = np.maximum(mixed, tiny)
    return moves_at_least


def radii(scaled: np.ndarray, upto: int) -> np.ndarray:
    """Half-widths of the 80% band for each horizon, in usual moves, from the errors known at period `upto`.

    `scaled` is absolute errors over usual moves, areas x periods x horizon. NaN where fewer than 20 errors
    from two starts are known. A band never narrows further ahead.
    """
    widths = np.full(scaled.shape[2], np.nan)
    for h in range(1, scaled.shape[2] + 1):
        known = scaled[:, : max(upto - h + 1, 0), h - 1]
        there = ~np.isnan(known)
        if there.sum() >= ENOUGH_ERRORS and there.any(axis=0).sum() >= ENOUGH_STARTS:
            widths[h - 1] = np.quantile(known[there], LEVEL)
    return np.where(np.isnan(widths), np.nan, np.fmax.accumulate(widths))


def coverage(scaled: np.ndarray) -> tuple[Coverage, ...]:
    """Test the band at every period at which it could have been drawn, for each horizon in turn.

    Stops at the first horizon that cannot be tested: what has not been tested is not shown.
    """
    widths = np.array([radii(scaled, t) for t in range(scaled.shape[1])])
    results = []
    for h in range(scaled.shape[2]):
        testable = ~np.isnan(scaled[:, :, h]) & ~np.isnan(widths[:, h])
        if not testable.any():
            break
        held = (scaled[:, :, h] <= widths[:, h])[testable]
        starts = int(testable.any(axis=0).sum())
        share = float(held.mean())
        results.append(Coverage(h + 1, share, int(held.size), starts, _warning(share, starts)))
    return tuple(results)


def _warning(share: float, starts: int) -> str:
    if share < LOW:
        return f"in tests this range held only {share:.0%} of outcomes: take it as too narrow"
    if share > HIGH:
        return f"in tests this range held {share:.0%} of outcomes: take it as too wide"
    return "the range could be tested on one past period only" if starts == 1 else ""
