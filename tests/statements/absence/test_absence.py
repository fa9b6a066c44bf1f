"""Why there is no figure: the rules one by one, and places of which the reason is known."""

from datetime import date

import pytest

from dashboard.catalogue.elsewhere import Elsewhere
from dashboard.datastore.areas import Area
from dashboard.statements.absence.absence import CELL_WORDS, Facts, absence
from dashboard.statements.absence.absent import absent, absent_in

pytestmark = pytest.mark.core

ONS = "the Office for National Statistics"
LEEDS = Area("E08000035", "Leeds", "district")
CITY, SCILLY, CORNWALL = "E09000001", "E06000053", "E06000052"
CAMBRIDGE, CUMBERLAND, MANCHESTER, BARNSLEY = "E07000008", "E06000063", "E08000003", "E08000038"
GREATER_MANCHESTER, YORK_AND_NORTH_YORKSHIRE, DEVON_AND_TORBAY = "E47000001", "E47000012", "E47000015"


def test_what_others_publish_is_not_held_and_says_where_it_is():
    there = Elsewhere("DfT", "all of Great Britain", "Greater Manchester", "https://gov.uk/ksi")
    found = absence(Facts(LEEDS, "the Department for Transport", elsewhere=there, levels=("district",)))
    assert found.state == "not_held"
    assert found.full == (
        "Not held here for Leeds: published by the Department for Transport for all of Great Britain; "
        "held for Greater Manchester only"
    )
    assert (found.address, found.mark, found.short) == ("https://gov.uk/ksi", "h", "not held here")


@pytest.mark.parametrize(
    ("mark", "state", "reason", "short"),
    [
        ("c", "not_published", f"withheld to protect people by {ONS} (2023)", "withheld to protect people"),
        ("low", "not_published", f"marked as too small to publish by {ONS} (2023)", "too small to publish"),
        ("u", "not_published", f"marked as {CELL_WORDS['u']} by {ONS} (2023)", CELL_WORDS["u"]),
        ("x", "not_published", f"marked as not available by {ONS} (2023)", "not available"),
        ("z", "not_applicable", "marked as not applicable in the figures held (2023)", "does not apply"),
    ],
)  # fmt: skip
def test_a_mark_of_the_publisher_is_the_reason(mark, state, reason, short):
    found = absence(Facts(LEEDS, ONS, mark=mark, when="2023"))
    assert (found.state, found.reason, found.short, found.mark) == (state, reason, short, mark)


def test_what_our_own_rule_hides_is_not_laid_at_the_publishers_door():
    found = absence(Facts(LEEDS, ONS, mark="c", when="2023", hidden_here=True))
    assert found.reason == "withheld to protect people by this dashboard (2023)"


def test_a_figure_of_a_larger_area_does_not_apply_to_its_parts():
    kent = Area("E10000016", "Kent", "county")
    dover = Area("E07000108", "Dover", "district")
    found = absence(Facts(dover, ONS, whole=kent, whole_words="71.2% (2023)", levels=("county", "district")))
    assert found.full == "Does not apply to Dover: it is a figure for Kent as a whole, which has 71.2% (2023)"
    assert found.instead == kent


def test_the_other_reasons_follow_from_what_is_held():
    assert absence(Facts(LEEDS, ONS, levels=("county", "lsoa"))).reason == (
        f"the figures of {ONS} are for counties and neighbourhoods, not for districts"
    )
    assert absence(Facts(LEEDS, ONS, levels=("district",), lacking="York has")).reason == (
        "it would be the sum of its parts, and York has no figure"
    )
    late = Facts(LEEDS, ONS, levels=("district",), founded=2023, end=(2019, "2019"), having=(9, 10, ""))
    assert absence(late).reason == "it was set up in 2023, and the figures held go to 2019"
    early = Facts(LEEDS, ONS, levels=("district",), founded=2009, end=(2019, "2019"), having=(9, 10, ""))
    assert absence(early).reason == f"the figures of {ONS} are for 9 of 10 districts, not for this one"
    assert absence(Facts(LEEDS, ONS)).reason == f"the figures of {ONS} do not include it"


