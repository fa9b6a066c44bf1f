"""The form of one of the task force's actions. One that is done shows its evidence."""

from collections.abc import Mapping, Sequence
from typing import Any

from dashboard.datastore.areas import Area
from dashboard.record.fields import Field, Invalid, is_link, read_form, values_of
from dashboard.record.forms.lists import today
from dashboard.record.kinds import Action
from dashboard.site import Site

__all__ = ["build", "fields", "initial", "values_of"]
STATUSES = (
    ("not started", "Not started"),
    ("under way", "Under way"),
    ("blocked", "Blocked"),
    ("done", "Done"),
)


PROOF = "Needed once it is done: a view of this dashboard, beginning with /, or a document (https://...)."
FIELDS = (
    Field("title", "Action", missing="Enter the action", hint="Begin with a verb.", longest=160),
    Field("owner", "Owner", missing="Enter who owns the action", hint="A role or a team.", longest=80),
    Field("due", "Due", "date", "Enter the date it is due"),
    Field(
        "needed",
        "What will show that it is done",
        "words",
        "Enter what will show that it is done",
        "A figure or an open document.",
        500,
    ),
    Field("status", "Status", "radios", "Select a status", groups={"": STATUSES}),
    Field("done", "Done on", "date", hint="The day the work was done. Left empty: today."),
    Field("evidence", "Link to the evidence", hint=PROOF, longest=500),
)


def fields(site: Site, region: Area, old: Action | None) -> Sequence[Field]:
    """The questions."""
    return FIELDS


def initial() -> dict[str, Any]:
    """The answers that a new form begins with."""
    return {"status": "not started"}


def build(site: Site, region: Area, given: Mapping[str, Any], old: Action | None) -> Action:
    """The action that the answers stand for; with the day on which it was first said to be done.

    Raises Invalid.
    """
    values = read_form(fields(site, region, old), given)
    check(values)
    if values["status"] != "done":
        return Action(**values | {"done": None})
    was = old if old and old.status == "done" else None
    logged = was.logged or was.done if was else today()
    return Action(**values | {"done": values["done"] or (was.done if was else today())}, logged=logged)


def check(values: Mapping[str, Any]) -> None:
    """Raises Invalid for answers that do not go together."""
    errors, link = {}, values["evidence"]
    if values["done"] and values["done"] > today():
        errors["done"] = "Done on must be today or earlier"
    if values["done"] and values["status"] != "done":
        errors["done"] = "Select the status “Done”, or leave the day empty"
    if values["status"] == "done" and not link:
        errors["evidence"] = "Enter a link to the evidence, or choose another status"
    elif link and not is_link(link):
        errors["evidence"] = "Link to the evidence must begin with / or https://"
    if errors:
        raise Invalid(errors)
