"""Which areas a map can show, of which period, in which class."""

from datetime import date

import pytest

from dashboard.charts.district_figures import districts
from dashboard.charts.mapped import levels_with_figures, mapped
from tests.pages.testshire import REGION, small_site


@pytest.fixture
def world(given, indicators):
    site = small_site(given, indicators)
    return site, site.geography[REGION]


def test_a_map_of_districts_needs_more_than_the_unitary_ones(world):
    site, region = world
    assert levels_with_figures(site, site.indicators["employment/rate"], region) == ("district",)
    assert levels_with_figures(site, site.indicators["employment/flow"], region) == ("county",)
    assert levels_with_figures(site, site.indicators["employment/far"], region) == ()


def test_the_period_is_the_newest_that_at_least_half_of_the_areas_have(world):
    site, region = world
    shown = mapped(site, site.indicators["employment/rate"], region, "district")
    assert shown.period == date(2023, 1, 1)  # Ash and Beech of three; in 2022 Ash and Cove
    assert shown.named() == [("Ash", 50.0), ("Beech", 61.0)]
    assert shown.without == 1


def test_an_area_without_a_figure_of_that_period_has_no_class(world):
    site, region = world
    shown = mapped(site, site.indicators["employment/rate"], region, "district")
    assert shown.class_of() == {"E07000091": 0, "E07000092": 1, "E06000091": -1}


def test_a_county_is_drawn_as_its_districts_and_counted_once(world):
    site, region = world
    shown = mapped(site, site.indicators["employment/flow"], region, "county")
    assert shown.class_of() == {"E07000091": 0, "E07000092": 0, "E06000091": 1}
    assert shown.classes.counts == (1, 1)
    assert shown.shapes == "district"


def test_a_county_is_named_once_where_its_widest_district_is_and_no_district_is(world):
    site, region = world
    shown = mapped(site, site.indicators["employment/flow"], region, "county")
    drawn = [["E07000091", "Ash", "", 1, 1, 50], ["E07000092", "Beech", "", 2, 2, 90],
             ["E06000091", "Cove", "", 3, 3, 10]]  # fmt: skip
    assert [(name, cx) for _, name, _, cx, *_ in shown.labels(drawn)] == [("Testshire", 2), ("Cove", 3)]


def test_the_ends_of_a_map_are_its_lowest_and_highest_figures(world):
    site, region = world
    shown = mapped(site, site.indicators["employment/rate"], region, "district")
    assert shown.ends(1) == {"E07000091", "E07000092"}


def test_cards_show_counties_where_only_a_unitary_district_has_a_figure_of_its_own(world):
    site, region = world
    shown = districts(site, site.indicators["employment/flow"], region)
    assert (shown.level, [name for name, _ in shown.named()]) == ("county", ["Cove", "Testshire"])
    assert districts(site, site.indicators["employment/far"], region) is None


def test_an_unknown_level_is_refused(world):
    site, region = world
    with pytest.raises(ValueError, match="level 'parish' is unknown"):
        mapped(site, site.indicators["employment/rate"], region, "parish")
