"""Indicators of small areas: who is counted, and which sums are made."""

import pytest

from dashboard.datastore.observations import load
from tests.observations import observe

AREAS = """
    area_code | name               | level              | current
    E01000001 | Heaton 001A        | lsoa               | 1
    E01000002 | Heaton 001B        | lsoa               | 1
    E01000003 | Elsewhere 001A     | lsoa               | 1
    E02000001 | Heaton 001         | msoa               | 1
    E02000002 | Elsewhere 001      | msoa               | 1
    E08000001 | Bolton             | district           | 1
    E47000001 | Greater Manchester | combined_authority | 1
    E92000001 | England            | country            | 1
"""
INSIDE = {
    "E01000001": ("E02000001", "E08000001", "E47000001", "E92000001"),
    "E01000002": ("E02000001", "E08000001", "E47000001", "E92000001"),
    "E01000003": ("E02000002", "E92000001"),
    "E02000001": ("E08000001", "E47000001", "E92000001"),
    "E02000002": ("E92000001",),
}
MEMBERSHIP = "area_code | within\n" + "\n".join(f"{a} | {b}" for a, outer in INSIDE.items() for b in outer)
COLUMNS = [
    "age_total",
    "age_aged_65_to_69_years",
    "age_aged_70_to_74_years",
    "age_aged_75_to_79_years",
    "age_aged_80_to_84_years",
    "age_aged_85_years_and_over",
]


def test_older_people_are_added_up_and_no_part_passes_for_the_whole(given, indicators):
    ages = f"lsoa21_code | {' | '.join(COLUMNS)}\n"
    ages += "E01000001 | 100 | 5 | 4 | 3 | 2 | 1\nE01000002 | 300 | 0 | 0 | 0 | 0 | 5"
    store = given(areas=AREAS, membership=MEMBERSHIP, census_age=ages)
    found = load(store, indicators["people/aged_65_neighbourhoods"], within="E47000001")
    assert found.latest("E01000001").value == 15.0
    assert found.latest("E02000001").value == 5.0  # 20 of 400; the mean of 15% and 1.7% would be 8.3%
    wide = observe(store, indicators["people/aged_65_neighbourhoods"])
    assert wide.area_code.tolist() == [
        "E08000001",
        "E47000001",
    ]  # England has a neighbourhood that is not held


def test_who_works_at_home_is_counted_among_all_workers_of_the_place(given, indicators):
    journeys = """
        home_msoa | work_msoa | people
        E02000001 | 111111111 | 30
        E02000001 | E02000002 | 70
        E02000002 | E02000001 | 40
    """
    store = given(areas=AREAS, membership=MEMBERSHIP, commuting_msoa=journeys)
    found = load(store, indicators["transport/work_at_home"], within="E92000001")
    assert found.latest("E02000001").value == 30.0
    assert found.latest("E02000002").value == 0.0  # every journey of England is held: nobody here stays


@pytest.mark.parametrize("part", ["broadband", "demography", "deprivation"])
def test_a_merged_neighbourhood_has_a_part_only_where_the_old_ones_agree(given, indicators, part):
    column = f"{part}_comp_national"
    store = given(
        membership=MEMBERSHIP,
        lsoa11_lsoa21="""
            lsoa11_code | lsoa21_code | change
            E01000011   | E01000001   | M
            E01000012   | E01000001   | M
            E01000013   | E01000002   | S
        """,
        deri=f"lsoa11_code | {column}\nE01000011 | 3\nE01000012 | 4\nE01000013 | 5.5",
    )
    found = load(store, indicators[f"digital/exclusion_{part}"], within="E47000001")
    assert found.latest("E01000001") is None
    assert found.latest("E01000002").value == 5.5
