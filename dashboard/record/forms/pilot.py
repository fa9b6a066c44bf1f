"""The form of a pilot: where, from when, what it should change, and against whom it is judged."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from dashboard.datastore.areas import Area
from dashboard.record.fields import Field, Invalid, read_form, with_choices
from dashboard.record.fields import values_of as values_of_fields
from dashboard.record.forms.lists import AGED, indicators, places, today
from dashboard.record.kinds import Pilot
from dashboard.record.office import office_record
from dashboard.record.pilots.places import check_figures, chosen_places
from dashboard.record.pilots.plan import detectable_effect
from dashboard.record.pilots.small_places import wards
from dashboard.record.pilots.stamp import stamp
from dashboard.record.versions import RecordEntry
from dashboard.site import Site

__all__ = ["build", "fields", "initial", "values_of"]
COST = "Such as £250,000: over its whole time, in prices of this year."
OPTIMISM = "What the Green Book advises to add to the cost of such work; 0 where the cost is certain."
NEARBY = (
    "Places nearby may feel the pilot too, so those outside are the safer choice. Wards and neighbourhoods "
    "are compared inside the city region: with those outside their own districts, or with all."
)
BY_CODES = ("E01", "E02")  # LSOAs and MSOAs, which nobody knows by a list
BY_CODE = "Codes of MSOAs or LSOAs, by comma, such as E02001062."
DONORS = ("outside", "all")  # whom a pilot is compared with: places outside its region, or all
EXPECTED = (("rise", "To rise"), ("fall", "To fall"))
FIELDS = (
    Field("title", "Title", missing="Enter a title", longest=120),
    Field("hypothesis", "What it tries, and why that should work", "words", "Enter what it tries",
          longest=2000),
    Field("owner", "Owner", missing="Enter who owns the pilot", hint="A role or a team.", longest=80),
    Field("indicator", "Which figure should change", "choice", "Select an indicator", AGED),
    Field("expected", "In which direction", "radios", "Select a direction", groups={"": EXPECTED}),
    Field("area_codes", "Where it runs", "many"),
    Field("neighbourhoods", "Where it runs: neighbourhoods", hint=BY_CODE, longest=600),
    Field("start", "First day", "date", "Enter the first day"),
    Field("donors", "Compare with", "radios", "Select what to compare with", NEARBY,
          groups={"": [(each, "") for each in DONORS]}),
    Field("end", "Last day", "date", hint="Leave empty where it is not set."),
    Field("cost", "Cost, in pounds", "pounds", hint=COST),
    Field("payer", "Who pays", longest=200),
    Field("optimism", "Optimism bias, per cent of the cost", "number", hint=OPTIMISM),
    Field("benefit", "Benefit a year if it works, in pounds", "pounds",
          hint="What the effect hoped for is worth to people; say in what it tries how it is reckoned."),
    Field("years", "For how many years", "number", hint="1 to 30."),
    Field("idea", "From the idea", "choice"),
    Field("seen", "I know how small an effect could be told from chance", "check",
          hint="Worked out from figure, places and comparison; said here when you first send this."),
)  # fmt: skip
AFTERWARDS = (  # what is asked once there is a pilot
    Field("lesson", "What was learnt", "words", hint="Kept and searchable, whatever came out.", longest=4000),
    Field("published", "Publish the result", "check",
          hint="The public view then shows plan, day of registration, verdict and what was learnt."),
)  # fmt: skip


def fields(site: Site, region: Area, old: Pilot | None) -> Sequence[Field]:
    """The questions."""
    here = {name: choices for name, choices in places(site, region).items() if name}
    asked = with_choices(
        FIELDS,
        indicator=indicators(site, "Choose one", True),
        area_codes=here | wards(site, region),
        donors={"": _donors(region)},
        idea=_ideas(site, region, old),
    )
    return [*asked, *AFTERWARDS] if old else asked


def _ideas(site: Site, region: Area, old: Pilot | None) -> dict[str, list[tuple[str, str]]]:
    kept = [
        (entry.id, entry.item.title)
        for entry in office_record(site).shown_record.current("idea", region.code)
    ]
    own = old.idea if old else ""
    gone = [(own, "An idea that was withdrawn")] if own and own not in dict(kept) else []
    return {"": [("", "No idea"), *kept, *gone]}


def _donors(region: Area) -> tuple[tuple[str, str], ...]:
    names = (f"Places outside {region.name}", "All other places in England")
    return tuple(zip(DONORS, names, strict=True))


def values_of(item: Pilot, fields: Sequence[Field]) -> dict[str, Any]:
    """The pilot as its form holds it: what it was registered with has been seen."""
    small = [code for code in item.area_codes if code.startswith(BY_CODES)]
    places = {
        "area_codes": [code for code in item.area_codes if code not in small],
        "neighbourhoods": ", ".join(small),
    }
    return values_of_fields(item, fields) | places | {"seen": True}


def initial() -> dict[str, Any]:
    """The answers that a new form begins with."""
    return {"donors": "outside"}


def begun_from(idea: RecordEntry) -> dict[str, Any]:
    """What a new form takes from an idea; `idea` itself is kept with the pilot."""
    item = idea.item
    sentence = "\n\n".join(
        filter(None, (item.question, item.stop_rule and f"Stopped early: {item.stop_rule}"))
    )
    cost = "" if item.cost is None else repr(item.cost).removesuffix(".0")
    return {"title": item.title, "hypothesis": sentence, "owner": item.owner, "cost": cost, "idea": idea.id}


def build(site: Site, region: Area, given: Mapping[str, Any], old: Pilot | None) -> Pilot:
    """The pilot that the answers stand for. Raises Invalid."""
    values = read_form(fields(site, region, old), given)
    check(values)
    values["area_codes"] = chosen_places(site, region, values)
    check_figures(site, site.indicators[values["indicator"]], values["area_codes"])
    seen = values.pop("seen")
    pilot = Pilot(**values)
    effect, text = detectable_effect(site, region, pilot)
    if not seen:
        raise Invalid({"seen": f"{text} Tick this to register it knowing that"})
    return replace(pilot, stamp=stamp(site, pilot, old, today()), smallest=effect)


def check(values: Mapping[str, Any]) -> None:
    """Raises Invalid for answers that do not go together."""
    errors: dict[str, str] = {}
    if not values["area_codes"] and not values["neighbourhoods"].strip(" ,;"):
        errors["area_codes"] = "Select at least one place"
    if values["cost"] and not values["payer"]:
        errors["payer"] = "Enter who pays, or “not found yet”"
    if values["optimism"] is not None and not 0 <= values["optimism"] <= 200:
        errors["optimism"] = "Optimism bias must be between 0 and 200 per cent"
    years = values["years"]
    if (values["benefit"] is None) != (years is None):
        errors["years"] = "Enter the benefit a year and for how many years, or neither"
    elif years is not None and (years != int(years) or not 1 <= years <= 30):
        errors["years"] = "For how many years must be a whole number from 1 to 30"
    if values["end"] and values["end"] < values["start"]:
        errors["end"] = "Last day must not be before the first"
    if errors:
        raise Invalid(errors)
