"""May the limits of a control chart speak? Only of a series that scatters round one level.

XmR takes the move from one point to the next for all the scatter there is. Where neighbouring points are
alike the moves are small, the limits narrow, and a series in which nothing happens is flagged: a random walk
of 25 points 72 times in 100. So the points before the newest seven are looked at first (a shift in the newest
is what the chart is for, and must not silence it).
"""

import numpy as np
from numpy.typing import ArrayLike

from dashboard.methods.control_charts.control_limits import Segment, draw, negligible

NEWEST = 7  # points that are not looked at: as many as a run has
ALIKE = 0.3  # lag-1 autocorrelation above which the series drifts
OUTSIDE = 1 / 3  # share of the points outside the limits above which there is no one level
ENOUGH = 13  # points to look at, before a run may be read as a change


def why_unreliable(values: ArrayLike, limits: Segment, unit: float = 0.0) -> str:
    """Why the limits of this stretch say nothing: 'drifts', 'rounded', or '' where they may speak.

    `values` in time order since the last break, NaN where missing, and their `limits`; `unit` is the step to
    which the figures are rounded (0.1 for one decimal). 'drifts': the points before the newest seven have a
    lag-1 autocorrelation above 0.3, or more than a third of them lie outside their own limits. 'rounded':
    the limits are narrower than `unit`. A stretch without limits is not silenced, it has none.
    """
    if limits.limits is None:
        return ""
    low, high = limits.limits
    if high - low < unit:
        return "rounded"
    earlier = np.asarray(values, dtype=float)[:-NEWEST]
    return "drifts" if _outside(earlier) > OUTSIDE or autocorrelation(earlier) > ALIKE else ""


def _outside(earlier: np.ndarray) -> float:
    """The share of these points outside limits of their own: a leap in the newest ones must not move them."""
    own = draw(earlier, 0, True, None, "")
    if own.limits is None:
        return 0.0
    low, high = own.limits
    known, noise = earlier[~np.isnan(earlier)], negligible(earlier)
    return float(np.mean((known > high + noise) | (known < low - noise)))


def runs_may_speak(values: ArrayLike) -> bool:
    """Whether enough points lie before the newest seven to know that a run is not the series' own drift."""
    return int(np.count_nonzero(~np.isnan(np.asarray(values, dtype=float)[:-NEWEST]))) >= ENOUGH


def autocorrelation(values: ArrayLike) -> float:
    """How alike neighbouring points are (lag 1), from -1 to about 1; 0 where nothing moves or too few are
    known.

    The plain estimate is too low in short series, on average by (1 + 4r) / n (Kendall 1954); that is added,
    so that 13 points are held to the same standard as 60. NaN is a missing period, and breaks its pairs.
    """
    x = np.asarray(values, dtype=float)
    n = int(np.count_nonzero(~np.isnan(x)))
    if n < 3:
        return 0.0
    x = x - np.nanmean(x)
    total = np.nansum(x**2)
    pairs = x[1:] * x[:-1]
    known = int(np.count_nonzero(~np.isnan(pairs)))
    if not known or total <= 1e-20 * n:
        return 0.0
    # Over the pairs that are there: a gap must not make neighbours look less alike.
    plain = float(np.nansum(pairs) / known * (n - 1) / total)
    return plain + (1 + 4 * plain) / n
