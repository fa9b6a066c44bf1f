"""Which area a point lies in, by the outlines of the areas."""

from pathlib import Path

import pandas as pd

from dashboard.ingest.geography.outlines import NATIONAL_GRID, NoneThere, read_outlines

REACH = 500  # metres: outlines are generalised, and a point just outside one belongs to it


def within(frame: pd.DataFrame, path: Path, key: str, reach: int = REACH) -> pd.Series:
    """The code (column `key` of the outlines in `path`) of the area that holds each point of `frame` (lon and
    lat in degrees), else of the nearest within `reach` metres, else ''."""
    import geopandas

    box = (frame["lon"].min(), frame["lat"].min(), frame["lon"].max(), frame["lat"].max())
    try:
        areas = read_outlines(path, (key,), box)[[key, "geometry"]]
    except NoneThere:
        return pd.Series("", index=frame.index)
    points = geopandas.GeoDataFrame(
        geometry=geopandas.points_from_xy(frame["lon"], frame["lat"]), crs=4326, index=frame.index
    ).to_crs(NATIONAL_GRID)
    joined = points.sjoin_nearest(areas.sort_values(key), how="left", max_distance=reach)
    codes = joined.sort_values(key).groupby(level=0)[key].first()
    return codes.reindex(frame.index).fillna("").astype("str")
