"""Placebos, their areas and how far each moved, on tables of a few places that a person can check."""

import numpy as np
import pytest

from dashboard.methods.evaluation.minimum_detectable_effect import minimum_detectable_effect
from dashboard.methods.evaluation.placebos import Placebos, placebos
from dashboard.methods.evaluation.synthetic_control import compared_with_placebos, synthetic_control
from dashboard.methods.evaluation.weights import effect_without, mix, rmspe, spread, usual_move

NAN = float("nan")
# Three places that move to and fro by 1, 2 and 4 for four periods; the last period is the pilot's.
POOL = np.array([[0.0, 1, 0, 1, 0], [0, 2, 0, 2, 8], [0, 4, 0, 4, 4]])


def test_a_mix_gives_every_place_a_share_and_the_shares_are_one():
    assert mix(np.array([0.0, 3, 0, 3]), POOL[[1, 2], :4], 4) == pytest.approx([0.5, 0.5])
    assert mix(np.array([0.0, 9, 0, 9]), POOL[[1, 2], :4], 4) == pytest.approx([0, 1])  # no share below none
    assert mix(np.array([7.0, 7.0]), np.full((2, 2), 7.0), 2).sum() == pytest.approx(1)  # nothing apart
    assert mix(np.array([0.0, 3, 99]), POOL[[1, 2], :3], 2) == pytest.approx(
        [0.5, 0.5]
    )  # later ones are not seen


def test_the_effect_without_a_place_is_the_mean_gap_to_the_others_from_the_start_on():
    y = np.array([0.0, 2, 0, 2, 9])
    assert effect_without(y, POOL, 0, 4) == pytest.approx(1)  # the second follows whole, and stands at 8
    assert effect_without(y, POOL, 1, 4) == pytest.approx(9 - (0 * 2 / 3 + 4 / 3))


def test_an_error_is_the_root_of_the_mean_square_and_a_spread_that_around_each_period_s_mean():
    assert rmspe(np.array([3.0, -4.0])) == pytest.approx(12.5**0.5)
    # Means of 0 and 2: squares of 0, 0, 0 and then 4, 0, 4 (0, 2 and 4 apart from 2).
    assert spread(np.array([0.0, 0, 9]), np.array([[0.0, 2, 0], [0, 4, 0]]), 2) == pytest.approx(
        (8 / 6) ** 0.5
    )


def test_usual_moves_are_those_before_the_start():
    assert usual_move(POOL, 4).tolist() == [1, 2, 4]
    assert usual_move(np.array([[1.0, 2, 4, 99]]), 3).tolist() == [1.5]


def test_each_place_is_held_to_a_mix_of_the_others_and_moves_in_its_own_usual_moves():
    """The place moves by 2 and ends 6 above its mix. Usual moves of 2, 1, 2 and 4: the middle one is 2, and
    each is taken halfway to it: 2, 1.5, 2 and 3. Without itself the second follows 2/3 and 1/3 of the
    others: 8 - 4/3; the first cannot follow: 2 is the least; nor can the last: 2 is the most."""
    y, gaps = np.array([0.0, 2, 0, 2, 6]), np.array([0.0, 0, 0, 0, 6])
    found = placebos(y, gaps, POOL, [(0,), (1,), (2,)], np.arange(3), 4, 0.25)
    assert found.gaps[0] == pytest.approx([0, -1, 0, -1, -8])
    assert found.gaps[1] == pytest.approx([0, 0, 0, 0, 8 - 4 / 3])
    assert found.gaps[2] == pytest.approx([0, 2, 0, 2, -4])
    assert found.fitted.tolist() == [False, True, False]
    assert found.moved == pytest.approx([8 / 1.5, (8 - 4 / 3) / 2, 4 / 3])
    assert (found.own, found.scale) == pytest.approx((3, 2))
    assert found.as_far == 1  # 3.33 of the second; the first is not fitted


