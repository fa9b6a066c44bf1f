"""Boundaries, made ready to draw: the `shapes` table.

Every level is dissolved from one layer, the 33,755 LSOAs, because each of the publisher's files is
generalised on its own: a district border from areas.topo.json runs up to 200 m beside the LSOA border it
should be. Dissolved, a district's outline lies exactly on the edges of its neighbourhoods. Wards do not nest
in LSOAs. Greater Manchester's have a file of their own (2023), England's of December 2022 another: where all
wards of a district as it is today stand in one of them, they are drawn as published, with a district outline
that matches (level `ward_district`). Elsewhere a ward is the LSOAs that ONS's best fit gives to it, as its
figures are: two sets of lines in one district would overlap.

Coverage problems: nine LSOAs in Torridge, Durham, Wealden and Bromsgrove do not meet their neighbours along
8 km of edge: overlaps, and ten gaps under a metre wide. `shapely.coverage_clean` gives each sliver to one
of the two (at most 403 m2 moves). A level that is still no coverage after that stops the build.
"""

from pathlib import Path
from typing import Any

import geopandas
import numpy
import pandas
import shapely

from dashboard.ingest.geography.msoas import msoa_codes
from dashboard.ingest.geography.outlines import NATIONAL_GRID, read_outlines
from dashboard.ingest.geography.svg_path import GRID, svg_path
from dashboard.ingest.geography.wards import published_wards
from dashboard.ingest.refusal import Refused
from dashboard.ingest.tables.reading import read_json, read_table

# Visvalingam tolerances in metres. LSOAs come generalised (12 points each): only points on a line go.
TOLERANCE = {"lsoa": 10, "msoa": 10, "ward": 10, "district": 10, "county": 100, "combined_authority": 100}
WARD_TOLERANCES = (50, 10)  # of Greater Manchester's own, and of England's, which come generalised
COLUMNS = ["area_code", "level", "path", "xmin", "ymin", "xmax", "ymax", "cx", "cy"]


def build_shapes(sources: Path) -> pandas.DataFrame:
    """One row per current English area and level, from the folder of sources that holds `ons-geography`.

    Columns as COLUMNS; `path` is SVG path data; numbers are integers in units of 10 m of the British National
    Grid with y turned over (north is up on a screen); (cx, cy) is the point farthest inside, for a label.
    Levels: lsoa, msoa, ward, district, county, combined_authority; ward_district where wards have a file.
    Raises Refused where a code has no place in the geography, and for a file that is missing or spoilt.
    Source: ONS, Open Government Licence v3.
    """
    folder = Path(sources) / "ons-geography"
    lsoas = _neighbourhoods(folder)
    groups = _containers(read_json(folder / "areas-hierarchy.json"))
    levels = {"lsoa": lsoas.set_index("area_code").geometry}
    levels["msoa"] = _dissolve(lsoas, lsoas.msoa)
    levels["district"] = _dissolve(lsoas, lsoas.district)
    for level, container in groups.items():
        levels[level] = _dissolve(lsoas, lsoas.district.map(container))
    tables = [_rows(level, _simplify(level, areas, TOLERANCE[level])) for level, areas in levels.items()]
    tables += _wards(folder, lsoas)
    return pandas.concat(tables).sort_values(["level", "area_code"], ignore_index=True)


def _neighbourhoods(folder: Path) -> geopandas.GeoDataFrame:
    """LSOAs as a clean coverage, with the msoa, ward (best fit) and district each lies in."""
    lsoas = read_outlines(folder / "lsoa21.geojson", ("code", "name")).rename(columns={"code": "area_code"})
    lsoas["geometry"] = shapely.coverage_clean(numpy.array(lsoas.geometry), gap_width=GRID)
    # ONS names an LSOA after its MSOA and a letter: Bolton 003C is in Bolton 003.
    lsoas["msoa"] = lsoas.name.str[:-1].map(msoa_codes(folder / "msoa21.geojson"))
    lookup = read_table(folder / "lookup_lsoa21_ward24_ltla24.parquet").set_index("lsoa21_code")
    lsoas["ward"] = lsoas.area_code.map(lookup.ward24_code)
    district = lsoas.area_code.map(lookup.ltla24_code)
    name = lsoas.area_code.map(lookup.ltla24_name)
    lsoas["district"] = _current(district, name, read_json(folder / "areas-hierarchy.json"))
    _complete(lsoas, "msoa", "msoa21.geojson")
    _complete(lsoas, "ward", "lookup_lsoa21_ward24_ltla24.parquet")
    _complete(lsoas, "district", "lookup_lsoa21_ward24_ltla24.parquet")
    return lsoas


