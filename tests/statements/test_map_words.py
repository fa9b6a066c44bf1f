"""What a map says of itself."""

from dataclasses import replace

import pytest

from dashboard.methods.classify import classify
from dashboard.statements.map_words import class_ranges, level_words, map_summary, other_level


@pytest.fixture
def rate(indicators):
    return replace(
        next(iter(indicators.values())), title="Rate", unit="% of people", prefix="", suffix="%", decimals=0
    )


def test_the_summary_names_both_ends_and_counts_the_missing(rate):
    said = map_summary(rate, "district", [("Ash", 50.2), ("Beech", 61), ("Cove", 61.4)], 1)
    assert said == "From 50% (Ash) to 61% (Beech and 1 more) (% of people); 1 district without a figure."


def test_one_figure_equal_figures_and_none_are_said_as_such(rate):
    assert map_summary(rate, "county", [("Cove", 5)], 0) == "5% in Cove (% of people)."
    assert map_summary(rate, "ward", [("A", 5.1), ("B", 4.9)], 0) == "All 2 wards with a figure have 5%."
    assert map_summary(rate, "ward", [("A", 5.1)], 0, fitted=True).endswith("lines are near, not exact.")
    assert map_summary(rate, "ward", [], 3) == "There are no figures for wards here."


def test_a_class_reaches_from_its_smallest_to_its_largest_figure(rate):
    values = [1, 2, 11, 12, 21, 22, 31, 41]
    assert class_ranges(rate, classify(values), values) == [
        ("1 to 2%", 2), ("11 to 12%", 2), ("21 to 22%", 2), ("31%", 1), ("41%", 1)
    ]  # fmt: skip


def test_another_level_says_why_and_who_has_the_one_asked_for(rate):
    few = other_level(rate, "ward", "district", [replace(rate, title="Casualties")])
    assert few.startswith("Rate is not published for wards here, so the map shows districts.")
    assert few.endswith(" Published for wards: Casualties.")
    assert other_level(rate, "ward", "district", [rate] * 5).endswith("so the map shows districts.")


def test_numbers_of_areas_are_words(rate):
    assert level_words("district", 1) == "1 district"
    assert level_words("ward", 1215) == "1,215 wards"
