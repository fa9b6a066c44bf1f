"""The compare page: places side by side, each with its own period, none ranked."""

from dataclasses import replace
from datetime import date

import pytest

from dashboard.address.query_params import BadAddress
from dashboard.pages.compare import page as compare
from tests.pages.testshire import read, rows, small_site, words
from tests.tables import read_table

REGISTER = """
    dataset | title | publisher | licence | source_url | source_date | vintage | description | caveat | audience | next_release | cadence | owner
    rates | Jobs | ONS | Open Government Licence v3.0 | https://ons.gov.uk | {published} | 2024 | Jobs. | None | public | 2025 | yearly | A team
"""  # noqa: E501


@pytest.fixture
def site(given, indicators):
    return small_site(given, indicators)


def table(site, search):
    return rows(compare.parts(site, read(site, "/compare", search)).children["matrix"])


def test_without_places_the_region_and_all_its_districts_are_compared(site):
    assert table(site, "")[0] == "Indicator Testshire and Cove Ash Beech Cove England"


def test_main_indicators_are_shown_first_and_a_theme_shows_all_of_its_own(site):
    assert len(table(site, "")) == 3  # header, theme, the one headline
    assert len(table(site, "?theme=employment")) == 5


def test_a_cell_has_its_figure_and_its_own_period_where_that_differs(site):
    row = table(site, "?places=E07000091,E07000092,E06000091")[2]
    assert row == (
        "Jobs rate % of people 2023. Higher is better Sort  by Jobs rate "
        "50% Worse 61% Similar 70% 2022 Better than England (58% in 2022) 60%"
    )


def test_a_cell_without_a_figure_says_why(site):
    row = table(site, "?places=E07000091,E10000099&theme=employment")[3]
    assert row == (
        "Flow vehicles 2023. Neither is better Sort  by Flow "
        "Does not apply: it is a figure for Testshire as a whole, which has 4,900 (2023)   See Testshire "
        "4,900 ▲ Higher 4,200"
    )


def test_a_verdict_on_another_period_never_contradicts_the_figure_of_england_beside_it(site):
    # Without margins, Cove's 59% of 2022 is above England's 58% of that year and below the 60% beside it.
    sql = (
        "SELECT area_code, period, CASE WHEN value = 70 THEN 59 ELSE value END AS value FROM rates "
        "WHERE value IS NOT NULL"
    )
    site.indicators["employment/rate"] = replace(site.indicators["employment/rate"], sql=sql)
    row = table(site, "?places=E07000091,E07000092,E06000091")[2]
    assert row.endswith("50% ▼ Lower 61% ▲ Higher 59% 2022 ▲ Higher than England (58% in 2022) 60%")


def test_a_figure_of_a_period_that_england_lacks_is_not_judged(site):
    sql = (
        "SELECT area_code, period, value FROM rates WHERE area_code <> 'E92000001' OR period >= '2023-01-01'"
    )
    site.indicators["employment/rate"] = replace(site.indicators["employment/rate"], sql=sql)
    row = table(site, "?places=E07000091,E07000092,E06000091")[2]
    assert row.endswith("50% ▼ Lower 61% ▲ Higher 70% 2022 60%")


@pytest.mark.parametrize(
    ("code", "name"), [("K02000001", "the United Kingdom"), ("K99000002", "the UK less offshore")]
)
def test_a_benchmark_that_is_not_england_is_named_with_its_figure(site, code, name):
    sql = "SELECT replace(area_code, 'E92000001', 'UK') AS area_code, period, value FROM rates"
    sql = sql.replace("UK", code)
    site.indicators["employment/rate"] = replace(site.indicators["employment/rate"], sql=sql)
    row = table(site, "?places=E07000091,E06000091,E07000092")[2]
    assert row.endswith(
        f"50% ▼ Lower than {name} (60%) 70% 2022 ▲ Higher than {name} (58% in 2022) "
        f"61% ▲ Higher than {name} (60%) Not published"
    )


@pytest.mark.parametrize(("published", "later"), [("2024-06-01", True), ("2024-01-01", False)])
def test_of_a_past_day_a_release_that_came_out_later_is_not_called_unpublished(
    given, indicators, published, later
):
    register = read_table(REGISTER.format(published=published)).assign(experimental=False)
    site = replace(small_site(given, indicators, datasets=register), as_of=date(2024, 3, 1))
    row = table(site, "?places=E07000091")[2]
    held = "No figure of that day: the release held here came out after 1 March 2024"
    assert (held in row, "50%" in row) == (later, not later)
    row = table(site, "?places=E08000099")[2]  # has none today either
    assert "Not published: " in row


def test_counts_are_not_held_against_england(site):
    site.indicators["employment/rate"] = replace(site.indicators["employment/rate"], statistic="count")
    assert (
        table(site, "?places=E07000091")[2]
        == "Jobs rate % of people 2023. Higher is better Sort  by Jobs rate 50% A total, not compared"
    )


@pytest.mark.parametrize(
    ("search", "sentence"),
    [
        ("?places=" + ",".join(f"E070000{n}" for n in range(10, 51)), "Choose at most 40 places"),
        ("?places=E01000001", "There is no place with the code"),
        ("?theme=magic", "There is no theme called “magic”"),
        ("?sort=magic", "There is no indicator called “magic” to sort by."),
    ],
)
def test_what_cannot_be_compared_is_refused_with_a_sentence(site, search, sentence):
    with pytest.raises(BadAddress, match=sentence):
        read(site, "/compare", search)


def test_the_page_says_when_a_difference_is_judged(site):
    said = words(compare.layout(site, read(site, "/compare")))
    assert "only where there is a margin of error" in said
    assert "4 comparisons here have a margin of error; 3 are beyond theirs" in said


def test_places_are_sorted_by_a_row_the_worse_side_first_and_those_without_a_figure_last(site):
    chosen = "?places=E07000092,E10000099,E06000091,E07000091"
    assert table(site, chosen)[0] == "Indicator Beech Testshire Cove Ash England"
    # Ash 50%, Beech 61%, Cove 70%, higher is better; the county has none.
    assert table(site, f"{chosen}&sort=employment/rate")[0] == "Indicator Ash Beech Cove Testshire England"
