import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.methods.multiple_comparisons import discoveries, threshold


def test_the_step_up_rule_by_hand():
    # In order 0.001, 0.02, 0.03, 0.2 against 0.0125, 0.025, 0.0375, 0.05: the first three hold.
    assert discoveries([0.02, 0.03, 0.001, 0.2]).tolist() == [True, True, True, False]
    assert threshold([0.02, 0.03, 0.001, 0.2]) == 0.03


def test_one_in_twenty_of_comparisons_in_which_nothing_differs_is_no_finding():
    assert not discoveries(np.arange(1, 41) / 40 - 0.005).any()  # evenly spread, as where nothing differs
    assert threshold([0.5, 0.9]) == -1


def test_what_is_not_known_is_neither_found_nor_counted():
    assert discoveries([0.04, np.nan]).tolist() == [True, False]


def test_a_chance_outside_0_to_1_is_refused():
    with pytest.raises(ValueError, match="outside 0 to 1"):
        discoveries([1.2])


@given(st.lists(st.floats(0, 1), min_size=1, max_size=40))
def test_it_agrees_with_scipy(p):
    from scipy.stats import false_discovery_control

    adjusted = false_discovery_control(p)
    certain = np.abs(adjusted - 0.05) > 1e-9  # not on the edge, where arithmetic decides
    assert (discoveries(p)[certain] == (adjusted <= 0.05)[certain]).all()


def test_the_bound_itself_is_found_and_a_later_one_carries_those_before_it():
    assert threshold([0.05]) == 0.05
    assert threshold([0.0251, 0.9]) == -1
    assert threshold([0.03, 0.05]) == 0.05  # 0.03 is above 0.025, and is carried by 0.05, its bound
    assert discoveries([0.03, 0.05]).tolist() == [True, True]
    assert threshold([0.2, 0.2], rate=0.2) == 0.2


def test_of_none_known_none_is_found_and_0_and_1_are_chances():
    assert threshold([]) == threshold([np.nan]) == -1
    assert discoveries([np.nan, 0.0, 1.0]).tolist() == [False, True, False]
    with pytest.raises(ValueError, match="outside 0 to 1"):
        threshold([-0.01])
