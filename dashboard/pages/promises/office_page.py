"""Promises in the office: recorded, followed and published, each stage tied to a figure."""

from datetime import UTC, datetime

from dash import html

from dashboard.address.address import link
from dashboard.address.page import Address
from dashboard.address.parameters import text
from dashboard.catalogue.periods import day_words
from dashboard.components.record.form import listed_form
from dashboard.components.record.frame import head, history, needs_record, record_page, saved, tabs, to_form
from dashboard.components.record.parameters import of_lists
from dashboard.components.record.rows import change_link
from dashboard.components.record.suggestions import suggested
from dashboard.pages.promises.stages import stage_list
from dashboard.record.office import office_record, stage_aims
from dashboard.record.versions import RecordEntry
from dashboard.site import Site
from dashboard.statements.outlook.promise_stages import stage_standing, stages_reached

PATH = "/promises"
NAMES = {"promise": "promise"}
NEW = {"promise": "Record a promise"}
ANEW = "Change the promise to hold its stages to the figures as they are counted now."
NONE = "No promise is recorded. Each stage is tied to a figure, so that nobody has to say how far it is."


def title(site: Site, address: Address) -> str:
    """The page's name in the browser's title."""
    return "Promises"


@needs_record
def layout(site: Site, address: Address) -> list:
    """The form where one is asked for; else every promise, the newest first."""
    if address.edit or address.form:
        return listed_form(site, address, NAMES, NEW, **_begun(site, address))
    entries = office_record(site).entries("promise", address.region.code)
    ordered = sorted(entries, key=lambda entry: entry.item.day, reverse=True)
    return [
        head("Promises", "What was promised, in stages. Published figures alone say which is reached."),
        tabs(address, PATH),
        saved(office_record(site).shown_record, address),
        html.Div(to_form(NEW["promise"], link(PATH, address.region, form="promise")), className="actions"),
        html.Div(
            html.Ul([_line(site, address, entry) for entry in ordered], className="entries")
            if ordered
            else [html.P(NONE, className="empty"), suggested(site, address, "promise")],
            className="section",
        ),
    ]


def _begun(site: Site, address: Address) -> dict[str, str]:
    """What a new promise begins with: the figure that the address names shows its first stage."""
    if address.edit or address.about not in site.indicators:
        return {}
    return {"stage_1_indicator": address.about, "stage_1_area_code": address.region.code}


def _line(site: Site, address: Address, entry: RecordEntry) -> html.Li:
    item, today = entry.item, site.as_of or datetime.now(UTC).date()
    found = [stage_standing(site, aim, today) for aim in stage_aims(item)]
    published = html.Span("Published", className="tag") if item.published else None
    return html.Li(
        [
            html.H2(item.title),
            html.P(item.said),
            html.P(stages_reached(found), className="lead-line"),
            stage_list(site, address.region, found),
            html.P(ANEW, className="note") if any(each.state == "recounted" for each in found) else None,
            html.P(f"Promised on {day_words(item.day)}. Owner: {item.owner}.", className="note"),
            html.Div([published, change_link(address, entry, item.title)], className="row-actions"),
            history(site, entry),
        ],
        className="entry",
    )


PAGE = record_page(
    PATH,
    title,
    layout,
    of_lists(tuple(NAMES), about=text(100)),
    name="Promises",
    words="pledges commitments stages kept reached",
)
