"""Panels of a theme page: one indicator each, drawn, with the button that puts it on the map.

What is published for small areas alone has no figure to show: it is listed in one panel at the end.
"""

from collections.abc import Sequence

from dash import dcc, html
from dash.development.base_component import Component

from dashboard.address.address import link
from dashboard.catalogue.indicators import Indicator
from dashboard.charts.mapped import levels_with_figures
from dashboard.components.absent import why_none
from dashboard.components.cached_markup import cached_markup
from dashboard.components.headline import facts, sparkline
from dashboard.datastore.areas import NEIGHBOURHOODS, Area
from dashboard.pages.theme.choice import map_button
from dashboard.pages.theme.strip_plot import strip_plot
from dashboard.site import Site
from dashboard.statements.headline import Headline, headline
from dashboard.statements.map_words import small_areas_only
from dashboard.statements.place_words import better_words


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
    items = [html.Li([html.Div(_head(item, region)), map_button(item)]) for item in indicators]
    return html.Article(
        [html.H3("For neighbourhoods only"), html.P(words, className="note"), html.Ul(items)],
        className="card panel panel-small",
    )


def _panel(site: Site, indicator: Indicator, region: Area, mappable: bool) -> html.Article:
    shown = headline(site, indicator, region)
    head = [html.Div(_head(indicator, region, html.H3))]
    if mappable:
        head.append(map_button(indicator))
    body = _without_figure(site, shown) if shown.latest is None else _figure(site, shown)
    # Why there is no figure stands in its place already.
    lines = facts(shown.facts[1:] if shown.absence else shown.facts)
    told = html.Div([lines, html.P(better_words(indicator), className="note")], className="panel-facts")
    return html.Article(
        [html.Div(head, className="panel-head"), *body, told if mappable else None], className="card panel"
    )


def _figure(site: Site, shown: Headline) -> list[Component | None]:
    """The region's figure with its shape over time, then its districts on one line."""
    indicator = shown.indicator
    unit = html.Div([indicator.unit, html.Br(), html.Span(shown.dated)], className="value-unit")
    figure = html.Div([html.Div(shown.value, className="value"), unit], className="panel-figure")
    drawn = html.Div([figure, sparkline(site, indicator, shown.area)], className="panel-body")
    return [drawn, strip_plot(site, indicator, shown.area)]


def _without_figure(site: Site, shown: Headline) -> list[Component | None]:
    """The districts on one line where the region has no figure of its own; then why it has none."""
    levels = levels_with_figures(site, shown.indicator, shown.area)
    why = why_none(shown.absence, levels)
    drawn = strip_plot(site, shown.indicator, shown.area, large=True)
    if drawn is None:
        return [why]
    return [drawn, html.Details([html.Summary(shown.missing), why], className="note")]


def _head(indicator: Indicator, region: Area, heading: type = html.Div) -> list:
    """What `indicator` is called, as a link to its page, and what it asks."""
    title = dcc.Link(indicator.title, href=link(f"/indicator/{indicator.id}", region))
    return [heading(title), html.P(indicator.question, className="note")]
