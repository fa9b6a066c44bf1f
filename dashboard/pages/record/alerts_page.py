"""Alerts: what whoever asks has chosen to be told, and how. Nobody sees another's."""

from dash import html

from dashboard.address.address import link
from dashboard.address.page import Address
from dashboard.address.parameters import text
from dashboard.components.record.form import listed_form
from dashboard.components.record.frame import head, needs_record, record_page, saved, tabs, to_form
from dashboard.components.record.parameters import of_lists
from dashboard.components.record.rows import rows_table
from dashboard.components.record.suggestions import suggested
from dashboard.record.forms.alert import CHANNELS, topics
from dashboard.record.rights import author
from dashboard.record.versions import RecordEntry
from dashboard.site import Site

PATH = "/alerts"
NAMES, NEW = {"alert": "alert"}, {"alert": "Add an alert"}
PARAMETERS = of_lists(tuple(NAMES), about=text(100))
LEAD = (
    "After each refresh you are told what has changed: new figures, revisions, statements with another "
    "verdict, "
    "decisions and reviews. Nothing is sent where nothing changed. Your address is kept in the office’s "
    "record."
)

NONE = "You are told nothing yet. An alert is yours alone; a colleague adds their own."


def title(site: Site, address: Address) -> str:
    """The page's name in the browser's title."""
    return "Alerts"


@needs_record
def layout(site: Site, address: Address) -> list:
    """A form where one is asked for; else the alerts of whoever asks."""
    if address.edit and address.edit.item.subject != author().subject:
        return [head("Alerts", "This alert is somebody else’s."), tabs(address, PATH)]
    if address.edit or address.form:
        return listed_form(site, address, NAMES, NEW, **_begun(site, address))
    entries = site.record.entries("alert", address.region.code)
    mine = [entry for entry in entries if entry.item.subject == author().subject]
    new = to_form(NEW["alert"], link(PATH, address.region, form="alert"))
    return [
        head("Alerts", LEAD),
        tabs(address, PATH),
        saved(site.record.shown_record, address),
        html.Div(new, className="actions"),
        html.Div([_table(site, address, mine)] if mine else _nothing(site, address), className="section"),
    ]


def _begun(site: Site, address: Address) -> dict[str, str]:
    """What a new alert begins with: the theme of the indicator that the address names."""
    named = site.indicators.get(address.about) if not address.edit else None
    return {"about": named.theme} if named else {}


def _nothing(site: Site, address: Address) -> list:
    return [html.P(NONE, className="empty"), suggested(site, address, "alert")]


def _table(site: Site, address: Address, mine: list[RecordEntry]) -> html.Div:
    rows = [
        [
            CHANNELS[entry.item.channel],
            entry.item.to,
            topics(site).get(entry.item.about, entry.item.about),
            (site.geography.recorded(entry.item.area_code) if entry.item.area_code else address.region).name,
            to_form("Change", link(PATH, address.region, edit=entry.id), button=False) or "",
        ]
        for entry in mine
    ]
    return rows_table("Your alerts", ["How", "Address", "About", "Place", ""], rows)


PAGE = record_page(PATH, title, layout, PARAMETERS, name="Alerts", words="email webhook notify tell me")
