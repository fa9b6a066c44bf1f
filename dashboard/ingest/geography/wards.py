"""Wards: the publisher's outlines, for the districts of which every ward of today has one.

Two files: Greater Manchester's wards of 2023, and England's of December 2022, more generalised. In the latter
E05014284 stands twice, in two pieces, and one outline crosses itself.
"""

from pathlib import Path

import geopandas
import numpy
import shapely

from dashboard.ingest.geography.outlines import NATIONAL_GRID, read_outlines

OWN, ENGLAND = "gm-wards-2023.geojson", "wards-2022-12-england-bsc.geojson"
COVERED = 0.97  # of a district's ground: where its wards leave more free, some of them have no outline here


def published_wards(folder: Path, lsoas: geopandas.GeoDataFrame) -> list[geopandas.GeoDataFrame]:
    """The wards with a published outline, one frame for each boundary set: index code, `district`, geometry.

    `lsoas` has the `ward` (best fit) and `district` of each, and its geometry. A district is taken whole or
    not at all: its wards of today must all stand in the file, and cover it.
    """
    own = read_outlines(folder / OWN, ("area_code", "local_authority_area_code"))
    own = own.set_index("area_code")[["geometry"]]
    sets = [_whole_districts(own, lsoas)]
    rest = lsoas[~lsoas.district.isin(sets[0].district)]
    return [*sets, _whole_districts(_england(folder / ENGLAND), rest)]


def _england(path: Path) -> geopandas.GeoDataFrame:
    wards = read_outlines(path, ("WD22CD", "WD22NM"))
    wards["geometry"] = shapely.make_valid(numpy.array(wards.geometry))
    return wards.dissolve("WD22CD")[["geometry"]]


def _whole_districts(wards: geopandas.GeoDataFrame, lsoas: geopandas.GeoDataFrame) -> geopandas.GeoDataFrame:
    of = lsoas.drop_duplicates("ward").set_index("ward").district
    held = of.index.isin(wards.index)
    lacking = set(of[~held])
    mine = wards.loc[of.index[held]].assign(district=of[held])
    ground = lsoas.geometry.area.groupby(lsoas.district).sum()
    share = mine.geometry.area.groupby(mine.district).sum() / ground
    whole = set(share.index[share >= COVERED]) - lacking
    mine = mine[mine.district.isin(whole)]
    return geopandas.GeoDataFrame(mine, geometry="geometry", crs=NATIONAL_GRID)
