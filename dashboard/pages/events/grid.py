"""Longitude and latitude as places on the maps: British National Grid in tens of metres, north up."""

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pyproj import Transformer

GRID = 10  # metres in one unit of a map, as ingest draws the shapes


@cache
def _transformer() -> "Transformer":
    # Loaded with the first map of points only: most processes never need it.
    from pyproj import Transformer

    return Transformer.from_crs("EPSG:4326", "EPSG:27700", always_xy=True)


def on_the_map(longitudes: Sequence[float], latitudes: Sequence[float]) -> list[tuple[float, float]]:
    """(x, y) of each point in the units of the shapes."""
    if not longitudes:
        return []
    eastings, northings = _transformer().transform(list(longitudes), list(latitudes))
    return [(east / GRID, -north / GRID) for east, north in zip(eastings, northings, strict=True)]