def test_as_far_counts_those_fitted_that_moved_as_far_or_further():
    moved, fitted = np.array([1.0, 2.0, 3.0, 9.0]), np.array([True, True, True, False])
    assert Placebos(np.zeros((4, 1)), fitted, moved, 2.0, 1.0).as_far == 2


def test_several_places_are_one_line_and_their_area_is_left_out_of_its_mix():
    y, gaps = np.array([0.0, 2, 0, 2, 6]), np.zeros(5)
    pair = placebos(y, gaps, POOL, [(0, 2)], np.arange(3), 4, 0.25)
    assert pair.gaps[0] == pytest.approx([0, 0.5, 0, 0.5, -6])  # a mean of 2.5 and 2, held to the second
    kin = placebos(y, gaps, POOL, [(0,)], np.array([0, 0, 1]), 4, 0.25)
    assert kin.gaps[0] == pytest.approx([0, -3, 0, -3, -4])  # held to the last alone
    alone = placebos(y, gaps, POOL, [(0,)], np.zeros(3), 4, 0.25)
    assert alone.gaps[0].tolist() == [0] * 5


def test_a_place_that_never_moved_went_endlessly_far_or_nowhere():
    flat = np.full((3, 4), 5.0)
    gone = placebos(flat[0], np.array([0.0, 0, 0, 1]), flat, [(0,)], np.arange(3), 3, 0.25)
    assert (gone.own, gone.scale, gone.moved.tolist()) == (np.inf, 0, [0])
    assert placebos(flat[0], np.zeros(4), flat, [(0,)], np.arange(3), 3, 0.25).own == 0


def followed(count=25, periods=12):
    """Places that share one movement in different measure: each is a mix of others but the first and last."""
    common = np.array([0.0, 1, -1, 2, 0, 1, -2, 1, 0, 2, -1, 1])[:periods]
    noise = np.random.default_rng(5).normal(scale=0.05, size=(count, periods))
    return 50 + np.linspace(1, 3, count)[:, None] * common + noise


def test_the_smallest_effect_is_the_least_that_would_be_a_verdict():
    table = followed()
    outcome = table[10:13].mean(axis=0)
    least = minimum_detectable_effect(outcome, table, 8)
    for times, verdict in ((0.9, "cannot tell"), (1.1, "higher")):
        piloted = outcome.copy()
        gap = float(synthetic_control(outcome, table, 8).effect)
        piloted[8:] += times * least - gap
        assert synthetic_control(piloted, table, 8).verdict == verdict


def test_a_place_is_not_compared_with_its_own_kin_when_the_smallest_effect_is_sought():
    table = followed()
    outcome = table[10:13].mean(axis=0)
    assert minimum_detectable_effect(outcome, table, 8) is not None
    fives = [str(at // 5) for at in range(25)]  # without their own five too few follow a mix of the others
    assert minimum_detectable_effect(outcome, table, 8, kin=fives) is None


def test_no_effect_is_large_enough_where_too_few_places_can_be_compared_with():
    table = followed()
    found = compared_with_placebos(table[12], table, 8)
    assert int(found.fitted.sum()) >= 19
    assert minimum_detectable_effect(table[12], table[:18], 8) is None
    nineteen = [(int(at),) for at in np.flatnonzero(found.fitted)[:19]]
    assert minimum_detectable_effect(table[12], table, 8, sets=nineteen) is not None
    assert minimum_detectable_effect(table[12], table, 8, sets=nineteen[1:]) is None


def test_placebos_are_those_that_the_place_is_ranked_among():
    table = followed()
    table[3, 2] = NAN
    kin = [str(at // 2) for at in range(25)]
    for given in ({}, {"kin": kin}, {"sets": [(at, at + 1) for at in range(0, 24, 2)], "kin": kin}):
        impact = synthetic_control(table[10] + 1, table, 8, **given)
        found = compared_with_placebos(table[10] + 1, table, 8, **given)
        assert found.gaps.tolist() == [[*gaps] for gaps in impact.placebo_gaps]
        assert (found.as_far + 1, tuple(found.fitted)) == (impact.rank, impact.fitted)
