"""The arithmetic of a synthetic control: weights, gaps, fit, and how far a place moved for its own measure.

The weights come from non-negative least squares with a heavily weighted row that makes them sum to one:
general optimisers stop at wrong answers on the classic data.
"""

import numpy as np

SUM_ROW = 1e4


def mix(y: np.ndarray, pool: np.ndarray, start: int) -> np.ndarray:
    """Non-negative weights that sum to one and follow `y` best before the start."""
    apart = (pool[:, :start] - y[:start]).T
    scale = np.abs(apart).max() or 1.0  # so that the sum row is heavy whatever the unit
    rows = np.vstack([apart / scale, np.full(len(pool), SUM_ROW)])
    from scipy.optimize import nnls  # loaded with the first use: half a second

    weights, _ = nnls(rows, np.append(np.zeros(start), SUM_ROW))
    shares: np.ndarray = weights / weights.sum()
    return shares


def effect_without(y: np.ndarray, pool: np.ndarray, place: int, start: int) -> float:
    """Mean gap since the start when one donor is left out."""
    others = np.delete(pool, place, axis=0)
    return float((y - mix(y, others, start) @ others)[start:].mean())


def rmspe(gaps: np.ndarray) -> float:
    """Root mean squared prediction error, in the unit of the gaps."""
    return float(np.sqrt((gaps**2).mean()))


def spread(y: np.ndarray, pool: np.ndarray, start: int) -> float:
    """The usual spread between places before the start, around each period's mean."""
    everyone = np.vstack([y, pool])[:, :start]
    return float(np.sqrt(((everyone - everyone.mean(axis=0)) ** 2).mean()))


def usual_move(lines: np.ndarray, start: int) -> np.ndarray:
    """Mean absolute change from period to period before the start, of each line; 0 with one period."""
    if start < 2:
        return np.zeros(len(lines))
    moves: np.ndarray = np.abs(np.diff(lines[:, :start], axis=1)).mean(axis=1)
    return moves
