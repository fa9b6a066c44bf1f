"""Before and after a pilot: the ideas that wait to be tried, and what was learnt from those that were."""

from html import escape

from dash import dcc, html

from dashboard.address.address import link
from dashboard.address.page import Address
from dashboard.components.record.frame import to_form
from dashboard.components.record.rows import change_link, rows_table
from dashboard.record.forms.idea import STATES
from dashboard.record.office import office_record
from dashboard.record.versions import RecordEntry
from dashboard.site import Site
from dashboard.statements import record_words as words

_LOOK = (
    '<form action="/pilots" class="served-control"><label for="lesson-q">Look through what was learnt</label>'
    '<input type="text" id="lesson-q" name="q" value="{typed}" class="input" maxlength="60">'
    '<input type="hidden" name="region" value="{region}"><button class="quiet-button">Look</button></form>'
)


def ideas_section(site: Site, address: Address) -> html.Section:
    """The ideas, those that are ready first; each with what is still to be settled."""
    order = ("ready", "idea", "dropped")
    entries = office_record(site).entries("idea", address.region.code)
    entries.sort(key=lambda entry: (order.index(entry.item.state), entry.item.title))
    none = html.P(
        "No idea is noted. An idea is settled here before it is registered as a pilot.", className="empty"
    )
    header = ["Idea", "Question", "Partner", "Cost", "Where it stands", ""]
    rows = [_idea(address, entry) for entry in entries]
    return html.Section(
        [
            html.Div(html.H2("Ideas", id="ideas"), className="section-head"),
            rows_table("Ideas, those that are ready first", header, rows) if rows else none,
        ],
        className="section",
        **{"aria-labelledby": "ideas"},
    )


def _idea(address: Address, entry: RecordEntry) -> list:
    item = entry.item
    ready = item.state == "ready"
    begin = (
        to_form("Register it", link("/pilot/new", address.region, idea=entry.id), button=False)
        if ready
        else None
    )
    settled = {"partner": item.partner, "ethics": item.ethics, "stop rule": item.stop_rule}
    missing = [name for name, text in settled.items() if not text]
    open_ = f"To be settled: {', '.join(missing)}." if missing and item.state == "idea" else ""
    return [
        [item.title, html.P(item.owner, className="note")],
        item.question,
        item.partner or "–",
        words.pounds(item.cost) or "–",
        [
            html.Div([html.Span(dict(STATES)[item.state], className="tag"), begin], className="row-actions"),
            html.P(open_, className="note") if open_ else None,
        ],
        change_link(address, entry, f"the idea {item.title}"),
    ]


def lessons_section(site: Site, address: Address) -> html.Section | None:
    """What was learnt from pilots and dropped ideas, those with the words typed; None without any."""
    kept = [
        entry
        for kind in ("pilot", "idea")
        for entry in office_record(site).entries(kind, address.region.code)
    ]
    told = [entry for entry in kept if entry.item.lesson]
    if not told:
        return None
    wanted = address.q.casefold().split()
    found = [entry for entry in told if all(word in _text(entry) for word in wanted)]
    form = _LOOK.format(typed=escape(address.q), region=escape(address.region.code))
    none = html.P("Nothing of what was learnt holds these words.", className="empty")
    return html.Section(
        [
            html.Div(html.H2("What was learnt", id="lessons"), className="section-head"),
            html.Div(**{"data-svg": form}),
            html.Ul([_lesson(address, entry) for entry in found], className="entries") if found else none,
        ],
        className="section",
        **{"aria-labelledby": "lessons"},
    )


def _text(entry: RecordEntry) -> str:
    return f"{entry.item.title} {entry.item.lesson}".casefold()


def _lesson(address: Address, entry: RecordEntry) -> html.Li:
    item = entry.item
    name = (
        dcc.Link(item.title, href=link(f"/pilot/{entry.id}", address.region))
        if entry.kind == "pilot"
        else item.title
    )
    return html.Li([html.H3(name), html.P(item.lesson, className="lines")], className="entry")
