"""Will we meet the target? The required path, where we are on it, and where the projection ends."""

from dataclasses import dataclass
from datetime import date
from math import isnan

from dashboard.methods.polarity import goodness


@dataclass(frozen=True)
class Target:
    """A target somebody set: `value` by the date `due`, from `baseline` at the date `since`.

    Both in the indicator's unit; `better` ('higher' or 'lower') is the direction that counts as progress.
    `recounted`: the day from which the figures are counted otherwise than when it was set, so that none since
    is held to it.
    """

    value: float
    due: date
    baseline: float
    since: date
    better: str
    recounted: date | None = None

    def __post_init__(self) -> None:
        if self.due <= self.since:
            raise ValueError(
                f"the target is due {self.due}, not after its baseline of {self.since}; correct a date"
            )
        if self.better not in ("higher", "lower"):
            raise ValueError("a target needs a direction; set better to higher or lower")


@dataclass(frozen=True)
class Progress:
    """Where a place stands. `required` is the value that the path asks for at the date of the latest figure.
    `track`: 'met', 'on track', 'off track', or 'cannot tell'. `gap` is latest minus required, in the
    indicator's unit, None when either is missing. `reason` explains 'cannot tell', else ''."""

    required: float
    track: str
    gap: float | None
    reason: str = ""


def required_path(target: Target, at: date) -> float:
    """The value that a straight line from baseline to target asks for at a date; flat before and after."""
    share = (at - target.since).days / (target.due - target.since).days
    return target.baseline + min(max(share, 0.0), 1.0) * (target.value - target.baseline)


def progress(target: Target, latest: float | None, at: date) -> Progress:
    """Hold the latest figure, of the date `at`, against the target and its path; on the path is on track.

    After the due date only meeting the target counts. A missing figure, one from before the baseline or
    one that is counted otherwise: 'cannot tell'.
    """
    required = required_path(target, at)
    if latest is None or isnan(latest):
        return Progress(required, "cannot tell", None, "there is no figure")
    if target.recounted:
        return Progress(required, "cannot tell", None, "figures are counted otherwise than when it was set")
    gap = latest - required
    if _met(latest, target.value, target.better):
        return Progress(required, "met", gap)
    if at <= target.since:
        return Progress(required, "cannot tell", gap, "there is no figure since the target was set")
    return Progress(required, "on track" if _met(latest, required, target.better) else "off track", gap)


def outlook(target: Target, lower: float | None, upper: float | None) -> str:
    """Where the target lies against the 80% band projected for its due date.

    'inside' the band; 'out of reach' when the whole band falls short of it; 'expected' when the whole band
    is at or past it; 'cannot tell' without a band for that date. Refuses lower above upper.
    """
    if lower is None or upper is None or isnan(lower) or isnan(upper):
        return "cannot tell"
    if lower > upper:
        raise ValueError(f"the band runs from {lower} to {upper}; put its lower end first")
    worst, best = (lower, upper) if target.better == "higher" else (upper, lower)
    if _met(worst, target.value, target.better):
        return "expected"
    return "inside" if _met(best, target.value, target.better) else "out of reach"


def _met(value: float, goal: float, better: str) -> bool:
    return value == goal or goodness(1 if value > goal else -1, better) > 0
