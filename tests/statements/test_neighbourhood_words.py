"""Words of a map of small areas: one area and many, nobody living there, both ends of two measures."""

from dataclasses import replace

import numpy as np
import pytest

from dashboard.methods.maps.hotspots import HotSpots
from dashboard.methods.maps.layers import BOTH, FIRST, NEITHER, SECOND, Overlap
from dashboard.statements import neighbourhood_words as words
from dashboard.statements.absence.absence import Absence


@pytest.fixture
def crime(indicators):
    return replace(
        indicators["people/crime"], title="Crime", better="lower", prefix="", suffix="", decimals=1
    )


@pytest.fixture
def disabled(crime):
    return replace(crime, title="Disabled people", better="neither", suffix="%")


@pytest.fixture
def poor(crime):
    return replace(crime, title="Poverty", suffix="%")


@pytest.mark.parametrize(
    ("level", "number", "said"),
    [
        ("lsoa", 1, "1 neighbourhood"),
        ("lsoa", 1702, "1,702 neighbourhoods"),
        ("msoa", 1, "1 area"),
        ("msoa", 2, "2 areas"),
        ("ward", 1, "1 ward"),
        ("ward", 2, "2 wards"),
        ("district", 0, "0 districts"),
    ],
)
def test_areas_of_a_level_are_counted(level, number, said):
    assert words.areas(level, number) == said


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (0, "0 people"),
        (999, "999 people"),
        (1000, "about 1,000 people"),
        (1050.1, "about 1,100 people"),
        (12_345, "about 12,300 people"),
        (12_250, "about 12,300 people"),  # as everybody at school says it, and as a spreadsheet does
    ],
)
def test_people_are_rounded_from_a_thousand_on(number, said):
    assert words.people(number) == said


def test_a_title_inside_a_sentence_begins_small():
    assert words.inside("Transport connectivity") == "transport connectivity"


def test_both_fifths_are_one_where_both_have_a_worst_end(crime, poor, disabled):
    assert words.both_fifths(crime, poor) == "worst fifth for both"
    assert words.both_fifths(crime, disabled) == (
        "worst fifth for crime and highest fifth for disabled people"
    )


@pytest.mark.parametrize(
    ("number", "said"), [(1, "1 more area has 12.0."), (1200, "1,200 more areas have 12.0.")]
)
def test_a_list_that_breaks_off_says_how_many_share_its_last_figure(crime, number, said):
    assert words.same_figure(crime, 12, number) == said


def test_a_figure_of_a_district_chooses_no_neighbourhoods(crime):
    assert words.cannot_choose(crime).startswith("Crime has one figure for each district, ")


@pytest.mark.parametrize(
    ("member", "living", "said"),
    [
        ((None, None), 0, "There are no areas with figures for both."),
        (
            (BOTH, FIRST, NEITHER, None),
            0,
            "1 of 3 neighbourhoods are in the worst fifth for both. If the two had nothing to do with each "
            "other, about 2 would be.",
        ),
        (
            (BOTH, BOTH),
            3100,
            "2 of 2 neighbourhoods are in the worst fifth for both, home to about 3,100 people. If the two "
            "had nothing to do with each other, about 2 would be.",
        ),
    ],
)
def test_the_summary_of_two_measures_counts_those_with_both_figures(crime, poor, member, living, said):
    assert words.two_summary(crime, poor, Overlap(member, 1.6), "lsoa", living) == said


def test_the_title_of_two_measures_names_both(crime, poor):
    assert words.two_title(crime, poor) == "Crime and poverty: where both are at their worst"


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        (None, "no figure for one of the two"),
        (BOTH, "crime 12.3, poverty 45.0%: worst fifth for both"),
        (FIRST, "crime 12.3, poverty 45.0%: worst fifth for crime only"),
        (SECOND, "crime 12.3, poverty 45.0%: worst fifth for poverty only"),
        (NEITHER, "crime 12.3, poverty 45.0%: neither of the two"),
    ],
)
def test_an_area_is_read_out_with_both_figures_and_its_class(crime, poor, kind, said):
    assert words.two_figures(crime, poor, [12.3, 45], kind) == said


@pytest.mark.parametrize(
    ("living", "said"),
    [
        (0, "2 wards stand in clusters of high figures, 1 ward in clusters of low ones."),
        (
            999,
            "2 wards stand in clusters of high figures, home to 999 people, 1 ward in clusters of low ones.",
        ),
    ],
)
def test_clusters_of_high_and_of_low_figures_are_counted(crime, living, said):
    found = HotSpots((1, 1, 0, 0, 0, -1, None), np.zeros(7), 0.05)
    assert words.hot_summary(found, "ward", living) == said
    assert [(name, number) for name, _, number in words.hot_classes(found)] == [
        ("High figures together", 2),
        ("No cluster", 3),
        ("Low figures together", 1),
    ]
    assert words.hot_title(crime, "Here") == "Crime: where high and low figures cluster in Here"


def test_why_no_clusters_are_shown_depends_on_the_level():
    assert "wards differ too much in size" in words.no_clusters("ward")
    assert words.no_clusters("lsoa") == "There are too few figures to look for clusters."


@pytest.mark.parametrize(
    ("level", "names", "living", "said"),
    [
        (
            "lsoa",
            {"ward": "Elm", "district": "Ash"},
            1640,
            "In Elm ward, Ash. 1,640 people lived here at the census of 2021.",
        ),
        ("msoa", {"ward": "Elm", "district": "Ash"}, None, "In Ash."),
        ("lsoa", {"district": "Ash"}, 0, "In Ash."),
        ("lsoa", {"ward": "Elm"}, None, "In Elm ward."),
        ("msoa", {}, 5, "5 people lived here at the census of 2021."),
        ("msoa", {}, None, ""),
    ],
)
def test_where_an_area_is_and_who_lives_there(level, names, living, said):
    assert words.where_it_is(level, names, living) == said


def test_a_place_counts_its_areas_in_the_worst_fifth_of_the_region(crime, disabled):
    assert words.place_summary(crime, "Ash", "lsoa", 1, 0) == (
        "0 of the 1 neighbourhood in Ash are in the worst fifth of the whole region."
    )
    assert "2 of the 9 wards in Ash are in the highest fifth" in words.place_summary(
        disabled, "Ash", "ward", 9, 2
    )


def test_a_measure_without_small_areas_says_why(crime):
    none = Absence("not_held", "Here", "held for districts alone", "not held here")
    assert words.not_here(crime, none) == (
        "Crime has no figures for small areas in Here: held for districts alone. Choose another measure."
    )
