"""The place page: who a place is like, and its figures beside its region's and England's."""

from dataclasses import replace

import pytest

from dashboard.address.query_params import BadAddress
from dashboard.components.frame.document import PRODUCT
from dashboard.components.frame.shell import document_title
from dashboard.pages.place import page as place
from tests.pages.testshire import read, rows, small_site, words


@pytest.fixture
def site(given, indicators):
    return small_site(given, indicators)


def table(site, code):
    found = rows(place.layout(site, read(site, f"/place/{code}")))
    return [row for row in found if not row.startswith("Indicator ")]


def test_a_figure_stands_beside_its_region_and_england_of_the_same_period(site):
    assert table(site, "E07000091")[0] == (
        "Jobs rate % of people 50% 2023 No clear change from 48% in 2022 55% 60% Worse than England"
    )


def test_a_theme_tells_its_tally_and_has_the_main_indicators_first(site):
    said = words(place.layout(site, read(site, "/place/E07000091"))[-2])  # before its wards
    assert "1 figure: 1 worse than England" in said
    assert said.index("Jobs rate") < said.index("Flow")


def test_what_stands_out_is_surely_better_or_worse_with_its_figure_and_englands(site):
    said = words(place.layout(site, read(site, "/place/E07000091")))
    # Ash: 50% with limits 46 to 54, England 60%. Beech's 56 to 66 hold England's: nothing stands out.
    assert "Worse Jobs rate 50%" in said
    assert "No figure surely is." in said
    assert "What stands out" not in words(place.layout(site, read(site, "/place/E07000092")))


def test_where_the_united_kingdom_stands_in_for_england_its_figure_says_so(site):
    sql = (
        "SELECT replace(area_code, 'E92000001', 'K02000001') AS area_code, "
        "period, value, lower, upper, status FROM rates"
    )
    site.indicators["employment/rate"] = replace(site.indicators["employment/rate"], sql=sql)
    assert table(site, "E07000091")[0].endswith("55% 60% (UK) Worse than the United Kingdom")


def test_a_margin_of_error_that_holds_england_is_similar(site):
    assert table(site, "E07000092")[0].endswith(
        "61% 2023 No earlier figure to compare 55% 60% Similar to England"
    )


def test_a_withheld_latest_figure_is_told_beside_the_last_published_one(site):
    assert "70% 2022 (2023 withheld to protect people)" in table(site, "E06000091")[0]


def test_what_is_missing_says_why(site):
    _, flow, far = table(site, "E07000091")
    assert "Does not apply: it is a figure for Testshire as a whole, which has 4,900 (2023)" in flow
    assert flow.endswith("See Testshire")
    assert far.endswith(
        "Not published: the figures of its publisher are for 1 of 4 districts, not for this one"
    )
    assert table(site, "E10000099")[2].endswith("are for districts, not for counties")


def test_without_a_margin_of_error_nothing_is_better_or_worse(site):
    assert table(site, "E10000099")[1].endswith(
        "4,900 2023 No earlier figure to compare Not published 4,200 Higher than England"
    )


def test_the_head_says_what_the_place_is_part_of_and_whom_it_is_like_on_what(site):
    said = words(place.layout(site, read(site, "/place/E07000091")))
    assert "District in the Testshire county and the Testshire and Cove combined authority." in said
    assert (
        "1 of 3 indicators have a figure here. Of the 1 with a margin of error: 0 better, 0 similar, 1 worse"
        in said
    )
    assert "Overall:  Far ,  Cove ." in said


def test_a_place_outside_every_city_region_has_a_page_but_no_map(site):
    address = read(site, "/place/E08000099")
    said = words(place.layout(site, address))
    assert "Metropolitan borough in no city region." in said
    assert place.parts(site, address).maps == {}


def test_a_place_outside_every_region_is_called_after_none_and_stands_beside_england_alone(site):
    """Cornwall is no part of Greater Manchester, and its figures say nothing beside that region's."""
    address = read(site, "/place/E08000099")
    assert document_title(site, address) == f"Far – {PRODUCT}"
    head, *rest = place.layout(site, address)
    assert not words(head).startswith("Testshire and Cove")
    assert "Testshire and Cove" not in words(rest)
    assert "Far beside England" in words(rest)


def test_a_place_is_called_after_its_own_region_from_wherever_it_is_looked_at(site):
    address = read(site, "/place/E07000091")
    assert document_title(site, address) == f"Ash – Testshire and Cove – {PRODUCT}"


def test_the_locator_picks_out_all_districts_of_a_county(site):
    painted = place.parts(site, read(site, "/place/E10000099")).maps["locator"]
    assert painted["selected"] == ["E07000091", "E07000092"]


@pytest.mark.parametrize("code", ["E47000099", "E99999999", "E92000001"])
def test_only_districts_and_counties_have_a_page(site, code):
    with pytest.raises(BadAddress, match="There is no place with the code") as refusal:
        read(site, f"/place/{code}")
    assert refusal.value.status == 404
