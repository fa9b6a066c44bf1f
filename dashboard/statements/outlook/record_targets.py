"""Targets out of the record, as the methods and the attention list take them."""

from dashboard.datastore.editions.change_days import counted_otherwise
from dashboard.methods.targets import Target
from dashboard.record_port import Goal
from dashboard.site import Site
from dashboard.statements.judgement.regular import period_end


def target_of(site: Site, goal: Goal) -> Target | None:
    """The Target that `goal` is, or None where it is due before its baseline's period has ended, at which its
    path begins. No form takes such a goal; a restored record may hold one.

    Where neither direction is better, progress is towards its value.
    """
    indicator = site.indicators[goal.indicator]
    since = period_end(indicator, goal.since)
    if goal.due <= since:
        return None
    towards = "higher" if goal.value > goal.baseline else "lower"
    better = towards if indicator.better == "neither" else indicator.better
    recounted = goal.as_known_on and counted_otherwise(site.store, indicator, goal.as_known_on, site.as_of)
    return Target(goal.value, goal.due, goal.baseline, since, better, recounted)


def targets_of(site: Site, area_code: str) -> dict[str, Target]:
    """For each indicator (its id) with a target in an area, the one due next; the last once all are past."""
    found: dict[str, Target] = {}
    for goal in site.record.targets([area_code]):
        indicator = site.indicators.get(goal.indicator)
        if indicator is None or (latest := site.observations(indicator).latest(area_code)) is None:
            continue
        held = found.get(goal.indicator)
        target = target_of(site, goal)
        if target and (held is None or held.due < period_end(indicator, latest.period)):
            found[goal.indicator] = target
    return found
