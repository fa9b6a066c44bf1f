"""Wards and neighbourhoods as places of a pilot: accepted where their figures reach back, else refused."""

from datetime import date

import pytest

from dashboard.record.forms import pilot as form
from dashboard.record.kinds import Pilot
from dashboard.record.pilots.panel import pilot_panel
from tests.record.factories import PILOT

REGION = "E47000001"
CASUALTIES = "transport/road_casualties_count"
WARDS_ONCE = "housing/private_renting"


@pytest.fixture
def wards(site):
    """Two wards of Manchester."""
    return [area.code for area in site.geography.members("E08000003", "ward")[:2]]


def refused(post, **changed) -> dict[str, str]:
    status, answer = post("pilot", PILOT | changed)
    assert status == 422, answer
    return {error["field"]: error["message"] for error in answer["errors"]}


def test_wards_are_accepted_where_their_figures_reach_back_far_enough(post, site, wards, page):
    given = {"indicator": CASUALTIES, "area_codes": wards, "expected": "fall", "start": "2027-04-01"}
    status, answer = post("pilot", PILOT | given)
    assert status == 201, answer
    assert list(site.record.shown_record.get(answer["id"]).item.area_codes) == wards
    text = page(f"/pilot/{answer['id']}")
    assert all(name in text for name in site.geography.names(wards))
    assert "Places of the same kind in the other districts of Greater Manchester" in text
    assert "no figure since it began" in text


def test_an_indicator_of_one_period_is_refused_with_how_many_are_needed(post, wards):
    said = refused(post, indicator=WARDS_ONCE, area_codes=wards)["indicator"]
    assert "wards have figures of 1 period (the newest is for" in said
    assert "5 from before are needed" in said


def test_an_indicator_without_figures_for_wards_is_refused(post, wards):
    said = refused(post, area_codes=wards)["indicator"]
    assert (
        said == "Employment rate: no figures of it are held for these wards, so a pilot could not be judged"
    )


@pytest.mark.parametrize(
    ("typed", "field", "said"),
    [
        ("E01000001", "neighbourhoods", "there is none with the code “E01000001” in Greater Manchester"),
        ("<b>", "neighbourhoods", "there is none with the code “<B>”"),
        (",".join(f"E0100{number:04}" for number in range(51)), "neighbourhoods", "name 50 or fewer"),
    ],
)
def test_neighbourhoods_are_named_by_their_codes_and_strange_ones_are_refused(post, typed, field, said):
    assert said in refused(post, area_codes=[], neighbourhoods=typed)[field]


def test_neighbourhoods_without_figures_over_time_are_refused_with_their_kind(post, site):
    for level, kind in (("lsoa", "small neighbourhoods (LSOAs)"), ("msoa", "neighbourhoods (MSOAs)")):
        code = site.geography.members(REGION, level)[0].code.lower()
        said = refused(post, area_codes=[], neighbourhoods=f" {code}; ")["indicator"]
        assert f"no figures of it are held for these {kind}" in said


def test_places_of_two_kinds_are_refused_and_so_is_none(post, wards):
    assert "places of one kind" in refused(post, area_codes=[*wards, "E08000003"])["area_codes"]
    assert refused(post, area_codes=[])["area_codes"] == "Select at least one place"


def test_wards_are_compared_inside_their_city_region_and_outside_their_own_district(site, wards):
    region, started = site.geography[REGION], date(2023, 1, 1)
    item = Pilot("t", "h", "o", CASUALTIES, tuple(wards), started, "fall")
    far = pilot_panel(site, region, item)
    assert not far.refused
    own = {area.code for area in site.geography.members("E08000003", "ward")}
    every = {area.code for area in site.geography.members(REGION, "ward")}
    assert {area.code for area in far.others} == every - own
    assert len(set(far.kin)) == 9
    near = pilot_panel(site, region, Pilot("t", "h", "o", CASUALTIES, tuple(wards), started, "fall", "all"))
    assert {area.code for area in near.others} == every - set(wards)


def test_a_pilot_in_neighbourhoods_is_shown_in_its_form_by_their_codes(site):
    codes = ("E01005209", "E01005210")
    item = Pilot("t", "h", "o", CASUALTIES, codes, date(2023, 1, 1), "fall")
    shown = form.values_of(item, form.fields(site, site.geography[REGION], item))
    assert (shown["area_codes"], shown["neighbourhoods"]) == ([], "E01005209, E01005210")
