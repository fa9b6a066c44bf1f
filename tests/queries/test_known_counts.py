"""What the description of the sources says of their size and traps, held against the built-in snapshot."""

from datetime import date

import pytest

from tests.observations import observe

pytestmark = pytest.mark.core

MANCHESTER = "E08000003"


@pytest.mark.parametrize(
    ("counted", "many"),
    [
        # Greater Manchester's neighbourhoods of 2021 and of 2011
        ("areas JOIN membership USING (area_code) WHERE within = 'E47000001' AND level = 'lsoa'", 1702),
        ("areas JOIN membership USING (area_code) WHERE within = 'E47000001' AND level = 'msoa'", 353),
        ("areas JOIN membership USING (area_code) WHERE within = 'E47000001' AND level = 'ward'", 215),
        ("areas WHERE level = 'lsoa'", 33755),
        ("areas WHERE level = 'msoa'", 6856),
        ("commuting_msoa", 1849192),
        ("imd_2025", 33755),
        ("imd_2019", 32844),
        ("deri", 32844),
        ("road_casualties", 20435),
        ("(SELECT DISTINCT collision FROM road_casualties)", 15645),
        ("bus_and_tram_stops", 21106),
        ("rail_and_tram_stations", 184),
        ("(SELECT DISTINCT series FROM lait)", 434),
        ("(SELECT area_code FROM peers WHERE basis = 'global' GROUP BY area_code HAVING COUNT(*) = 5)", 15),
        ("(SELECT DISTINCT period FROM gigabit_capable_broadband_history)", 9),
        ("(SELECT DISTINCT period FROM affordable_homes_by_tenure)", 33),
        ("areas WHERE level = 'city_region' AND current", 20),
    ],
)
def test_nothing_is_lost_and_nothing_is_counted_twice(store, counted, many):
    assert store.rows(f"SELECT COUNT(*) FROM {counted}") == [(many,)]  # noqa: S608 - written above


def test_passengers_hurt_alike_in_one_vehicle_are_people_and_not_duplicates(store):
    unlike = "SELECT COUNT(*) FROM (SELECT DISTINCT * FROM road_casualties)"
    assert store.rows(unlike) == [(20435 - 769,)]


def test_most_journeys_between_small_areas_are_of_very_few_people(store):
    """As the table's caveat says: of the pairs inside Greater Manchester 43% are two people or fewer."""
    here = "IN (SELECT area_code FROM membership WHERE within = 'E47000001')"
    share = "SELECT ROUND(AVG(CASE WHEN people <= 2 THEN 100.0 ELSE 0 END)) FROM commuting_msoa"
    assert store.rows(f"{share} WHERE home_msoa {here} AND work_msoa {here}") == [(43,)]
    assert store.rows(share) == [(58,)]


@pytest.mark.parametrize(
    ("where", "many"),
    [
        ("TRUE", 27_773_528),  # in work in England and Wales, as Nomis publishes it
        ("home_district LIKE 'E%'", 26_405_119),
        ("home_district = 'E08000003' AND work_district = 'E08000003'", 78_066),
        ("home_district IN ('E07000026', 'E08000016')", None),  # abolished or recoded: under today's codes
    ],
)
def test_people_in_work_are_as_many_as_the_census_counted(store, where, many):
    assert store.rows(f"SELECT SUM(people) FROM commuting_district WHERE {where}") == [(many,)]  # noqa: S608


def test_rail_stations_all_lie_in_a_neighbourhood_and_piccadilly_has_its_published_passengers(store):
    sql = "SELECT entries_and_exits FROM rail_stations WHERE name = ? AND period = ?"
    assert store.rows(sql, ["Manchester Piccadilly", date(2019, 4, 1)]) == [(32_198_704,)]
    assert store.rows("SELECT COUNT(*) FROM rail_stations WHERE lsoa21_code = ''") == [(0,)]


def test_motor_vehicles_drive_11_4_billion_miles_in_greater_manchester(store, indicators):
    (miles,) = observe(store, indicators["transport/road_traffic_per_head"], ["E47000001"]).numerator
    assert round(miles / 1e9, 1) == 11.4


def test_the_score_of_digital_exclusion_is_the_mean_of_its_three_parts(store):
    apart = """
        SELECT MAX(ABS(deri_score_national
            - (broadband_comp_national + demography_comp_national + deprivation_comp_national) / 3))
        FROM deri
    """
    assert store.rows(apart)[0][0] < 1e-9


def test_chargers_and_charging_devices_of_one_day_are_two_things_and_never_joined(store, indicators):
    """January 2026 stands on both bases: in Manchester 82.9 devices and 114.3 chargers per 100,000."""
    devices = (
        "SELECT value FROM electric_vehicle_charging_devices WHERE area_code = ? AND period = '2026-01-01'"
    )
    assert [round(value, 1) for (value,) in store.rows(devices, [MANCHESTER])] == [82.9]
    chargers = observe(store, indicators["transport/ev_chargers"], [MANCHESTER])
    january = chargers[chargers.period == date(2026, 1, 1)].value
    assert [round(value, 1) for value in january] == [114.3]
    assert [step.since for step in indicators["transport/ev_chargers"].breaks] == [date(2026, 1, 1)]


def test_jobs_of_the_north_east_are_those_of_both_its_workbooks(store):
    """898,444 in 2020; the North East of 2023, which the one workbook is named after, had 478,926."""
    jobs = """
        SELECT ROUND(1000 * value) FROM skills_imperative
        WHERE area_code = 'E47000014' AND year = 2020 AND measure = 'employment' AND item = 'All industries'
          AND breakdown = 'industry'
    """
    assert store.rows(jobs) == [(898_444,)]
