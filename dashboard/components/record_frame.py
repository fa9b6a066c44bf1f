"""What the pages of the working record share: tabs, what was just saved, history, and their parameters."""

from collections.abc import Sequence

from dash import dcc, html

from dashboard.address import Address, BadAddress, Parameter, link
from dashboard.datastore.areas import Area
from dashboard.record.conflict import moves
from dashboard.record.store import Entry, Missing, Record
from dashboard.site import Site
from dashboard.statements import record_words as words

TABS = {
    "/decisions": "Decisions",
    "/targets": "Targets and events",
    "/pilots": "Pilots",
    "/task-force": "Task force",
}


def text(longest: int) -> Parameter:
    """A parameter of up to `longest` characters; "" when absent."""

    def read(site: Site, region: Area, given: str | None) -> str:
        if given and len(given) > longest:
            raise BadAddress(400, "This address is too long.")
        return given or ""

    return read


def any_of(kinds: Sequence[str], new: bool = False) -> Parameter:
    """A parameter that is the id of something of `kinds`, as its newest Entry; None without (or "new")."""

    def read(site: Site, region: Area, given: str | None) -> Entry | None:
        if given is None or (new and given == "new"):
            return None
        try:
            found = site.record.store.get(given)
        except Missing:
            found = None
        if found is None or found.kind not in kinds:
            raise BadAddress(404, f"There is no {' or '.join(kinds)} with the id “{given[:60]}”.")
        return found

    return read


SAVED = text(60)


def tabs(address: Address, here: str) -> html.Nav:
    """The pages of the record, beside each other."""
    links = [html.Li(_tab(name, link(path, address.region), path == here)) for path, name in TABS.items()]
    return html.Nav(html.Ul(links), className="record-tabs", **{"aria-label": "Working record"})


def _tab(name: str, href: str, current: bool) -> html.A | dcc.Link:
    return html.A(name, href=href, **{"aria-current": "page"}) if current else dcc.Link(name, href=href)


def saved(record: Record, address: Address) -> html.Div | None:
    """Says what was saved, after a form has led here."""
    kind, _, rest = address.saved.partition(".")
    record_id, _, version = rest.partition(".")
    found = next((item for item in record.history(record_id) if str(item.version) == version), None)
    if found is None or found.kind != kind:
        return None
    return html.Div(
        html.P(words.saved(kind, found.version, found.withdrawn)), className="saved", role="status"
    )


def history(site: Site, entry: Entry) -> html.Details:
    """Every version: when, by whom, and what it changed."""
    versions = site.record.store.history(entry.id)
    items = []
    for number, item in enumerate(versions):
        what = moves(site, versions[number - 1], item) if number else []
        told = words.version(item.version, item.at, item.by, item.withdrawn)
        lines = [
            html.Li([html.Span(f"{label}: ", className="label"), f"{was} → {now}"])
            for label, was, now in what
        ]
        items.append(html.Li([html.P(told), html.Ul(lines) if lines else None]))
    counted = words.versions(len(versions))
    return html.Details([html.Summary(counted), html.Ol(items[::-1], className="history", reversed=True)])


def head(title: str, lead: str, *more) -> html.Div:
    """A page's heading and what it is for."""
    return html.Div([html.H1(title), html.P(lead), *more], className="page-head")
