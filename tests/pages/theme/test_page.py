"""The theme page: a panel for every indicator, and a map of those that have figures inside the region."""

import pytest

from dashboard.address.query_params import BadAddress
from dashboard.pages.theme import page as theme
from tests.pages.testshire import read, rows, small_site, words
from tests.tables import read_table

REGISTER = """
    dataset | title | publisher | licence | source_url | source_date | vintage | description | caveat | audience | next_release | cadence | owner
    rates | Jobs | ONS | Open Government Licence v3.0 | https://ons.gov.uk | 2024-06-01 | 2024 | Jobs. | None | public | 2025 | yearly | A team
"""  # noqa: E501


@pytest.fixture
def site(given, indicators):
    return small_site(given, indicators, datasets=read_table(REGISTER).assign(experimental=False))


def test_every_indicator_has_a_panel_and_one_without_figures_says_why(site):
    said = words(theme.layout(site, read(site, "/theme/employment")))
    assert "Jobs rate" in said
    assert "55%" in said
    assert "2023, derived" in said
    assert "Not published for Testshire and Cove: the figures of its publisher are for districts" in said


def test_the_map_begins_with_the_first_indicator_that_has_figures(site):
    parts = theme.parts(site, read(site, "/theme/employment"))
    assert words(parts.children["map-words"]).startswith("Jobs rate, 2023 From 50% (Ash) to 61% (Beech)")
    assert parts.maps["map"]["url"] == "/maps/E47000099/district.json"
    assert parts.maps["map"]["href"] == "/place/{code}?region=E47000099"


def test_the_address_chooses_the_indicator_and_a_county_speaks_for_its_districts(site):
    parts = theme.parts(site, read(site, "/theme/employment", "?map=flow"))
    figures = parts.maps["map"]["figures"]
    assert figures["E07000091"] == "4,900 for Testshire as a whole"
    assert figures["E06000091"] == "5,600"


def test_the_table_holds_every_area_of_the_map_and_then_the_wider_ones(site):
    table = rows(theme.parts(site, read(site, "/theme/employment")).children["map-table"])
    assert table == [
        "District Jobs rate Likely range", "Ash 50% 46% to 54%", "Beech 61% 56% to 66%", "Cove – –",
        "Testshire and Cove 55% (derived) 52% to 58%", "England 60% 59% to 61%",
    ]  # fmt: skip


def test_a_level_that_the_indicator_has_not_is_explained_not_refused(site):
    said = words(
        theme.parts(site, read(site, "/theme/employment", "?map=rate&level=ward")).children["map-words"]
    )
    assert said.endswith("Jobs rate has no figures for wards here, so the map shows districts.")


@pytest.mark.parametrize(
    ("search", "status"), [("?map=nothing", 404), ("?level=parish", 400), ("?region=E47000001", 404)]
)
def test_what_does_not_exist_is_refused(site, search, status):
    with pytest.raises(BadAddress) as refusal:
        read(site, "/theme/employment", search)
    assert refusal.value.status == status


def test_without_any_figure_there_is_no_map_and_nothing_to_repaint(site):
    del site.indicators["employment/rate"], site.indicators["employment/flow"]
    address = read(site, "/theme/employment")
    assert theme.parts(site, address).maps == {}
    assert "On the map" not in words(theme.layout(site, address))


def test_casualties_and_journeys_are_found_under_transport_alone(client):
    here, elsewhere = (client.get(f"/theme/{name}").text for name in ("transport", "employment"))
    for path in ("/events?", "/commuting?"):
        assert f'href="{path}' in here
        assert f'href="{path}' not in elsewhere
