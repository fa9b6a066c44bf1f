"""One decision as one file, evidence and history too: for a request under the Freedom of Information Act."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from dashboard.catalogue.periods import day_words
from dashboard.record.conflict import fields_said, moves
from dashboard.record.forms.lists import today
from dashboard.record.kinds import Evidence, FrozenFigure
from dashboard.record.office import office_record
from dashboard.record.versions import RecordEntry
from dashboard.site import Site
from dashboard.statements import record_words as words
from dashboard.statements.evidence_words import place_name


def decision_file(site: Site, entry: RecordEntry) -> str:
    """The HTML document, which needs nothing else: the newest version, what was kept with it, and every
    version with what it changed. Raises RecordUnavailable."""
    history = office_record(site).shown_record.history(entry.id)
    return _template().render(
        title=entry.item.title,
        region=site.geography.recorded(entry.region).name,
        day=day_words(today()),
        withdrawn=entry.withdrawn,
        example=site.record.is_example(),
        terms=fields_said(site, entry),
        evidence=[_view(site, item) for item in entry.item.evidence],
        versions=list(_versions(site, history)),
    )


def _versions(site: Site, history: list[RecordEntry]) -> Iterator[dict[str, Any]]:
    for number, entry in enumerate(history):
        text = words.version(entry.version, entry.at, entry.by, entry.withdrawn)
        first = fields_said(site, entry) if not number else None
        yield {
            "said": text,
            "first": first,
            "moves": moves(site, history[number - 1], entry) if number else [],
        }


def _view(site: Site, item: Evidence) -> dict[str, Any]:
    return {
        "title": item.title,
        "words": item.words,
        "day": day_words(item.day),
        "snapshot": item.snapshot,
        "address": item.address,
        "figures": [_figure(site, held, item.indicator) for held in item.figures],
    }


def _figure(site: Site, held: FrozenFigure, of_page: str) -> tuple[str, ...]:
    key = held.indicator or of_page
    indicator, place = site.indicators.get(key), place_name(site, held.area_code)
    if indicator is None:
        return key, place, day_words(held.period), f"{held.value:g}"
    return indicator.title, place, indicator.period_label(held.period), indicator.format(held.value)


@cache
def _template() -> Template:
    made = Environment(
        loader=FileSystemLoader(Path(__file__).parent), autoescape=True, undefined=StrictUndefined
    )
    return made.get_template("decision_file.html.j2")
