"""Polygons as short SVG path data in whole units of the grid."""

import numpy
import shapely

GRID = 10  # metres of the British National Grid in one unit of a path


def svg_path(area: shapely.Geometry) -> str:
    """A polygon or multipolygon in metres as SVG path data: absolute start, relative integer moves, north up.

    Rounding is by vertex, so a border that two areas share stays shared. Rings that shrink to nothing at this
    grid are left out; an area of which nothing is left is drawn as a dot, so that none vanishes from the map.
    """
    rings = [ring for part in shapely.get_parts(area) for ring in (part.exterior, *part.interiors)]
    drawn = [piece for piece in map(_ring, rings) if piece]
    return "".join(drawn) or _dot(rings[0])


def _ring(ring: shapely.LinearRing) -> str:
    points = _grid(ring)
    steps = numpy.diff(points, axis=0)
    steps = steps[steps.any(axis=1)][:-1]  # the last step leads home: z draws it
    if len(steps) < 2:
        return ""
    return f"M{_pairs(points[:1])}l{_pairs(steps)}z"


def _dot(ring: shapely.LinearRing) -> str:
    return f"M{_pairs(_grid(ring)[:1])}l1 0 0 1z"


def _grid(ring: shapely.LinearRing) -> numpy.ndarray:
    points: numpy.ndarray = numpy.rint(shapely.get_coordinates(ring) / GRID * (1, -1)).astype(int)
    return points


def _pairs(points: numpy.ndarray) -> str:
    """Numbers parted by a space, or by the minus sign alone: 3 4, -5 6 becomes `3 4-5 6`."""
    return " ".join(map(str, points.ravel().tolist())).replace(" -", "-")
