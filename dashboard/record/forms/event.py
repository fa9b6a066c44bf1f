"""The form of an event: a dated note on charts."""

from collections.abc import Mapping, Sequence
from typing import Any

from dashboard.datastore.areas import Area
from dashboard.record.fields import Field, read_form, with_choices
from dashboard.record.fields import values_of as values_of_fields
from dashboard.record.forms.lists import indicators, places
from dashboard.record.kinds import Event
from dashboard.site import Site

__all__ = ["build", "fields", "initial", "values_of"]


FIELDS = (
    Field("day", "Date", "date", "Enter the date"),
    Field(
        "text",
        "Name",
        missing="Enter a short name",
        hint="Drawn on the chart: two or three words.",
        longest=30,
    ),
    Field("reason", "What happened", "words", "Enter what happened", longest=500),
    Field("area_code", "Place", "choice", "Select a place"),
    Field(
        "indicators",
        "Indicators that it may concern",
        "many",
        hint="It is drawn on their charts alone. None chosen: on every chart of the place.",
    ),
)


def fields(site: Site, region: Area, old: Event | None) -> Sequence[Field]:
    """The questions."""
    return with_choices(FIELDS, area_code=places(site, region), indicators=_with_gone(site, old))


def _with_gone(site: Site, old: Event | None) -> dict[str, list[tuple[str, str]]]:
    """Every indicator by theme; those that the event names and that are not held any more stay its own."""
    gone = [key for key in (old.concerns if old else ()) if key not in site.indicators]
    kept = {"Not held here any more": [(key, key) for key in gone]} if gone else {}
    return indicators(site) | kept


def values_of(item: Event, fields: Sequence[Field]) -> dict[str, Any]:
    """The event as its form holds it: an older one named one indicator, or none."""
    return values_of_fields(item, fields) | {"indicators": list(item.concerns)}


def initial() -> dict[str, Any]:
    """The answers that a new form begins with."""
    return {}


def build(site: Site, region: Area, given: Mapping[str, Any], old: Event | None) -> Event:
    """The event that the answers stand for. Raises Invalid."""
    return Event(**read_form(fields(site, region, old), given), indicator="")
