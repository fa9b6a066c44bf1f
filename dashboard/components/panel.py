"""Panels of a theme page: one indicator each, with the button that puts it on the map."""

from dash import dcc, html

from dashboard.address import link
from dashboard.catalogue.indicators import Indicator
from dashboard.components.headline import facts, sparkline
from dashboard.components.kept import kept
from dashboard.datastore.areas import Area
from dashboard.figures.mapped import levels_with_figures
from dashboard.site import Site
from dashboard.statements.headline import headline
from dashboard.statements.map_words import only_for
from dashboard.statements.place_words import better_words, unpublished

MAP_HOLDER = "theme-map"


def indicator_panel(site: Site, indicator: Indicator, region: Area, mappable: bool) -> html.Article:
    """The panel of `indicator` for `region`; with `mappable`, with a button that shows it on the map."""
    key = ("panel", indicator, region, mappable)
    return kept(site, key, lambda: _panel(site, indicator, region, mappable))


def _panel(site: Site, indicator: Indicator, region: Area, mappable: bool) -> html.Article:
    said = headline(site, indicator, region)
    title = dcc.Link(indicator.title, href=link(f"/indicator/{indicator.id}", region))
    head = [html.Div([html.H3(title), html.P(indicator.question, className="note")])]
    if mappable:
        head.append(_map_button(indicator))
    if said.latest is None:
        levels = levels_with_figures(site, indicator, region)
        reason = only_for(region, levels) if levels else unpublished(site, indicator, region)
        body = [html.P(reason, className="panel-missing")]
    else:
        body = [
            html.Div(
                [
                    html.Div(said.value, className="value"),
                    html.Div([indicator.unit, html.Br(), html.Span(said.period)], className="value-unit"),
                ],
                className="panel-figure",
            ),
            sparkline(site, indicator, region),
        ]
    said_facts = html.Div(
        [facts(said.facts), html.P(better_words(indicator), className="note")], className="panel-facts"
    )
    return html.Article(
        [
            html.Div(head, className="panel-head"),
            html.Div(body, className="panel-body"),
            said_facts if mappable else None,
        ],
        className="card panel",
    )


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
