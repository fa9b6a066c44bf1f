"""The arithmetic of a synthetic control: weights, gaps of placebos, and how extreme a gap is (METHODS 5).

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
    return weights / weights.sum()


def placebo_gaps(pool: np.ndarray, place: int, start: int) -> np.ndarray:
    """Actual minus synthetic of one donor, as if the pilot had been there; zeros when it is the only one."""
    others = np.delete(pool, place, axis=0)
    if not len(others):
        return np.zeros(pool.shape[1])
    return pool[place] - mix(pool[place], others, start) @ others


def effect_without(y: np.ndarray, pool: np.ndarray, place: int, start: int) -> float:
    """Mean gap since the start when one donor is left out."""
    others = np.delete(pool, place, axis=0)
    return float((y - mix(y, others, start) @ others)[start:].mean())


def rmspe(gaps: np.ndarray) -> float:
    """Root mean squared prediction error, in the unit of the gaps."""
    return float(np.sqrt((gaps**2).mean()))


def post_to_pre(gaps: np.ndarray, start: int) -> float:
    """RMSPE since the start over RMSPE before it; infinite when the fit before was perfect and is no more."""
    before, after = rmspe(gaps[:start]), rmspe(gaps[start:])
    return after / before if before > 1e-12 * max(after, 1e-300) else (np.inf if after > 0 else 0.0)


def misfit(y: np.ndarray, pool: np.ndarray, gaps: np.ndarray, start: int) -> float:
    """Error before the start over the usual spread between places (around each period's mean)."""
    everyone = np.vstack([y, pool])[:, :start]
    spread = float(np.sqrt(((everyone - everyone.mean(axis=0)) ** 2).mean()))
    return rmspe(gaps[:start]) / spread if spread else np.inf
