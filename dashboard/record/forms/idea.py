"""The form of an idea: what might be tried, with whom, and what must be settled before it becomes a pilot."""

from collections.abc import Mapping, Sequence
from typing import Any

from dashboard.datastore.areas import Area
from dashboard.record.fields import Field, Invalid, read_form, values_of
from dashboard.record.kinds import Idea
from dashboard.site import Site

__all__ = ["build", "fields", "initial", "values_of"]
STATES = (("idea", "An idea"), ("ready", "Ready to be registered as a pilot"), ("dropped", "Dropped"))
SETTLED = ("partner", "ethics", "stop_rule")  # what an idea that is ready has answered


FIELDS = (
    Field("title", "Title", missing="Enter a title", longest=120),
    Field("question", "Which question would it answer?", "words", "Enter the question", longest=1000),
    Field("partner", "Partner", hint="Who would do it: a college, a council, a charity.", longest=160),
    Field("owner", "Owner", missing="Enter who owns the idea", hint="A role or a team.", longest=80),
    Field("cost", "Cost, in pounds", "pounds", hint="Such as £250,000: over its whole time."),
    Field("ethics", "Ethics", "words", hint="Who could be harmed, what is done about it, who was asked.",
          longest=2000),
    Field("stop_rule", "When would it be stopped early?", "words", longest=1000),
    Field("state", "Where it stands", "radios", "Select where it stands", groups={"": STATES}),
    Field("lesson", "What was learnt", "words", hint="Needed where it is dropped: why.", longest=2000),
)  # fmt: skip


def fields(site: Site, region: Area, old: Idea | None) -> Sequence[Field]:
    """The questions; all but two may wait until the idea is ready."""
    return FIELDS


def initial() -> dict[str, Any]:
    """The answers that a new form begins with."""
    return {"state": "idea"}


def build(site: Site, region: Area, given: Mapping[str, Any], old: Idea | None) -> Idea:
    """The idea that the answers stand for. Raises Invalid."""
    values = read_form(FIELDS, given)
    check(values)
    return Idea(**values)


def check(values: Mapping[str, Any]) -> None:
    """Raises Invalid for answers that do not go together."""
    errors: dict[str, str] = {}
    labels = {item.name: item.label for item in FIELDS}
    if values["state"] == "ready":
        errors |= {name: f"{labels[name]}: to be settled first" for name in SETTLED if not values[name]}
    if values["state"] == "dropped" and not values["lesson"]:
        errors["lesson"] = "Enter what was learnt"
    if errors:
        raise Invalid(errors)
