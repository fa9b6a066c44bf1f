"""The form of the task force's programme: its first day."""

from collections.abc import Mapping, Sequence
from typing import Any

from dashboard.datastore.areas import Area
from dashboard.record.fields import Field, read_form, values_of
from dashboard.record.kinds import Programme
from dashboard.site import Site

__all__ = ["build", "fields", "initial", "values_of"]


FIELDS = (
    Field("start", "Day 1", "date", "Enter the first day"),
    Field("purpose", "What the task force is for", "words", "Enter what it is for", longest=1000),
)


def fields(site: Site, region: Area, old: Programme | None) -> Sequence[Field]:
    """The questions."""
    return FIELDS


def initial() -> dict[str, Any]:
    """The answers that a new form begins with."""
    return {}


def build(site: Site, region: Area, given: Mapping[str, Any], old: Programme | None) -> Programme:
    """The programme that the answers stand for. Raises Invalid."""
    return Programme(**read_form(fields(site, region, old), given))
