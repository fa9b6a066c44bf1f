"""Places in an order of need."""

import math

import pytest

from dashboard.methods.places import in_worst_fifth, place_of, places


@pytest.mark.parametrize(
    ("better", "expected"),
    [("lower", [3, 1, 1, None, 4]), ("neither", [3, 1, 1, None, 4]), ("higher", [2, 3, 3, None, 1])],
)
def test_areas_with_the_same_figure_share_a_place_and_the_next_is_further_on(better, expected):
    assert places([20, 30, 30, math.nan, 10], better) == expected


@pytest.mark.parametrize(("better", "place"), [("lower", 3), ("neither", 3), ("higher", 2)])
def test_the_place_of_one_is_that_among_all(better, place):
    assert place_of(20, [20, 30, 30, math.nan, 10], better) == place


def test_nothing_has_no_place():
    assert places([], "lower") == []
    assert places([math.nan], "lower") == [None]


@pytest.mark.parametrize(
    ("place", "ranked", "inside"), [(2, 10, True), (3, 10, False), (3, 11, True), (1, 1, True)]
)
def test_the_worst_fifth_is_rounded_up(place, ranked, inside):
    assert in_worst_fifth(place, ranked) is inside
