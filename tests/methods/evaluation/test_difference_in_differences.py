import numpy as np
import pytest

from dashboard.methods.evaluation.difference_in_differences import difference_in_differences, event_study
from tests.methods.references import reference_json, reference_table

NAN = float("nan")


def test_two_groups_by_hand():
    # Treated change by 3 and 5, the others by 1 and 1: 4 - 1, with an error of the root of 2 / 2.
    got = difference_in_differences([0, 0], [3, 5], [0, 0], [1, 1], better="higher")
    assert (got.estimate, got.error) == pytest.approx((3, 1))
    assert (got.verdict, got.treated, got.others) == ("cannot tell", 2, 2)


@pytest.mark.parametrize(
    ("case", "closed_as_zero"),
    [("balanced", False), ("temporarily_closed_set_to_zero(STATUS2 in 2,4,5)", True)],
)
def test_card_and_krueger_are_recomputed(case, closed_as_zero):
    expected = reference_json("impact/expected.json")["card_krueger_1994"]["table3"][case]
    stores = reference_table("impact/card_krueger_1994.csv")
    before = stores.EMPFT + 0.5 * stores.EMPPT + stores.NMGRS
    after = stores.EMPFT2 + 0.5 * stores.EMPPT2 + stores.NMGRS2
    if closed_as_zero:
        after = after.mask(stores.STATUS2.isin([2, 4, 5]), 0.0)
    jersey = stores.STATE == 1
    got = difference_in_differences(before[jersey], after[jersey], before[~jersey], after[~jersey])
    assert got.estimate == pytest.approx(expected["did_recomputed"], abs=1e-9)
    assert got.error == pytest.approx(expected["se_recomputed"], abs=1e-9)
    assert [got.others, got.treated] == expected["n"]


def test_polarity_names_a_clear_difference():
    before, after = np.zeros(20), np.arange(20) % 2 / 10
    got = difference_in_differences(before, after + 5, before, after, better="lower")
    assert got.verdict == "worse"
    assert got.lower < 5 < got.upper
    assert difference_in_differences(before, after + 5, before, after).verdict == "higher"


def test_units_seen_once_are_left_out_and_counted():
    got = difference_in_differences([0, 0, NAN], [1, 1, 9], [0, 0], [0, 0])
    assert (got.estimate, got.treated, got.left_out) == (1, 2, 1)


def test_a_group_of_one_has_no_error_and_no_verdict():
    got = difference_in_differences([0], [9], [0, 0], [1, 2], better="higher")
    assert (got.error, got.verdict, got.reason) == (
        None,
        "cannot tell",
        "a group of one unit has no measurable error",
    )


def test_groups_without_a_complete_unit_are_refused():
    with pytest.raises(ValueError, match="no unit of the other group"):
        difference_in_differences([0], [1], [NAN], [1])
    with pytest.raises(ValueError, match="one row each"):
        difference_in_differences([0, 1], [1], [0], [1])


def panels(before_gap=0.0, effect=4.0, units=30, periods=8, start=5):
    rng = np.random.default_rng(2)
    treated, others = rng.normal(scale=0.3, size=(2, units, periods))
    treated += before_gap * np.arange(periods)
    treated[:, start:] += effect
    return treated, others, start


def test_an_event_study_shows_the_jump_after_a_flat_past():
    got = event_study(*panels(), better="higher")
    assert got.alike is True
    assert got.gap[4] == 0
    assert np.allclose(got.gap[5:], 4, atol=0.5)
    assert got.overall.verdict == "better"
    assert all(low <= gap <= high for low, gap, high in zip(got.lower, got.gap, got.upper, strict=True))


def test_groups_that_drifted_apart_before_the_start_cannot_tell():
    got = event_study(*panels(before_gap=1.0), better="higher")
    assert got.alike is False
    assert got.overall.verdict == "cannot tell"
    assert got.overall.reason == "the groups did not move alike before the start"


def test_two_periods_before_the_start_are_too_few_to_see():
    got = event_study(*panels(start=2, periods=5), better="higher")
    assert got.alike is None
    assert (
        got.overall.reason
        == "there are too few periods before the start to see whether the groups moved alike"
    )


def test_gaps_single_units_and_missing_starts_are_refused():
    treated, others, _ = panels()
    with pytest.raises(ValueError, match="no period before or after"):
        event_study(treated, others, 0)
    with pytest.raises(ValueError, match="at least two units"):
        event_study(treated[:1], others, 3)
    treated[0, 0] = NAN
    with pytest.raises(ValueError, match="without a figure"):
        event_study(treated, others, 3)


