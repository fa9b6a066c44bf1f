"""Decisions: what was decided, which reviews are due, and where a view is added to one as evidence."""

from datetime import UTC, datetime

from dash import dcc, html

from dashboard.address.address import link
from dashboard.address.page import Address
from dashboard.address.parameters import text
from dashboard.components.record.decisions import decision_list
from dashboard.components.record.form import asking, draft_answers
from dashboard.components.record.frame import head, needs_record, record_page, saved, tabs, to_form
from dashboard.components.record.parameters import SAVED
from dashboard.components.record.suggestions import suggested
from dashboard.record.fields import Field
from dashboard.record.office import office_record
from dashboard.record.review import is_due
from dashboard.record.rights import refusal
from dashboard.record.versions import RecordEntry
from dashboard.site import Site
from dashboard.statements import record_words as words

PATH = "/decisions"
PARAMETERS = {"view": text(1500), "saved": SAVED}


def title(site: Site, address: Address) -> str:
    """The page's name in the browser's title."""
    return "Decisions"


@needs_record
def layout(site: Site, address: Address) -> list:
    """The reviews that are due, then every decision; first, a view that waits to be added to one."""
    entries = office_record(site).entries("decision", address.region.code)
    today = site.as_of or datetime.now(UTC).date()
    due = [entry for entry in entries if is_due(entry.item, today)]
    rest = [entry for entry in entries if entry not in due]
    lead = f"What was decided for {address.region.name}, on what evidence, and what came of it."
    new = to_form("Record a decision", link("/decision/new", address.region))
    return [
        head("Decisions", lead),
        tabs(address, PATH),
        saved(office_record(site).shown_record, address),
        _adding(address, entries) if address.view else None,
        html.Div([new, _export()], className="actions"),
        _begun(site, address),
        _section(site, address, "due", words.reviews_due(len(due)), due, today) if due else None,
        _section(site, address, "all", "All other decisions" if due else "All decisions", rest, today)
        if rest or not due
        else None,
    ]


def _section(
    site: Site, address: Address, key: str, heading: str, entries: list[RecordEntry], today
) -> html.Section:
    return html.Section(
        [
            html.Div(html.H2(heading, id=key), className="section-head"),
            decision_list(site, address.region, entries, today) if entries else _empty(site, address),
        ],
        className="section",
        **{"aria-labelledby": key},
    )


def _empty(site: Site, address: Address) -> html.Div:
    """What an empty list says: where to begin, and what stands out today."""
    first = dcc.Link("Begin here, or look at a worked example", href=link("/first-day", address.region))
    parts = ["Nothing is recorded here yet. A decision keeps the views it rested on. ", first, "."]
    return html.Div([html.P(parts, className="empty"), suggested(site, address, "decide")])


def _begun(site: Site, address: Address) -> html.P | None:
    """The way back to a decision that whoever reads this has begun to write."""
    draft = None if refusal() else draft_answers(site, "decision", address.region)
    if draft is None:
        return None
    name = draft.values.get("title") or "a decision without a title yet"
    return html.P(
        ["Your draft, not recorded yet: ", dcc.Link(name, href=link("/decision/new", address.region)), "."]
    )


def _export() -> html.A | None:
    if refusal():
        return None
    return html.A("Export the whole record (JSON)", href="/record/export.json", download="record.json")


def _adding(address: Address, entries: list[RecordEntry]) -> html.Section:
    """Which decision the view is evidence for: one of those recorded, or a new one."""
    choices = [("new", "A new decision")]
    choices += [(entry.id, entry.item.title) for entry in reversed(entries) if not refusal(entry.item)]
    field = Field(
        "decision", "Which decision is it evidence for?", "radios", "Select one", groups={"": choices}
    )
    form = asking(
        [field],
        "evidence",
        "Add this view",
        "/record/evidence",
        address.region,
        view=address.view,
        values={"decision": choices[0][0] if len(choices) == 1 else ""},
        cancel=address.view,
    )
    kept = (
        "Kept are its address as of today, the edition, what it says and the figures it shows; "
        "of maps of neighbourhoods, journeys, casualties and the skills pipeline the address alone."
    )
    return html.Section(
        [html.H2("Add this view to a decision", id="adding"), html.P(kept), form],
        className="card",
        **{"aria-labelledby": "adding"},
    )


PAGE = record_page(PATH, title, layout, PARAMETERS, name="Decisions", words="record reviews published")
