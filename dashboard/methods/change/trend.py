"""Recent trend of an annual series with limits, and plain direction where no verdict is possible.

Source of the recent trend: OHID Fingertips, "recent trends" (dhsc-govuk/FingertipsNext,
TrendMarkerCalculator).
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from dashboard.methods.polarity import check_better, word

POINTS = 5
CHI2 = 9.54953570608324  # 99.8%, one degree of freedom
Z95_WIDTH = 3.92


@dataclass(frozen=True)
class Trend:
    """What can be said of the change in a series.

    `verdict`: 'getting better', 'getting worse', 'increasing', 'decreasing', 'no clear change', or
    'cannot tell'. `direction` is +1, -1 or 0: of the trend when there is a verdict, else just of last against
    first. `slope` is per period in the unit of the values, and with `chi2` None when no trend was fitted.
    `points` are the positions used. `lately` is the direction of the newest of them against the one before,
    which may be the other way. `hidden` is the size of a change over those points that their margins of error
    could hide, in the unit of the values. `reason` is a plain sentence on why this verdict, or why none.
    """

    verdict: str
    direction: int
    reason: str
    points: tuple[int, ...]
    slope: float | None = None
    chi2: float | None = None
    lately: int = 0
    hidden: float | None = None


def recent_trend(values: ArrayLike, lower: ArrayLike, upper: ArrayLike, *, better: str = "neither") -> Trend:
    """Is the trend over the last five points more than chance? (OHID Fingertips)

    `values` with their published 95% limits, same unit, in time order; NaN where missing. The last five
    points that have a value and both limits are used, evenly spaced, weighted by 1 / se^2 with se = (upper
    - lower) / 3.92. There is a trend when (slope / se)^2 > 9.5495 (99.8%) and the slope keeps its sign when
    any one of the five points is left out. Give only points after the last break in the series. Refuses:
    limits the wrong way round, series of different lengths. Fewer than five points with limits of some
    width: 'cannot tell'.
    """
    check_better(better)
    y, low, high = _checked(values, lower, upper)
    usable = np.flatnonzero(~np.isnan(y) & (high > low))[-POINTS:]
    if len(usable) < POINTS:
        return _no_verdict(y, f"a recent trend needs {POINTS} points with limits; there are {len(usable)}")
    weights = (Z95_WIDTH / (high - low)[usable]) ** 2
    slope, error = _weighted_slope(y[usable], weights)
    others = [_weighted_slope(y[usable], np.delete(weights, i), leave_out=i)[0] for i in range(POINTS)]
    chi2 = (slope / error) ** 2
    steady = all(np.sign(other) == np.sign(slope) for other in others)
    direction = int(np.sign(slope)) if chi2 > CHI2 and steady else 0
    verdict = word(
        direction, better, "getting better", "getting worse", "increasing", "decreasing", "no clear change"
    )
    return Trend(
        verdict,
        direction,
        _because(direction, chi2),
        tuple(map(int, usable)),
        float(slope),
        float(chi2),
        lately=_lately(y[usable]),
        hidden=float(CHI2**0.5 * error * (POINTS - 1)),
    )


def direction_only(values: ArrayLike) -> Trend:
    """Say only whether the last value is above or below the first; never a verdict.

    `values` in time order, NaN where missing. Refuses nothing: with no value at all the direction is 0.
    """
    y = np.asarray(values, dtype=float)
    count = int((~np.isnan(y)).sum())
    return _no_verdict(
        y, too_few(count) if count < 3 else f"{count} points are too few to tell a change from chance"
    )


def too_few(count: int) -> str:
    """The sentence for one or two periods."""
    return f"no trend can be judged from {count} period{'' if count == 1 else 's'}"


def _no_verdict(y: np.ndarray, reason: str) -> Trend:
    present = np.flatnonzero(~np.isnan(y))
    direction = int(np.sign(y[present[-1]] - y[present[0]])) if len(present) else 0
    return Trend("cannot tell", direction, reason, tuple(map(int, present)), lately=_lately(y[present]))


def _lately(known: np.ndarray) -> int:
    """The direction of the last of these figures against the one before; 0 for fewer than two."""
    return int(np.sign(known[-1] - known[-2])) if len(known) > 1 else 0


def _because(direction: int, chi2: float) -> str:
    if direction:
        return "the last five figures move one way by more than their margins of error explain"
    if chi2 > CHI2:
        return "the slope of the last five figures rests on a single one of them"
    return "the last five figures differ by no more than their margins of error explain"


def _weighted_slope(y: np.ndarray, w: np.ndarray, leave_out: int | None = None) -> tuple[float, float]:
    """Slope per period and its standard error, by weighted least squares on 1..5 (positions keep their
    place)."""
    t = np.arange(1.0, POINTS + 1)
    if leave_out is not None:
        t, y = np.delete(t, leave_out), np.delete(y, leave_out)
    from_mean = t - np.average(t, weights=w)
    spread = (w * from_mean**2).sum()
    # Subtracting a value first changes nothing but the rounding: a flat series then has a slope of exactly 0.
    return float((w * from_mean * (y - y[0])).sum() / spread), float(spread**-0.5)


def _checked(*columns: ArrayLike) -> tuple[np.ndarray, ...]:
    y, low, high = (np.asarray(column, dtype=float) for column in columns)
    if not len(y) == len(low) == len(high):
        raise ValueError(
            f"{len(y)} values have {len(low)} lower and {len(high)} upper limits; give one of each"
        )
    if (low > high).any():
        raise ValueError(f"a lower limit is above its upper limit at position {int(np.argmax(low > high))}")
    return y, low, high
