"""Entries of a feed: one for each indicator and day on which a figure came, was revised, or a verdict
changed.

They tell what was published or read here, ordered by day and indicator alone: neither their number nor their
order nor their times depend on anything that is not served (figures under embargo are in no datastore of
ours).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from dashboard.catalogue.indicators import Indicator
from dashboard.catalogue.periods import A_DAY
from dashboard.datastore.areas import Area
from dashboard.datastore.editions.change_days import change_days
from dashboard.datastore.published import published
from dashboard.site import Site
from dashboard.statements.changed.between import areas_of, indicators_of
from dashboard.statements.changed.compared import IndicatorChange, compared, with_areas
from dashboard.statements.changed.words import sentences_of, title_of

SPAN = timedelta(days=200)  # before the newest day that anything of this site changed
MOST_ENTRIES = 30


@dataclass(frozen=True)
class FeedEntry:
    """One entry: `key` names it for ever within its feed, `path` is the page that it is about."""

    key: str
    day: date
    title: str
    lines: tuple[str, ...]
    path: str


def figure_entries(
    site: Site, region: Area, place: Area | None = None, theme: str = "", indicator: str = ""
) -> tuple[FeedEntry, ...]:
    """The newest entries of a region with its places, or of one place; of a theme or an indicator alone."""
    key = ("feed", region, place, theme, indicator)
    return site.store.remember(key, lambda: _newest(site, region, place, theme, indicator))


def _newest(
    site: Site, region: Area, place: Area | None, theme: str, indicator: str
) -> tuple[FeedEntry, ...]:
    found: list[FeedEntry] = []
    for day, item in _days(site, indicators_of(site, theme, indicator)):
        changed = compared(site, item, areas_of(site, region, place), day - A_DAY, day)
        if changed and (told := with_areas(changed, lambda area: area.kind != "gone")):
            found.append(_entry(told))
        if len(found) == MOST_ENTRIES:
            break
    return tuple(found)


def _days(site: Site, indicators: list[Indicator]) -> Iterator[tuple[date, Indicator]]:
    """Each indicator with each of its days, the newest first, then in the order of their ids."""
    pairs = [(day, item) for item in indicators for day in change_days(site.store, item)]
    newest = max((day for day, _ in pairs), default=date.min)
    kept = [(day, item) for day, item in pairs if newest - day <= SPAN]
    return iter(sorted(kept, key=lambda pair: (-pair[0].toordinal(), pair[1].id)))


def _entry(item: IndicatorChange) -> FeedEntry:
    indicator = item.indicator
    key, path = f"{indicator.id}/{item.day.isoformat()}", f"/indicator/{indicator.id}"
    return FeedEntry(key, item.day, title_of(item), sentences_of(item), path)


def decision_entries(site: Site, region: Area) -> tuple[FeedEntry, ...]:
    """The decisions of a region, newest first: the public's are those that the office has published."""
    if site.settings.audience == "public":
        found = [
            (item["id"], date.fromisoformat(item["day"]), item["title"], item["decided"])
            for item in published(site.settings.data)
            if item["region"] == region.code
        ]
    else:
        kept = site.record.decisions(date.max)
        found = [(item.id, item.day, item.title, "") for item in kept if item.region == region.code]
    return tuple(_decision(site, *each) for each in found[:MOST_ENTRIES])


def _decision(site: Site, key: str, day: date, title: str, decided: str) -> FeedEntry:
    path = "/decisions" if site.settings.audience == "public" else f"/decision/{key}"
    return FeedEntry(f"decision/{key}", day, title, (decided,) if decided else (), path)
