"""The smaller parts of what a map says: levels by name, one and many, and a figure with its reason."""

from dataclasses import replace
from datetime import date

import pytest

from dashboard.datastore.areas import Area
from dashboard.datastore.neighbourhoods import Fitted
from dashboard.datastore.observations import Observation
from dashboard.statements import map_words as words
from dashboard.statements.absence.absence import Absence

THEN = date(2023, 1, 1)
HERE = Area("E47000001", "Here", "combined_authority")


@pytest.fixture
def rate(indicators):
    return replace(
        indicators["employment/employment_rate"],
        title="Rate",
        unit="% of people",
        prefix="",
        suffix="%",
        decimals=0,
        period="calendar year",
    )


@pytest.mark.parametrize(
    ("level", "head", "one", "many"),
    [
        ("district", "Districts", "1 district", "2 districts"),
        ("county", "Counties", "1 county or unitary authority", "2 counties and unitary authorities"),
        ("ward", "Wards", "1 ward", "2 wards"),
        (
            "msoa",
            "Areas of 8,000 people",
            "1 area of about 8,000 people",
            "2 areas of about 8,000 people (MSOAs)",
        ),
        (
            "lsoa",
            "Neighbourhoods",
            "1 neighbourhood",
            "2 neighbourhoods of about 1,500 people (LSOAs)",
        ),
    ],
)
def test_each_level_has_its_names(level, head, one, many):
    assert words.LEVEL_NAMES[level][0] == head
    assert [words.level_words(level, number) for number in (1, 2)] == [one, many]


@pytest.mark.parametrize(
    ("names", "said"),
    [
        (("Ash",), "Ash"),
        (("Ash", "Beech", "Cove"), "Ash, Beech and Cove"),
        (("Ash", "Beech", "Cove", "Dale"), "4 of the 9 districts"),
    ],
)
def test_districts_with_fitted_wards_are_named_up_to_three(names, said):
    assert words.fitted_where(Fitted(names, 9)) == said


def test_the_heading_and_title_have_the_period_where_it_is_known(rate):
    assert words.map_heading(rate, THEN) == "Rate, 2023"
    assert words.map_heading(rate, None) == "Rate"
    assert words.map_title(rate, HERE, "district", THEN) == "Rate, 2023: districts of Here"


@pytest.mark.parametrize(
    ("without", "said"),
    [(0, ""), (1, "; 1 ward without a figure"), (2, "; 2 wards without a figure")],
)
def test_areas_without_a_figure_are_counted(rate, without, said):
    summary = words.map_summary(rate, "ward", [("A", 5), ("B", 7)], without)
    assert summary == f"From 5% (A) to 7% (B) (% of people){said}."


@pytest.mark.parametrize(
    ("status", "whole", "said"),
    [
        ("", "", "61%"),
        ("p", "", "61% (provisional)"),
        ("", "Ash", "61% for Ash as a whole"),
        ("p", "Ash", "61% (provisional) for Ash as a whole"),
    ],
)
def test_a_figure_is_read_out_with_its_reason_and_the_area_that_it_is_for(rate, status, whole, said):
    item = Observation("E1", THEN, 61.2, None, None, None, None, status)
    assert words.figure_words(rate, item, whole) == said


@pytest.mark.parametrize(
    ("levels", "said"),
    [
        (("ward",), "wards"),
        (("ward", "district"), "wards and districts"),
        (("ward", "district", "county"), "wards, districts and counties and unitary authorities"),
    ],
)
def test_what_a_region_has_instead_of_a_figure_of_its_own_is_listed(levels, said):
    none = Absence("not_published", "Here", "set up in 2025", "not published")
    assert words.only_for(none, levels) == (
        f"Not published for Here as a whole, but there are figures for {said} in it. Set up in 2025."
    )


def test_small_areas_alone_say_that_the_region_has_none():
    assert words.small_areas_only(HERE).startswith(
        "There are figures for small areas, not for Here as a whole"
    )


@pytest.mark.parametrize(("number", "named"), [(0, False), (1, True), (4, True), (5, False)])
def test_indicators_with_the_level_asked_for_are_named_up_to_four(rate, number, named):
    said = words.other_level(rate, "ward", "district", [rate] * number)
    assert said.startswith("Rate has no figures for wards here, so the map shows districts.")
    listed = f" With figures for wards: {', '.join(['Rate'] * number)}." if named else ""
    assert said.removeprefix("Rate has no figures for wards here, so the map shows districts.") == listed


@pytest.mark.parametrize(("why", "said"), [("", "No figure"), ("not held here", "No figure: not held here")])
def test_the_hatching_says_why_where_that_is_one_reason(why, said):
    assert words.no_figure(why) == said


@pytest.mark.parametrize(("count", "said"), [(1, "1 area"), (2, "2 areas"), (1702, "1,702 areas")])
def test_areas_are_counted(count, said):
    assert words.areas_counted(count) == said
