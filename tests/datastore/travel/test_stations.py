"""Stations of a place, the most used first."""

from datetime import date

import pytest

from dashboard.datastore.travel.stations import stations
from dashboard.statements.station_words import most_used

STATIONS = """
    station_code | period     | name   | lsoa21_code | entries_and_exits
    AAA          | 2019-04-01 | Aston  | E01000001   | 900
    AAA          | 2021-04-01 | Aston  | E01000001   | 400
    BBB          | 2021-04-01 | Barton | E01000002   | 500
    CCC          | 2019-04-01 | Corby  | E01000001   | 70
"""
INSIDE = """
    area_code | within
    E01000001 | E08000001
    E01000002 | E08000002
    E01000001 | E47000001
    E01000002 | E47000001
"""
AREAS = """
    area_code | name   | level              | current
    E08000001 | Bolton | district           | true
    E08000002 | Bury   | district           | true
    E47000001 | Both   | combined_authority | true
"""


@pytest.fixture
def held(given):
    return given(rail_stations=STATIONS, membership=INSIDE, areas=AREAS)


def test_stations_stand_by_the_newest_year_and_one_without_it_last(held):
    found = stations(held, "E47000001")
    assert [(each.code, each.district) for each in found] == [
        ("BBB", "E08000002"),
        ("AAA", "E08000001"),
        ("CCC", "E08000001"),
    ]
    assert found[1].used == {date(2019, 4, 1): 900, date(2021, 4, 1): 400}


def test_a_place_has_its_own_stations_alone(held):
    assert [each.code for each in stations(held, "E08000001")] == ["AAA", "CCC"]
    assert stations(held, "E08000003") == ()


def test_where_no_stations_are_held_that_is_another_thing_than_none(given):
    assert stations(given(membership=INSIDE), "E08000001") is None


def test_the_busiest_year_is_said_where_it_is_not_the_newest(held):
    assert most_used("Bolton", stations(held, "E08000001")) == (
        "The most used of 2 stations in Bolton is Aston: 400 entries and exits in 2021/22. "
        "Its busiest year of those held was 2019/20: 900."
    )
    assert most_used("Bury", stations(held, "E08000002")) == (
        "The only station in Bury is Barton: 500 entries and exits in 2021/22."
    )
