"""The form in which a second person approves a publication in a pre-election period."""

from collections.abc import Mapping, Sequence
from typing import Any

from dashboard.datastore.areas import Area
from dashboard.record.approved import waiting
from dashboard.record.fields import Field, Invalid, read_form, values_of, with_choices
from dashboard.record.kinds import Approval
from dashboard.record.rights import author
from dashboard.site import Site

__all__ = ["build", "fields", "initial", "values_of"]


FIELDS = (
    Field("thing", "What is to be published", "radios", "Select what you approve"),
    Field("reason", "Why it is right to publish it now", "words", "Enter the reason", longest=500),
)


def fields(site: Site, region: Area, old: Approval | None) -> Sequence[Field]:
    """The questions: which publication, and why it is right now."""
    return with_choices(FIELDS, thing={"": [(item.thing, item.words) for item in waiting(site, region)]})


def initial() -> dict[str, Any]:
    """The answers that a new form begins with."""
    return {}


def build(site: Site, region: Area, given: Mapping[str, Any], old: Approval | None) -> Approval:
    """The approval that the answers stand for. Raises Invalid: nobody approves what is their own."""
    values = read_form(fields(site, region, old), given)
    chosen = next(item for item in waiting(site, region) if item.thing == values["thing"])
    if not author().subject:
        raise Invalid({"thing": "Sign in first: only somebody with a name can approve"})
    if chosen.by and chosen.by.is_same(author()):
        raise Invalid({"thing": "You wrote this: somebody else has to approve it"})
    return Approval(**values)
