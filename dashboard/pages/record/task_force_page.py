"""The Digital Skills Task Force: its first hundred days, each action with the evidence it needs."""

from datetime import UTC, date, datetime

from dash import dcc, html

from dashboard.address.address import link
from dashboard.address.page import Address
from dashboard.address.parameters import text
from dashboard.catalogue.periods import day_words
from dashboard.components.record.form import listed_form
from dashboard.components.record.frame import head, needs_record, record_page, saved, tabs, to_form
from dashboard.components.record.parameters import of_lists
from dashboard.components.record.rows import change_link, rows_table
from dashboard.components.record.suggestions import suggested
from dashboard.pages.record.calendar import Progress, after_words, by_date, calendar, numbers, state
from dashboard.record.kinds import Action
from dashboard.record.office import office_record
from dashboard.record.versions import RecordEntry
from dashboard.site import Site
from dashboard.statements import record_words as words

PATH = "/task-force"
NAMES = {"action": "action", "programme": "first day"}
NEW = {"action": "Add an action", "programme": "Set the first day"}
TONES = {"done": "good", "late": "due", "blocked": "blocked", "soon": "soon", "planned": "planned"}
_PIPELINE = "Skills pipeline to 2035: the jobs to fill, and who is learning for them"
PARAMETERS = of_lists(tuple(NAMES), about=text(100))


def title(site: Site, address: Address) -> str:
    """The page's name in the browser's title."""
    return "Task force: first 100 days"


@needs_record
def layout(site: Site, address: Address) -> list:
    """A form where one is asked for; else the calendar and the actions."""
    if address.edit or address.form:
        return listed_form(site, address, NAMES, NEW, ("programme",), **_begun(site, address))
    region = address.region.code
    programme = next(iter(office_record(site).entries("programme", region)), None)
    actions = by_date(office_record(site).entries("action", region))
    lead = programme.item.purpose if programme else "What the task force promised for its first hundred days."
    return [
        head("Digital Skills Task Force: first 100 days", lead),
        tabs(address, PATH),
        html.P(dcc.Link(_PIPELINE, href=link("/skills-pipeline", address.region)), className="no-print"),
        saved(office_record(site).shown_record, address),
        _progress(address, programme, actions) if programme else _begin(site, address),
        _actions(site, address, programme, actions) if programme or actions else None,
    ]


def _begin(site: Site, address: Address) -> html.Div:
    first = to_form(NEW["programme"], link(PATH, address.region, form="programme"))
    element = html.P(
        "The tracker begins with the first day: set it, then add what was promised.", className="empty"
    )
    return html.Div([element, html.Div(first, className="actions"), suggested(site, address, "action")])


def _begun(site: Site, address: Address) -> dict[str, str]:
    """What a new action begins with: the figure that the address names will show it."""
    indicator = site.indicators.get(address.about)
    new = address.form == "action" and not address.edit
    return {"needed": f"{indicator.title}, {address.region.name}"} if indicator and new else {}


def _progress(address: Address, programme: RecordEntry, actions: list[RecordEntry]) -> html.Section:
    items = tuple(entry.item for entry in actions)
    found = Progress(programme.item.start, address.as_of or datetime.now(UTC).date(), items)
    text = words.days(found.day, 100, found.done, len(items), found.late)
    return html.Section(
        [
            html.Div(
                [
                    html.H2(text, id="progress"),
                    html.Span(change_link(address, programme, "the first day"), className="row-actions"),
                ],
                className="section-head",
            ),
            numbers(found),
            calendar(found),
            after_words(found),
        ],
        className="section section-first",
        **{"aria-labelledby": "progress"},
    )


def _actions(
    site: Site, address: Address, programme: RecordEntry | None, actions: list[RecordEntry]
) -> html.Section:
    today = address.as_of or datetime.now(UTC).date()
    last = Progress(programme.item.start, today, ()).end if programme else date.max
    rows = [_row(address, entry, today, last) for entry in actions]
    header = ["Action", "Owner", "Due", "Status", "What will show it is done", ""]
    none = [html.P("No action is promised yet.", className="empty"), suggested(site, address, "action")]
    new = to_form(NEW["action"], link(PATH, address.region, form="action"))
    printing = html.Button("Print", type="button", className="quiet-button", **{"data-prints": "yes"})
    return html.Section(
        [
            html.Div(html.H2("Actions", id="actions"), className="section-head"),
            rows_table("Actions by the date they are due", header, rows) if rows else html.Div(none),
            html.Div([new, printing], className="actions"),
        ],
        className="section",
        **{"aria-labelledby": "actions"},
    )


def _row(address: Address, entry: RecordEntry, today: date, last: date) -> list:
    item = entry.item
    after = [html.Br(), html.Span("after day 100", className="note")] if item.due > last else []
    return [
        item.title,
        item.owner,
        [day_words(item.due), *after],
        html.Span(words.status(item, today), className=f"tag tag-{TONES[state(item, today)]}"),
        _evidence(item),
        html.Span(change_link(address, entry, f"the action {item.title}"), className="row-actions"),
    ]


def _evidence(item: Action) -> list | str:
    if not item.evidence:
        return item.needed
    follow = dcc.Link if item.evidence.startswith("/") else html.A
    return [f"{item.needed}: ", follow("see the evidence", href=item.evidence)]


PAGE = record_page(
    PATH,
    title,
    layout,
    PARAMETERS,
    name="Digital Skills Task Force",
    words="first 100 days actions programme",
)
