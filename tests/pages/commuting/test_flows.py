"""Journeys to work: small flows never leave the datastore."""

import pytest

from dashboard.datastore.flows import SMALLEST_FLOW, CommuterBalance, commuter_balance, flows, has_flows
from dashboard.pages.commuting.map import Journeys, commuting_lines
from dashboard.statements.commuting_words import other_end

MSOAS = """
    home_msoa | work_msoa | people
    E02000001 | 111111111 | 203
    E02000001 | E02000001 | 40
    E02000001 | E02000002 | 10
    E02000001 | E02000003 | 9
    E02000002 | E02000001 | 3
"""
DISTRICTS = """
    home_district | work_district | people
    E08000001     | E08000001     | 4000
    E08000001     | E08000002     | 55
    E08000001     | E08000009     | 300
    E08000001     | 111111111     | 84
    E08000001     | 999999999     | 21
    E08000002     | E08000001     | 700
    E08000002     | 111111111     | 90
    E08000009     | E08000002     | 36
"""
INSIDE = "area_code | within\nE08000001 | E47000001\nE08000002 | E47000001"


@pytest.fixture
def journeys(given):
    return given(commuting_msoa=MSOAS, commuting_district=DISTRICTS, membership=INSIDE)


def test_a_flow_under_the_threshold_is_not_shown(journeys):
    assert flows(journeys, "E02000001", "msoa", outward=True).shown == {"E02000001": 40, "E02000002": 10}
    assert flows(journeys, "E02000001", "msoa", outward=False).shown == {"E02000001": 40}


def test_the_total_does_not_give_the_hidden_flow_away(journeys):
    found = flows(journeys, "E02000001", "msoa", outward=True)
    assert found.total == 60  # 59 journeys: an exact total less the 50 shown would be the 9 hidden
    assert found.at_home == 200


def test_working_at_home_is_no_journey(journeys):
    found = flows(journeys, "E08000002", "district", outward=True)
    assert (found.shown, found.total, found.at_home) == ({"E08000001": 700}, 700, 90)


def test_a_region_is_counted_by_who_stays_goes_and_comes(journeys):
    """4,000 + 55 + 700 stay; 300 and 21 go out of it; 36 come in; 84 + 90 need no journey."""
    assert commuter_balance(journeys, ["E08000001", "E08000002"]) == CommuterBalance(4760, 320, 40, 170)


def test_so_is_a_district(journeys):
    assert commuter_balance(journeys, ["E08000001"]) == CommuterBalance(4000, 380, 700, 80)


def test_a_small_number_of_a_balance_is_hidden_and_not_rounded_to_nothing(given):
    few = DISTRICTS.replace("| 36", "| 9")
    store = given(commuting_msoa=MSOAS, commuting_district=few, membership=INSIDE)
    assert commuter_balance(store, ["E08000001", "E08000002"]).into is None


def test_a_region_is_held_where_its_people_are(journeys):
    assert has_flows(journeys, "E47000001")
    assert not has_flows(journeys, "E47000099")


def test_no_small_flow_of_the_built_in_census_is_shown(store):
    busy = store.rows("SELECT work_msoa FROM commuting_msoa GROUP BY 1 ORDER BY sum(people) DESC LIMIT 20")
    for (place,) in busy:
        shown = flows(store, place, "msoa", outward=False).shown
        assert min(shown.values(), default=SMALLEST_FLOW) >= SMALLEST_FLOW


def test_the_map_goes_to_the_journeys_of_a_small_area_and_shows_all_of_a_districts(site):
    def fitted(code):
        lines = commuting_lines(
            Journeys(site, site.geography["E47000001"], site.geography[code], outward=True)
        )
        return lines.to_plotly_json()["props"]["data-fit"].split()

    assert "E02000984" in fitted("E02000984")
    assert len(fitted("E02000984")) > 5
    assert fitted("E08000003") == []


def test_an_end_outside_england_is_told_by_its_country_and_code():
    """Two councils of Scotland are two rows: one name for both would be no name."""
    assert other_end("S12000006") == "Scotland (S12000006)"
    assert other_end("W06000015") == "Wales (W06000015)"
    assert other_end("999999999") == "Abroad"
