import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.methods.ranks import rank_ranges

NAN = float("nan")


def test_a_place_clearly_ahead_holds_its_rank_and_close_ones_share_a_range():
    got = rank_ranges([90, 50, 49, 10], [88, 45, 44, 8], [92, 55, 54, 12], "higher")
    assert (got.rank, got.best, got.worst) == ((1, 2, 3, 4), (1, 2, 2, 4), (1, 3, 3, 4))


def test_lower_is_better_ranks_from_the_bottom():
    assert rank_ranges([90, 50, 10], [88, 48, 8], [92, 52, 12], "lower").rank == (3, 2, 1)


def test_a_figure_without_limits_may_stand_anywhere():
    got = rank_ranges([90, 50, 70, NAN], [88, 48, NAN, NAN], [92, 52, NAN, NAN], "neither")
    assert (got.best, got.worst, got.ranked) == ((1, 2, 1, None), (2, 3, 3, None), 3)


def test_equal_places_share_the_better_rank():
    assert rank_ranges([5, 5, 1], [4, 4, 0], [6, 6, 2], "higher").rank == (1, 1, 3)


def test_a_value_outside_its_limits_is_refused():
    with pytest.raises(ValueError, match="outside its limits"):
        rank_ranges([5], [6], [7], "higher")
    with pytest.raises(ValueError, match="give one of each"):
        rank_ranges([5], [4, 4], [7], "higher")


@given(
    st.lists(st.tuples(st.integers(0, 50), st.integers(1, 20), st.integers(1, 20)), min_size=1, max_size=20)
)
def test_every_rank_lies_within_its_range(places):
    value, below, above = np.array(places, dtype=float).T
    got = rank_ranges(value, value - below, value + above, "higher")
    assert all(b <= r <= w for b, r, w in zip(got.best, got.rank, got.worst, strict=True))


def test_many_places_are_ranked_in_blocks_as_few_are(monkeypatch):
    draw = np.random.default_rng(1)
    y, below, above = draw.normal(size=40), draw.uniform(0, 1, 40), draw.uniform(0, 1, 40)
    whole = rank_ranges(y, y - below, y + above, "higher")
    monkeypatch.setattr("dashboard.methods.ranks._BLOCK", 7)
    assert rank_ranges(y, y - below, y + above, "higher") == whole


def test_limits_that_are_uneven_count_on_the_side_that_faces_the_other_place():
    """The first reaches far up and the second far down, away from each other or towards each other."""
    apart = rank_ranges([20, 10], [19, 1], [40, 11], "higher")
    assert (apart.best, apart.worst) == ((1, 2), (1, 2))
    towards = rank_ranges([20, 10], [5, 9], [21, 15], "higher")
    assert (towards.best, towards.worst) == ((1, 1), (2, 2))
    turned = rank_ranges([20, 10], [19, 1], [40, 11], "lower")
    assert (turned.best, turned.worst) == ((2, 1), (2, 1))


def test_a_difference_of_exactly_the_margins_is_not_clear():
    """10 +- 3 and 5 +- 4 differ by 5, which is the root of 9 + 16; 10.1 is clear of it."""
    touching = rank_ranges([10, 5], [7, 1], [13, 9], "higher")
    assert (touching.best, touching.worst) == ((1, 1), (2, 2))
    clear = rank_ranges([10.1, 5], [7.1, 1], [13.1, 9], "higher")
    assert (clear.best, clear.worst) == ((1, 2), (1, 2))


def test_a_value_on_its_limit_is_inside_and_nobody_is_ranked_among_none():
    assert rank_ranges([5, 6], [5, 5], [9, 6], "higher").rank == (2, 1)
    with pytest.raises(ValueError, match="outside its limits"):
        rank_ranges([8], [6], [7], "higher")
    nobody = rank_ranges([NAN, NAN], [1, NAN], [2, NAN], "higher")
    assert (nobody.rank, nobody.best, nobody.worst, nobody.ranked) == (
        (None,) * 2,
        (None,) * 2,
        (None,) * 2,
        0,
    )


def test_one_missing_limit_makes_a_figure_stand_anywhere_and_a_missing_value_is_not_ranked():
    for lower, upper in (([88, NAN, 8], [92, 52, 12]), ([88, 48, 8], [92, NAN, 12])):
        got = rank_ranges([90, 50, 10], lower, upper, "higher")
        assert (got.rank, got.best, got.worst) == ((1, 2, 3), (1, 1, 2), (2, 3, 3))
    got = rank_ranges([NAN, 50, 10], [0, 48, 8], [1, 52, 12], "higher")
    assert (got.rank, got.best, got.worst, got.ranked) == ((None, 1, 2), (None, 1, 2), (None, 1, 2), 2)


def test_without_polarity_the_highest_is_first_and_limits_turn_with_their_figures():
    assert rank_ranges([1, 3, 2], [0, 2, 1], [2, 4, 3], "neither").rank == (3, 1, 2)
    with pytest.raises(ValueError, match="better is 'up'"):
        rank_ranges([1], [0], [2], "up")
    with pytest.raises(ValueError, match="1 values have 1 lower and 2 upper limits"):
        rank_ranges([5], [4], [7, 7], "higher")
