"""One decision: what, why, on what evidence, what was expected, what happened since, and its history."""

from datetime import UTC, datetime

from dash import html

from dashboard.address.address import link
from dashboard.address.page import Address
from dashboard.address.parameters import text
from dashboard.catalogue.periods import day_words
from dashboard.components.record.decisions import evidence_list, terms
from dashboard.components.record.effect import effect_section
from dashboard.components.record.form import record_form, withdraw_form
from dashboard.components.record.frame import head, history, needs_record, record_page, saved, tabs, to_form
from dashboard.components.record.parameters import of_one
from dashboard.record.approved import public_version
from dashboard.record.forms.decision import begun_from
from dashboard.record.office import office_record
from dashboard.record.rights import may_write, refusal
from dashboard.record.versions import RecordEntry
from dashboard.site import Site
from dashboard.statements import record_words as words

PATH = "/decision/<decision>"
NAV = "/decisions"
NAMED = "For a freedom of information request. It names who wrote each version: read it before you send it."
PARAMETERS = of_one("decision", view=text(1500))


def title(site: Site, address: Address) -> str:
    """The decision's title."""
    return address.decision.item.title if address.decision else "Record a decision"


@needs_record
def layout(site: Site, address: Address) -> list:
    """The form of a new or changed decision, or the decision."""
    entry = address.decision
    if entry is None or address.edit:
        return _form(site, address, entry)
    return [
        head(entry.item.title, f"Decided on {day_words(entry.item.day)}. Owner: {entry.item.owner}."),
        tabs(address, NAV),
        saved(office_record(site).shown_record, address),
        _words(site, entry),
        _evidence(site, entry),
        effect_section(site, address.region, entry.item),
        _end(site, address, entry),
    ]


def _form(site: Site, address: Address, entry: RecordEntry | None) -> list:
    region = address.region
    if entry:
        name, back = "Save the decision", link(f"/decision/{entry.id}", region)
    else:
        name, back = "Record the decision", link("/decisions", region)
    given = {}
    if address.view and entry is None:
        given = {"view": address.view, **begun_from(site, region, address.view)}
    lead = "Figures are looked up, never typed. Every version is kept."
    if given:
        lead += " The view you came from is added as its first evidence"
        lead += ", its figure and place are filled in." if "indicator" in given else "."
    return [
        head("Change the decision" if entry else "Record a decision", lead),
        record_form(site, region, "decision", name, back, entry, **given),
    ]


def _published(site: Site, entry: RecordEntry) -> str:
    if not entry.item.published:
        return "No: in this office only."
    if (
        public_version(office_record(site).shown_record, site.settings.data, entry, datetime.now(UTC).date())
        != entry
    ):
        return "Not yet: in a pre-election period somebody else has to approve it."
    return "Yes: the public view shows it."


def _words(site: Site, entry: RecordEntry) -> html.Section:
    item = entry.item
    review, state = words.review(item.review, item.reviewed, site.as_of or datetime.now(UTC).date())
    pairs = [
        ("What was decided", item.decided),
        ("Why", item.why),
        ("Options considered", item.options),
        ("Cost", words.pounds(item.cost)),
        ("Funding line", item.funding),
        ("Expected benefit", item.benefit),
        ("Effect on equality", item.equality),
        ("Who was asked", item.consulted),
        ("Review", html.Span(review, className="tag tag-due") if state == "due" else review),
        ("What the review found", item.learned),
        ("Published", _published(site, entry)),
    ]
    return html.Section(
        [html.H2("The decision", className="visually-hidden"), terms(pairs)], className="card"
    )


def _evidence(site: Site, entry: RecordEntry) -> html.Section:
    return html.Section(
        [
            html.Div(html.H2("Evidence, as it stood", id="evidence"), className="section-head"),
            evidence_list(site, entry.item.evidence),
        ],
        className="section",
        **{"aria-labelledby": "evidence"},
    )


def _end(site: Site, address: Address, entry: RecordEntry) -> html.Div:
    edit = to_form("Change or review", link(f"/decision/{entry.id}", address.region, edit="yes"), entry.item)
    why_not = html.P(refusal(entry.item), className="note") if may_write() and not edit else None
    whole = html.A("Decision, evidence and history as one file", href=f"/record/decision/{entry.id}.html",
                   download=f"decision-{entry.id}.html", title=NAMED) if may_write() else None  # fmt: skip
    return html.Div(
        [
            html.Div([edit, whole, why_not], className="actions"),
            html.Div(
                [history(site, entry), withdraw_form(address.region, entry, "decision")], className="section"
            ),
        ]
    )


PAGE = record_page(
    PATH, title, layout, PARAMETERS, name="Record a decision", words="new", listed_at="/decision/new"
)
