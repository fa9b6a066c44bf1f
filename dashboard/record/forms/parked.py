"""The form that parks a line of the attention list until a day, with the reason."""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any

from dashboard.datastore.areas import Area
from dashboard.record.fields import Field, Invalid, read_form, values_of, with_choices
from dashboard.record.forms.lists import indicators, today
from dashboard.record.kinds import Parked
from dashboard.site import Site

__all__ = ["build", "fields", "initial", "values_of"]
_LONGEST = timedelta(days=366)


FIELDS = (
    Field("indicator", "Line", "choice", "Select a line"),
    Field("until", "Until", "date", "Enter the day until which it waits", hint="A year ahead at most."),
    Field("reason", "Why it can wait", "words", "Enter why it can wait", longest=500),
    Field("owner", "Who decided", missing="Enter who decided", hint="A role or a team.", longest=80),
)


def fields(site: Site, region: Area, old: Parked | None) -> Sequence[Field]:
    """The questions."""
    return with_choices(FIELDS, indicator=indicators(site, "Choose one"))


def initial() -> dict[str, Any]:
    """The answers that a new form begins with."""
    return {}


def build(site: Site, region: Area, given: Mapping[str, Any], old: Parked | None) -> Parked:
    """The line set aside that the answers stand for. Raises Invalid."""
    values = read_form(fields(site, region, old), given)
    if not today() < values["until"] <= today() + _LONGEST:
        raise Invalid({"until": "Until must be in the future, and a year ahead at most"})
    return Parked(**values)
