"""Headline cards: one figure each, with its period, direction, comparison and shape."""

from dash import dcc, html

from dashboard.address.address import link
from dashboard.catalogue.indicators import Indicator
from dashboard.charts.small.spark import spark
from dashboard.components.absent import published_at
from dashboard.components.cached_markup import cached_markup
from dashboard.datastore.areas import ENGLAND, Area
from dashboard.site import Site
from dashboard.statements.headline import Fact, headline


def headline_card(site: Site, indicator: Indicator, area: Area, region: Area) -> html.Article:
    """The card of `indicator` for `area`; the whole card is one link to its evidence."""
    return cached_markup(
        site, ("card", indicator, area, region), lambda: _card(site, indicator, area, region)
    )


def _card(site: Site, indicator: Indicator, area: Area, region: Area) -> html.Article:
    shown = headline(site, indicator, area)
    places = None if area == region else [area.code]
    title = html.H3(dcc.Link(indicator.title, href=link(f"/indicator/{indicator.id}", region, places=places)))
    missing = shown.latest is None
    value = html.Div(
        shown.missing if missing else shown.value, className="value value-missing" if missing else "value"
    )
    unit = indicator.unit if missing else f"{indicator.unit}, {shown.dated}"
    return html.Article(
        [
            html.Div([title, html.P(unit, className="unit")]),
            html.Div([value, sparkline(site, indicator, area)], className="figure-row"),
            facts(shown.facts),
        ],
        className="card headline",
    )


def facts(facts_shown: tuple[Fact, ...]) -> html.Ul:
    """Short facts as a list; the mark adds colour to words that already say it."""
    return html.Ul(
        [
            html.Li([fact.text, *published_at(fact.address)], className=f"mark-{fact.mark}")
            for fact in facts_shown
        ],
        className="facts",
    )


def sparkline(site: Site, indicator: Indicator, area: Area) -> html.Div | None:
    """The shape of the series beside England's; decoration, because the facts say it in words."""
    observations = site.observations(indicator)
    # A count beside England's would only show that England is larger.
    benchmark = () if indicator.statistic == "count" else observations.series(ENGLAND)
    markup = spark(indicator, observations.series(area.code), benchmark)
    if markup is None:
        return None
    return html.Div(className="spark", **{"data-svg": markup, "aria-hidden": "true"})
