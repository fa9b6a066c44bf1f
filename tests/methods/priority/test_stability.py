import numpy as np
import pytest

from dashboard.methods.priority.index import Component, priority_index
from dashboard.methods.priority.normalise import METHODS
from dashboard.methods.priority.stability import (
    leave_one_out,
    other_choices,
    people_in_worst_decile,
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
    assert [e.choice for e in other_choices([FIRST, SECOND], geometric)] == [
        "equal weights",
        "normalised by min-max",
        "normalised by exponential",
        "arithmetic mean",
    ]


def test_population_covered_counts_the_worst_decile():
    index = priority_index([FIRST, SECOND])
    assert people_in_worst_decile(index, np.full(100, 1500.0)) == 15000
    assert people_in_worst_decile(index, np.where(np.arange(100) == 99, np.nan, 1500.0)) == 13500


def test_tests_without_sense_are_refused():
    index = priority_index([FIRST])
    with pytest.raises(ValueError, match="make no test"):
        stability(index, draws=0)
    with pytest.raises(ValueError, match="cannot leave one out"):
        leave_one_out([FIRST], index)


def test_one_draw_is_a_test_and_a_swing_of_all_is_none():
    index = priority_index([FIRST, SECOND])
    assert stability(index, draws=1).times_worst.max() == 1
    for draws, swing in ((1, -0.1), (1, 1.0), (0, 0.2)):
        with pytest.raises(ValueError, match="make no test"):
            stability(index, draws=draws, swing=swing)


def test_nine_in_ten_weightings_rank_an_area_between_its_best_and_worst():
    """Two areas, each first in one of two: with even weights either may lead, and of 1,000 draws half do."""
    first = Component("first", [2.0, 1.0], "higher")
    got = stability(priority_index([first, Component("second", [1.0, 2.0], "higher")]), draws=1000)
    assert (got.best.tolist(), got.worst.tolist()) == ([1, 1], [2, 2])
    heavy = Component("first", [2.0, 1.0], "higher", weight=2.0)  # from 1.5 to 2.5 against 0.75 to 1.25
    got = stability(priority_index([heavy, Component("second", [1.0, 2.0], "higher")]), draws=1000)
    assert (got.best.tolist(), got.worst.tolist()) == ([1, 2], [1, 2])


@pytest.mark.parametrize(("lighter", "passed"), [(0.7, True), (0.59, False)])
def test_each_weight_swings_by_a_quarter_and_no_more(lighter, passed):
    """Of ten areas one has most of the first, one of the second: 1.25 x 0.7 is more than 0.75 x 1."""
    first = Component("first", [1.0, *[0.0] * 9], "higher")
    second = Component("second", [0.0, 1.0, *[0.0] * 8], "higher", weight=lighter)
    got = stability(priority_index([first, second], normalisation="min-max"), draws=500)
    assert bool(got.times_worst[1]) is passed
    assert got.times_worst[:2].sum() == 500


def test_what_another_choice_does_by_hand():
    """Scores of 3, 2, 1 against 2, 3, 1: ranks that agree by a half (1 - 6 x 2 / 24)."""
    first = Component("first", [3.0, 2.0, 1.0], "higher", weight=3)
    second = Component("second", [2.0, 3.0, 1.0], "higher")
    index = priority_index([first, second])
    without = leave_one_out([first, second], index)
    assert [effect.agreement for effect in without] == pytest.approx([0.5, 1])
    assert [(effect.stay, effect.places) for effect in without] == [(0, 0)] * 2  # a tenth of three is none
    equal = other_choices([first, second], index)[0]
    assert (equal.choice, equal.agreement) == ("equal weights", pytest.approx(3**0.5 / 2))  # 1.5, 1.5, 3


def test_areas_that_share_every_rank_agree_where_the_other_choice_shares_them_too():
    same, apart = Component("same", [1.0, 1.0], "higher"), Component("apart", [1.0, 2.0], "higher")
    both = priority_index([same, Component("again", [2.0, 2.0], "higher")])
    assert leave_one_out([same, Component("again", [2.0, 2.0], "higher")], both)[0].agreement == 1
    mixed = priority_index([same, apart])
    assert [effect.agreement for effect in leave_one_out([same, apart], mixed)] == pytest.approx([1, 0])
    missing = priority_index([Component("none", [np.nan, np.nan], "higher"), apart])
    assert leave_one_out([same, apart], missing)[0].agreement == 1  # nobody is ranked by both


def test_each_other_choice_is_the_index_that_it_says():
    components = [FIRST, SECOND]
    index = priority_index(components)
    for effect in other_choices(components, index):
        name = effect.choice.removeprefix("normalised by ")
        if name in METHODS:
            other = priority_index(components, normalisation=name)
        elif name == "geometric mean":
            other = priority_index(components, mean="geometric")
        else:
            other = priority_index([Component(c.name, c.values, c.worse) for c in components])
        assert effect.stay == (index.worst & other.worst).sum(), effect.choice
        assert effect.agreement == pytest.approx(np.corrcoef(index.rank, other.rank)[0, 1]), effect.choice
