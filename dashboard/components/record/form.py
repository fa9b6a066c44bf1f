"""A form of the working record: what to ask, as JSON that assets/record.js builds into plain elements."""

from collections.abc import Mapping, Sequence
from typing import Any

import orjson
from dash import html

from dashboard.address.address import link
from dashboard.address.page import Address
from dashboard.components.record.frame import head, history
from dashboard.datastore.areas import Area
from dashboard.record.fields import Field
from dashboard.record.forms import FORMS
from dashboard.record.rights import may_publish, refusal
from dashboard.record.versions import Entry
from dashboard.site import Site

UNPUBLISHED = "Publishing a decision is for a publisher; your role here is editor."


def record_form(
    site: Site, region: Area, kind: str, name: str, cancel: str, entry: Entry | None = None, **given: Any
) -> html.Div:
    """The form that records a new thing of `kind`, or with `entry` a new version of that one.

    `given` are answers that a new form begins with, and `view`, an address to keep as evidence. Whoever may
    not use it is told why instead.
    """
    if said := refusal(entry.item if entry else None):
        return html.Div(html.P(said, className="note"))
    form = FORMS[kind]
    asked = form.fields(site, region, entry.item if entry else None)
    withheld = not may_publish() and any(item.name == "published" for item in asked)
    asked = [item for item in asked if may_publish() or item.name != "published"]
    view = given.pop("view", None)
    values = form.shown(entry.item, asked) if entry else form.blank() | given
    action = f"/record/{kind}/{entry.id}" if entry else f"/record/{kind}"
    version = entry.version if entry else None
    made = _form(asked, kind, name, action, region, version, values=values, cancel=cancel, view=view)
    return html.Div([made, html.P(UNPUBLISHED, className="note")]) if withheld else made


def asking(fields: Sequence[Field], kind: str, name: str, action: str, region: Area, **more: Any) -> html.Div:
    """A form of `fields` that is sent to `action`; for whoever may not use it, why."""
    if said := refusal():
        return html.Div(html.P(said, className="note"))
    return _form(fields, kind, name, action, region, None, **more)


def withdraw_form(region: Area, entry: Entry, what: str) -> html.Details | None:
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
    version: int | None,
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
    return html.Div(**{"data-form": orjson.dumps(spec | more).decode()})


def _field(item: Field) -> dict[str, Any]:
    return {
        "name": item.name,
        "label": item.label,
        "kind": item.kind,
        "hint": item.hint,
        "required": bool(item.missing),
        "groups": [[name, choices] for name, choices in item.groups.items()],
    }
