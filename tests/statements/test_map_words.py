"""What a map says of itself."""

import re
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dashboard.datastore.neighbourhoods import Fitted
from dashboard.methods.maps.classify import classify
from dashboard.statements.map_words import (
    class_ends,
    class_ranges,
    fitted_words,
    level_words,
    map_summary,
    other_level,
)


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
    assert map_summary(rate, "ward", [("A", 5.1)], 0, fitted=Fitted(("A",), 1)).endswith(
        "lines are near, not exact."
    )
    assert map_summary(rate, "ward", [], 3) == "There are no figures for wards here."


@pytest.mark.parametrize(
    ("better", "ends"),
    [("higher", ("worse", "better")), ("lower", ("better", "worse")), ("neither", ("lower", "higher"))],
)
def test_the_ends_of_a_map_say_which_is_worse(rate, better, ends):
    assert class_ends(replace(rate, better=better)) == ends


def test_a_class_reaches_from_its_smallest_to_its_largest_figure(rate):
    values = [1, 2, 11, 12, 21, 22, 31, 41]
    assert class_ranges(rate, classify(values), values) == [
        ("1 to 2%", 2), ("11 to 12%", 2), ("21 to 22%", 2), ("31%", 1), ("41%", 1)
    ]  # fmt: skip


FIGURES = st.lists(st.floats(-500, 500).filter(lambda value: abs(value) > 1e-3), min_size=1, max_size=40)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(values=FIGURES, decimals=st.sampled_from([0, 1, 2]))
def test_every_figure_as_it_is_written_lies_in_the_words_of_its_class_and_of_no_other(rate, values, decimals):
    indicator = replace(rate, decimals=decimals)
    classes = classify([round(value, decimals) for value in values])  # as charts/mapped.py does
    ranges = [_ends(words) for words, _ in class_ranges(indicator, classes, values)]
    assert sum(count for _, count in class_ranges(indicator, classes, values)) == len(values)
    for value, member in zip(values, classes.member, strict=True):
        (written,) = _ends(indicator.format(value))[:1]
        assert [low <= written <= high for low, high in ranges] == [at == member for at in range(len(ranges))]


def _ends(words: str) -> tuple[float, float]:
    """The lowest and the highest figure that the words of a class name."""
    found = [float(number.replace("−", "-")) for number in re.findall(r"−?[\d.]+", words)]
    return found[0], found[-1]


def test_another_level_says_why_and_who_has_the_one_asked_for(rate):
    few = other_level(rate, "ward", "district", [replace(rate, title="Casualties")])
    assert few.startswith("Rate has no figures for wards here, so the map shows districts.")
    assert few.endswith(" With figures for wards: Casualties.")
    assert other_level(rate, "ward", "district", [rate] * 5).endswith("so the map shows districts.")


def test_numbers_of_areas_are_words(rate):
    assert level_words("district", 1) == "1 district"
    assert level_words("ward", 1215) == "1,215 wards"


@pytest.mark.parametrize(
    ("fitted", "said"),
    [
        (Fitted((), 4), ""),
        (Fitted(("Ash", "Beech"), 4), "Wards of Ash and Beech are drawn from whole"),
        (Fitted(("Ash", "Beech", "Cove", "Dale"), 9), "Wards of 4 of the 9 districts are drawn from whole"),
        (Fitted(("Ash", "Beech"), 2), "Wards are drawn from whole"),
    ],
)
def test_it_is_said_where_the_lines_of_wards_are_not_the_published_ones(fitted, said):
    assert fitted_words(fitted).startswith(said)
    assert bool(fitted_words(fitted)) == bool(said)
