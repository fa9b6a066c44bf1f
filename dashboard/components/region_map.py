"""A region's map of one indicator: values in, map_panel out.

    region_map(site, indicator, region, level, "map")           the component, with its legend
    region_map_data(site, indicator, region, level, ...)        what {"map-data": "map"} is painted from
    region_map_legend(site, indicator, region, level)           what the part "map-legend" holds

On a page with controls, repaint from `parts()`:

    Parts(children={"map-legend": region_map_legend(...)}, maps={"map": region_map_data(...)})
"""

from collections.abc import Mapping, Sequence

from dash import html
from dash.development.base_component import Component

from dashboard.address.address import link
from dashboard.catalogue.indicators import Indicator
from dashboard.charts.absences import absences
from dashboard.charts.mapped import Mapped, mapped
from dashboard.components.cached_markup import cached_markup
from dashboard.components.map_panel import MapLegend, MapValues, map_data, map_legend, map_panel
from dashboard.datastore.areas import PLACES, Area
from dashboard.site import Site
from dashboard.statements.absence.absence import Absence, shared
from dashboard.statements.map_words import class_ends, class_ranges, figure_words, map_summary, map_title

_BOUNDS = (
    "SELECT max(s.xmax) - min(s.xmin), max(s.ymax) - min(s.ymin) FROM shapes AS s "
    "JOIN membership AS m ON m.area_code = s.area_code WHERE m.within = ? AND s.level = 'district'"
)


def region_map(
    site: Site,
    indicator: Indicator,
    region: Area,
    level: str,
    id: str,
    selected: Sequence[str] = (),
    href: str | None = None,
) -> html.Figure:
    """The map of `indicator` (in its unit, newest period that most areas have) for the areas of `level`.

    `level` is one of charts.mapped.LEVELS. `id` names the map {"map-data": id} and the legend's part
    "<id>-legend". `selected` areas are outlined. `href` is where an area leads, `{code}` standing for its
    code; None leads from a district or county to its place page, and from anything smaller nowhere.
    """
    data = region_map_data(site, indicator, region, level, selected, href)
    legend = html.Div(region_map_legend(site, indicator, region, level), id={"part": f"{id}-legend"})
    return map_panel(id, data, legend, map_ratio(site, region))


def region_map_data(
    site: Site,
    indicator: Indicator,
    region: Area,
    level: str,
    selected: Sequence[str] = (),
    href: str | None = None,
) -> dict:
    """What the map is painted from, for `Parts.maps[id]`; arguments as region_map."""
    key = ("map data", indicator, region, level, href)
    data = site.remember(key, lambda: _data(site, mapped(site, indicator, region, level), href))
    return data | {"selected": tuple(selected)}


def _data(site: Site, shown: Mapped, href: str | None) -> dict:
    return map_data(
        map_url(shown.region, shown.shapes),
        _values(shown, href, absences(site, shown)),
        title=map_title(shown.indicator, shown.region, shown.level, shown.period),
        summary=map_summary(shown.indicator, shown.level, shown.named(), shown.without, shown.fitted),
    )


def region_map_legend(site: Site, indicator: Indicator, region: Area, level: str) -> Component:
    """The legend, for `Parts.children["<id>-legend"]`: the unit, then each class with its number of areas."""
    key = ("map legend", indicator, region, level)
    return cached_markup(site, key, lambda: _legend(site, mapped(site, indicator, region, level)))


def _legend(site: Site, shown: Mapped) -> Component:
    values = [shown.figures[area.code].value if area.code in shown.figures else None for area in shown.areas]
    ranges = class_ranges(shown.indicator, shown.classes, values)
    why = shared(absences(site, shown).values())
    return map_legend(
        MapLegend(shown.indicator.unit, ranges, shown.without, why, class_ends(shown.indicator))
    )


def map_url(region: Area, level: str) -> str:
    """Where the geometry of `level` in `region` is served (dashboard/web/routes.py)."""
    return f"/maps/{region.code}/{level}.json"


def map_ratio(site: Site, region: Area) -> float:
    """Width to height of the region, within what a column can hold."""
    ((width, height),) = site.store.remember(
        ("map ratio", region.code), lambda: site.store.rows(_BOUNDS, [region.code])
    )
    return min(max(width / height, 0.7), 1.8) if width and height else 1.25


def _values(shown: Mapped, href: str | None, absent: Mapping[str, Absence]) -> MapValues:
    names = {area.code: area.name for area in shown.areas}
    figures = {
        shape: figure_words(shown.indicator, shown.figures[code], "" if shape == code else names[code])
        if code in shown.figures
        else absent[code].short
        for shape, code in shown.drawn.items()
    }
    if href is None and shown.level in PLACES:
        href = link("/place/", shown.region).replace("/place/", "/place/{code}")
    return MapValues(shown.class_of(), figures, href)
