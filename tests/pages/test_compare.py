"""The compare page: places side by side, each with its own period, none ranked."""

from dataclasses import replace

import pytest

from dashboard.address import BadAddress
from dashboard.pages import compare
from tests.pages.testshire import read, rows, small_site, words


@pytest.fixture
def site(given, indicators):
    return small_site(given, indicators)


def table(site, search):
    return rows(compare.parts(site, read(site, "/compare", search)).children["matrix"])


def test_without_places_the_region_and_its_first_districts_are_compared(site):
    assert table(site, "")[0] == "Indicator Testshire and Cove Ash Beech Cove England"


def test_main_indicators_are_shown_first_and_a_theme_shows_all_of_its_own(site):
    assert len(table(site, "")) == 3  # header, theme, the one headline
    assert len(table(site, "?theme=employment")) == 5


def test_a_cell_has_its_figure_and_its_own_period_where_that_differs(site):
    row = table(site, "?places=E07000091,E07000092,E06000091")[2]
    assert row == "Jobs rate % of people 2023. Higher is better 50% Worse 61% Similar 70% 2022 Better 60%"


def test_a_cell_without_a_figure_says_why(site):
    row = table(site, "?places=E07000091,E10000099&theme=employment")[3]
    assert row == (
        "Flow vehicles 2023. Neither is better "
        "Published for counties only: Testshire as a whole has 4,900 (2023) 4,900 ▲ Higher 4,200"
    )


def test_counts_are_not_held_against_england(site):
    site.indicators["employment/rate"] = replace(site.indicators["employment/rate"], statistic="count")
    assert table(site, "?places=E07000091")[2] == "Jobs rate % of people 2023. Higher is better 50% –"


@pytest.mark.parametrize(
    ("search", "sentence"),
    [
        ("?places=" + ",".join(f"E0700000{n}" for n in range(1, 8)), "Choose at most 6 places"),
        ("?places=E01000001", "There is no place with the code"),
        ("?theme=magic", "There is no theme called “magic”"),
    ],
)
def test_what_cannot_be_compared_is_refused_with_a_sentence(site, search, sentence):
    with pytest.raises(BadAddress, match=sentence):
        read(site, "/compare", search)


def test_the_page_says_when_a_difference_is_judged(site):
    assert "only where a margin of error is published" in words(compare.layout(site, read(site, "/compare")))
