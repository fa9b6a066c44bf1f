"""The form of a promise: what was promised, when and by whom, and its stages, each tied to a figure."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from dashboard.datastore.areas import Area
from dashboard.datastore.editions.change_days import counted_otherwise
from dashboard.record.fields import Field, Invalid, is_link, read_form, with_choices
from dashboard.record.fields import values_of as values_of_fields
from dashboard.record.figure import read_figure
from dashboard.record.forms.lists import held_now, indicators, latest, places, today
from dashboard.record.kinds import Promise, RecordedFigure, Stage
from dashboard.site import Site
from dashboard.statements.absence.absent import absent
from dashboard.statements.outlook.possible import possible

MOST_STAGES = 5
_UNSAID = {
    "name": "Enter what is then done",
    "due": "Enter the date of the stage",
    "indicator": "Select the figure that shows it",
    "area_code": "Select the place of the figure",
    "value": "Enter the figure to be reached",
}


def _stage(number: int) -> list[Field]:
    """The questions about one stage; all but those of the first may be left empty."""
    name, own = f"Stage {number}", f"stage_{number}_"
    problem = _UNSAID if number == 1 else {}
    asked = [
        Field(f"{own}name", f"{name}: what is then done", missing=problem.get("name", ""), longest=120),
        Field(f"{own}due", f"{name}: by", "date", problem.get("due", "")),
        Field(f"{own}indicator", f"{name}: figure", "choice", problem.get("indicator", "")),
        Field(f"{own}area_code", f"{name}: place", "choice", problem.get("area_code", "")),
        Field(f"{own}value", f"{name}: at", "figure", problem.get("value", ""),
              "Such as 75.5%, £600 or 1,200."),
    ]  # fmt: skip
    return asked if problem else [replace(field, part=f"{name} (optional)") for field in asked]


STAGES = range(1, MOST_STAGES + 1)
FIELDS = (
    Field("title", "Title", missing="Enter a title", hint="Such as “Bus franchising”.", longest=120),
    Field("said", "What was promised", "words", "Enter what was promised", "In the words that were used.",
          1000),
    Field("day", "Promised on", "date", "Enter the day on which it was promised"),
    Field("source", "Where it was said", hint="A document (https://...) or a page here (/...).", longest=500),
    Field("owner", "Owner", missing="Enter who owns the promise", hint="A role or a team.", longest=80),
    *(field for number in STAGES for field in _stage(number)),
    Field("published", "Publish the promise", "check",
          hint="The public view then says which stage the published figures have reached."),
)  # fmt: skip


def fields(site: Site, region: Area, old: Promise | None) -> Sequence[Field]:
    """The questions."""
    known, here = indicators(site, "Choose one", True), places(site, region, "Choose one")
    lists = {f"stage_{number}_indicator": known for number in STAGES}
    return with_choices(FIELDS, **lists, **{f"stage_{number}_area_code": here for number in STAGES})


def initial() -> dict[str, Any]:
    """The answers that a new form begins with."""
    return {}


def values_of(item: Promise, fields: Sequence[Field]) -> dict[str, Any]:
    """A promise as its form holds it: a field for each answer of each stage."""
    found = values_of_fields(item, fields)
    for number, stage in enumerate(item.stages, 1):
        asked = [Field(name, "") for name in _UNSAID]
        found |= {f"stage_{number}_{name}": text for name, text in values_of_fields(stage, asked).items()}
    return found


def build(site: Site, region: Area, given: Mapping[str, Any], old: Promise | None) -> Promise:
    """The promise that the answers stand for; its figures of its day are looked up. Raises Invalid."""
    values = read_form(fields(site, region, old), given)
    check(values)
    errors: dict[str, str] = {}
    stages = []
    for number in STAGES:
        if answers := _answers(values, number):
            try:
                stages.append(_stage_from(site, values, answers, old))
            except Invalid as error:
                errors |= _of_stage(number, error.errors)
    if errors:
        raise Invalid(errors)
    whole = {name: value for name, value in values.items() if not name.startswith("stage_")}
    return Promise(**whole, stages=tuple(sorted(stages, key=lambda stage: stage.due)))


def check(values: Mapping[str, Any]) -> None:
    """Raises Invalid for answers that do not go together."""
    errors: dict[str, str] = {}
    if values["day"] > today():
        errors["day"] = "Promised on must be today or earlier"
    link = values["source"]
    if link and not is_link(link):
        errors["source"] = "Where it was said must begin with / or https://"
    for number in STAGES:
        answers = _answers(values, number)
        wrong = {name: problem for name, problem in _UNSAID.items() if answers and not answers[name]}
        if answers and not wrong and answers["due"] <= values["day"]:
            wrong["due"] = "must be due after the day on which it was promised"
        errors |= _of_stage(number, wrong)
    if errors:
        raise Invalid(errors)


def _answers(values: Mapping[str, Any], number: int) -> dict[str, Any]:
    """What was answered about one stage; nothing where all is empty."""
    found = {name: values[f"stage_{number}_{name}"] for name in _UNSAID}
    return found if any(found.values()) else {}


def _of_stage(number: int, errors: Mapping[str, str]) -> dict[str, str]:
    return {f"stage_{number}_{name}": f"Stage {number}: {problem}" for name, problem in errors.items()}


def _stage_from(site: Site, values: Mapping[str, Any], answers: dict[str, Any], old: Promise | None) -> Stage:
    """One stage. Raises Invalid by the names of its own answers."""
    indicator = site.indicators[answers["indicator"]]
    if values["published"] and indicator.audience != "public":
        raise Invalid({"indicator": "this figure is the office’s alone, so the public could not follow it"})
    baseline = _begins_at(site, values, answers, old)
    try:
        value = read_figure("it", answers["value"], indicator, possible(site, indicator))
    except ValueError as error:
        raise Invalid({"value": str(error)}) from error
    if wrong := _unreachable(indicator.better, value, baseline, indicator.format):
        raise Invalid({"value": wrong})
    return Stage(**answers | {"value": value}, baseline=baseline)


def _begins_at(
    site: Site, values: Mapping[str, Any], answers: Mapping[str, Any], old: Promise | None
) -> RecordedFigure:
    """The figure as it was known on the day of the promise: as it was recorded, while day and place are.

    Where figures are counted otherwise by now, that of the same period in today's count: what is promised
    anew is held to figures of one count.
    """
    place = (answers["indicator"], answers["area_code"])
    found = next(
        (
            stage.baseline
            for stage in (old.stages if old and old.day == values["day"] else ())
            if (stage.indicator, stage.area_code) == place
        ),
        None,
    ) or latest(site, *place, values["day"])
    if found and counted_otherwise(site.store, site.indicators[place[0]], found.known or values["day"]):
        found = held_now(site, *place, found.period)
    if found is None:
        if latest(site, *place):
            raise Invalid({"indicator": "no figure of it is held from before the promise was made"})
        none = absent(site, site.indicators[place[0]], site.geography[place[1]])
        raise Invalid({"area_code": f"{none.full}, so no figure could show it"})
    return found


def _unreachable(better: str, value: float, baseline: RecordedFigure, format_: Any) -> str:
    """Why a figure cannot show that the stage is reached; "" where it can."""
    if format_(value) == format_(baseline.value):
        return "it was there already on the day of the promise, so no figure could show it"
    past = value < baseline.value if better == "higher" else value > baseline.value
    if better != "neither" and past:
        return f"it was better than that already on the day of the promise ({format_(baseline.value)})"
    return ""
