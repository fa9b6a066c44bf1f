"""What a region has no data for: what is missing, where it is published, and what is known instead."""

from dash import dcc, html

from dashboard.address.address import link
from dashboard.catalogue.elsewhere import Elsewhere
from dashboard.charts.mapped import Mapped, levels_with_figures, mapped
from dashboard.components.region_map import region_map, region_map_data
from dashboard.components.tables import data_table
from dashboard.datastore.areas import Area
from dashboard.datastore.datasets import published_elsewhere
from dashboard.site import Site
from dashboard.statements.absence import gap_words as words
from dashboard.statements.absence.gap_words import Gap

MAP = "instead"


def gap_panel(site: Site, region: Area, gap: Gap) -> html.Div:
    """Said plainly, then a map and a table of the indicators that come near."""
    there = published_elsewhere(site.store, gap.dataset)
    element = html.Div(
        [
            html.H2(words.gap_heading(region)),
            html.P(gap.missing),
            _publisher(there, region),
            html.P(gap.adding, className="note") if gap.adding else None,
        ],
        className="card not-held",
    )
    held = _held(site, region, gap)
    return html.Div([element, *(_instead(site, region, gap, held) if held else [])])


def _publisher(there: Elsewhere | None, region: Area) -> html.P | None:
    """Who publishes it, with the way there; None where the register does not say."""
    if there is None:
        return None
    before, after = words.fill(there, region)
    return html.P([before, html.A(there.publisher, href=there.address), after])


def _held(site: Site, region: Area, gap: Gap) -> list[Mapped]:
    """Those of the indicators that have figures inside the region, at their largest areas."""
    found = []
    for indicator in (site.indicators[key] for key in gap.instead if key in site.indicators):
        levels = levels_with_figures(site, indicator, region)
        if levels:
            found.append(mapped(site, indicator, region, levels[0]))
    return found


def _instead(site: Site, region: Area, gap: Gap, held: list[Mapped]) -> list:
    first = held[0]
    data = region_map_data(site, first.indicator, region, first.level)
    drawn = [
        html.Div([html.H3(data["title"]), html.P(data["summary"])], className="map-words"),
        region_map(site, first.indicator, region, first.level, MAP),
    ]
    return [
        html.H2(words.instead_heading(gap.known, region), className="section"),
        html.Div(
            [
                html.Div(drawn, className="card neighbourhood-map"),
                html.Div([_table(region, gap, held), _meanings(region, held)], className="card"),
            ],
            className="columns columns-even",
        ),
    ]


def _table(region: Area, gap: Gap, held: list[Mapped]) -> html.Div:
    places = {area.code: area.name for shown in held for area in shown.areas}
    rows = [
        [name, *(_figure(shown, code) for shown in held)]
        for code, name in sorted(places.items(), key=lambda item: item[1])
    ]
    header = ["Place", *(shown.indicator.title for shown in held)]
    return data_table(header, rows, words.instead_caption(gap.known, region))


def _figure(shown: Mapped, code: str) -> str:
    item = shown.figures.get(code)
    return shown.indicator.format(item.value if item else None)


def _meanings(region: Area, held: list[Mapped]) -> html.Ul:
    """What each column holds, and the way to its page."""
    items = []
    for shown in held:
        indicator = shown.indicator
        period = indicator.period_label(shown.period) if shown.period else ""
        name = dcc.Link(indicator.title, href=link(f"/indicator/{indicator.id}", region))
        items.append(html.Li([name, f": {words.measured(indicator, period)}"]))
    return html.Ul(items, className="not-held-measures")
