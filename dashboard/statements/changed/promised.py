"""Promises between two days: those made, changed or withdrawn, and the stages that figures moved since.

A stage is told where a figure that came between the two days moved it, on the day on which that came: what is
known without its day is never told as new. Figures that are counted otherwise move none: that is told.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from dashboard.catalogue.periods import A_DAY
from dashboard.datastore.editions.change_days import basis, change_days
from dashboard.datastore.published import promised, promises
from dashboard.record_port import Promised, StageAim
from dashboard.site import Site
from dashboard.statements.changed.compared import known_on
from dashboard.statements.outlook.promise_stages import DONE, StageStanding, stage_standing

EVENTS = {
    "made": "Promised",
    "changed": "Promise changed",
    "withdrawn": "Promise withdrawn",
    "reached": "Stage reached",
    "back": "Stage fallen back",
    "missed": "Stage not reached by its date",
    "recounted": "Stage whose figures are counted otherwise",
}


@dataclass(frozen=True)
class PromiseEvent:
    """What happened to a promise on `day`, of EVENTS; `detail` names the stage and its figure, "" for the
    promise itself."""

    id: str
    title: str
    event: str
    day: date
    detail: str = ""


def promise_events(site: Site, region: str, since: date, until: date) -> list[PromiseEvent]:
    """What happened to the promises of `region` (its code) after `since` and up to `until`, newest first."""
    before, now = (
        {item.id: item for item in _known(site, day) if item.region == region} for day in (since, until)
    )
    found = [event for item in now.values() for event in _told(site, before.get(item.id), item, until)]
    gone = [before[key] for key in before.keys() - now.keys()]
    found += [PromiseEvent(item.id, item.title, "withdrawn", until) for item in gone]
    for item in now.values():
        found += _stages(site, item, since, until) if item.id in before else ()
    return sorted(found, key=lambda event: (-event.day.toordinal(), event.id, event.detail))


def _known(site: Site, day: date) -> Iterable[Promised]:
    """The promises of a day: the public's are the published ones, from the day on which each was made."""
    if site.settings.audience == "public":
        return [item for item in map(promised, promises(site.settings.data)) if item.day <= day]
    return site.record.at(day).promises()


def _told(site: Site, old: Promised | None, item: Promised, until: date) -> Iterator[PromiseEvent]:
    if old is None:
        yield PromiseEvent(item.id, item.title, "made", item.day)
    elif old != item:
        yield PromiseEvent(item.id, item.title, "changed", until)


def _stages(site: Site, item: Promised, since: date, until: date) -> Iterator[PromiseEvent]:
    for aim in item.stages:
        for day in _days(site, aim, since, until):
            was, now = (_standing(site, aim, each) for each in (day - A_DAY, day))
            event = _moved(was.state, now.state)
            if event == "recounted" or (event and _same(site, aim, day)):
                yield PromiseEvent(item.id, item.title, event, day, f"{aim.name}. {now.goal}. {now.sentence}")


def _days(site: Site, aim: StageAim, since: date, until: date) -> list[date]:
    indicator = site.indicators.get(aim.indicator)
    days = change_days(site.store, indicator) if indicator else ()
    return [day for day in days if since < day <= until]


def _same(site: Site, aim: StageAim, day: date) -> bool:
    """Whether the figures count on `day` as they did before: those of another base reach nothing."""
    indicator = site.indicators[aim.indicator]
    return basis(site.store, indicator, day - A_DAY) == basis(site.store, indicator, day)


def _standing(site: Site, aim: StageAim, day: date) -> StageStanding:
    return stage_standing(known_on(site, site.indicators[aim.indicator], day), aim, day)


def _moved(was: str, now: str) -> str:
    """What happened to a stage that was in one state and is in another, of EVENTS; "" for nothing to tell."""
    if now in DONE:
        return "" if was in DONE else "reached"
    return now if now in ("back", "missed", "recounted") and now != was else ""
