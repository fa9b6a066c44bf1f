"""Theme: a panel for each of its indicators, and beside them a map of any one of them."""

from dash import html

from dashboard.address.address import link
from dashboard.address.page import Address, Page, Shown
from dashboard.address.parameters import one_of
from dashboard.address.query_params import BadAddress
from dashboard.address.shown import beside_england, region_and_inside
from dashboard.catalogue.indicators import Indicator
from dashboard.charts.mapped import LEVELS, levels_with_figures, mapped
from dashboard.components import mantine as dmc
from dashboard.components.attention import attention_of_theme
from dashboard.components.cached_markup import cached_markup
from dashboard.components.controls import select, switch, under
from dashboard.components.matrix import matrix
from dashboard.components.parts import Parts
from dashboard.components.region_map import region_map, region_map_data, region_map_legend
from dashboard.components.skills_tabs import skills_tabs
from dashboard.datastore.areas import ENGLAND, Area
from dashboard.pages.theme.map_table import map_table
from dashboard.pages.theme.panel import MAP_HOLDER, panels
from dashboard.site import Site
from dashboard.statements.compare_words import compared
from dashboard.statements.map_words import LEVEL_NAMES, map_heading, map_summary, other_level
from dashboard.statements.shading import KEY as SHADES

PATH = "/theme/<theme>"


def _indicator_name(site: Site, region: Area, text: str | None) -> str | None:
    # The reader of a parameter does not see the path: that the name is of this theme is seen to in _choice.
    if text and not any(item.name == text for item in site.indicators.values()):
        raise BadAddress(404, f"There is no indicator called “{text[:60]}” to show on the map.")
    return text


PARAMETERS = {
    "map": _indicator_name,
    "level": one_of(("", *LEVELS), ""),
    "list": one_of(("short", "all"), "short"),
}


def title(site: Site, address: Address) -> str:
    """The theme's name."""
    return site.themes[address.theme]


def layout(site: Site, address: Address) -> list:
    """The theme's head, then panels and, where any of them has figures inside the region, the map."""
    indicators = site.in_theme(address.theme)
    chosen, _ = _choice(site, address)
    head = html.Div(
        [
            skills_tabs(site, address) if address.theme == "skills" else None,
            html.H1(f"{title(site, address)} in {address.region.name}"),
            html.P(f"{len(indicators)} indicators, each with its latest published figure."),
            html.P(_to_map(), className="only-narrow") if chosen else None,
        ],
        className="page-head",
    )
    needs = _attention(site, address)
    listed = panels(site, address.theme, address.region, _drawable(site, address))
    if chosen is None:
        return [head, needs, listed]
    columns = [listed, _map_column(site, address)]
    return [head, needs, _heatmap(site, address), html.Div(columns, className="columns columns-map section")]


def _attention(site: Site, address: Address) -> html.Section | None:
    """What needs attention in this theme, first."""
    lines = attention_of_theme(site, address, address.theme)
    if lines is None:
        return None
    heading = html.Div(html.H2("What needs attention", id="attention"), className="section-head")
    return html.Section(
        [heading, lines], className="section section-first", **{"aria-labelledby": "attention"}
    )


def _heatmap(site: Site, address: Address) -> html.Section | None:
    """The districts side by side, shaded by how far they lie from England; a row sorts them on the page that
    compares places. None where no indicator has figures of two districts."""
    region, districts = address.region, site.geography.members(address.region.code)
    if not _side_by_side(site, address, districts):
        return None
    caption = f"{title(site, address)} in the districts of {region.name}"
    key = ("theme heatmap", address.theme, region)
    table = cached_markup(site, key, lambda: _heat_table(site, address, districts, caption))
    heading = html.Div(html.H2("District by district", id="districts"), className="section-head")
    return html.Section(
        [heading, html.P(SHADES, className="note"), table],
        className="section theme-heat",
        **{"aria-labelledby": "districts"},
    )


def _side_by_side(site: Site, address: Address, districts: list[Area]) -> list[Indicator]:
    """The indicators of the theme with figures of two districts at least."""
    key = ("side by side", address.theme, address.region)

    def found() -> list[Indicator]:
        return [item for item in _drawable(site, address) if _with_figures(site, item, districts) > 1]

    return site.remember(key, found)


def _with_figures(site: Site, indicator: Indicator, districts: list[Area]) -> int:
    observations = site.observations(indicator)
    return sum(observations.latest(area.code) is not None for area in districts)


def _heat_table(site: Site, address: Address, districts: list[Area], caption: str) -> html.Div:
    # The lines are not kept, only their markup: 33 boroughs by 30 indicators are a megabyte of cells.
    chosen = _side_by_side(site, address, districts)
    lines = [(item, compared(site, item, districts)) for item in chosen]

    def sorting(item: Indicator) -> str:
        return link("/compare", address.region, theme=address.theme, sort=item.id)

    return html.Div(matrix(site, lines, districts, address.region, caption, sorting))


def _to_map() -> html.A:
    return html.A("Go to the map", href=f"#{MAP_HOLDER}")


def parts(site: Site, address: Address) -> Parts:
    """What another choice of indicator or level repaints: the map with its words, legend and table.

    The panels' buttons follow data-shown in the browser (assets/pages.js): a part for each would cost more
    time than all else.
    """
    chosen, level = _choice(site, address)
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


def _drawable(site: Site, address: Address) -> list[Indicator]:
    theme, region = address.theme, address.region
    return site.remember(
        ("drawable", theme, region),
        lambda: [item for item in site.in_theme(theme) if levels_with_figures(site, item, region)],
    )


def _having(site: Site, address: Address) -> list[Indicator]:
    """The theme's indicators with figures at the level that the address asks for."""
    region = address.region
    return [
        item for item in _drawable(site, address) if address.level in levels_with_figures(site, item, region)
    ]


def _choice(site: Site, address: Address) -> tuple[Indicator | None, str]:
    """The indicator and level on the map: those of the address where they have figures, else the first."""
    drawable = _drawable(site, address)
    named = [item for item in drawable if item.name == address.map]
    chosen = next(iter(named or drawable), None)
    levels = levels_with_figures(site, chosen, address.region) if chosen else ()
    return chosen, address.level if address.level in levels else next(iter(levels), "")


def _map_column(site: Site, address: Address) -> html.Section:
    painted = parts(site, address)
    chosen, level = _choice(site, address)
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


def _map_control(site: Site, address: Address, chosen: Indicator) -> dmc.Select:
    return select(
        "map", "On the map", {item.name: item.title for item in _drawable(site, address)}, chosen.name
    )


def _level_control(site: Site, address: Address, level: str) -> html.Div | None:
    """The switch between the levels that any indicator of the theme has; None where there is but one.

    It offers the same whatever is on the map: a control that came and went would lose the reader's focus.
    """
    drawable = _drawable(site, address)
    found = {key for item in drawable for key in levels_with_figures(site, item, address.region)}
    if len(found) < 2:
        return None
    sizes = {key: LEVEL_NAMES[key][0] for key in LEVELS if key in found}
    return under("Areas", switch("level", "Size of the areas", sizes, level, fullWidth=True))


def shown(site: Site, address: Address) -> Shown:
    """Its panels, and every district of the one on the map."""
    inside = site.in_theme(address.theme)
    yield from beside_england(site, address, [item for item in inside if item.name != address.map])
    for item in (item for item in inside if item.name == address.map):
        yield item, [*region_and_inside(site, address), ENGLAND]


PAGE = Page(PATH, title, layout, parts=parts, parameters=PARAMETERS, figures=shown)
