"""A form of the working record: what to ask, as JSON that assets/record.js builds into plain elements."""

from collections.abc import Mapping, Sequence
from typing import Any

import orjson
from dash import html

from dashboard.address.address import link
from dashboard.address.page import Address
from dashboard.catalogue.periods import day_words
from dashboard.components.record.frame import head, history
from dashboard.datastore.areas import Area
from dashboard.record.drafts import SavedDraft, form_of
from dashboard.record.fields import Field
from dashboard.record.forms import FORMS
from dashboard.record.office import office_record
from dashboard.record.rights import author, may_publish, refusal
from dashboard.record.versions import RecordEntry
from dashboard.site import Site

UNPUBLISHED = "Publishing a decision is for a publisher; your role here is editor."


def record_form(
    site: Site,
    region: Area,
    kind: str,
    name: str,
    cancel: str,
    entry: RecordEntry | None = None,
    **given: Any,
) -> html.Div:
    """The form that records a new thing of `kind`, or with `entry` a new version of that one.

    `given` are answers that a new form begins with, and `view`, an address to keep as evidence. Whoever may
    not use it is told why instead.
    """
    if reason := refusal(entry.item if entry else None):
        return html.Div(html.P(reason, className="note"))
    item = entry.item if entry else None
    asked = FORMS[kind].fields(site, region, item)
    withheld = not may_publish() and any(field.name == "published" for field in asked)
    asked = [field for field in asked if may_publish() or field.name != "published"]
    view = given.pop("view", None)
    begun = {
        "values": FORMS[kind].values_of(item, asked) if entry else FORMS[kind].initial() | given,
        "version": entry.version if entry else None,
        "view": view,
    }
    thing = f"{kind}/{entry.id}" if entry else kind
    draft = draft_answers(site, thing, region)
    if draft and _goes_on(draft, given, view):
        begun |= _resumed(draft, begun["values"], asked)
    made = _form(asked, kind, name, f"/record/{thing}", region, cancel=cancel, thing=thing, **begun)
    return html.Div([made, html.P(UNPUBLISHED, className="note")]) if withheld else made


def _goes_on(draft: SavedDraft, given: Mapping[str, Any], view: str | None) -> bool:
    """Whether the draft belongs to this view and these starting values."""
    return (not view or draft.view in ("", view)) and all(
        draft.values.get(name, value) == value for name, value in given.items()
    )


def _resumed(draft: SavedDraft, values: Mapping[str, Any], asked: Sequence[Field]) -> dict[str, Any]:
    """What a form begins with where `draft` was begun in it; what the form does not ask is left out."""
    names = {field.name for field in asked}
    typed = {name: value for name, value in draft.values.items() if name in names}
    saved = f"{day_words(draft.saved.date())}, {draft.saved:%H:%M} UTC"
    found = {"values": {**values, **typed}, "version": draft.version, "draft": saved}
    return found | ({"view": draft.view} if draft.view else {})


def draft_answers(site: Site, thing: str, region: Area) -> SavedDraft | None:
    """The current user's unsaved draft of this form (record/drafts.py, form_of); None where there is none."""
    drafts = office_record(site).drafts
    return drafts.of(author().subject, form_of(thing, region)) if drafts else None


def asking(fields: Sequence[Field], kind: str, name: str, action: str, region: Area, **more: Any) -> html.Div:
    """A form of `fields` that is sent to `action`; for whoever may not use it, why."""
    if reason := refusal():
        return html.Div(html.P(reason, className="note"))
    return _form(fields, kind, name, action, region, **more)


def withdraw_form(region: Area, entry: RecordEntry, what: str) -> html.Details | None:
    """The button that ends a thing, behind a disclosure that says what stays; for those who may use it."""
    if refusal(entry.item):
        return None
    action = f"/record/{entry.kind}/{entry.id}/withdraw"
    button = _form(
        [], f"withdraw-{entry.id}", f"Withdraw this {what}", action, region, entry.version, danger=True
    )
    kept = f"The {what} leaves the lists. Its history stays in the record."
    return html.Details([html.Summary(f"Withdraw this {what}"), html.P(kept), button], className="no-print")


def listed_form(
    site: Site,
    address: Address,
    names: Mapping[str, str],
    new: Mapping[str, str],
    lasting: Sequence[str] = (),
    **given: Any,
) -> list:
    """The form on a page of lists, for what its address says to change (`edit`) or to add (`form`).

    `names` and `new` word each kind of thing and how one is added; those of `lasting` cannot be withdrawn.
    """
    entry, region = address.edit, address.region
    kind = entry.kind if entry else address.form
    name = f"Save the {names[kind]}" if entry else new[kind]
    made = record_form(site, region, kind, name, link(address.path, region), entry, **given)
    lead = head(f"Change the {names[kind]}" if entry else new[kind], "Every version is kept.")
    if entry is None:
        return [lead, made]
    end = None if kind in lasting else withdraw_form(region, entry, names[kind])
    return [lead, made, html.Div([history(site, entry), end], className="section")]


def _form(
    fields: Sequence[Field],
    kind: str,
    name: str,
    action: str,
    region: Area,
    version: int | None = None,
    **more: Any,
) -> html.Div:
    spec = {
        "kind": kind,
        "name": name,
        "button": more.pop("button", name),
        "action": action,
        "region": region.code,
        "version": version,
        "fields": [_field(item) for item in fields],
    }
    return html.Div(**{"data-form": orjson.dumps(spec | more).decode(), "data-drafts": "/record/draft"})


def _field(item: Field) -> dict[str, Any]:
    return {
        "name": item.name,
        "label": item.label,
        "kind": item.kind,
        "hint": item.hint,
        "required": bool(item.missing),
        "longest": item.longest if item.kind == "words" else 0,
        "groups": [[name, choices] for name, choices in item.groups.items()],
        "part": item.part,
    }