@pytest.mark.parametrize(
    ("indicator", "code", "state", "reason"),
    [
        ("transport/road_casualties", LEEDS.code, "not_held", "all of Great Britain; held for Greater"),
        ("transport/road_casualties", CORNWALL, "not_held", "all of Great Britain; held for Greater"),
        ("people/crime", LEEDS.code, "not_held", "districts and counties, as average scores"),
        ("transport/households_without_car", MANCHESTER, "not_held", "areas of every size"),
        ("skills/neet", CAMBRIDGE, "not_applicable", "it is a figure for Cambridgeshire as a whole"),
        ("transport/bus_journeys", BARNSLEY, "not_applicable", "a figure for South Yorkshire as a whole"),
        # One figure for Tyne and Wear and one for Merseyside; counties beside them have their own.
        ("transport/bus_journeys", "E08000021", "not_applicable", "metropolitan boroughs together, and"),
        ("transport/bus_journeys_per_head", "E08000012", "not_applicable", "part of that for Liverpool City"),
        ("housing/families_in_bed_and_breakfast", YORK_AND_NORTH_YORKSHIRE, "not_published", "York has no"),
        ("inequality/attainment_8_black_gap", GREATER_MANCHESTER, "not_published", "not for city regions"),
        ("housing/homelessness_duties", "K02000001", "not_published", "do not include it"),
        ("skills/level_4", "E12000003", "not_published", "for city regions and districts, not for regions"),
        ("skills/gcse_english_maths", CITY, "not_published", "marked as not available by"),
        ("people/life_satisfaction", CITY, "not_published", "marked as too unreliable to publish by"),
        ("people/healthy_life_expectancy_male", SCILLY, "not_published", "151 of 153 counties, unitary"),
        ("transport/drive_to_work", CUMBERLAND, "not_published", "it was set up in 2023, and the figures"),
        ("employment/weekly_pay", DEVON_AND_TORBAY, "not_published", "set up in 2025, and the figures held"),
        ("people/life_satisfaction", GREATER_MANCHESTER, "not_published", "counties and districts, not for"),
        ("employment/people_out_of_work", MANCHESTER, "not_published", "1 of its 295 neighbourhoods has"),
        # Nine in ten of its people, or one in five of its buses, must be counted: our rule, no mark of ONS.
        ("transport/bus_service", "E12000007", "not_published", "too little is known of its neighbourhoods"),
        ("transport/bus_punctuality", "E08000026", "not_published", "too little is known of its neighb"),
        ("economy/low_income_people", YORK_AND_NORTH_YORKSHIRE, "not_published", "1 of its 500"),
    ],
)  # fmt: skip
def test_known_places_have_the_known_reason(site, indicator, code, state, reason):
    found = absent(site, site.indicators[indicator], site.geography[code])
    assert found.state == state
    assert reason in found.full
    assert (found.address != "") == (state == "not_held")


def test_a_neighbourhood_that_was_redrawn_says_so(site):
    region = site.geography["E47000001"]
    indicator = site.indicators["digital/exclusion_risk"]
    observations = site.observations(indicator, region.code)
    areas = [site.geography[code] for code in observations.areas() if observations.latest(code) is None]
    reasons = {absent(site, indicator, area, region).reason for area in areas}
    assert reasons == {"the figures are of the neighbourhoods of 2011, and this one was redrawn for 2021"}


def test_a_period_without_a_figure_names_the_newest_that_has_one(site):
    indicator = site.indicators["housing/affordability_ratio"]
    found = absent_in(site, indicator, site.geography[MANCHESTER], date(1950, 1, 1))
    assert found.reason.startswith("none for 1 Jan 1950; the newest is for 1 Apr 20")


@pytest.mark.parametrize(
    ("name", "place", "period", "state", "reason"),
    [
        ("economy/exports", "E47000002", date(2023, 1, 1), "not_published", "withheld to protect people"),
        ("employment/employment_rate", CITY, date(2020, 1, 1), "not_published",
         f"marked as {CELL_WORDS['u']}"),
        ("transport/bus_journeys", "E06000058", date(2009, 4, 1), "not_applicable", "marked as not"),
    ],
)  # fmt: skip
def test_a_mark_in_one_period_of_many_says_what_it_means(site, name, place, period, state, reason):
    found = absent_in(site, site.indicators[name], site.geography[place], period)
    assert (found.state, found.reason.startswith(reason)) == (state, True)


def test_a_past_day_is_a_reason_of_its_own_where_a_figure_came_later(site):
    past = site.at(date(1999, 1, 1))
    manchester = site.geography[MANCHESTER]
    later = absent(past, site.indicators["employment/employment_rate"], manchester)
    assert later.state == "not_known_then"
    assert later.heading == "No figure of that day for Manchester"
    never = absent(past, site.indicators["transport/road_casualties"], site.geography[LEEDS.code])
    assert never.state == "not_held"
