"""Boundaries: each area once, nested, touching, and where the publisher says it is."""

import json
import re
from pathlib import Path

import numpy
import pandas
import pytest
import shapely

from dashboard.ingest.geography.geometry import build_shapes
from dashboard.ingest.geography.svg_path import svg_path
from dashboard.ingest.refusal import Refused

pytestmark = pytest.mark.full

ROOT = Path(__file__).parents[2]
SOURCES = ROOT.parent / "shared" / "sources"
needs_sources = pytest.mark.skipif(not SOURCES.exists(), reason="../shared/sources is not here")


def square(x: int, y: int, side: int) -> list[tuple[int, int]]:
    return [(x, y), (x, y + side), (x + side, y + side), (x + side, y), (x, y)]


def drawn(path: str) -> shapely.Geometry:
    """The area an SVG path of ours encloses, in grid units (even-odd, as the map fills it)."""
    area = shapely.Polygon()
    for ring in re.findall(r"M([^z]+)z", path):
        steps = numpy.array([int(n) for n in re.findall(r"-?\d+", ring)]).reshape(-1, 2)
        area = area.symmetric_difference(shapely.make_valid(shapely.Polygon(steps.cumsum(axis=0))))
    return area


def test_a_path_counts_in_tens_of_metres_with_north_up():
    assert svg_path(shapely.Polygon(square(100, 200, 50))) == "M10-20l0-5 5 0 0 5z"


def test_a_hole_and_an_island_are_rings_of_one_path():
    lake, island = square(110, 210, 10), shapely.Polygon(square(500, 500, 10))
    area = shapely.MultiPolygon([shapely.Polygon(square(100, 200, 50), [lake]), island])
    assert drawn(svg_path(area)).area == 25 - 1 + 1


def test_an_area_smaller_than_the_grid_is_still_drawn():
    assert svg_path(shapely.Polygon(square(100, 200, 1))) == "M10-20l1 0 0 1z"


def test_a_missing_boundary_file_is_named(tmp_path):
    with pytest.raises(Refused, match=r"^areas-hierarchy\.json: cannot be read|^lsoa21\.geojson: "):
        build_shapes(tmp_path)


@pytest.fixture(scope="module")
def shapes() -> pandas.DataFrame:
    """What is published; the next test says that it is what the code makes of the sources."""
    return pandas.read_parquet(ROOT / "data" / "public" / "shapes.parquet")


@needs_sources
@pytest.mark.sources
def test_the_published_outlines_are_what_the_sources_give(shapes, tmp_path):
    """Greater Manchester with a belt around it; what lies farther away moves none of its borders."""
    built = build_shapes(around_greater_manchester(tmp_path)).set_index(["level", "area_code"])
    inside = pandas.read_parquet(ROOT / "data" / "public" / "membership.parquet")
    mine = {"E47000001", *inside.area_code[inside.within == "E47000001"]}
    published = shapes[shapes.area_code.isin(mine)].set_index(["level", "area_code"])
    assert len(published) == 1702 + 353 + 215 + 10 + 10 + 1
    pairs = zip(built.path[published.index], published.path, strict=True)  # a ring may start elsewhere
    assert all(one == other or drawn(one).equals(drawn(other)) for one, other in pairs)


def around_greater_manchester(folder: Path) -> Path:
    """The sources' geography with the LSOAs within some 15 km of the ten districts, and no others."""
    home = folder / "ons-geography"
    home.mkdir()
    for path in (SOURCES / "ons-geography").iterdir():
        (home / path.name).symlink_to(path)
    (home / "lsoa21.geojson").unlink()
    head, *lines = (SOURCES / "ons-geography" / "lsoa21.geojson").read_text().splitlines()  # a feature a line
    near = [line for line in lines[:-1] if in_belt(line)]
    text = "\n".join([head, *near]).rstrip(",")
    (home / "lsoa21.geojson").write_text(f"{text}\n]}}")
    return folder


def in_belt(line: str) -> bool:
    found = re.search(r"\[\[\[\[(-?[\d.]+),(-?[\d.]+)\]", line)
    return -3.0 < float(found[1]) < -1.7 and 53.2 < float(found[2]) < 53.85


@needs_sources
@pytest.mark.sources
def test_every_current_english_area_has_one_shape_a_level(shapes):
    assert not shapes.duplicated(["level", "area_code"]).any()
    assert shapes.level.value_counts().to_dict() == {
        "lsoa": 33755, "msoa": 6856, "district": 296, "ward": 6784,
        "county": 21, "combined_authority": 15, "ward_district": 204,
    }  # fmt: skip


