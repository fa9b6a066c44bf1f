"""Pilots: the Innovation Unit's portfolio, each with a plain verdict that may be "cannot tell"."""

from datetime import UTC, datetime

from dash import dcc, html

from dashboard.address.address import link
from dashboard.address.page import Address
from dashboard.address.parameters import typed
from dashboard.components.age_notice import dead_warning
from dashboard.components.record.form import listed_form
from dashboard.components.record.frame import head, needs_record, record_page, saved, tabs, to_form
from dashboard.components.record.parameters import of_lists
from dashboard.components.record.suggestions import suggested
from dashboard.pages.pilots import words
from dashboard.pages.pilots.evaluation import evaluate
from dashboard.pages.pilots.ideas import ideas_section, lessons_section
from dashboard.pages.pilots.sections import verdict_words
from dashboard.pages.pilots.verdict_words import portfolio
from dashboard.record.office import office_record
from dashboard.record.pilots.stamp import stamped
from dashboard.record.versions import RecordEntry
from dashboard.site import Site

PATH = "/pilots"
NAMES = {"idea": "idea"}
NEW = {"idea": "Add an idea"}
PARAMETERS = of_lists(tuple(NAMES), q=typed)


def title(site: Site, address: Address) -> str:
    """The page's name in the browser's title."""
    return "Pilots"


@needs_record
def layout(site: Site, address: Address) -> list:
    """How the pilots did, counted, then each in a few lines."""
    if address.edit or address.form:
        return listed_form(site, address, NAMES, NEW)
    region = address.region
    entries = office_record(site).entries("pilot", region.code)
    verdicts = [evaluate(site, region, entry).verdict for entry in entries]
    new = to_form("Register a pilot", link("/pilot/new", region))
    ordered = sorted(entries, key=lambda entry: entry.item.start, reverse=True)
    return [
        head("Pilots", "What is being tried, where, and whether those places did better than others."),
        tabs(address, PATH),
        saved(office_record(site).shown_record, address),
        html.Div(
            [new, to_form(NEW["idea"], link(PATH, region, form="idea"), button=False)], className="actions"
        ),
        html.Section(
            [
                html.Div(html.H2(portfolio(verdicts), id="portfolio"), className="section-head"),
                html.Ul([_line(site, address, entry) for entry in ordered], className="entries")
                if entries
                else html.P(
                    "Register a pilot before it begins: then nobody can choose the figure that flatters it.",
                    className="empty",
                ),
                None if entries else suggested(site, address, "pilot"),
            ],
            className="section",
            **{"aria-labelledby": "portfolio"},
        ),
        ideas_section(site, address),
        lessons_section(site, address),
    ]


def _line(site: Site, address: Address, entry: RecordEntry) -> html.Li:
    item, today = entry.item, site.as_of or datetime.now(UTC).date()
    found = evaluate(site, address.region, entry)
    indicator = site.indicators.get(item.indicator)
    late = words.registered_briefly(stamped(office_record(site).versions(entry.id)))
    facts = [
        words.begun(item.start, today),
        ", ".join(site.geography.recorded(code).name for code in item.area_codes),
        indicator.title if indicator else "",
        item.owner,
    ]
    size = ""
    if found.effect is not None:
        size = f" {words.gap_since(indicator, found.effect)}"
    tone = {"better": " entry-good", "worse": " entry-due"}.get(found.verdict, "")
    return html.Li(
        [
            html.H3(dcc.Link(item.title, href=link(f"/pilot/{entry.id}", address.region))),
            html.P(html.Span(late, className="tag tag-due")) if late else None,
            html.P(words.NOT_BEGUN if item.start > today else verdict_words(found) + size),
            dead_warning(site, indicator),
            html.Div([html.Span(fact) for fact in facts if fact], className="facts-line"),
        ],
        className=f"entry{tone}",
    )


PAGE = record_page(PATH, title, layout, PARAMETERS, name="Pilots", words="innovation unit trials")
