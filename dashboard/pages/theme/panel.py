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
from dashboard.components.folds import phone_fold
from dashboard.components.headline import facts, sparkline
from dashboard.datastore.areas import NEIGHBOURHOODS, Area
from dashboard.pages.theme.choice import map_button
from dashboard.pages.theme.strip_plot import lowest_to_highest, strip_plot
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
    name = html.H3(dcc.Link(indicator.title, href=link(f"/indicator/{indicator.id}", region)))
    head = html.Div([name, map_button(indicator) if mappable else None], className="panel-head")
    first, rest = _without_figure(site, shown) if shown.latest is None else _figure(site, shown)
    # Why there is no figure stands in its place already.
    lines = facts(shown.facts[1:] if shown.absence else shown.facts)
    told = html.Div([lines, html.P(better_words(indicator), className="note")], className="panel-facts")
    question = html.P(indicator.question, className="note")
    more = phone_fold(
        "More", f"about {indicator.title}", [question, rest, told if mappable else None], "panel-more"
    )
    return html.Article([head, first, more], className="card panel")


def _figure(site: Site, shown: Headline) -> tuple[Component, Component | None]:
    """The region's figure with its shape over time, then its districts on one line."""
    indicator = shown.indicator
    unit = html.Div([indicator.unit, html.Br(), html.Span(shown.dated)], className="value-unit")
    figure = html.Div([html.Div(shown.value, className="value"), unit], className="panel-figure")
    drawn = html.Div([figure, sparkline(site, indicator, shown.area)], className="panel-body")
    return drawn, strip_plot(site, indicator, shown.area)


def _without_figure(site: Site, shown: Headline) -> tuple[Component, Component | None]:
    """That the region has no figure of its own; then its districts on one line, and why."""
    levels = levels_with_figures(site, shown.indicator, shown.area)
    why = why_none(shown.absence, levels)
    drawn = strip_plot(site, shown.indicator, shown.area, large=True)
    if drawn is None:
        return why, None
    why = html.Details([html.Summary("Why there is none"), why], className="note")
    ends = html.Span(lowest_to_highest(site, shown.indicator, shown.area), className="panel-ends")
    return html.P([f"{shown.missing}. ", ends], className="panel-missing"), html.Div([drawn, why])


def _head(indicator: Indicator, region: Area) -> list:
    """What `indicator` is called, as a link to its page, and what it asks."""
    title = dcc.Link(indicator.title, href=link(f"/indicator/{indicator.id}", region))
    return [html.Div(title), html.P(indicator.question, className="note")]
