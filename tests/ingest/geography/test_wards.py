"""Wards are drawn as published where every ward of a district has an outline, and else not at all."""

import geopandas
import pytest
import shapely

from dashboard.ingest.geography.outlines import NATIONAL_GRID
from dashboard.ingest.geography.wards import ENGLAND, OWN, published_wards

BASE = 400_000  # metres: somewhere in England


def box(x, y, wide=1000, high=1000):
    return shapely.box(BASE + x, BASE + y, BASE + x + wide, BASE + y + high)


def frame(**columns):
    return geopandas.GeoDataFrame(columns, geometry="geometry", crs=NATIONAL_GRID)


@pytest.fixture
def drawn(tmp_path):
    """drawn(ward -> outlines) -> what is published of three districts of two wards each."""

    def drawn(**outlines):
        own = frame(
            area_code=["W1", "W2"],
            local_authority_area_code=["D1", "D1"],
            geometry=[box(0, 0), box(1000, 0)],
        )
        rows = [(code, piece) for code, pieces in outlines.items() for piece in pieces]
        england = frame(
            WD22CD=[code for code, _ in rows],
            WD22NM=[code for code, _ in rows],
            geometry=[piece for _, piece in rows],
        )
        own.to_crs(4326).to_file(tmp_path / OWN)
        england.to_crs(4326).to_file(tmp_path / ENGLAND)
        lsoas = frame(
            ward=["W1", "W2", "W3", "W4", "W5", "W6"],
            district=["D1", "D1", "D2", "D2", "D3", "D3"],
            geometry=[box(1000 * n, 0) for n in range(6)],
        )
        return [wards.district.to_dict() for wards in published_wards(tmp_path, lsoas)]

    return drawn


def test_a_district_is_taken_whole_or_not_at_all(drawn):
    own, england = drawn(W3=[box(2000, 0)], W4=[box(3000, 0)], W5=[box(4000, 0)])
    assert own == {"W1": "D1", "W2": "D1"}
    assert england == {"W3": "D2", "W4": "D2"}  # the other ward of D3 has no outline


def test_one_that_stands_in_two_pieces_is_one_ward(drawn):
    halves = [box(2000, 0, 500), box(2500, 0, 500)]
    assert drawn(W3=halves, W4=[box(3000, 0)])[1] == {"W3": "D2", "W4": "D2"}


def test_wards_that_leave_ground_of_their_district_free_are_not_drawn(drawn):
    assert drawn(W3=[box(2000, 0)], W4=[box(3000, 0, 1000, 700)])[1] == {}


def test_an_outline_that_crosses_itself_is_mended(drawn):
    x = BASE + 3000
    crossed = shapely.Polygon([(x, BASE), (x + 1000, BASE), (x, BASE + 2000), (x + 1000, BASE + 2000)])
    assert not crossed.is_valid
    assert drawn(W3=[box(2000, 0)], W4=[crossed])[1] == {"W3": "D2", "W4": "D2"}
