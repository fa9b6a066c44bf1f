"""The limits of an XmR chart, one set for each stretch between decided step changes (NHS England, Making
Data Count)."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np

LIMIT = 2.66  # 3 / 1.128, moving ranges of two points
NEAR = 2 * LIMIT / 3
SCREEN = 3.267  # upper limit of the moving-range chart


@dataclass(frozen=True)
class Step:
    """A step change somebody decided on: limits start afresh at the first period on or after `since`."""

    since: Any
    reason: str

    def __post_init__(self) -> None:
        if not str(self.reason).strip():
            raise ValueError(
                f"the step at {self.since} has no reason; a step change needs a date and a reason"
            )


@dataclass(frozen=True)
class Segment:
    """One stretch with its own limits, in the unit of the values.

    `start` to `stop` (exclusive) are positions in the series. The limits are None when no two neighbouring
    points exist. `dropped` counts the moving ranges that screening left out; `reason` is that of its step.
    """

    start: int
    stop: int
    points: int
    mean: float | None
    lower: float | None
    upper: float | None
    near_lower: float | None
    near_upper: float | None
    dropped: int
    reason: str

    @property
    def limits(self) -> tuple[float, float] | None:
        """Lower and upper; None where there are none."""
        return None if self.lower is None or self.upper is None else (self.lower, self.upper)

    @property
    def near(self) -> tuple[float, float] | None:
        """The near limits, lower and upper; None where there are none."""
        return (
            None if self.near_lower is None or self.near_upper is None else (self.near_lower, self.near_upper)
        )


def negligible(values: np.ndarray) -> float:
    """The rounding noise of these values: a difference this small is floating point, not a difference."""
    return 1e-12 * float(np.nanmax(np.abs(values), initial=0.0))


def split_at_steps(
    count: int, steps: Sequence[Step], periods: Sequence[Any] | None
) -> list[tuple[int, int, str]]:
    """(start, stop, reason) of every stretch. A step before the first or after the last period has no effect.

    Refuses periods that are out of order, repeated, or not one for each value.
    """
    times = list(range(count)) if periods is None else list(periods)
    if len(times) != count:
        raise ValueError(
            f"xmr was given {count} values but {len(times)} periods; give one period for each value"
        )
    if any(later <= earlier for earlier, later in pairwise(times)):
        raise ValueError("xmr was given periods out of order; sort them, each once")
    reasons = {0: ""}
    for step in steps:
        reasons[next((i for i, time in enumerate(times) if time >= step.since), count)] = step.reason
    starts = sorted(start for start in reasons if start < count)
    return [(a, b, reasons[a]) for a, b in zip(starts, [*starts[1:], count], strict=True)]


def draw(part: np.ndarray, start: int, screen: bool, fixed_after: int | None, reason: str) -> Segment:
    """Limits of one stretch: mean +- 2.66 mean moving ranges, near limits at two thirds of that."""
    base = part[:fixed_after]
    moves = np.abs(np.diff(base))
    moves = moves[~np.isnan(moves)]
    points = int((~np.isnan(part)).sum())
    if not moves.size:
        return Segment(start, start + len(part), points, None, None, None, None, None, 0, reason)
    # When every move is zero none is below the threshold; the limits then lie on the mean.
    kept = moves[moves < SCREEN * moves.mean()] if screen and moves.max() > negligible(part) else moves
    mean, width = float(np.nanmean(base)), float(kept.mean())
    low, high, near_low, near_high = (mean + factor * width for factor in (-LIMIT, LIMIT, -NEAR, NEAR))
    dropped = int(moves.size - kept.size)
    return Segment(start, start + len(part), points, mean, low, high, near_low, near_high, dropped, reason)
