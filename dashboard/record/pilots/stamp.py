"""When a pilot was registered: before it began, after it began, or after its outcome was out. For ever.

The stamp is set by the server when a version is written, and each later version carries the worst: a plan
that was made knowing the answer stays one, whatever is written over it.
"""

from collections.abc import Sequence
from datetime import date

from dashboard.record.kinds import Pilot
from dashboard.record.pilots.small_places import figures
from dashboard.record.versions import RecordEntry
from dashboard.site import Site
from dashboard.statements.judgement.regular import period_end

BEFORE, BEGAN, OUT = "before", "began", "out"
STAMPS = (BEFORE, BEGAN, OUT)  # each worse than the one before
_PLAN = ("indicator", "area_codes", "start", "expected", "donors")  # what may not be chosen afterwards


def stamp(site: Site, pilot: Pilot, old: Pilot | None, day: date) -> str:
    """The stamp of a version written on `day`: of `old` where the plan is the same, else the worse of both.

    Empty for an unchanged plan of before there were stamps: its own first day says it (`stamped`).
    """
    if old and all(getattr(old, name) == getattr(pilot, name) for name in _PLAN):
        return old.stamp
    return max((old.stamp if old else "") or BEFORE, _now(site, pilot, day), key=STAMPS.index)


def _now(site: Site, pilot: Pilot, day: date) -> str:
    """Out where one of its places has a figure of a period that ends on the first day or later."""
    indicator = site.indicators[pilot.indicator]
    observations = figures(site, indicator, pilot.area_codes)
    newest = [observations.latest(code) for code in pilot.area_codes]
    if any(item and period_end(indicator, item.period) >= pilot.start for item in newest):
        return OUT
    return BEGAN if pilot.start < day else BEFORE


def stamped(history: Sequence[RecordEntry]) -> list[tuple[str, date]]:
    """The stamp of each version, oldest first, with the day on which it was written.

    Of versions from before there were stamps it is known from dates alone whether the pilot had begun.
    """
    found: list[tuple[str, date]] = []
    worst = BEFORE
    for entry in history:
        day = entry.at.date()
        known = entry.item.stamp or (BEGAN if not found and entry.item.start < day else worst)
        worst = max(worst, known, key=STAMPS.index)
        found.append((worst, day))
    return found
