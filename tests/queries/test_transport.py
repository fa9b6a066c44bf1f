"""Transport: people hurt on the roads are counted one row each, in complete years."""

from datetime import date

import pytest

from dashboard.datastore.observations import load
from tests.observations import observe
from tests.queries.places import REGION

GM = "E47000001"


def _casualties(*rows: tuple[str, str, str, str]) -> str:
    """One slight casualty in each month of 2022, and `rows` of date, severity, district and ward."""
    months = [(f"2022-{month:02d}-05", "Slight", "E08000001", "E05000101") for month in range(1, 13)]
    lines = [" | ".join(row) for row in (*months, *rows)]
    return "\n".join(["date | severity | district_code | ward_code", *lines])


POPULATION = """
    area_code | series           | period     | value
    E08000001 | Population count | 2021-06-30 | 1
    E08000001 | Population count | 2022-06-30 | 200000
    E08000006 | Population count | 2022-06-30 | 300000
"""
HURT = _casualties(
    ("2022-03-01", "Serious", "E08000001", "E05000101"),
    ("2022-03-01", "Serious", "E08000001", "E05000101"),  # another passenger, not a duplicate
    ("2022-04-01", "Fatal", "E08000001", "E05000102"),
    ("2022-04-01", "Fatal", "E08000006", ""),
    ("2022-04-01", "Slight", "E08000006", ""),
    ("2023-02-01", "Serious", "E08000001", "E05000101"),  # 2023 holds one month: half a year is no year
)


def test_killed_or_seriously_injured_are_per_100000_people_of_the_year(given, indicators):
    store = given(**REGION, road_casualties=HURT, population_count=POPULATION)
    found = observe(store, indicators["transport/road_casualties"], ["E08000001", "E08000006", GM])
    assert found.period.tolist() == [date(2022, 1, 1)] * 3
    assert found.numerator.tolist() == [3, 1, 4]
    assert found.value.tolist() == [pytest.approx(v) for v in (1.5, 100000 / 300000, 0.8)]
    assert found.status.tolist() == ["", "", "derived"]


def test_a_combined_authority_needs_every_district(given, indicators):
    hurt = _casualties(("2022-03-01", "Serious", "E08000001", "E05000101"))
    store = given(**REGION, road_casualties=hurt, population_count=POPULATION)
    found = observe(store, indicators["transport/road_casualties"])
    assert found.area_code.tolist() == ["E08000001"]


def test_a_ward_where_nobody_was_badly_hurt_has_none_and_no_gap(given, indicators):
    quiet = _casualties(("2022-03-01", "Serious", "E08000006", ""))
    store = given(**REGION, road_casualties=quiet)
    wards = load(store, indicators["transport/road_casualties_count"], within="E08000001")
    assert [wards.latest(ward).value for ward in ("E05000101", "E05000102")] == [0, 0]


def test_people_hurt_are_counted_in_their_ward_district_and_region(given, indicators):
    store = given(**REGION, road_casualties=HURT)
    indicator = indicators["transport/road_casualties_count"]
    found = observe(store, indicator, ["E08000001", "E08000006", GM])
    assert (found.value.tolist(), found.status.tolist()) == ([3, 1, 4], ["", "", "derived"])
    wards = load(store, indicator, within=GM)
    assert [wards.latest(ward).value for ward in ("E05000101", "E05000102")] == [2, 1]


def test_each_way_of_travelling_keeps_to_its_own_series(given, indicators):
    store = given(
        average_travel_time="""
        area_code | series                           | period     | value | status
        E08000001 | Cycle to work                    | 2019-01-01 | 11.0  |
        E08000001 | Drive to work                    | 2019-01-01 | 7.0   |
        E08000001 | Public transport or walk to work | 2019-01-01 | 9.0   |
    """
    )
    ways = ("public_transport_to_work", "cycle_to_work", "drive_to_work")
    assert [observe(store, indicators[f"transport/{way}"]).value[0] for way in ways] == [9.0, 11.0, 7.0]


def test_children_hurt_are_read_over_three_years_only(given, indicators):
    store = given(
        lait="""
        area_code | series | period     | duration | value | status
        E08000001 | RTA    | 2020-01-01 | P3Y      | 15.4  |
        E08000001 | RTA    | 2020-01-01 | P1Y      | 3     |
    """
    )
    found = observe(store, indicators["transport/child_road_casualties"])
    assert found.value.tolist() == [15.4]


@pytest.mark.parametrize("name", ["road_casualties", "road_casualties_count"])
def test_the_change_in_recording_of_2021_breaks_the_series(indicators, name):
    assert [item.since for item in indicators[f"transport/{name}"].breaks] == [date(2021, 1, 1)]


def test_chargers_are_not_joined_to_the_devices_counted_before(indicators):
    assert [item.since for item in indicators["transport/ev_chargers"].breaks] == [date(2026, 1, 1)]


def test_devices_are_shown_until_2025_and_chargers_from_2026(given, indicators):
    row = "area_code | series | period | value | status\n"
    store = given(
        **REGION,
        population_count=row + "E08000003 | Population count | 2024-06-30 | 500000 |",
        electric_vehicle_charging_devices=row
        + "E08000003 | Electric vehicle public charging devices | 2025-10-01 | 96.5 |\n"
        + "E08000003 | Electric vehicle public charging devices | 2026-01-01 | 82.9 |",
        public_electric_vehicle_chargers=row
        + "E08000003 | Public electric vehicle chargers | 2026-01-01 | 114.3 |",
    )
    assert observe(store, indicators["transport/ev_chargers"]).value.tolist() == [96.5, 114.3]
