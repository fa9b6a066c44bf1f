"""GeoJSON: areas as polygons in WGS84 with their latest figures, from the outlines that the maps draw."""

import re
from functools import cache
from typing import TYPE_CHECKING

import numpy
import orjson

from dashboard.datastore.areas import CHOSEN
from dashboard.exports.sheet import Sheet
from dashboard.exports.text_files import json_number
from dashboard.site import Site

if TYPE_CHECKING:
    import pyproj

GRID = 10  # metres of the British National Grid in one unit of a path
DECIMAL_PLACES = 5  # decimal places of a degree: about a metre
_RING = re.compile(r"M([^lz]*)l([^z]*)z")
_NUMBER = re.compile(r"-?\d+")


def geojson_bytes(site: Site, sheet: Sheet) -> bytes:
    """`sheet`'s areas that have an outline, as features; properties hold each series' latest figure."""
    outlines = shapes(site)
    names = site.geography.areas
    latest = _latest(sheet)
    features = [
        {
            "type": "Feature",
            "id": code,
            "properties": {"area_code": code, "area_name": names[code].name} | latest[code],
            "geometry": orjson.Fragment(outlines[code]),
        }
        for code in latest
        if code in outlines and code in names
    ]
    return orjson.dumps({"type": "FeatureCollection", "name": sheet.title, "features": features}, default=str)


def shapes(site: Site) -> dict[str, bytes]:
    """The outline of every area of CHOSEN as a GeoJSON geometry, by code; made once for a snapshot."""
    return site.store.remember("geojson outlines", lambda: _shapes(site))


def _shapes(site: Site) -> dict[str, bytes]:
    levels = ", ".join(f"'{level}'" for level in CHOSEN)
    rows = site.store.rows(f"SELECT area_code, path FROM shapes WHERE level IN ({levels})")  # noqa: S608 - our own
    return {code: geometry(path) for code, path in rows}


def geometry(path: str) -> bytes:
    """The SVG `path` (grid / 10, y pointing down) as a GeoJSON geometry in WGS84, rings right-handed.

    Islands and holes are told apart as a map's fill does it: by how many rings lie around (even-odd).
    """
    import shapely  # loaded with the first file, as pyproj is

    rings = [shapely.LinearRing(_points(*match)) for match in _RING.findall(path)]
    area = shapely.build_area(shapely.GeometryCollection(rings))
    area = shapely.transform(area, _to_degrees)
    area = shapely.MultiPolygon([shapely.orient_polygons(part) for part in shapely.get_parts(area)])
    return orjson.dumps(shapely.geometry.mapping(area if len(area.geoms) > 1 else area.geoms[0]))


def _points(start: str, steps: str) -> numpy.ndarray:
    moves = [int(number) for number in _NUMBER.findall(f"{start} {steps}")]
    return numpy.cumsum(numpy.array(moves).reshape(-1, 2), axis=0) * (GRID, -GRID)


@cache
def _projection() -> "pyproj.Transformer":
    import pyproj

    return pyproj.Transformer.from_crs("EPSG:27700", "EPSG:4326", always_xy=True)


def _to_degrees(points: numpy.ndarray) -> numpy.ndarray:
    return numpy.round(
        numpy.column_stack(_projection().transform(points[:, 0], points[:, 1])), DECIMAL_PLACES
    )


def _latest(sheet: Sheet) -> dict[str, dict]:
    """For each area the properties of its newest figures; a table without figures gives its areas alone."""
    codes = sheet.values("area_code")
    if not sheet.has("period", "value"):
        return {code: {} for code in codes}
    series = sheet.values("series") if sheet.has("series") else [""] * len(codes)
    found: dict[str, dict] = {code: {} for code in codes}
    rows = zip(codes, series, map(str, sheet.values("period")), sheet.values("value"), strict=True)
    for code, name, period, value in rows:
        before = found[code].get(f"{name} period".strip(), "")
        if value is not None and period >= before:
            found[code] |= {name or "value": json_number(value), f"{name} period".strip(): period}
    return found
