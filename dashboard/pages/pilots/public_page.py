"""Pilots, for everybody: the results that the mayor's office has published, whatever came out."""

from datetime import date
from typing import Any

from dash import dcc, html

from dashboard.address.address import link
from dashboard.address.page import Address, Page
from dashboard.catalogue.periods import day_words
from dashboard.datastore.published import pilots
from dashboard.site import Site
from dashboard.statements.as_of_words import DECISIONS

PATH = "/pilots"
NAV = "/decisions"


def title(site: Site, address: Address) -> str:
    """The page's name in the browser's title."""
    return "Pilots"


def layout(site: Site, address: Address) -> list:
    """Every published pilot of the region, the newest first."""
    found = [item for item in pilots(site.settings.data) if item["region"] == address.region.code]
    lead = f"What has been tried in {address.region.name}, and whether those places did better than others."
    none = html.P("No result has been published yet.", className="empty")
    head = html.Div([html.H1("Pilots"), html.P(lead)], className="page-head")
    return [head, *([_pilot(site, address, item) for item in found] or [none])]


def _pilot(site: Site, address: Address, item: dict[str, Any]) -> html.Article:
    indicator = site.indicators.get(item["indicator"])
    figure = (
        dcc.Link(indicator.title, href=link(f"/indicator/{indicator.id}", address.region))
        if indicator
        else ""
    )
    places = site.geography.names_held(item["places"])
    dates = f"From {day_words(date.fromisoformat(item['start']))}"
    if item["end"]:
        dates += f" to {day_words(date.fromisoformat(item['end']))}"
    pairs = [
        ("What it tries", item["tries"]),
        ("Where and when", f"{', '.join(places)}. {dates}."),
        ("Figure", figure),
        ("Registered", item["registered"]),
        ("Verdict", f"{item['verdict']} As of {day_words(date.fromisoformat(item['day']))}."),
        *((name, parts) for name, parts in item["worth"]),
        ("What was learnt", item["lesson"]),
    ]
    parts = [part for name, text in pairs if text for part in (html.Dt(name), html.Dd(text))]
    heading = html.Div(html.H2(item["title"], id=f"pilot-{item['id']}"), className="section-head")
    return html.Article([heading, html.Dl(parts, className="terms")], className="section")


PAGE = Page(
    PATH,
    title,
    layout,
    name="Pilots",
    words="innovation unit trials",
    as_of=DECISIONS,
    navigation=NAV,
    cacheable=False,
)
