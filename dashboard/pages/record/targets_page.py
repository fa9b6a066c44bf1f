"""Targets, events on charts, and lines set aside of the attention list: set, followed and changed."""

from typing import Any

from dash import html

from dashboard.address.address import link
from dashboard.address.page import Address
from dashboard.address.parameters import text
from dashboard.components.record.form import listed_form
from dashboard.components.record.frame import head, needs_record, record_page, saved, tabs, to_form
from dashboard.components.record.parameters import of_lists
from dashboard.components.record.suggestions import suggested
from dashboard.pages.record.target_form import chart_panel, initial_answers, suggestions
from dashboard.pages.record.targets_tables import events_table, parked_table, targets_table
from dashboard.record.office import office_record
from dashboard.site import Site

PATH = "/targets"
NAMES = {"target": "target", "event": "event", "parked": "line set aside"}
NEW = {"target": "Set a target", "event": "Add an event", "parked": "Set a line aside"}
# What a form begins with: an indicator; of a target its place, value and date, or the framework that sets it.
PARAMETERS = of_lists(
    tuple(NAMES), about=text(100), place=text(9), value=text(40), due=text(10), framework=text(60)
)
SECTIONS = (  # the kind, its heading, its table, what an empty one says and suggests (suggestions.WAYS)
    ("target", "Targets", targets_table, "No target is set. Its baseline is looked up, and its path drawn.",
     "target"),
    ("event", "Events", events_table, "No event is noted. Events are drawn on the charts of their place.",
     "event"),
    ("parked", "Lines set aside", parked_table, "No line of the attention list is set aside.", "park"),
)  # fmt: skip


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
        saved(office_record(site).shown_record, address),
        *sections,
    ]


def _form(site: Site, address: Address) -> list:
    """The form that the address names; a target's with its chart beside it."""
    kind = address.edit.kind if address.edit else address.form
    if kind == "target":
        given = {} if address.edit else initial_answers(site, address)
        lead, made, *more = listed_form(site, address, NAMES, NEW, **given)
        both = html.Div([made, chart_panel(site, address)], className="form-and-chart")
        return [lead, suggestions(site, address), both, *more]
    known = address.about in site.indicators and not address.edit
    return listed_form(site, address, NAMES, NEW, **(_about(address, kind) if known else {}))


def _about(address: Address, kind: str) -> dict[str, Any]:
    """What the indicator that the address names answers in the form of an event or of a line set aside."""
    if kind == "event":
        return {"indicators": [address.about], "area_code": address.region.code}
    return {"indicator": address.about}


def _section(site: Site, address: Address, kind: str, name: str, table, none: str, way: str) -> html.Section:
    entries = office_record(site).entries(kind, address.region.code)
    new = to_form(NEW[kind], link(PATH, address.region, form=kind), button=False)
    return html.Section(
        [
            html.Div([html.H2(name, id=kind), new], className="section-head"),
            table(site, address, entries) if entries else html.P(none, className="empty"),
            None if entries else suggested(site, address, way),
        ],
        className="section",
        **{"aria-labelledby": kind},
    )


PAGE = record_page(PATH, title, layout, PARAMETERS, name="Targets", words="goals events set aside")
