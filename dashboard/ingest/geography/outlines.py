"""Reads a publisher's outlines (GeoJSON): what is wrong with them is said, never drawn around."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from dashboard.ingest.refusal import Refused, listed
from dashboard.ingest.tables.reading import read_json

if TYPE_CHECKING:
    import geopandas

NATIONAL_GRID = "EPSG:27700"
FIRST, LAST = (75_000.0, 3_000.0), (658_000.0, 660_000.0)  # metres of the grid: around England
SOUTH, NORTH = 49.0, 61.0  # degrees of latitude: no longitude of Great Britain is among them


class NoneThere(LookupError):
    """No outline of the file touches the box that is asked for."""


def read_outlines(
    path: Path, columns: tuple[str, ...], box: tuple[Any, ...] | None = None
) -> geopandas.GeoDataFrame:
    """The features of `path` in the British National Grid (metres), with `columns` of text and `geometry`.

    `box` (west, south, east, north in degrees) leaves out what lies outside it. Raises Refused for a file
    that cannot be read, and for a feature without outline or without one of `columns`; NoneThere for a `box`
    that holds none. geopandas is slow to import, so only when it is needed.
    """
    import geopandas
    from pyogrio.errors import DataLayerError, DataSourceError

    try:
        frame = geopandas.read_file(path, bbox=box)
    except (DataSourceError, DataLayerError, ValueError) as error:
        if path.exists() and path.read_bytes()[:2] in (b"PK", b"\x1f\x8b"):
            raise Refused(path, "is packed, unpack it (a shapefile: save it as GeoJSON)") from error
        read_json(path)  # where it is no JSON at all, this says so with the place
        raise Refused(path, "holds no outlines that can be read, download it again") from error
    if box and frame.empty:
        raise NoneThere(str(path))
    if missing := [name for name in columns if name not in frame]:
        raise Refused(path, f"its features lack {listed(missing)}, download it again")
    blank = frame[list(columns)].isna().any(axis=1) | (frame[list(columns)] == "").any(axis=1)
    if blank.any():
        raise Refused(
            path, f"the feature {int(blank.idxmax()) + 1} has no {' or no '.join(columns)}, download it again"
        )
    drawn = ~(frame.geometry.isna() | frame.geometry.is_empty)
    if not drawn.all():
        first = frame.loc[(~drawn).idxmax(), columns[0]]
        raise Refused(path, f"{first} has no outline, download it again")
    return _on_the_ground(frame, path)


def _on_the_ground(frame: geopandas.GeoDataFrame, path: Path) -> geopandas.GeoDataFrame:
    """`frame` in the National Grid. Raises Refused where an outline would lie outside England."""
    west, south, east, north = frame.total_bounds
    grid = frame.to_crs(NATIONAL_GRID)
    found = grid.total_bounds
    if all(low <= at <= high for at, low, high in zip(found, (*FIRST,) * 2, (*LAST,) * 2, strict=True)):
        return grid
    if frame.crs.is_geographic and min(west, east) > SOUTH and max(west, east) < NORTH and north < SOUTH:
        why = "its axes stand in the wrong order, write longitude before latitude"
    elif frame.crs.is_geographic and max(abs(west), abs(east), abs(south), abs(north)) > 360:
        why = "its numbers are metres, not degrees: write longitude and latitude, or say its crs in the file"
    else:
        why = "see that it is of England and says its crs, or download it again"
    reach = f"{west:,.6g} to {east:,.6g} east, {south:,.6g} to {north:,.6g} north"
    raise Refused(path, f"its outlines lie outside England ({reach}), {why}")
