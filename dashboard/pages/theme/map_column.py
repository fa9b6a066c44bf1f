"""The map of a theme that stays in sight: its choices, its words, legend and table."""

from dash import html

from dashboard.address.page import Address
from dashboard.catalogue.indicators import Indicator
from dashboard.charts.mapped import LEVELS, levels_with_figures, mapped
from dashboard.components import mantine as dmc
from dashboard.components.controls import select, switch, under
from dashboard.components.parts import Parts
from dashboard.components.region_map import region_map, region_map_data, region_map_legend
from dashboard.pages.theme.choice import MAP_HOLDER, choice, drawable
from dashboard.pages.theme.map_table import map_table
from dashboard.site import Site
from dashboard.statements.map_words import LEVEL_NAMES, map_heading, map_summary, other_level


def map_parts(site: Site, address: Address) -> Parts:
    """What another choice of indicator or level repaints: the map with its words, legend and table.

    The panels' buttons follow data-shown in the browser (assets/pages.js): a part for each would cost more
    time than all else.
    """
    chosen, level = choice(site, address)
    if chosen is None:
        return Parts()
    shown = mapped(site, chosen, address.region, level)
    words = [
        html.H2(map_heading(chosen, shown.period), **{"data-shown": chosen.name}),
        html.P(map_summary(chosen, level, shown.named(), shown.without, shown.fitted)),
    ]
    if address.level and address.level != level:
        why = other_level(chosen, address.level, level, _having(site, address))
        words.append(html.P(why, className="note"))
    children = {
        "map-words": words,
        "map-legend": region_map_legend(site, chosen, address.region, level),
        "map-table": map_table(site, shown),
    }
    return Parts(children, maps={"map": region_map_data(site, chosen, address.region, level)})


def map_column(site: Site, address: Address) -> html.Section:
    """The map with its controls, for a theme of which something can be drawn."""
    painted = map_parts(site, address)
    chosen, level = choice(site, address)
    return html.Section(
        [
            html.Div(
                [_map_control(site, address, chosen), _level_control(site, address, level)],
                className="controls",
            ),
            painted.part("map-words", className="map-words"),
            region_map(site, chosen, address.region, level, "map"),
            html.Details([html.Summary("Show the map’s figures as a table"), painted.part("map-table")]),
        ],
        id=MAP_HOLDER,
        className="card sticky map-column",
        **{"aria-label": "Map"},
    )


def _having(site: Site, address: Address) -> list[Indicator]:
    """The theme's indicators with figures at the level that the address asks for."""
    region = address.region
    return [
        item for item in drawable(site, address) if address.level in levels_with_figures(site, item, region)
    ]


def _map_control(site: Site, address: Address, chosen: Indicator) -> dmc.Select:
    return select(
        "map", "On the map", {item.name: item.title for item in drawable(site, address)}, chosen.name
    )


def _level_control(site: Site, address: Address, level: str) -> html.Div | None:
    """The switch between the levels that any indicator of the theme has; None where there is but one.

    It offers the same whatever is on the map: a control that came and went would lose the reader's focus.
    """
    offered = drawable(site, address)
    found = {key for item in offered for key in levels_with_figures(site, item, address.region)}
    if len(found) < 2:
        return None
    sizes = {key: LEVEL_NAMES[key][0] for key in LEVELS if key in found}
    return under("Areas", switch("level", "Size of the areas", sizes, level, fullWidth=True))
