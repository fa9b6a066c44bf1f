"""The form of a decision."""

from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from dashboard.catalogue.periods import day_words, later
from dashboard.datastore.areas import Area
from dashboard.record.fields import Field, Invalid, read_form, with_choices
from dashboard.record.fields import values_of as values_of_fields
from dashboard.record.forms.lists import AGED, indicators, latest, places, today
from dashboard.record.kinds import Decision
from dashboard.site import Site

NONE = "none"  # chosen, not merely left open: a figure that was filled in is never dropped unasked
EXPECTED = ((NONE, "No figure"), ("rise", "To rise"), ("fall", "To fall"), ("hold", "To hold steady"))
_LONG = 4000
COST = "Such as £2.4 million: over its whole time, in prices of the year of the decision. 0 for no cost."
EQUALITY = "Who gains and who may lose. “Not assessed” is an answer; leave nothing to be guessed."
ASKED = "Bodies and groups, with no names of persons: it is published with the decision."
FIELDS = (
    Field(
        "title",
        "Title",
        missing="Enter a title",
        hint="In a few words, as you would say it.",
        longest=120,
    ),
    Field("decided", "What was decided", "words", "Enter what was decided", longest=_LONG),
    Field("why", "Why", "words", "Enter why it was decided", longest=_LONG),
    Field("options", "Options considered", "words", hint="Including doing nothing.", longest=_LONG),
    Field("cost", "Cost, in pounds", "pounds", hint=COST),
    Field("funding", "Funding line", hint="Who pays, and from which budget.", longest=200),
    Field("benefit", "Expected benefit", "words", hint="What it should bring, and to whom.", longest=_LONG),
    Field("equality", "Effect on equality", "words", hint=EQUALITY, longest=_LONG),
    Field("consulted", "Who was asked", "words", hint=ASKED, longest=_LONG),
    Field("owner", "Owner", missing="Enter who owns the decision", hint="A role or a team.", longest=80),
    Field("day", "Date of the decision", "date", "Enter the date of the decision"),
    Field("review", "Review it on", "date", "Enter the date on which to review it"),
    Field("expected", "What is a figure expected to do?", "radios", groups={"": EXPECTED}),
    Field("indicator", "Which figure", "choice", hint=AGED),
    Field("area_code", "Where", "choice"),
    Field(
        "published",
        "Publish this decision",
        "check",
        hint="The public view then shows it with the evidence that is public.",
    ),
)
AFTERWARDS = (
    Field("reviewed", "Reviewed on", "date", hint="Leave empty until the review is done."),
    Field("learned", "What the review found", "words", longest=_LONG),
)


def fields(site: Site, region: Area, old: Decision | None) -> Sequence[Field]:
    """The questions; those about the review, and which evidence to keep, once there is a decision."""
    known = indicators(site, "No figure", True)
    asked = with_choices(FIELDS, indicator=known, area_code=places(site, region, "No place"))
    if old is None:
        return asked
    kept = [
        (str(number), f"{view.title} ({day_words(view.day)})") for number, view in enumerate(old.evidence)
    ]
    evidence = [Field("keep", "Evidence to keep", "many", groups={"": kept})] if kept else []
    return [*asked, *evidence, *AFTERWARDS]


def initial() -> dict[str, Any]:
    """The answers that a new form begins with."""
    day = today()
    return {"day": day.isoformat(), "review": later(day, 6).isoformat(), "expected": NONE}


def begun_from(site: Site, region: Area, view: str) -> dict[str, Any]:
    """What the address `view`, the first evidence of a new decision, answers: its figure and its place.

    What the figure is expected to do is left open: nobody has said it yet.
    """
    try:
        parts = urlsplit(view)
    except ValueError:  # http://[, which is refused once it is to be kept
        return {}
    query = dict(parse_qsl(parts.query))
    kind, _, name = parts.path.strip("/").partition("/")
    chosen = query.get("places", "")
    place = name if kind == "place" else chosen if "," not in chosen else ""
    here = {code for choices in places(site, region).values() for code, _ in choices}
    if kind == "indicator" and name in site.indicators:
        where = place if place in here else region.code
        return {"indicator": name, "area_code": where, "expected": ""}
    return {"area_code": place} if kind == "place" and place in here else {}


def values_of(item: Decision, asked: Sequence[Field]) -> dict[str, Any]:
    """The answers that `item` stands for."""
    expected = {"expected": item.expected or NONE}
    return (
        values_of_fields(item, asked)
        | expected
        | {"keep": [str(number) for number in range(len(item.evidence))]}
    )


def build(site: Site, region: Area, given: Mapping[str, Any], old: Decision | None) -> Decision:
    """The decision that the answers stand for; its baseline is looked up. Raises Invalid."""
    values = read_form(fields(site, region, old), given)
    kept = values.pop("keep", ())
    check(values)
    values["expected"] = values["expected"].replace(NONE, "")
    evidence = tuple(old.evidence[int(number)] for number in kept) if old else ()
    baseline = None
    if values["expected"]:
        where = (values["indicator"], values["area_code"], values["day"])
        same = old is not None and (old.indicator, old.area_code, old.day) == where
        baseline = old.baseline if old and same else latest(site, *where)
    else:
        values |= {"indicator": "", "area_code": ""}
    return Decision(**values, baseline=baseline, evidence=evidence)


def check(values: Mapping[str, Any]) -> None:
    """Raises Invalid for answers that do not go together."""
    errors = {}
    if values["cost"] and not values["funding"]:
        errors["funding"] = "Enter who pays, and from which budget, or “not found yet”"
    if values["review"] <= values["day"]:
        errors["review"] = "Review it on must be after the date of the decision"
    if not values["expected"] and values["indicator"]:
        errors["expected"] = "Select what the figure is expected to do, or “No figure”"
    if values["expected"] not in ("", NONE):
        if not values["indicator"]:
            errors["indicator"] = "Select which figure is expected to move, or choose “No figure” above"
        if not values["area_code"]:
            errors["area_code"] = "Select where it is expected to move"
    reviewed = values.get("reviewed")
    if reviewed and reviewed < values["day"]:
        errors["reviewed"] = "Reviewed on must not be before the date of the decision"
    if reviewed and not values["learned"]:
        errors["learned"] = "Enter what the review found"
    if errors:
        raise Invalid(errors)
