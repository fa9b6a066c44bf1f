"""Decisions, for everybody: those that the mayor's office has published, each with its public evidence."""

import re
from collections import Counter
from datetime import date
from typing import Any

from dash import dcc, html

from dashboard.address.address import link
from dashboard.address.page import Address, Page
from dashboard.address.query_params import BadAddress
from dashboard.catalogue.periods import day_words
from dashboard.components.record.evidence_figures import kept_figures
from dashboard.datastore.areas import Area
from dashboard.datastore.editions.change_days import counted_otherwise
from dashboard.datastore.published import published
from dashboard.site import Site
from dashboard.statements import record_words as words
from dashboard.statements.as_of_words import DECISIONS
from dashboard.statements.evidence_words import Kept
from dashboard.statements.judgement import effect_words as effect
from dashboard.statements.judgement.judgement import judgement

PATH = "/decisions"
AS_OF = DECISIONS
NAV = PATH
MOST = 50  # shown together: five hundred of the longest weigh 6 MB, and take four seconds
MORE = {
    "/promises": "Promises: which stage each has reached",
    "/pilots": "Pilots: what was tried, and what came of it",
}


def _year(site: Site, region: Area, text: str | None) -> int:
    if not text:
        return 0
    if not re.fullmatch("20[0-9][0-9]", text):
        raise BadAddress(400, f"“{text[:20]}” is no year of a decision: write one such as 2026.")
    return int(text)


PARAMETERS = {"year": _year}


def title(site: Site, address: Address) -> str:
    """The page's name in the browser's title."""
    return "Decisions"


def layout(site: Site, address: Address) -> list:
    """The published decisions of the region, newest first: of one year where the address names it, else the
    last MOST."""
    last = (site.as_of or date.max).isoformat()
    every = published(site.settings.data)
    known = [item for item in every if item["region"] == address.region.code and item["day"] <= last]
    found = [item for item in known if _year_of(item) == address.year] if address.year else known[:MOST]
    lead = f"What has been decided for {address.region.name}, why, and what has happened since."
    when = f"of {address.year} " if address.year else ""
    none = html.P(f"No decision {when}has been published yet.", className="empty")
    more = [html.P(dcc.Link(name, href=link(path, address.region))) for path, name in MORE.items()]
    head = html.Div([html.H1("Decisions"), html.P(lead), *more], className="page-head")
    shown = [_decision(site, item) for item in found] or [none]
    if len(known) <= MOST and not address.year:
        return [head, *shown]
    return [head, _years(address, known, "Decisions by year"), *shown, _years(address, known, "Other years")]


def _year_of(item: dict[str, Any]) -> int:
    return int(item["day"][:4])


def _years(address: Address, known: list[dict[str, Any]], label: str) -> html.Nav:
    """The way to the decisions of each year, with how many there are."""
    count = Counter(map(_year_of, known))
    ways = [(f"The last {MOST}", None), *((f"{year} ({count[year]})", str(year)) for year in count)]
    here = str(address.year) if address.year else None
    items = [html.Li(_way(name, link(PATH, address.region, year=year), year == here)) for name, year in ways]
    return html.Nav(html.Ul(items, className="steps"), **{"aria-label": label})


def _way(name: str, href: str, here: bool) -> html.A | dcc.Link:
    return html.A(name, href=href, **{"aria-current": "page"}) if here else dcc.Link(name, href=href)


def _decision(site: Site, item: dict[str, Any]) -> html.Article:
    pairs = [
        ("Decided", f"{day_words(date.fromisoformat(item['day']))}, by {item['owner']}"),
        ("What was decided", item["decided"]),
        ("Why", item["why"]),
        ("Options considered", item["options"]),
        ("Cost", words.pounds(item.get("cost"))),
        ("Funding line", item.get("funding")),
        ("Expected benefit", item.get("benefit")),
        ("Effect on equality", item.get("equality")),
        ("Who was asked", item.get("consulted")),
        ("What happened since", _since(site, item)),
        ("Evidence", _evidence(site, item["evidence"])),
    ]
    parts = [part for name, text in pairs if text for part in (html.Dt(name), html.Dd(text))]
    heading = html.Div(html.H2(item["title"], id=f"decision-{item['id']}"), className="section-head")
    return html.Article([heading, html.Dl(parts, className="terms")], className="section")


def _since(site: Site, item: dict[str, Any]) -> str:
    indicator = site.indicators.get(item["indicator"])
    area = site.geography.areas.get(item["area_code"])
    if indicator is None or area is None:
        return ""
    was = item["baseline"]
    baseline = (date.fromisoformat(was["period"]), was["value"]) if was else None
    known = date.fromisoformat((was or {}).get("known") or item["day"])
    recounted = counted_otherwise(site.store, indicator, known, site.as_of)
    text = effect.since(indicator, baseline, judgement(site, indicator, area), recounted)
    return f"{effect.expectation(indicator, area, item['expected'])} {text} {effect.NOT_PROOF}"


def _promises_kept(view: dict[str, Any]) -> list[Kept]:
    """The figures that were kept with a view; none in files of earlier versions."""
    one = view.get("indicator", "")
    return [
        Kept(
            item.get("indicator") or one, item["area_code"], date.fromisoformat(item["period"]), item["value"]
        )
        for item in view.get("figures", ())
    ]


def _evidence(site: Site, views: list[dict[str, Any]]) -> html.Ul | None:
    items = [
        html.Li(
            [
                dcc.Link(view["title"], href=view["address"]),
                f", as known on {day_words(date.fromisoformat(view['day']))}. {view['words']}",
                *kept_figures(site, view["title"], view["snapshot"], _promises_kept(view)),
            ]
        )
        for view in views
    ]
    return html.Ul(items) if items else None


PAGE = Page(
    PATH,
    title,
    layout,
    name="Decisions",
    words="record reviews published",
    as_of=AS_OF,
    navigation=NAV,
    parameters=PARAMETERS,
    cacheable=False,
)
