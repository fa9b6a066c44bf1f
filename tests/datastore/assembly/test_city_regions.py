"""City regions are founded at build: one file, and districts become a region with members and an outline."""

import pytest

from dashboard.catalogue.regions import CityRegion
from dashboard.datastore.areas import Geography
from dashboard.datastore.assembly.merged_outlines import merge_outlines
from dashboard.datastore.place_names import search
from dashboard.datastore.store import DatastoreError, connect
from tests.datastores import assemble
from tests.tables import publish

AREAS = """
    area_code | name      | level              | current
    E92000001 | England   | country            | 1
    E12000001 | The North | region             | 1
    E47000001 | Old Name  | combined_authority | 1
    E10000001 | Shire     | county             | 1
    E07000001 | Ash       | district           | 1
    E07000002 | Beech     | district           | 1
    E06000001 | Cove      | district           | 1
    E01000001 | Ash 001A  | lsoa               | 1
"""
MEMBERSHIP = """
    area_code | within
    E07000001 | E10000001
    E07000002 | E10000001
    E01000001 | E10000001
    E01000001 | E07000001
    E07000001 | E12000001
    E07000002 | E12000001
    E06000001 | E12000001
    E10000001 | E12000001
    E06000001 | E47000001
"""
SHAPES = """
    area_code | level    | path                   | xmin | ymin | xmax | ymax | cx | cy
    E07000001 | district | M0 0l10 0 0 10-10 0z   | 0    | 0    | 10   | 10   | 5  | 5
    E07000002 | district | M20 0l-10 0 0 10 10 0z | 10   | 0    | 20   | 10   | 15 | 5
    E06000001 | district | M50 0l5 0 0 5-5 0z     | 50   | 0    | 55   | 5    | 52 | 2
"""
SHIRE = CityRegion(
    "shire-and-cove", "shire-and-cove", "Shire and Cove", "combined county authority", "2026-03-26", False,
    "May 2028", other_names=("Woods",), counties=("E10000001",), districts=("E06000001",),
)  # fmt: skip
RENAMED = CityRegion(
    "E47000001", "cove", "Cove Today", "combined authority", mayor=True, districts=("E06000001",)
)


@pytest.fixture
def founded(tmp_path):
    """founded(region, ...) -> the Geography of a small country with those city regions."""
    stores = []

    def founded(*regions):
        folder = publish(tmp_path / "public", areas=AREAS, membership=MEMBERSHIP, shapes=SHAPES)
        assemble(folder, folder / "datastore.duckdb", regions=regions)
        stores.append(connect(folder / "datastore.duckdb"))
        return Geography.of(stores[-1])

    yield founded
    for store in stores:
        store.close()


def codes(areas):
    return [area.code for area in areas]


def test_a_region_has_all_that_lies_in_its_counties_and_districts(founded):
    geography = founded(SHIRE)
    assert codes(geography.members("shire-and-cove")) == ["E07000001", "E07000002", "E06000001"]
    assert codes(geography.members("shire-and-cove", "county")) == ["E10000001"]
    assert codes(geography.members("shire-and-cove", "lsoa")) == ["E01000001"]
    assert geography.region_of("E07000002").name == "Shire and Cove"
    assert set(geography.within["shire-and-cove"]) == {"E12000001"}


def test_what_its_file_says_is_known_of_it(founded):
    geography = founded(SHIRE)
    assert geography.about(geography["shire-and-cove"]) == SHIRE


def test_its_outline_is_that_of_its_parts_together(founded):
    row = founded(SHIRE).store.rows(
        "SELECT path, level, xmin, ymin, xmax, ymax FROM shapes WHERE area_code = 'shire-and-cove'"
    )
    assert row == [("M0 0l10 0 10 0 0 10-10 0-10 0zM50 0l5 0 0 5-5 0z", "city_region", 0, 0, 55, 10)]


def test_an_inner_border_is_gone_whichever_way_each_ring_was_drawn():
    assert merge_outlines(["M0 0l9 0 0 9-9 0z", "M9 0l0 9 9 0 0-9z"]) == "M0 0l9 0 9 0 0 9-9 0-9 0z"


def test_one_that_ons_knows_gets_todays_name_and_is_a_city_region(founded):
    geography = founded(RENAMED)
    assert codes(geography.regions) == ["E47000001"]
    assert (geography["E47000001"].name, geography["E47000001"].level) == ("Cove Today", "city_region")


def test_it_is_still_known_by_its_files_name_when_ons_has_given_it_a_code(founded):
    geography = founded(RENAMED)
    assert geography.today("cove") == geography.today("E47000001") == geography["E47000001"]
    assert geography.today("nowhere") is None


def test_a_combined_authority_without_a_file_is_not_served_where_there_are_files(founded):
    assert codes(founded(SHIRE).regions) == ["shire-and-cove"]


def test_without_any_file_onss_combined_authorities_are_served(founded):
    geography = founded()
    (region,) = geography.regions
    assert (region.name, region.level, geography.about(region).mayor) == ("Old Name", "city_region", None)


def test_an_area_made_here_claims_a_place_only_for_whoever_looks_from_it(founded):
    ours = CityRegion("ours", "ours", "Ours", "travel-to-work area", districts=("E06000001",))
    geography = founded(RENAMED, ours)
    assert codes(geography.regions) == ["E47000001", "ours"]
    assert geography.region_of("E06000001").code == "E47000001"
    assert geography.region_of("E06000001", near=geography["ours"]).code == "ours"


def test_a_code_that_nothing_has_is_refused_with_the_file(founded):
    lost = CityRegion("ours", "ours", "Ours", "made", districts=("E07000009",))
    with pytest.raises(
        DatastoreError, match=r"data/regions/ours.toml: no district of today has the code E07"
    ):
        founded(lost)


def test_it_is_found_by_its_name_and_by_a_name_it_had(founded):
    store = founded(SHIRE).store
    assert [place.code for place in search(store, "shire and", 9)[0]] == ["shire-and-cove"]
    assert [(place.name, place.level) for place in search(store, "woods", 9)[0]] == [
        ("Shire and Cove", "city_region")
    ]


def test_the_snapshot_is_another_where_the_regions_are(founded):
    assert founded(SHIRE).store.snapshot != founded(SHIRE, RENAMED).store.snapshot
