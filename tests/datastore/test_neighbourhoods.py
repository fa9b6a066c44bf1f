"""What is known of small areas: who lives there, what they lie in, which touch, and how they came about."""

import pytest

from dashboard.charts.map_geometry import geometry
from dashboard.datastore.contiguity import corners, touching
from dashboard.datastore.neighbourhoods import (
    changed_since_2011,
    containers,
    inside,
    levels_inside,
    neighbourhood_levels,
    residents,
    wards_fitted,
)

pytestmark = pytest.mark.core

REGION = "E47000001"
AREAS = """
    area_code | name        | level              | current
    E01000001 | Bolton 001A | lsoa               | 1
    E01000002 | Bolton 001B | lsoa               | 1
    E01000003 | Bolton 002A | lsoa               | 1
    E02000001 | Bolton 001  | msoa               | 1
    E05000001 | Heaton      | ward               | 1
    E08000001 | Bolton      | district           | 1
    E47000001 | Greater     | combined_authority | 1
"""
MEMBERSHIP = """
    area_code | within
    E01000001 | E02000001
    E01000001 | E05000001
    E01000001 | E08000001
    E01000001 | E47000001
    E01000002 | E02000001
    E01000002 | E08000001
    E01000002 | E47000001
    E01000003 | E08000001
    E01000003 | E47000001
    E02000001 | E08000001
    E02000001 | E47000001
    E05000001 | E08000001
    E05000001 | E47000001
"""
# Three squares in a row: the first two share a side, the last two a corner.
SHAPES = """
    area_code | level | path
    E01000001 | lsoa  | M0-10l10 0 0 10-10 0z
    E01000002 | lsoa  | M10-10l10 0 0 10-10 0z
    E01000003 | lsoa  | M20 0l10 0 0 10-10 0z
"""
PEOPLE = """
    lsoa21_code | disability | n  | total_residents
    E01000001   | Disabled   | 10 | 100
    E01000001   | Not        | 90 | 100
    E01000002   | Disabled   | 1  | 50
"""


def test_residents_are_counted_once_and_added_up(given):
    store = given(areas=AREAS, membership=MEMBERSHIP, census_disability=PEOPLE)
    assert residents(store, REGION) == {
        "E01000001": 100, "E01000002": 50, "E02000001": 150, "E05000001": 100
    }  # fmt: skip


def test_every_area_knows_what_it_lies_in(given):
    found = containers(given(areas=AREAS, membership=MEMBERSHIP), REGION)
    assert found["E01000001"] == {"ward": "Heaton", "msoa": "Bolton 001", "district": "Bolton"}
    assert found["E01000003"] == {"district": "Bolton"}


def test_a_place_holds_its_areas_and_is_itself(given):
    store = given(areas=AREAS, membership=MEMBERSHIP)
    assert inside(store, "E02000001", "lsoa") == {"E01000001", "E01000002"}
    assert inside(store, "E01000002", "lsoa") == {"E01000002"}
    assert inside(store, "E01000002", "msoa") == frozenset()


def test_areas_that_share_a_corner_touch(given):
    store = given(areas=AREAS, membership=MEMBERSHIP, shapes=SHAPES)
    assert touching(store, REGION, "lsoa") == {
        "E01000001": ("E01000002",),
        "E01000002": ("E01000001", "E01000003"),
        "E01000003": ("E01000002",),
    }


def test_an_outline_of_several_rings_gives_the_corners_of_all():
    assert corners("M0 0l1 0 0 1zM5-5l-1 0 0 2z") == {(0, 0), (1, 0), (1, 1), (5, -5), (4, -5), (4, -3)}


@pytest.mark.full
def test_every_neighbourhood_of_the_built_in_regions_touches_another(store, site):
    for region in site.geography.regions:
        found = touching(store, region.code, "lsoa")
        alone = [code for code, others in found.items() if not others]
        assert len(alone) <= 2, f"{region.name}: {alone}"  # islands


def test_only_changed_neighbourhoods_are_labelled(given):
    lookup = """
        lsoa11_code | lsoa21_code | change
        E01000001   | E01000001   | U
        E01000009   | E01000002   | S
    """
    store = given(areas=AREAS, membership=MEMBERSHIP, lsoa11_lsoa21=lookup)
    assert changed_since_2011(store, REGION) == {"E01000002": "S"}


def test_levels_are_those_with_a_figure_in_the_region(site, store):
    overcrowding = site.indicators["housing/overcrowding"]
    assert levels_inside(store, overcrowding, REGION) == {"lsoa", "msoa", "ward"}
    assert levels_inside(store, overcrowding, "E47000006") == {"lsoa", "msoa", "ward"}
    assert (
        levels_inside(store, site.indicators["transport/households_without_car"], "E47000006") == frozenset()
    )
    assert neighbourhood_levels(store, site.indicators["employment/employment_rate"]) == frozenset()


def test_every_region_has_its_wards_drawn_and_those_of_best_fit_are_known(site, store):
    fitted = {region.name: wards_fitted(store, region.code) for region in site.geography.regions}
    whole = {name for name, (names, _) in fitted.items() if not names}
    assert {"Greater Manchester", "South Yorkshire", "West Yorkshire", "West of England"} <= whole
    assert fitted["London"] == (("City of London", "Kensington and Chelsea"), 33)
    tees = site.geography["E47000006"]
    drawn = {area[0] for area in geometry(site, tees, "ward")["areas"]}
    assert drawn == {area.code for area in site.geography.members(tees.code, "ward")}
    assert len(drawn) == 20 + 12 + 20 + 24 + 27  # of its five districts: none is too small to be drawn
