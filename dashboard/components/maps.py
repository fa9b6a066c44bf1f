"""Map geometry: the areas of one level inside a region, as the document assets/map.js draws."""

from dashboard.datastore.areas import Area
from dashboard.datastore.neighbourhoods import wards_outlined
from dashboard.figures.map_svg import Shape, map_document
from dashboard.site import Site

_SHAPES = (
    "SELECT s.area_code, a.name, s.path, s.xmin, s.ymin, s.xmax, s.ymax, s.cx, s.cy "
    "FROM shapes AS s JOIN areas AS a ON a.area_code = s.area_code "
    "JOIN membership AS m ON m.area_code = s.area_code "
    "WHERE m.within = ? AND s.level = ? AND a.current ORDER BY a.name"
)


def geometry(site: Site, region: Area, level: str) -> dict:
    """The map document of `region` at `level` (district, ward, msoa, lsoa) with district outlines."""
    shapes = [Shape(*row) for row in site.store.rows(_SHAPES, [region.code, level])]
    # Published wards have a boundary set of their own, and district lines that match it.
    published = level == "ward" and wards_outlined(site.store, region.code)
    borders = "ward_district" if published else "district"
    outline = [Shape(*row) for row in site.store.rows(_SHAPES, [region.code, borders])]
    return map_document(shapes, outline)
