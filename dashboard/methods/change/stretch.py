"""The stretch of a series that is judged, and the two ways in which a verdict on it begins."""

from dataclasses import dataclass, replace

import numpy as np

from dashboard.methods.change.trend import direction_only
from dashboard.methods.change.verdict import BEYOND, Change
from dashboard.methods.polarity import word


@dataclass(frozen=True)
class Stretch:
    """The stretch that is judged, since the last break, and what is known of it."""

    values: np.ndarray
    lower: np.ndarray
    upper: np.ndarray
    there: np.ndarray | None
    frequency: str
    better: str
    seasonal: bool
    relative: bool
    unit: float
    target: float | None
    since: int


def change_verdict(found: Change, direction: int, better: str) -> Change:
    """The verdict of a rule that errs at most 1 time in 20."""
    verdict = word(direction, better, "improving", "worsening", "rising", "falling", "nothing unusual")
    return replace(found, verdict=verdict, direction=direction, scope=BEYOND if direction else "")


def no_verdict(nothing: Change, given: Stretch) -> Change:
    """Where the newest figure stands against the first, and no verdict."""
    seen = direction_only(given.values)
    return replace(nothing, direction=seen.direction, trend=seen)
