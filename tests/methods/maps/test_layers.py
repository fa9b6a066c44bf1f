import math

import pytest

from dashboard.methods.maps.layers import BOTH, FIRST, NEITHER, SECOND, overlap, worst_fifth

TEN = [10, 9, 8, 7, 6, 5, 4, 3, 2, 1]


def test_the_worst_fifth_is_at_the_end_that_is_not_better():
    assert worst_fifth(TEN, "lower") == [True, True, *[False] * 8]
    assert worst_fifth(TEN, "higher") == [*[False] * 8, True, True]
    assert worst_fifth(TEN, "neither") == worst_fifth(TEN, "lower")


def test_areas_with_the_same_figure_are_never_parted():
    assert worst_fifth([9, 9, 9, 4, 3, 2], "lower") == [True, True, True, False, False, False]


def test_an_area_without_a_figure_is_in_no_fifth():
    assert worst_fifth([1, math.nan, 2], "lower")[1] is None


def test_two_layers_make_four_classes():
    first = [True, True, False, False, None]
    second = [True, False, True, False, True]
    found = overlap(first, second)
    assert found.member == (BOTH, FIRST, SECOND, NEITHER, None)
    assert [found.count(kind) for kind in (BOTH, FIRST, SECOND, NEITHER)] == [1, 1, 1, 1]


def test_chance_would_put_so_many_areas_in_both():
    first = worst_fifth(list(range(100)), "lower")
    assert overlap(first, first).expected == 4.0  # a fifth of a fifth of 100, though here 20 are in both
    assert overlap(first, first).count(BOTH) == 20


def test_different_areas_are_refused():
    with pytest.raises(ValueError, match="give the same areas"):
        overlap([True], [True, False])


def test_where_a_figure_is_missing_an_area_is_in_neither_count():
    """Known in both: four, of which two are in the first and one in the second: 2 x 1 / 4."""
    found = overlap([True, True, False, False, None, True], [True, False, False, False, True, None])
    assert found.member == (BOTH, FIRST, NEITHER, NEITHER, None, None)
    assert found.expected == 0.5
    assert overlap([], []).expected == 0
    assert overlap([None], [True]).expected == 0


def test_areas_without_a_figure_do_not_make_the_fifth_larger():
    values = [*TEN, *[math.nan] * 5]
    assert worst_fifth(values, "lower") == [True, True, *[False] * 8, *[None] * 5]
