import pytest

from dashboard.methods.counts import Counts, clustering, estimate_overdispersion, two_counts, widened


def test_casualties_of_two_half_years_differ_by_no_more_than_chance():
    """Greater Manchester: 1,620 from January to June 2024, provisional, 1,546 a year before."""
    found = two_counts(1620, 1546, clustering=1.8)
    assert (found.difference, found.direction) == (74, 0)
    assert found.upper - found.difference == pytest.approx(1.959964 * (1.8 * 3166) ** 0.5)


def test_clusters_make_chance_wider_and_a_large_difference_stays_one():
    assert two_counts(1700, 1546).direction == 1
    assert two_counts(1700, 1546, clustering=2.0).direction == 0
    assert two_counts(1200, 1546, clustering=1.8).direction == -1


def test_clustering_is_the_sum_of_squares_over_the_sum():
    assert clustering([1, 1, 1]) == 1
    assert clustering([1, 1, 2, 4]) == 22 / 8
    assert clustering([]) == clustering([0]) == 1


def test_what_cannot_be_is_refused():
    with pytest.raises(ValueError, match="below zero"):
        two_counts(-1, 3)
    with pytest.raises(ValueError, match="below 1"):
        two_counts(1, 3, clustering=0.5)


def test_margins_that_explain_the_moves_are_not_overdispersed():
    """The median square of a standard normal is 0.455: moves of 0.6745 errors are as chance has them."""
    assert estimate_overdispersion([0.6745, -0.6745] * 10, [1.0] * 20) == pytest.approx(1, abs=1e-3)
    assert estimate_overdispersion([0.1] * 20, [1.0] * 20) == 1


def test_moves_three_times_as_large_vary_nine_times_as_much():
    moves = [3 * 0.6745, -3 * 0.6745] * 10
    assert estimate_overdispersion(moves, [1.0] * 20) == pytest.approx(9, abs=0.01)
    assert estimate_overdispersion([*moves, 1e6], [1.0] * 21) == pytest.approx(
        9, abs=0.01
    )  # one place that really changed


def test_too_few_moves_and_missing_ones_make_no_overdispersion():
    assert estimate_overdispersion([9.0] * 19, [1.0] * 19) == 1
    assert estimate_overdispersion([9.0] * 19 + [float("nan")], [1.0] * 20) == 1
    assert estimate_overdispersion([9.0] * 25, [0.0] * 25) == 1


def test_two_counts_by_hand():
    """64 and 36: 28 apart, with 1.96 roots of 100; four times as clustered, of 400."""
    assert two_counts(64, 36) == Counts(
        28, pytest.approx(28 - 19.6, abs=1e-3), pytest.approx(47.6, abs=1e-3), 1
    )
    clustered = two_counts(36, 64, clustering=4)
    assert (clustered.difference, clustered.direction) == (-28, 0)
    assert (clustered.lower, clustered.upper) == pytest.approx((-28 - 39.2, -28 + 39.2), abs=2e-3)
    assert two_counts(0, 0) == Counts(0, 0, 0, 0)
    assert two_counts(0, 10).direction == -1
    with pytest.raises(ValueError, match="below zero"):
        two_counts(3, -1)


def test_a_limit_is_drawn_as_far_as_the_root_of_the_overdispersion_asks_for():
    assert (widened(10.0, 7.0, 4.0), widened(10.0, 12.0, 4.0)) == (4, 14)
    assert widened(10.0, 7.0, 1.0) == 7


def test_collisions_without_casualties_are_not_counted_and_twenty_moves_are_enough():
    assert clustering([0, 2, 2]) == 2
    assert clustering([3]) == 3
    assert clustering([1, 0]) == 1
    assert estimate_overdispersion([2.0] * 20, [1.0] * 20) == pytest.approx(4 / 0.4549364, rel=1e-6)
    assert estimate_overdispersion([2.0] * 20, [2.0] * 20) == pytest.approx(1 / 0.4549364, rel=1e-6)
    assert estimate_overdispersion([2.0] * 20 + [float("nan")], [1.0] * 20 + [0.0]) > 8