def _current(codes: pandas.Series, names: pandas.Series, hierarchy: dict[str, Any]) -> pandas.Series:
    """District codes of today: a code that has ended gives way to the current code of the same name."""
    districts = {code: area for code, area in hierarchy.items() if "ltla" in area["level"]}
    today = {area["areanm"]: code for code, area in districts.items() if "end" not in area}
    return codes.where(codes.isin(today.values()), names.map(today))


def _containers(hierarchy: dict[str, Any]) -> dict[str, dict[str, str]]:
    """Counties and combined authorities of today: {level: {district code: code of the area around it}}."""
    found: dict[str, dict[str, str]] = {"county": {}, "combined_authority": {}}
    for code, area in hierarchy.items():
        level = {"E10": "county", "E47": "combined_authority"}.get(code[:3])
        if level and "end" not in area:
            found[level].update(dict.fromkeys(_districts(code, hierarchy), code))
    return found


def _districts(code: str, hierarchy: dict[str, Any]) -> list[str]:
    """The districts below an area, through the counties between them."""
    children = hierarchy[code]["children"]
    return [code] if not children else [d for child in children for d in _districts(child, hierarchy)]


def _complete(lsoas: pandas.DataFrame, column: str, file: str) -> None:
    lost = lsoas.area_code[lsoas[column].isna()]
    if len(lost):
        raise Refused(file, f"{len(lost)} LSOAs (first {lost.iloc[0]}) have no {column} there, add them")


def _dissolve(areas: geopandas.GeoDataFrame, by: pandas.Series) -> geopandas.GeoSeries:
    """Areas joined into larger ones; those whose group is empty are left out."""
    keyed = geopandas.GeoDataFrame({"by": by.values}, geometry=areas.geometry.values, crs=NATIONAL_GRID)
    return keyed.dropna(subset="by").dissolve("by", method="coverage").geometry


def _wards(folder: Path, lsoas: geopandas.GeoDataFrame) -> list[pandas.DataFrame]:
    """Published outlines where there are any, with their districts; elsewhere whole LSOAs."""
    tables, drawn = [], set()
    for wards, tolerance in zip(published_wards(folder, lsoas), WARD_TOLERANCES, strict=True):
        tables.append(_rows("ward", _simplify("ward", wards.geometry, tolerance)))
        tables.append(_rows("ward_district", _dissolve(wards, wards.district)))
        drawn |= set(wards.index)
    fitted = _dissolve(lsoas, lsoas.ward.where(~lsoas.ward.isin(drawn)))
    return [*tables, _rows("ward", _simplify("ward", fitted, TOLERANCE["ward"]))]


def _simplify(level: str, areas: geopandas.GeoSeries, tolerance: float) -> geopandas.GeoSeries:
    """Fewer points, with a border that two areas share still shared."""
    shapes = numpy.array(areas)
    if not shapely.coverage_is_valid(shapes):
        raise Refused(f"outlines of {level}", "areas overlap even after cleaning, download the file again")
    simpler = shapely.coverage_simplify(shapes, tolerance)
    return geopandas.GeoSeries(simpler, index=areas.index, crs=NATIONAL_GRID)


def _rows(level: str, areas: geopandas.GeoSeries) -> pandas.DataFrame:
    box = numpy.rint(areas.bounds.to_numpy() / GRID).astype("int32")
    centre = [shapely.get_point(shapely.maximum_inscribed_circle(area, GRID), 0) for area in areas]
    rows = pandas.DataFrame({"area_code": areas.index, "level": level, "path": [svg_path(a) for a in areas]})
    rows["xmin"], rows["ymin"], rows["xmax"], rows["ymax"] = box[:, 0], -box[:, 3], box[:, 2], -box[:, 1]
    rows["cx"] = numpy.rint(shapely.get_x(centre) / GRID).astype("int32")
    rows["cy"] = numpy.rint(-shapely.get_y(centre) / GRID).astype("int32")
    return rows[COLUMNS]
