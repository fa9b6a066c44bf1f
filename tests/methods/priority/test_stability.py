import numpy as np
import pytest

from dashboard.methods.priority.index import Component, priority_index
from dashboard.methods.priority.stability import (
    leave_one_out,
    other_choices,
    people_in_worst_tenth,
    stability,
)

RNG = np.random.default_rng(4)
FIRST = Component("first", np.r_[RNG.normal(size=99), 9], "higher", weight=2)
SECOND = Component("second", np.r_[RNG.normal(size=99), 9], "higher")


def test_an_area_worst_on_everything_is_worst_under_every_weighting():
    got = stability(priority_index([FIRST, SECOND]))
    assert got.draws == 200
    assert got.times_worst[99] == 200
    assert (got.best[99], got.worst[99]) == (1, 1)


def test_an_area_on_the_edge_is_worst_under_some():
    got = stability(priority_index([FIRST, SECOND]))
    assert ((got.times_worst > 0) & (got.times_worst < 200)).any()
    assert got.times_worst.sum() == 200 * 10


def test_the_same_index_gives_the_same_counts():
    index = priority_index([FIRST, SECOND])
    assert stability(index).times_worst.tolist() == stability(index).times_worst.tolist()


def test_without_swing_nothing_changes():
    index = priority_index([FIRST, SECOND])
    got = stability(index, swing=0.0)
    assert got.times_worst.tolist() == (200 * index.worst).tolist()
    np.testing.assert_array_equal(got.best, index.rank)


def test_leaving_out_one_of_two_leaves_the_other():
    index = priority_index([FIRST, SECOND])
    effects = leave_one_out([FIRST, SECOND], index)
    assert [effect.choice for effect in effects] == ["without first", "without second"]
    alone = priority_index([SECOND])
    assert effects[0].stay == (index.worst & alone.worst).sum()
    assert effects[0].places == 10


def test_a_choice_that_changes_nothing_agrees_fully():
    twice = [FIRST, Component("again", FIRST.values, "higher")]
    without = leave_one_out(twice, priority_index(twice))
    assert [(e.agreement, e.stay) for e in without] == [(pytest.approx(1), 10)] * 2


def test_other_choices_are_tried_where_they_apply():
    z = priority_index([FIRST, SECOND], normalisation="z")
    assert [e.choice for e in other_choices([FIRST, SECOND], z)] == [
        "equal weights",
        "normalised by min-max",
        "normalised by rank",
        "normalised by exponential",
    ]
    geometric = priority_index([FIRST, SECOND], mean="geometric")
    names = [e.choice for e in other_choices([FIRST, SECOND], geometric)]
    assert "arithmetic mean" in names
    assert "normalised by z" not in names


def test_population_covered_counts_the_worst_tenth():
    index = priority_index([FIRST, SECOND])
    assert people_in_worst_tenth(index, np.full(100, 1500.0)) == 15000
    assert people_in_worst_tenth(index, np.where(np.arange(100) == 99, np.nan, 1500.0)) == 13500


def test_tests_without_sense_are_refused():
    index = priority_index([FIRST])
    with pytest.raises(ValueError, match="make no test"):
        stability(index, draws=0)
    with pytest.raises(ValueError, match="cannot leave one out"):
        leave_one_out([FIRST], index)
