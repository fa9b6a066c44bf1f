"""Many comparisons at once: which of them hold when all are looked at."""

import numpy as np
from numpy.typing import ArrayLike

FALSE_DISCOVERIES = 0.05


def discoveries(p: ArrayLike, rate: float = FALSE_DISCOVERIES) -> np.ndarray:
    """Which p-values are found at a false discovery rate of `rate`; NaN is not.

    Source: Benjamini and Hochberg (1995); holds for comparisons that are independent or move together, as
    those of one place do. Refuses p-values outside 0 to 1.
    """
    found = np.asarray(p, dtype=float)
    return found <= threshold(found, rate)


def threshold(p: ArrayLike, rate: float = FALSE_DISCOVERIES) -> float:
    """The largest of the p-values that is found at a false discovery rate of `rate`; -1 where none is."""
    found = np.asarray(p, dtype=float)
    known = np.sort(found[~np.isnan(found)])
    if ((known < 0) | (known > 1)).any():
        raise ValueError("a p-value lies outside 0 to 1")
    below = np.flatnonzero(known <= rate * np.arange(1, len(known) + 1) / max(len(known), 1))
    return float(known[below[-1]]) if below.size else -1.0