def test_three_periods_before_the_start_are_enough_to_see():
    assert event_study(*panels(start=3, periods=6)).alike is True
    assert event_study(*panels(start=3, periods=6, before_gap=1.0)).alike is False


def test_an_event_study_by_hand():
    """Against the second period the treated stand at 0, 0 and 3 or 5, the others at 0, 0 and 1 or 1."""
    treated, others = np.array([[7, 7, 10], [2, 2, 7]]), np.array([[4, 4, 5], [9, 9, 10]])
    got = event_study(treated, others, 2)
    assert got.gap == pytest.approx((0, 0, 3))
    # The changes of 3 and 5 vary by 2 and those of 1 and 1 by 0: an error of 1, with one degree of freedom.
    assert (got.lower[2], got.upper[2]) == pytest.approx((3 - 12.7062, 3 + 12.7062), abs=1e-4)
    assert (got.overall.estimate, got.overall.error) == pytest.approx((3, 1))
    assert (got.lower[0], got.upper[0]) == (0, 0)


@pytest.mark.parametrize(("apart", "alike"), [(0, True), (0.5, False), (1, False)])
def test_units_without_any_error_moved_alike_only_where_nothing_lay_between_them(apart, alike):
    """Both of a group move as one, so that even half of one is more than their error, which is nothing."""
    got = event_study([[apart, 0, 0, 1]] * 2, [[0, 0, 0, 0]] * 2, 3)
    assert (got.gap[0], got.alike) == (apart, alike)


def test_before_and_after_are_the_means_of_their_periods():
    treated, others = np.array([[0, 2, 8, 10], [0, 2, 8, 10]]), np.array([[1, 1, 2, 2], [1, 1, 4, 4]])
    got = event_study(treated, others, 2)
    assert got.overall.estimate == pytest.approx((9 - 1) - (3 - 1))
    assert (got.overall.treated, got.overall.others, got.overall.left_out) == (2, 2, 0)


def test_an_error_of_groups_of_different_size_is_that_of_welch():
    """Changes of 1, 2, 3 vary by 1, a third each; 10 and 14 vary by 8, half each: 4 1/3 in all, with
    (13/3) ^ 2 / (1/9 / 2 + 16 / 1) = 1.1696 degrees of freedom."""
    from scipy import stats

    got = difference_in_differences([0] * 3, [1, 2, 3], [0, 0], [10, 14], better="higher")
    assert (got.estimate, got.error) == pytest.approx((-10, (13 / 3) ** 0.5))
    half = stats.t.ppf(0.975, (13 / 3) ** 2 / (1 / 18 + 16)) * (13 / 3) ** 0.5
    assert (got.lower, got.upper) == pytest.approx((-10 - half, -10 + half))
    assert got.reason == "the changes differ by no more than their margin of error"


def test_a_fall_beyond_chance_has_its_word_and_units_that_all_changed_alike_no_error():
    before, after = np.zeros(20), np.arange(20) % 2 / 10
    fall = difference_in_differences(before, after - 5, before, after, better="higher")
    assert (fall.verdict, fall.reason) == ("worse", "the changes differ by more than their margin of error")
    alike = difference_in_differences([0, 0], [3, 3], [0, 0], [1, 1], better="higher")
    assert (alike.error, alike.lower, alike.upper, alike.verdict) == (0, 2, 2, "better")
    assert difference_in_differences([0, 0], [1, 1], [0, 0], [1, 1]).verdict == "cannot tell"


def test_units_seen_once_are_counted_in_both_groups():
    got = difference_in_differences([0, 0, NAN], [1, 3, 9], [0, NAN, 1, 2], [0, 0, NAN, 2])
    assert (got.treated, got.others, got.left_out, got.estimate) == (2, 2, 3, 2)
    one = difference_in_differences([0, NAN], [1, 9], [0, 0], [0, 0])
    assert (one.treated, one.others, one.left_out, one.lower) == (1, 2, 1, None)


def test_the_start_has_a_period_on_either_side():
    treated, others, _ = panels()
    assert event_study(treated, others, 1).alike is None
    assert len(event_study(treated, others, 7).gap) == 8
    with pytest.raises(ValueError, match="leaves no period before or after it; there are 8"):
        event_study(treated, others, 8)
    others[3, 2] = NAN
    with pytest.raises(ValueError, match="without a figure"):
        event_study(treated, others, 3)
    with pytest.raises(ValueError, match="at least two units"):
        event_study(treated, others[:1], 3)
    assert event_study(treated[:2], treated[2:4], 3).overall.treated == 2
