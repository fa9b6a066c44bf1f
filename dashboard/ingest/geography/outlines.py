"""Reads a publisher's outlines (GeoJSON): what is wrong with them is said, never drawn around."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from dashboard.ingest.refusal import Refused, listed
from dashboard.ingest.tables.reading import read_json

if TYPE_CHECKING:
    import geopandas

NATIONAL_GRID = "EPSG:27700"


def read_outlines(path: Path, columns: tuple[str, ...], box: tuple | None = None) -> geopandas.GeoDataFrame:
    """The features of `path` in the British National Grid (metres), with `columns` of text and `geometry`.

    `box` (west, south, east, north in degrees) leaves out what lies outside it. Raises Refused for a file
    that cannot be read, and for a feature without outline or without one of `columns`. geopandas is slow
    to import, so only when it is needed.
    """
    import geopandas
    from pyogrio.errors import DataLayerError, DataSourceError

    try:
        frame = geopandas.read_file(path, bbox=box)
    except (DataSourceError, DataLayerError, ValueError) as error:
        read_json(path)  # where it is no JSON at all, this says so with the place
        raise Refused(path, "holds no outlines that can be read, download it again") from error
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
    return frame.to_crs(NATIONAL_GRID)
