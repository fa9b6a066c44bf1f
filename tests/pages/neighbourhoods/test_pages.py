"""Every page about small areas, for ordinary and awkward regions."""

import pytest

from dashboard.address import address as addresses
from dashboard.address.query_params import BadAddress
from dashboard.catalogue.regions import load_regions
from dashboard.datastore.flows import commuter_balance
from dashboard.exports.travel.journeys import journeys_of
from dashboard.pages.commuting import page as commuting
from dashboard.pages.events import page as events
from dashboard.pages.events.choice import casualties
from dashboard.pages.events.judged import usual, versus
from dashboard.pages.events.map import events_data
from dashboard.pages.events.trend import events_trend
from dashboard.pages.events.words import FEW_CASUALTIES
from dashboard.pages.neighbourhoods import page as neighbourhoods
from dashboard.pages.priority import page as priority
from dashboard.settings import ROOT
from dashboard.statements.commuting_words import LOCKDOWN

PAGES = (neighbourhoods, priority, events, commuting)


def read(site, search, page):
    return addresses.read(site, [page.PAGE], page.PATH, search)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.PATH)
@pytest.mark.parametrize(
    "region", ["E47000001", "E47000008"]
)  # with all data; with counties, without casualties
def test_every_page_has_a_layout_in_every_kind_of_region(site, page, region):
    assert page.layout(site, read(site, f"region={region}", page))


def test_a_region_without_records_is_told_so(site):
    page = events
    said = str(page.layout(site, read(site, "region=E47000008", page)))
    assert "Not held for Cambridgeshire and Peterborough yet" in said
    assert "Not held for Cambridgeshire and Peterborough:" in said  # the tabs, which keep it apart
    assert "published for all of Great Britain, and held here for Greater Manchester only" in said
    assert "https://www.data.gov.uk/dataset/cb7ae6f0" in said
    assert "put the Department's two files of a release" in said
    assert "'map-data': 'instead'" in said
    assert page.parts(site, read(site, "region=E47000008", page)).children == {}


@pytest.mark.parametrize("code", [region.code for region in load_regions(ROOT / "data" / "regions")])
def test_every_region_has_its_journeys_to_work(site, code):
    address = read(site, f"region={code}", commuting)
    districts = site.geography.members(code, "district")
    found = commuter_balance(site.store, [area.code for area in districts])
    assert min(found.stay, found.out, found.into, found.at_home) > 1000
    said = str(commuting.layout(site, address))
    assert f"{found.stay:,}" in said
    assert f"Not held for {address.region.name} yet" not in said
    assert commuting.parts(site, address).maps[commuting.MAP]["classes"]


def test_known_journeys_stand_on_the_page_in_the_file_and_in_the_answer_of_the_api(site, client):
    """78,066 people lived and worked in Manchester (census table ODWP01EW)."""
    assert "78,066" in str(commuting.parts(site, read(site, "place=E08000003", commuting)).children["flows"])
    search = "region=E47000001&place=E08000003&direction=out"
    lines = client.get(f"/download/journeys.csv?{search}").get_data(as_text=True).splitlines()
    assert '"E08000003","Manchester","E08000003","Manchester",78066' in lines
    assert min(int(line.rsplit(",", 1)[1]) for line in lines[1:]) >= 10
    answer = client.get("/api/v1/areas/E08000003/journeys?direction=out").get_json()
    assert answer["items"][0]["people"] == 78066
    assert answer["total"] == len(lines) - 1


def test_an_end_of_a_journey_outside_the_region_has_its_name(site):
    ends = {row["home_name"] for row in journeys_of(site, site.geography["E02000001"], outward=False)}
    assert "Elsewhere in the UK" not in ends


@pytest.mark.parametrize("search", ["", "place=E02000984&direction=in"])
def test_the_lockdown_stands_over_every_view_of_journeys(site, search):
    assert LOCKDOWN in str(commuting.layout(site, read(site, search, commuting)))


def test_small_numbers_are_read_out_as_a_range(site):
    found = casualties(site, read(site, "severity=fatal", events))
    figures = events_data(found)["figures"]
    low = [code for code, number in found.counted.areas.items() if number < FEW_CASUALTIES]
    assert low
    assert all(figures[code].startswith("fewer than 3 casualties") for code in low)


def test_ones_and_twos_share_a_colour(site):
    found = casualties(site, read(site, "severity=fatal", events))
    classes, areas = events_data(found)["classes"], found.counted.areas
    assert len({classes[code] for code, number in areas.items() if number < FEW_CASUALTIES}) == 1


def test_dots_leave_out_places_with_fewer_than_three(site):
    asked = read(site, "view=points&severity=ksi", events)
    found = casualties(site, asked)
    dots = str(events.parts(site, asked).children["events-dots"]).count("<circle")
    assert (
        dots
        == sum(number >= FEW_CASUALTIES for *_, number in found.counted.squares)
        < len(found.counted.squares)
    )


def test_no_month_from_before_the_recording_of_severity_changed_is_judged_with_later_ones(site):
    apart = casualties(site, read(site, "severity=ksi&until=2022-06", events))
    assert usual(apart).start == 24  # January 2021
    assert versus(apart) is not None
    assert versus(casualties(site, read(site, "severity=ksi&until=2021-06", events))) is None
    assert usual(casualties(site, read(site, "until=2022-06", events))).start == 6


def test_casualties_of_half_a_year_differ_by_no_more_than_chance(site):
    """“Below the average, 7 in a row” came from the level of 2019; it is 5% above a year before."""
    found = casualties(site, read(site, "", events))
    assert (versus(found).now, versus(found).before, versus(found).found.direction) == (1620, 1546, 0)
    assert (versus(found).found.upper - 74) == pytest.approx(1.96 * (1.6 * 3166) ** 0.5, rel=0.05)
    assert events_trend(found).title == (
        "1,620 casualties from Jan to Jun 2024, provisional, 1,546 a year before: a difference that "
        "chance can make"
    )


def test_the_provisional_half_year_is_marked(site):
    chart = events_trend(casualties(site, read(site, "", events)))
    assert [mark.text for mark in chart.marks] == ["Provisional from here"]
    assert all("provisional" in point.note for point in chart.lines[0].points[-6:])
    earlier = events_trend(casualties(site, read(site, "until=2023-12", events)))
    assert not [mark for mark in earlier.marks if mark.kind == "event"]


def test_ends_in_the_wrong_order_are_put_right(site):
    found = casualties(site, read(site, "since=2023-06&until=2021-02", events))
    assert (f"{found.chosen.since:%Y-%m}", f"{found.chosen.until:%Y-%m}") == ("2021-02", "2023-06")
    assert len(found.months) == 29


@pytest.mark.parametrize(
    ("page", "search", "status"),
    [
        (events, "since=yesterday", 400),
        (events, "mode=Car' OR 1=1", 400),
        (events, "district=E06000001", 404),
        (commuting, "place=E01005324", 404),
        (commuting, "direction=up", 400),
    ],
)
def test_what_is_not_there_is_refused(site, page, search, status):
    with pytest.raises(BadAddress) as refusal:
        read(site, search, page)
    assert refusal.value.status == status


def test_where_margins_of_error_are_known_a_place_in_the_order_is_a_range(site):
    counted = str(neighbourhoods.layout(site, read(site, "measure=housing/overcrowding", neighbourhoods)))
    assert "Likely place" in counted
    assert "'1 to 4'" in counted  # the most overcrowded neighbourhood
    scored = str(neighbourhoods.layout(site, read(site, "measure=people/deprivation_score", neighbourhoods)))
    assert "Place by figure" in scored
