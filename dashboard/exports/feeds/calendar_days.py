"""Calendar days: when releases are due, as their publishers say, and when decisions are to be looked at
again."""

import re
from datetime import date

from dashboard.catalogue.periods import A_DAY
from dashboard.datastore.areas import Area
from dashboard.datastore.datasets import Dataset
from dashboard.datastore.published import published
from dashboard.exports.feeds.icalendar_file import Day
from dashboard.site import Site, visible

_DUE = re.compile(r"(\d{4})-(\d{2})(?:-(\d{2}))?")


def release_days(site: Site, base: str, today: date) -> list[Day]:
    """The day or month of the next release of each dataset that may be seen, where its publisher says one and
    it is not over: what was due and is not here yet is no day to come."""
    found = []
    for item in visible(site).values():
        span = due(item.next_release)
        if span and span[1] > today:
            found.append(_release(item, span, base))
    return sorted(found, key=lambda day: (day.first, day.title))


def due(text: str) -> tuple[date, date] | None:
    """The days from and up to (without) which "2026-11-26" or "2026-11" stands for; None for other words."""
    found = _DUE.fullmatch(text)
    if found is None:
        return None
    year, month = int(found[1]), int(found[2])
    if found[3]:
        first = date(year, month, int(found[3]))
        return first, first + A_DAY
    return date(year, month, 1), date(year + month // 12, month % 12 + 1, 1)


def _release(item: Dataset, span: tuple[date, date], base: str) -> Day:
    about = "" if (span[1] - span[0]).days == 1 else " Only the month is known."
    sentence = f"Next release of {item.publisher}, as the register here says.{about}"
    key, page = f"release/{item.dataset}/{item.next_release}", f"{base}/data/{item.dataset}"
    return Day(key, *span, item.title, sentence, page)


def review_days(site: Site, region: Area, base: str) -> list[Day]:
    """When each decision of a region is to be looked at again; the public's are the published ones."""
    if site.settings.audience == "public":
        kept = [
            (item["id"], date.fromisoformat(item["review"]), item["title"], "/decisions")
            for item in published(site.settings.data)
            if item["region"] == region.code
        ]
    else:
        mine = [item for item in site.record.decisions(date.max) if item.region == region.code]
        kept = [(item.id, item.review, item.title, f"/decision/{item.id}") for item in mine]
    ordered = sorted(kept, key=lambda each: (each[1], each[0]))
    return [
        _review(key, day, title, f"{base}{path}?region={region.code}") for key, day, title, path in ordered
    ]


def _review(key: str, day: date, title: str, address: str) -> Day:
    sentence = "A decision is to be looked at again."
    return Day(f"review/{key}", day, day + A_DAY, f"Review: {title}", sentence, address)
