"""Casualties judged: the newest months against the same a year before, and each month by what is usual."""

from dataclasses import replace
from datetime import date

import numpy as np

from dashboard.datastore.events import collision_sizes, count, span
from dashboard.methods.change.judging import BASE_MONTHS
from dashboard.methods.control_charts.control_limits import Step
from dashboard.methods.control_charts.level import runs_may_speak, why_unreliable
from dashboard.methods.control_charts.xmr import ENOUGH_POINTS, without_runs, xmr
from dashboard.methods.counts import clustering, two_counts
from dashboard.pages.events.choice import Casualties
from dashboard.pages.events.trend_words import Usual, Versus

INDICATOR = "transport/road_casualties"  # whose breaks in the recording of severity hold here too


def usual(found: Casualties) -> Usual:
    """The control chart of the last 36 months, none before the recording of severity changed."""
    days = [day for day, _ in found.months]
    changed = [at for at, day in enumerate(days) for step in breaks(found) if day == step.since]
    start = max(len(days) - BASE_MONTHS, *changed, 0)
    numbers = np.array([number for _, number in found.months[start:]], dtype=float)
    if len(numbers) < ENOUGH_POINTS:
        return Usual(None, start, "few")
    chart = xmr(numbers, better="lower")
    if why := why_unreliable(numbers, chart.segments[0], unit=1.0):
        return Usual(None, start, why)
    return Usual(chart if runs_may_speak(numbers) else without_runs(chart), start)


def versus(found: Casualties) -> Versus | None:
    """The months of the newest year that is looked at, against the same a year before; None where those are
    not held, or were recorded otherwise."""
    until = found.chosen.until
    since = max(found.chosen.since, date(until.year, 1, 1))
    earlier = replace(found.chosen, since=_year_before(since), until=_year_before(until))
    first, *_ = span(found.site.store, found.region.code)
    if earlier.since < first or any(earlier.since < step.since <= until for step in _steps(found)):
        return None
    store, later = found.site.store, replace(found.chosen, since=since)
    sizes = [size for each in (earlier, later) for size, n in collision_sizes(store, each) for _ in range(n)]
    now = sum(number for day, number in found.months if day >= since)
    before = count(store, earlier).total
    provisional = found.provisional is not None and until >= found.provisional
    return Versus(since, until, now, before, two_counts(now, before, clustering(sizes)), provisional)


def killed_or_seriously_injured(found: Casualties) -> Versus | None:
    """Of casualties of every severity the worst ones, in the newest months against the same a year before:
    these may change where all together do not. None where they are chosen already, or cannot be compared."""
    if found.chosen.severity != "all":
        return None
    return versus(replace(found, chosen=replace(found.chosen, severity="ksi")))


def breaks(found: Casualties) -> list[Step]:
    """Where the recording of severity changed inside the period; none for all casualties together."""
    since, until = found.chosen.since, found.chosen.until
    return [step for step in _steps(found) if since < step.since <= until]


def _steps(found: Casualties) -> list[Step]:
    indicator = found.site.indicators.get(INDICATOR)
    if found.chosen.severity == "all" or indicator is None:
        return []
    return [Step(item.since, item.reason) for item in indicator.breaks]


def _year_before(day: date) -> date:
    return day.replace(year=day.year - 1)
