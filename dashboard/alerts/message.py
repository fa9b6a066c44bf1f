"""The message of an alert: what has changed since it was last sent, for what it is about."""

import hashlib
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date

from dashboard.catalogue.periods import A_DAY, day_words
from dashboard.datastore.areas import Area
from dashboard.record.kinds import Alert
from dashboard.site import Site
from dashboard.statements.changed.between import Changes, ChangesQuery, changes_between
from dashboard.statements.changed.words import DECIDED, sentences_of, title_of

MOST_AREAS = 3  # areas of an indicator; the page has them all


@dataclass(frozen=True)
class Item:
    """One thing that changed: `key` names it and what it says, so that it is told once."""

    key: str
    title: str
    lines: tuple[str, ...]
    path: str


@dataclass(frozen=True)
class Message:
    """What is sent: its title, its items, and the page that has all of it."""

    title: str
    items: tuple[Item, ...]
    path: str


def message(
    site: Site, region: Area, alert: Alert, since: date, until: date, told: Collection[str]
) -> Message | None:
    """What changed after `since` and up to `until` that was not `told` yet; None where nothing did."""
    place = site.geography.areas.get(alert.area_code) if alert.area_code else None
    theme = alert.about if alert.about in site.themes else ""
    found = changes_between(site, ChangesQuery(region, since, until, place, theme))
    every = [*([] if alert.about == "decisions" else _figures(found)), *_decisions(site, found)]
    items = tuple(item for item in every if item.key not in told)
    if not items:
        return None
    name = place.name if place else region.name
    many = "1 change" if len(items) == 1 else f"{len(items)} changes"
    return Message(f"{name}: {many}", items, f"/whats-new?region={region.code}&since={since.isoformat()}")


def _figures(found: Changes) -> Iterator[Item]:
    for item in found.indicators:
        lines = sentences_of(item)
        more = [f"And {len(lines) - MOST_AREAS} more areas."] if len(lines) > MOST_AREAS else []
        path = f"/indicator/{item.indicator.id}?region={found.asked.region.code}"
        yield Item(_key(item.indicator.id, *lines), title_of(item), (*lines[:MOST_AREAS], *more), path)


def _decisions(site: Site, found: Changes) -> Iterator[Item]:
    """Decisions taken, changed, reviewed or withdrawn, and reviews that have fallen due."""
    region, asked = found.asked.region.code, found.asked
    for event in found.decisions:
        title = f"{DECIDED[event.event]}: {event.title}"
        path = f"/decision/{event.id}?region={region}"
        yield Item(_key(event.id, event.event, str(event.day), event.title), title, (), path)
    if asked.theme or asked.place:
        return
    for item in site.record.at(asked.until).decisions(asked.until):
        if item.region == region and asked.since < item.review <= asked.until and item.reviewed is None:
            path = f"/decision/{item.id}?region={region}"
            title = f"Review due on {day_words(item.review)}: {item.title}"
            yield Item(_key(item.id, "due", str(item.review)), title, (), path)


def _key(*parts: str) -> str:
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:24]


def first_day(day: date) -> date:
    """The day to ask from, so that what comes later on `day` is still seen: what was told is left out."""
    return day - A_DAY