@needs_sources
@pytest.mark.sources
def test_a_recoded_district_has_its_new_code_only(shapes):
    districts = set(shapes.area_code[shapes.level == "district"])
    assert {"E08000038", "E08000039"} <= districts
    assert not {"E08000016", "E08000019"} & districts


@needs_sources
@pytest.mark.sources
def test_districts_lie_where_the_publisher_draws_them(shapes):
    """A second source (areas.topo.json, generalised on its own) encloses nearly the same ground."""
    published = published_districts()
    ours = shapes[shapes.level == "district"].set_index("area_code").path
    assert set(ours.index) == set(published)
    for code, path in ours.items():
        ground, theirs = drawn(path), published[code]
        assert ground.intersection(theirs).area / ground.union(theirs).area > 0.92, code


@needs_sources
@pytest.mark.sources
def test_neighbourhoods_fill_greater_manchester_without_gap_or_overlap(shapes):
    """Sum of the 1,702 LSOAs = area of the whole, both read back from the paths that are drawn."""
    manchester = shapes[(shapes.level == "combined_authority") & (shapes.area_code == "E47000001")].iloc[0]
    inside = shapes[(shapes.level == "lsoa") & shapes.area_code.isin(greater_manchester_lsoas())]
    lsoas = [drawn(path) for path in inside.path]
    assert len(lsoas) == 1702
    union = shapely.unary_union(lsoas)
    assert sum(area.area for area in lsoas) == pytest.approx(union.area, rel=1e-4)
    assert drawn(manchester.path).intersection(union).area == pytest.approx(union.area, rel=5e-3)


@needs_sources
@pytest.mark.sources
def test_a_ward_without_a_published_outline_is_its_best_fit_of_lsoas(shapes):
    lookup = pandas.read_parquet(SOURCES / "ons-geography" / "lookup_lsoa21_ward24_ltla24.parquet")
    middlesbrough = lookup[lookup.ltla24_code == "E06000002"]
    ground = shapes[shapes.level.isin(["lsoa", "ward"])].set_index("area_code").path
    for ward, inside in middlesbrough.groupby("ward24_code"):
        whole = shapely.unary_union([drawn(ground[code]) for code in inside.lsoa21_code])
        assert drawn(ground[ward]).symmetric_difference(whole).area < 0.01 * whole.area


@needs_sources
@pytest.mark.sources
def test_no_sliver_of_england_belongs_to_nobody(shapes):
    """The source leaves ten gaps under a metre wide; a district that has one shows a speck of ground."""
    districts = [drawn(path) for path in shapes.path[shapes.level == "district"]]
    england = shapely.unary_union(districts)
    assert [hole for part in shapely.get_parts(england) for hole in part.interiors] == []


@needs_sources
@pytest.mark.sources
def test_a_label_point_lies_inside_the_box_of_its_area(shapes):
    assert shapes.cx.between(shapes.xmin, shapes.xmax).all()
    assert shapes.cy.between(shapes.ymin, shapes.ymax).all()


def greater_manchester_lsoas() -> set[str]:
    return set(pandas.read_parquet(SOURCES / "ons-geography" / "lookup_oa21.parquet").lsoa21cd)


def published_districts() -> dict[str, shapely.Geometry]:
    """Current English districts of the topojson, in grid units: an independent reading of the boundaries."""
    import geopandas

    topology = json.loads((SOURCES / "ons-geography" / "areas.topo.json").read_text())
    scale, shift = (numpy.array(topology["transform"][key]) for key in ("scale", "translate"))
    arcs = [numpy.cumsum(arc, axis=0) * scale + shift for arc in topology["arcs"]]

    def ring(indices: list[int]) -> numpy.ndarray:
        return numpy.concatenate([arcs[i] if i >= 0 else arcs[~i][::-1] for i in indices])

    areas = {}
    for item in topology["objects"]["ltla"]["geometries"]:
        code = item["properties"]["areacd"]
        if code.startswith("E") and "end" not in item["properties"]:
            parts = item["arcs"] if item["type"] == "MultiPolygon" else [item["arcs"]]
            polygons = [shapely.Polygon(ring(p[0]), [ring(hole) for hole in p[1:]]).buffer(0) for p in parts]
            areas[code] = shapely.unary_union(polygons)
    grid = geopandas.GeoSeries(areas, crs=4326).to_crs(27700)
    return grid.affine_transform([0.1, 0, 0, -0.1, 0, 0]).to_dict()
