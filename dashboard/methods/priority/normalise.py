"""Bringing indicators of different units to one scale, high always meaning more need."""

import numpy as np
from numpy.typing import ArrayLike

IMD_SHAPE = 23.0  # makes the worst tenth of ranks fill half of the 0-100 scale
METHODS = ("min-max", "z", "rank", "exponential")


def normalise(values: ArrayLike, method: str, worse: str = "higher") -> np.ndarray:
    """One indicator on a scale on which higher means more need.

    `values` in the indicator's unit, one for each area, NaN where missing (stays NaN). `worse` says whether
    'higher' or 'lower' values mean more need. Methods: 'min-max' 0 to 1 (all 0.5 when no two areas differ);
    'z' standard deviations from the mean (all 0 then); 'rank' R = (N - rank + 1) / N with rank 1 the most
    need and ties sharing the mean rank; 'exponential' 0 to 100, the transform of the Indices of Deprivation
    of R. Refuses: an unknown method or direction, infinite values.
    """
    if method not in METHODS:
        raise ValueError(f"normalisation {method!r} is unknown; say one of {', '.join(METHODS)}")
    if worse not in ("higher", "lower"):
        raise ValueError(f"worse is {worse!r}; say higher or lower")
    x = np.asarray(values, dtype=float)
    if np.isinf(x).any():
        raise ValueError("a value is infinite; leave a missing value as NaN")
    x = x if worse == "higher" else -x
    if np.isnan(x).all():
        return x.copy()
    if method == "min-max":
        low, spread = np.nanmin(x), np.nanmax(x) - np.nanmin(x)
        return np.asarray((x - low) / spread if spread else np.where(np.isnan(x), np.nan, 0.5))
    if method == "z":
        spread = np.nanstd(x)
        return np.asarray((x - np.nanmean(x)) / (spread or 1.0))
    share = rank_share(need_ranks(x))
    return exponential(share) if method == "exponential" else share


def need_ranks(need: np.ndarray) -> np.ndarray:
    """Rank 1 for the greatest need, ties sharing their mean rank; NaN stays NaN."""
    need = np.asarray(need, dtype=float)
    ordered = np.sort(need[~np.isnan(need)])
    below, upto = (np.searchsorted(ordered, need, side=side) for side in ("left", "right"))
    return np.where(np.isnan(need), np.nan, len(ordered) - (below + upto + 1) / 2 + 1)


def rank_share(ranks: ArrayLike, size: int | None = None) -> np.ndarray:
    """R = (N - rank + 1) / N: 1 for rank 1, 1 / N for the last. `size` is N, by default the ranks given."""
    ranks = np.asarray(ranks, dtype=float)
    n = int((~np.isnan(ranks)).sum()) if size is None else size
    return np.asarray((n - ranks + 1) / n)


def exponential(share: np.ndarray) -> np.ndarray:
    """E = -23 ln(1 - R (1 - exp(-100 / 23))): 0 to 100, stretching the worst end.

    Source: Indices of Deprivation technical report, Appendix on the exponential transformation. `share` is
    R, in 0 to 1. Refuses R outside that.
    """
    share = np.asarray(share, dtype=float)
    if ((share < 0) | (share > 1)).any():
        raise ValueError("a share of ranks lies outside 0 to 1; pass rank_share of the ranks")
    stretched: np.ndarray = -IMD_SHAPE * np.log(1 - share * (1 - np.exp(-100 / IMD_SHAPE)))
    return stretched
