"""Rules at their bounds, each by a figure worked out by hand: one place, one period, nothing at all."""

import numpy as np
import pytest
from scipy.sparse import csr_array

from dashboard.methods.change.non_overlapping import compare_non_overlapping
from dashboard.methods.disclosure.ranges import _apart
from dashboard.methods.evaluation.weights import usual_move
from dashboard.methods.intervals import limits_with_noise
from dashboard.methods.maps.classify import classes_for
from dashboard.methods.projection.damped_trend import _first_slopes
from dashboard.methods.quality import validity
from dashboard.methods.size_of_gap import Size


def test_noise_widens_each_side_by_its_own_reach():
    lower, upper = limits_with_noise(10.0, 7.0, 14.0, 0.0)
    assert (float(lower), float(upper)) == pytest.approx((7.0, 14.0))
    lower, upper = limits_with_noise(10.0, 7.0, 14.0, 3 / 1.959964)
    assert (float(lower), float(upper)) == pytest.approx((10 - np.hypot(3, 3), 10 + np.hypot(4, 3)))


def test_a_size_without_both_ends_has_no_limits():
    assert Size(5.0, None, 9.0, 1.0).limits is None
    assert Size(5.0, 1.0, None, 1.0).limits is None
    assert Size(5.0, 1.0, 9.0, 1.0).limits == (1.0, 9.0)


def test_an_area_with_one_figure_has_no_slope():
    panel = np.array([[np.nan, 4.0, np.nan], [1.0, np.nan, 5.0], [np.nan] * 3])
    assert _first_slopes(panel).tolist() == [0.0, 2.0, 0.0]


def test_with_one_period_nothing_has_moved():
    assert usual_move(np.array([[1.0, 5.0], [2.0, 9.0]]), 1).tolist() == [0.0, 0.0]
    assert usual_move(np.array([[1.0, 5.0], [2.0, 9.0]]), 2).tolist() == [4.0, 7.0]


def test_validity_counts_answers_and_names_the_rule_that_fails_most():
    found = validity({"range": [True, False, None], "sum": [False, False, True]})
    assert (found.share, found.checked) == (pytest.approx(1 - 3 / 5), 5)
    assert found.reason == "most often broken: sum (2 times)"
    assert validity({"range": [True]}).reason == "every rule holds"
    none = validity({"range": [None]})
    assert (none.share, none.checked, none.reason) == (None, 0, "not assessed: no rule could be checked")


def test_a_figure_of_one_year_is_held_to_the_year_before():
    found = compare_non_overlapping([10.0, 20.0], [9.0, 19.0], [11.0, 21.0], 1, better="higher")
    assert found is not None
    assert (found.before, found.first) == (0, 0)
    assert compare_non_overlapping([10.0, 20.0], [9.0, 19.0], [11.0, 21.0], 2, better="higher") is None
    with pytest.raises(ValueError, match="has no length"):
        compare_non_overlapping([10.0, 20.0], [9.0, 19.0], [11.0, 21.0], 0, better="higher")


def test_fewer_than_ten_places_have_half_as_many_classes_rounded_up():
    found = [classes_for(places) for places in range(1, 13)]
    assert found == [2, 2, 2, 2, 3, 3, 4, 4, 5, 5, 5, 5]


def test_of_cells_that_share_a_sum_one_is_taken():
    two_sums = csr_array(np.array([[1, 1, 0, 0], [0, 1, 1, 0]]))
    assert _apart(two_sums, np.array([0, 1, 2, 3])).tolist() == [0, 2, 3]
    assert _apart(two_sums, np.array([1, 0, 2])).tolist() == [1]
