"""Map geometry: the areas of one level inside a region, as the document assets/map.js draws."""

from typing import Any

from dashboard.charts.map_svg import Shape, drawables, map_document
from dashboard.datastore.areas import Area
from dashboard.site import Site

_SHAPES = (
    "SELECT s.area_code, a.name, s.path, s.xmin, s.ymin, s.xmax, s.ymax, s.cx, s.cy "
    "FROM shapes AS s JOIN areas AS a ON a.area_code = s.area_code "
    "JOIN membership AS m ON m.area_code = s.area_code "
    "WHERE m.within = ? AND s.level = ? AND a.current ORDER BY a.name"
)


def larger(site: Site, region: Area) -> list[list[Any]]:
    """The areas by which people know where a neighbourhood is: districts of a region, wards of a district."""
    names = site.geography.members(region.code)
    rows = site.store.rows(_SHAPES, [region.code, "district" if names else "ward"])
    return drawables([Shape(*row) for row in rows])


def geometry(site: Site, region: Area, level: str) -> dict[str, Any]:
    """The map document of `region` at `level` (district, ward, msoa, lsoa) with district outlines."""
    shapes = [Shape(*row) for row in site.store.rows(_SHAPES, [region.code, level])]
    outline = {row[0]: Shape(*row) for row in site.store.rows(_SHAPES, [region.code, "district"])}
    if level == "ward":  # published wards have a boundary set of their own, and district lines that match it
        matching = [Shape(*row) for row in site.store.rows(_SHAPES, [region.code, "ward_district"])]
        outline |= {shape.area_code: shape for shape in matching}
    return map_document(shapes, list(outline.values()))
