"""Targets, events on charts, and parked lines of the attention list: set, followed and changed."""

from dash import html

from dashboard.address import Address, link
from dashboard.components.record_form import record_form, withdraw_form
from dashboard.components.record_frame import (
    SAVED,
    any_of,
    head,
    history,
    needs_record,
    saved,
    tabs,
    text,
    to_form,
)
from dashboard.components.record_targets import events_table, parked_table, targets_table
from dashboard.parameters import one_of
from dashboard.site import Site
from dashboard.statements.as_of_words import RECORD

PATH = "/targets"
AS_OF = RECORD
AUDIENCE = "office"
LIVE = True
NAV = "/decisions"
NAMES = {"target": "target", "event": "event", "parked": "parked line"}
NEW = {"target": "Set a target", "event": "Add an event", "parked": "Park a line"}
PARAMETERS = {
    "form": one_of(("", *NAMES), ""),
    "edit": any_of(tuple(NAMES)),
    "about": text(100),
    "saved": SAVED,
}
SECTIONS = (
    ("target", "Targets", targets_table, "No target is set. Its baseline is looked up, and its path drawn."),
    ("event", "Events", events_table, "No event is noted. Events are drawn on the charts of their place."),
    ("parked", "Parked lines", parked_table, "No line of the attention list is parked."),
)


def title(site: Site, address: Address) -> str:
    """The page's name in the browser's title."""
    return "Targets and events"


@needs_record
def layout(site: Site, address: Address) -> list:
    """A form where one is asked for; else the three tables."""
    if address.edit or address.form:
        return _form(site, address)
    lead = f"What {address.region.name} is aiming for, what happened when, and what can wait."
    sections = [_section(site, address, *section) for section in SECTIONS]
    return [
        head("Targets and events", lead),
        tabs(address, PATH),
        saved(site.record.store, address),
        *sections,
    ]


def _section(site: Site, address: Address, kind: str, name: str, table, none: str) -> html.Section:
    entries = site.record.store.current(kind, address.region.code)
    new = to_form(NEW[kind], link(PATH, address.region, form=kind), button=False)
    return html.Section(
        [
            html.Div([html.H2(name, id=kind), new], className="section-head"),
            table(site, address, entries) if entries else html.P(none, className="empty"),
        ],
        className="section",
        **{"aria-labelledby": kind},
    )


def _form(site: Site, address: Address) -> list:
    entry = address.edit
    kind = entry.kind if entry else address.form
    known = address.about in site.indicators
    given = {"indicator": address.about} if known and not entry else {}
    name = f"Save the {NAMES[kind]}" if entry else NEW[kind]
    below = (
        html.Div([history(site, entry), withdraw_form(address.region, entry, NAMES[kind])]) if entry else None
    )
    return [
        head(f"Change the {NAMES[kind]}" if entry else NEW[kind], "Every version is kept."),
        record_form(site, address.region, kind, name, link(PATH, address.region), entry, **given),
        html.Div(below, className="section") if below else None,
    ]
