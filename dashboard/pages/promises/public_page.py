"""Promises, for everybody: those that the mayor's office has published, and which stage each has reached."""

from datetime import UTC, date, datetime
from typing import Any

from dash import html

from dashboard.address.page import Address, Page
from dashboard.catalogue.periods import day_words
from dashboard.datastore.published import promised, promises
from dashboard.pages.promises.stages import stage_list
from dashboard.site import Site
from dashboard.statements.as_of_words import DECISIONS
from dashboard.statements.outlook.promise_stages import stage_standing, stages_reached

PATH = "/promises"
NAV = "/decisions"
NONE = "No promise has been published yet."


def title(site: Site, address: Address) -> str:
    """The page's name in the browser's title."""
    return "Promises"


def layout(site: Site, address: Address) -> list:
    """Every published promise of the region, the newest first."""
    last = (site.as_of or date.max).isoformat()
    mine = [
        item
        for item in promises(site.settings.data)
        if item["region"] == address.region.code and item["day"] <= last
    ]
    lead = f"What was promised for {address.region.name}. Published figures alone say what is reached."
    head = html.Div([html.H1("Promises"), html.P(lead)], className="page-head")
    none = html.P(NONE, className="empty")
    return [head, *([_promise(site, address, item) for item in mine] or [none])]


def _promise(site: Site, address: Address, item: dict[str, Any]) -> html.Article:
    today = site.as_of or datetime.now(UTC).date()
    found = [stage_standing(site, stage, today) for stage in promised(item).stages]
    parts = [f"Promised on {day_words(date.fromisoformat(item['day']))}. Owner: {item['owner']}. "]
    if item["source"]:
        parts.append(html.A("Where it was said", href=item["source"]))
    return html.Article(
        [
            html.Div(html.H2(item["title"], id=f"promise-{item['id']}"), className="section-head"),
            html.P(item["said"], className="lines"),
            html.P(stages_reached(found), className="lead-line"),
            stage_list(site, address.region, found),
            html.P(parts, className="note"),
        ],
        className="section",
    )


PAGE = Page(
    PATH,
    title,
    layout,
    name="Promises",
    words="pledges commitments stages kept reached",
    as_of=DECISIONS,
    navigation=NAV,
    cacheable=False,
)
