"""What is said of a dated target that somebody set: on track or off, against its required path.

Targets live in the record; here they come in as dashboard.methods.targets.Target.
"""

from dataclasses import dataclass
from datetime import date

from dashboard.catalogue.indicators import Indicator
from dashboard.catalogue.periods import MONTHS, day_words
from dashboard.catalogue.rounding import written
from dashboard.datastore.observations import Observation
from dashboard.methods.targets import Progress, Target, progress
from dashboard.statements.judgement.lately_words import size_in
from dashboard.statements.judgement.regular import period_end

# What is said of each track of a target.
TRACKS = {"met": "Met", "on track": "On track", "off track": "Off track", "cannot tell": "Cannot tell yet"}


@dataclass(frozen=True)
class TargetStatus:
    """A figure held to its target. `status` is on, off, or none where it cannot be told; never a guess.
    `recounted`: its figures are counted otherwise than when it was set."""

    status: str
    text: str
    reason: str
    progress: Progress
    recounted: bool = False


def target_status(indicator: Indicator, target: Target, latest: Observation) -> TargetStatus:
    """Hold `latest` to `target`, at the end of its period; both in the indicator's unit."""
    at = period_end(indicator, latest.period)
    seen = progress(target, latest.value, at)
    status = {"met": "on", "on track": "on", "off track": "off", "cannot tell": "none"}[seen.track]
    return TargetStatus(
        status,
        _text(indicator, target, seen, at),
        _reason(indicator, target, seen),
        seen,
        target.recounted is not None,
    )


def goal(indicator: Indicator, value: float, due: date) -> str:
    """The target in words: "80% by Dec 2030"."""
    return f"{indicator.format(value)} by {day(due)}"


def day(when: date) -> str:
    """A due date to the month; the year alone where it is the end of the year."""
    return str(when.year) if (when.month, when.day) == (12, 31) else f"{MONTHS[when.month - 1]} {when.year}"


def asks_for(indicator: Indicator, target: Target) -> str:
    """How far it is from the baseline to the target, and in which time."""
    way = "rise" if target.value > target.baseline else "fall"
    start = f"{indicator.format(target.baseline)} in {day(target.since)}"
    far = size_in(indicator, target.value - target.baseline)
    return (
        f"From {start} to {goal(indicator, target.value, target.due)}: a {way} of {far} in {_time(target)}."
    )


def _time(target: Target) -> str:
    """The time between baseline and target, in years where it is two or more."""
    months = round((target.due - target.since).days / 30.4375)
    if months < 24:
        return f"{months} month{'' if months == 1 else 's'}"
    years = written(months / 12, 1).removesuffix(".0")
    return f"{years} years"


def _text(indicator: Indicator, target: Target, seen: Progress, at: date) -> str:
    what = f"its target of {goal(indicator, target.value, target.due)}"
    if seen.track == "met":
        return f"{what} is met"
    if target.recounted:
        return f"{what} cannot be judged any more"
    if seen.track == "cannot tell":
        return f"{what} cannot be judged yet"
    if at >= target.due:
        return f"{what} was missed"
    return f"{seen.track} for {what}"


def _reason(indicator: Indicator, target: Target, seen: Progress) -> str:
    start = f"{indicator.format(target.baseline)} in {day(target.since)}"
    if target.recounted:
        return (
            f"It was set from {start}. Since {day_words(target.recounted)} figures are counted otherwise, so "
            "none of them can be held to it."
        )
    if seen.gap is None or seen.reason:
        return f"The target's path begins at {start}: {seen.reason}."
    side = "at least" if target.better == "higher" else "at most"
    asked = f"{side} {indicator.format(seen.required)}"
    return (
        f"The straight path from {start} to {goal(indicator, target.value, target.due)} asks for {asked} now."
    )
