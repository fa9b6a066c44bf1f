"""The form of a pilot: where, from when, what it should change, and against whom it is judged."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from dashboard.datastore.areas import Area
from dashboard.record.fields import Field, Invalid, read_form, shown
from dashboard.record.forms.lists import AGED, indicators, places, today
from dashboard.record.kinds import Pilot
from dashboard.record.pilots.stamp import stamp
from dashboard.site import Site
from dashboard.statements.absence.absent import absent

__all__ = ["blank", "fields", "made", "shown"]
EXPECTED = (("rise", "To rise"), ("fall", "To fall"))


def fields(site: Site, region: Area, old: Pilot | None) -> Sequence[Field]:
    """The questions."""
    here = {name: choices for name, choices in places(site, region).items() if name}
    return [
        Field("title", "Title", missing="Enter a title", longest=120),
        Field("hypothesis", "What it tries, and why that should work", "words", "Enter what it tries",
              longest=2000),
        Field("owner", "Owner", missing="Enter who owns the pilot", hint="A role or a team.", longest=80),
        Field("indicator", "Which figure should change", "choice", "Select an indicator",
              hint=AGED, groups=indicators(site, "Choose one", True)),
        Field("expected", "In which direction", "radios", "Select a direction", groups={"": EXPECTED}),
        Field("area_codes", "Where it runs", "many", "Select at least one place", groups=here),
        Field("start", "First day", "date", "Enter the first day"),
        Field("donors", "Compare with", "radios", "Select what to compare with",
              hint="Places nearby may feel the pilot too, so those outside are the safer choice.",
              groups={"": _donors(region)}),
    ]  # fmt: skip


def _donors(region: Area) -> tuple[tuple[str, str], ...]:
    return ("outside", f"Places outside {region.name}"), ("all", "All other places in England")


def blank() -> dict[str, Any]:
    """The answers that a new form begins with."""
    return {"donors": "outside"}


def made(site: Site, region: Area, given: Mapping[str, Any], old: Pilot | None) -> Pilot:
    """The pilot that the answers stand for. Raises Invalid."""
    values = read_form(fields(site, region, old), given)
    levels = {site.geography[code].level for code in values["area_codes"]}
    if len(levels) > 1:
        raise Invalid({"area_codes": "Where it runs: choose counties or districts, not both"})
    _check_figures(site, values)
    pilot = Pilot(**values)
    return replace(pilot, stamp=stamp(site, pilot, old, today()))


def _check_figures(site: Site, values: Mapping[str, Any]) -> None:
    """Refuse an indicator that has no figure for one of the places: nothing could ever be told."""
    indicator = site.indicators[values["indicator"]]
    for code in values["area_codes"]:
        if site.observations(indicator).latest(code) is None:
            none = absent(site, indicator, site.geography[code])
            said = f"{indicator.title}: {none.full}, so a pilot there could not be judged by it"
            raise Invalid({"indicator": said})
