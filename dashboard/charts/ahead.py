"""What lies ahead on a chart: the fan of a projection and the path of a target, with their words."""

from datetime import UTC, date, datetime

from dashboard.capital_letter import capital
from dashboard.catalogue.indicators import Indicator
from dashboard.catalogue.periods import later
from dashboard.charts.chart import Band, Line, Point
from dashboard.charts.selection import Selection
from dashboard.datastore.areas import Area
from dashboard.methods.targets import Target, required_path
from dashboard.record_port import Goal
from dashboard.site import Site
from dashboard.statements.judgement.method_words import limits
from dashboard.statements.judgement.regular import period_end
from dashboard.statements.outlook.fan import as_tested, band_name, has_length
from dashboard.statements.outlook.outlook import Outlook, outlook
from dashboard.statements.outlook.record_targets import target_of
from dashboard.statements.outlook.target_words import goal as goal_words
from dashboard.statements.outlook.target_words import target_status

CONTINUED = "If recent patterns continue"
MONTHS = {"month": 1, "quarter": 3}


def fan_shown(found: Outlook, choice: str) -> bool:
    """Whether the fan is drawn: as the reader chose ("shown" or "hidden"), else only as it was tested."""
    return has_length(found) and (choice == "shown" or (choice != "hidden" and as_tested(found)))


def ahead_of(site: Site, indicator: Indicator, region: Area) -> Outlook:
    """What is projected for the region, held against the target due next (if all are past, the last)."""
    goals = site.record.targets([region.code], indicator.id)
    targets = [target for target in (target_of(site, goal) for goal in goals) if target]
    latest = site.observations(indicator).latest(region.code)
    now = period_end(indicator, latest.period) if latest else date.min
    due = next((target for target in targets if target.due >= now), targets[-1] if targets else None)
    today = datetime.now(UTC).date()
    key = ("outlook", indicator, region.code, due, f"{today}")  # as text: a date would be that of a past day
    return site.remember(key, lambda: outlook(site, indicator, region, due, today))


def fan(chosen: Selection) -> tuple[tuple[Band, ...], tuple[Line, ...]]:
    """The 80% band and its middle, from the newest figure on; nothing where none is to be drawn."""
    found, indicator = chosen.outlook, chosen.indicator
    latest = chosen.site.observations(indicator).latest(chosen.region.code)
    if found is None or not found.steps or latest is None:
        return (), ()
    name = band_name(found)
    note = f"{name[:1].lower()}{name[1:]}, if recent patterns continue"
    start = Point(latest.period, indicator.period_label(latest.period), latest.value)
    ahead = [
        Point(step.period, indicator.period_label(step.period), step.point, step.lower, step.upper, note)
        for step in found.steps
    ]
    opening = Point(latest.period, start.label, latest.value, latest.value, latest.value)
    last = found.steps[-1]
    end = limits(indicator, last.lower, last.upper)
    gap = found.steps[0].horizon > 1  # a period that is over has no figure yet, and none is drawn for it
    band = Band(name, tuple(ahead) if gap else (opening, *ahead), "projection")
    return (band,), (Line(CONTINUED, tuple(ahead) if gap else (start, *ahead), "path", end),)


def target_paths(chosen: Selection) -> list[Line]:
    """For each target of the region, the straight path from its baseline to it."""
    found = [(goal, target_of(chosen.site, goal)) for goal in _goals(chosen)]
    kept = [(goal, target) for goal, target in found if target and not target.recounted]
    return [target_path(chosen.indicator, goal, target) for goal, target in kept]


def track_words(chosen: Selection) -> list[str]:
    """For each target of the region, whether it is on track and what its path asks for."""
    latest = chosen.site.observations(chosen.indicator).latest(chosen.region.code)
    if latest is None:
        return []
    targets = [target_of(chosen.site, goal) for goal in _goals(chosen)]
    held = [target_status(chosen.indicator, target, latest) for target in targets if target]
    return [f"{capital(item.text)}. {item.reason}" for item in held]


def _goals(chosen: Selection) -> tuple[Goal, ...]:
    return chosen.site.record.targets([chosen.region.code], chosen.indicator.id)


def target_path(indicator: Indicator, goal: Goal, target: Target) -> Line:
    """The straight path from a target's baseline to it, with its value at each period on the way."""
    points = [
        Point(period, indicator.period_label(period), required_path(target, period_end(indicator, period)))
        for period in _periods(indicator, goal)
    ]
    return Line(
        "Path to the target", tuple(points), "target", goal_words(indicator, target.value, target.due)
    )


def _periods(indicator: Indicator, goal: Goal) -> list[date]:
    """From the baseline's period to the one in which the target is due."""
    months, found = MONTHS.get(indicator.period, 12), [goal.since]
    while period_end(indicator, found[-1]) < goal.due:
        found.append(later(goal.since, len(found) * months))
    return found
