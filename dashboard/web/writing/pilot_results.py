"""The results of pilots for everybody: plan, day of registration, verdict of the day, what was learnt."""

from datetime import UTC, date, datetime
from typing import Any

from dashboard.pages.pilots import words
from dashboard.pages.pilots.evaluation import evaluate
from dashboard.pages.pilots.sections import verdict_words
from dashboard.pages.pilots.worth import worth
from dashboard.record.pilots.stamp import stamped
from dashboard.record.publish import publishable, write_public
from dashboard.record.store import Record
from dashboard.record.versions import RecordEntry
from dashboard.site import Site


def publish_pilots(site: Site, record: Record) -> int:
    """Write data/public/pilots.json with every pilot whose result is published; how many.

    Raises RecordUnavailable. One of a figure that only the office has stays in the office.
    """
    entries = publishable(record, site.settings.data, "pilot")
    told = [_result(site, record, entry) for entry in entries if _is_public(site, entry)]
    write_public(site.settings.data / "public" / "pilots.json", {"pilots": told})
    return len(told)


def _is_public(site: Site, entry: RecordEntry) -> bool:
    indicator = site.indicators.get(entry.item.indicator)
    return indicator is not None and indicator.audience == "public"


def _result(site: Site, record: Record, entry: RecordEntry) -> dict[str, Any]:
    item, day = entry.item, datetime.now(UTC).date()
    history = record.history(entry.id)
    found = evaluate(site, site.geography.recorded(entry.region), entry)
    indicator = site.indicators[item.indicator]
    size = words.gap_since(indicator, found.effect) if found.effect is not None else ""
    return {
        "id": entry.id,
        "region": entry.region,
        "title": item.title,
        "tries": item.hypothesis,
        "indicator": item.indicator,
        "places": list(item.area_codes),
        "start": item.start.isoformat(),
        "end": item.end.isoformat() if item.end else "",
        "registered": words.registered(stamped(history)),
        "verdict": " ".join(filter(None, (verdict_words(found), size))),
        "day": day.isoformat(),
        "worth": worth(item, _first(history), found.verdict, indicator.theme),
        "lesson": item.lesson,
    }


def _first(history: list[RecordEntry]) -> date:
    return history[0].at.date()
