"""The form of an event: a dated note on charts."""

from collections.abc import Mapping, Sequence
from typing import Any

from dashboard.datastore.areas import Area
from dashboard.record.fields import Field, read_form, shown
from dashboard.record.forms.lists import indicators, places
from dashboard.record.kinds import Event
from dashboard.site import Site

__all__ = ["blank", "fields", "made", "shown"]


def fields(site: Site, region: Area, old: Event | None) -> Sequence[Field]:
    """The questions."""
    return [
        Field("day", "Date", "date", "Enter the date"),
        Field(
            "text",
            "Name",
            missing="Enter a short name",
            hint="Drawn on the chart: two or three words.",
            longest=30,
        ),
        Field("reason", "What happened", "words", "Enter what happened", longest=500),
        Field("indicator", "Charts of", "choice", groups=indicators(site, "Every indicator")),
        Field("area_code", "Place", "choice", "Select a place", groups=places(site, region)),
    ]


def blank() -> dict[str, Any]:
    """The answers that a new form begins with."""
    return {}


def made(site: Site, region: Area, given: Mapping[str, Any], old: Event | None) -> Event:
    """The event that the answers stand for. Raises Invalid."""
    return Event(**read_form(fields(site, region, old), given))
