"""Panels of a theme page: one indicator each, with the button that puts it on the map.

What is published for small areas alone has no figure to show: it is listed in one panel at the end.
"""

from collections.abc import Sequence

from dash import dcc, html

from dashboard.address.address import link
from dashboard.catalogue.indicators import Indicator
from dashboard.charts.mapped import levels_with_figures
from dashboard.components.absent import why_none
from dashboard.components.cached_markup import cached_markup
from dashboard.components.headline import facts, sparkline
from dashboard.datastore.areas import NEIGHBOURHOODS, Area
from dashboard.site import Site
from dashboard.statements.headline import headline
from dashboard.statements.map_words import small_areas_only
from dashboard.statements.place_words import better_words

MAP_HOLDER = "theme-map"


def panels(site: Site, theme: str, region: Area, drawable: Sequence[Indicator]) -> html.Div:
    """A panel for each indicator of `theme`; those in `drawable` have a button that shows them on the map."""
    return cached_markup(site, ("panels", theme, region), lambda: _panels(site, theme, region, drawable))


def _panels(site: Site, theme: str, region: Area, drawable: Sequence[Indicator]) -> html.Div:
    small = [item for item in drawable if _for_small_areas_only(site, item, region)]
    shown = [item for item in site.in_theme(theme) if item not in small]
    listed = [_panel(site, item, region, mappable=item in drawable) for item in shown]
    return html.Div([*listed, _small_areas(small, region)] if small else listed, className="panels")


def _for_small_areas_only(site: Site, indicator: Indicator, region: Area) -> bool:
    if headline(site, indicator, region).latest is not None:
        return False
    return set(levels_with_figures(site, indicator, region)) <= set(NEIGHBOURHOODS)


def _small_areas(indicators: Sequence[Indicator], region: Area) -> html.Article:
    """The panel that lists `indicators`, which have figures for small areas alone."""
    act = dcc.Link("where to act first", href=link("/priority", region))
    words = [small_areas_only(region), " Put several together to see ", act, "."]
    items = [html.Li([html.Div(_head(item, region)), _map_button(item)]) for item in indicators]
    return html.Article(
        [html.H3("For neighbourhoods only"), html.P(words, className="note"), html.Ul(items)],
        className="card panel panel-small",
    )


def _panel(site: Site, indicator: Indicator, region: Area, mappable: bool) -> html.Article:
    said = headline(site, indicator, region)
    head = [html.Div(_head(indicator, region, html.H3))]
    if mappable:
        head.append(_map_button(indicator))
    if said.latest is None:
        levels = levels_with_figures(site, indicator, region)
        body = [why_none(said.absence, levels)]
    else:
        body = [
            html.Div(
                [
                    html.Div(said.value, className="value"),
                    html.Div([indicator.unit, html.Br(), html.Span(said.dated)], className="value-unit"),
                ],
                className="panel-figure",
            ),
            sparkline(site, indicator, region),
        ]
    # Why there is no figure stands in its place already.
    said_facts = html.Div(
        [
            facts(said.facts[1:] if said.absence else said.facts),
            html.P(better_words(indicator), className="note"),
        ],
        className="panel-facts",
    )
    return html.Article(
        [
            html.Div(head, className="panel-head"),
            html.Div(body, className="panel-body"),
            said_facts if mappable else None,
        ],
        className="card panel",
    )


def _head(indicator: Indicator, region: Area, heading: type = html.Div) -> list:
    """What `indicator` is called, as a link to its page, and what it asks."""
    title = dcc.Link(indicator.title, href=link(f"/indicator/{indicator.id}", region))
    return [heading(title), html.P(indicator.question, className="note")]


def _map_button(indicator: Indicator) -> html.Button:
    """The button that sets the map's control to `indicator`; pages.js presses it while the map shows it."""
    return html.Button(
        "Show on map",
        type="button",
        className="quiet-button",
        **{
            "aria-pressed": "false",
            "aria-label": f"Show {indicator.title} on the map",
            "data-sets": "map",
            "data-to": indicator.name,
            "data-shows": MAP_HOLDER,
        },
    )
