"""The map of the overview: the districts, coloured by the card that is pointed at; its figures as a table."""

from collections.abc import Sequence

from dash import html

from dashboard.catalogue.indicators import Indicator
from dashboard.charts.district_figures import districts, named_there
from dashboard.components.cached_markup import cached_markup
from dashboard.components.map_panel import map_panel
from dashboard.components.markup import Writer
from dashboard.components.parts import written
from dashboard.components.region_map import map_ratio, map_url, region_map_data, region_map_legend
from dashboard.components.tables import data_table
from dashboard.datastore.areas import Area
from dashboard.site import Site
from dashboard.statements.map_words import map_heading

MAP = "overview"


def painted(site: Site, indicator: Indicator, region: Area) -> str:
    """What a card colours the map with, as JSON: the map's data, its heading and legend."""
    return site.remember(("overview colours", indicator, region), lambda: _painted(site, indicator, region))


def _painted(site: Site, indicator: Indicator, region: Area) -> str:
    shown = districts(site, indicator, region)
    if shown is None:
        return written(_unpainted(indicator, region))
    data = _colours(site, indicator, region, shown.level)
    legend = Writer().props(html.Div(region_map_legend(site, indicator, region, shown.level)))
    return written(
        {"map": data, "heading": map_heading(indicator, shown.period), "legend": legend["data-svg"]}
    )


def _colours(site: Site, indicator: Indicator, region: Area, level: str) -> dict:
    """The map's data, with the districts that the card names: they have their names on the map."""
    named = {"named": named_there(site, indicator, region)}
    return region_map_data(site, indicator, region, level) | named


def _unpainted(indicator: Indicator, region: Area) -> dict:
    none = f"No figures of the districts are held for {indicator.title}."
    empty = {"url": map_url(region, "district"), "classes": {}, "figures": {}, "href": None, "selected": []}
    return {"map": empty | {"title": none, "summary": none}, "heading": none, "legend": ""}


def overview_map(site: Site, region: Area, indicators: Sequence[Indicator]) -> html.Section | None:
    """The map, coloured by the first of `indicators` that has figures of districts; None where none has."""
    first = next((item for item in indicators if districts(site, item, region)), None)
    if first is None:
        return None
    shown = districts(site, first, region)
    data = _colours(site, first, region, shown.level)
    legend = html.Div(region_map_legend(site, first, region, shown.level), className="overview-legend")
    heading = html.H3(map_heading(first, shown.period), className="overview-map-heading")
    return html.Section(
        [heading, map_panel(MAP, data, legend, map_ratio(site, region)), _table(site, region, indicators)],
        className="card overview-map",
        **{"aria-label": "Map of the districts"},
    )


def _table(site: Site, region: Area, indicators: Sequence[Indicator]) -> html.Details:
    key = ("overview table", region, tuple(item.id for item in indicators))
    table = cached_markup(site, key, lambda: html.Div(_figures(site, region, indicators)))
    return html.Details([html.Summary("Show the figures of the cards as a table"), table])


def _figures(site: Site, region: Area, indicators: Sequence[Indicator]) -> html.Div:
    maps = {item: districts(site, item, region) for item in indicators}
    held = {item: shown for item, shown in maps.items() if shown}
    names = {area.code: area.name for shown in held.values() for area in shown.areas}
    rows = [
        [
            name,
            *[
                item.format(shown.figures[code].value if code in shown.figures else None)
                for item, shown in held.items()
            ],
        ]
        for code, name in sorted(names.items(), key=lambda pair: pair[1])
    ]
    header = ["District", *[map_heading(item, shown.period) for item, shown in held.items()]]
    return data_table(header, rows, f"Figures of the cards by district, {region.name}")
