import time

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.methods.evaluation.synthetic_control import may_move_as_far, synthetic_control
from tests.methods.references import reference_json, reference_table

NAN = float("nan")


def places(count=30, periods=24, seed=0):
    """Places that share two common movements in different measure, with a little noise of their own."""
    rng = np.random.default_rng(seed)
    common = rng.normal(size=(2, periods)).cumsum(axis=1)
    return rng.uniform(0, 1, (count, 2)) @ common * 3 + 50 + rng.normal(scale=0.1, size=(count, periods))


def piloted(effect, **kwargs):
    table = places(**kwargs)
    outcome = table[3:6].mean(axis=0) + np.random.default_rng(9).normal(scale=0.1, size=table.shape[1])
    outcome[16:] += effect
    return outcome, table


FEW_FITTED = (
    "a mix of other places followed only 17 of 20 untouched places closely enough before the start; "
    "19 are needed"
)


def test_the_place_itself_among_the_donors_gets_all_the_weight():
    table = places()
    got = synthetic_control(table[4], table, 16)
    assert got.weights[4] == pytest.approx(1, abs=1e-6)
    assert got.effect == pytest.approx(0, abs=1e-6)


def test_a_half_and_half_mix_is_found():
    donors = np.array([[0.0, 1, 0, 1, 5], [2, 0, 2, 0, 7]])
    got = synthetic_control([1.0, 0.5, 1, 0.5, 9], donors, 4)
    assert got.weights == pytest.approx((0.5, 0.5))
    assert got.gaps == pytest.approx((0, 0, 0, 0, 3), abs=1e-6)


def test_the_basque_country_gets_its_published_weights():
    expected = reference_json("impact/expected.json")["basque"]["outcome_only_scm_nnls"]
    table = reference_table("impact/basque.csv").pivot(index="regionname", columns="year", values="gdpcap")
    basque = table.loc["Basque Country (Pais Vasco)"]
    donors = table.drop(index=["Basque Country (Pais Vasco)", "Spain (Espana)"])
    got = synthetic_control(basque, donors.to_numpy(), 1970 - 1955, better="higher")
    weights = {name: w for name, w in zip(donors.index, got.weights, strict=True) if w > 1e-4}
    assert weights == pytest.approx(expected["weights"], abs=1e-4)
    assert got.pre_rmspe**2 == pytest.approx(expected["mspe"], abs=1e-9)
    assert got.effect == pytest.approx(expected["att_1970_1997"], abs=1e-6)
    assert got.reason == "16 untouched places to compare with are too few; 19 are needed"


def test_a_clear_effect_is_found_with_its_size_and_direction():
    outcome, donors = piloted(5)
    got = synthetic_control(outcome, donors, 16, better="lower")
    assert (got.verdict, got.rank) == ("worse", 1)
    assert got.effect == pytest.approx(5, abs=0.3)
    assert got.p_value == pytest.approx(1 / 29)
    assert got.reason == "28 of 28 untouched places moved less far"
    assert synthetic_control(outcome, donors, 16).verdict == "higher"


def test_leaving_out_each_weighted_donor_is_reported():
    outcome, donors = piloted(5)
    got = synthetic_control(outcome, donors, 16)
    assert set(got.without) == {i for i, w in enumerate(got.weights) if w > 1e-3}
    assert all(effect == pytest.approx(5, abs=0.6) for effect in got.without.values())


def test_no_effect_cannot_be_told():
    outcome, donors = piloted(0)
    got = synthetic_control(outcome, donors, 16, better="higher")
    assert got.verdict == "cannot tell"
    assert "untouched places moved as far from their own mix" in got.reason


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (lambda y, d: (y[13:], d[:, 13:], 3), "3 periods before the start are too few; 5 are needed"),
        (lambda y, d: (y, d[:18], 16), "18 untouched places to compare with are too few; 19 are needed"),
        (lambda y, d: (y, d[:20], 16), FEW_FITTED),
        (
            lambda y, d: (y + 100, d, 16),
            "no mix of other places followed this one closely enough before the start",
        ),
    ],
)
def test_a_weak_design_cannot_tell_and_says_why(change, reason):
    got = synthetic_control(*change(*piloted(5)), better="higher")
    assert (got.verdict, got.reason) == ("cannot tell", reason)


@pytest.mark.parametrize(
    ("compared", "as_far"), [(19, 0), (24, 0), (48, 0), (49, 1), (73, 1), (74, 2), (300, 11)]
)
def test_a_verdict_is_among_the_furthest_one_in_25_and_of_few_places_the_furthest(compared, as_far):
    assert may_move_as_far(compared) == as_far


def test_the_verdict_needs_a_gap_larger_than_that_of_24_in_25_placebos():
    found = [synthetic_control(*piloted(effect / 10), 16, better="higher") for effect in range(10)]
    far = [got.rank - 1 > may_move_as_far(sum(got.fitted)) for got in found]
    assert far == [got.verdict == "cannot tell" for got in found]
    assert {got.verdict for got in found} == {"cannot tell", "better"}


def test_several_places_are_held_against_groups_of_as_many():
    outcome, donors = piloted(5, count=60)
    trios = [(at, at + 1, at + 2) for at in range(0, 60, 3)]
    got = synthetic_control(outcome, donors, 16, better="higher", sets=trios)
    assert (got.sets, len(got.placebo_gaps)) == (tuple(trios), 20)
    assert (got.verdict, got.rank) == ("better", 1)
    few = synthetic_control(outcome, donors, 16, better="higher", sets=trios[:18])
    assert few.reason == "18 untouched groups of 3 places to compare with are too few; 19 are needed"


def test_a_donor_with_a_gap_is_left_out_and_named():
    outcome, donors = piloted(5)
    donors[2, 7] = NAN
    got = synthetic_control(outcome, donors, 16)
    assert (got.left_out, got.weights[2]) == ((2,), 0)
    assert len(got.placebo_gaps) == 29
    assert (2,) not in got.sets


@pytest.mark.parametrize(
    ("outcome", "donors", "start", "sentence"),
    [
        ([1, NAN, 2], np.ones((3, 3)), 1, "without a figure"),
        ([1, 2, 3], np.ones((3, 4)), 1, "places x 3 periods"),
        ([1, 2, 3], np.full((3, 3), NAN), 1, "no donor has a figure"),
        ([1, 2, 3], np.ones((3, 3)), 0, "no period before or after"),
        ([1, 2, 3], np.ones((3, 3)), 3, "no period before or after"),
    ],
)
def test_what_cannot_be_computed_is_refused(outcome, donors, start, sentence):
    with pytest.raises(ValueError, match=sentence):
        synthetic_control(outcome, donors, start)


def test_39_places_with_placebos_take_less_than_three_seconds():
    table = places(count=39, periods=40)
    began = time.perf_counter()
    synthetic_control(table[0], table[1:], 20)
    assert time.perf_counter() - began < 3  # about 0.01 s on an idle machine


@settings(max_examples=20)
@given(st.integers(0, 100), st.integers(-1000, 1000), st.sampled_from([0.001, 1.0, 1000.0]))
def test_moving_or_stretching_the_scale_moves_the_effect_with_it(seed, shift, scale):
    outcome, donors = piloted(2, seed=seed)
    plain = synthetic_control(outcome, donors, 16, better="higher")
    moved = synthetic_control(shift + scale * outcome, shift + scale * donors, 16, better="higher")
    assert moved.effect == pytest.approx(scale * plain.effect, rel=1e-4, abs=1e-9)
    assert sum(moved.weights) == pytest.approx(1)
    assert min(moved.weights) >= 0


def test_five_periods_before_the_start_are_enough():
    outcome, donors = piloted(5)
    got = synthetic_control(outcome[11:], donors[:, 11:], 5)
    assert (got.verdict, got.effect) == ("higher", pytest.approx(5, abs=0.5))
    assert synthetic_control(outcome[12:], donors[:, 12:], 4).reason.startswith("4 periods before the start")


def test_a_single_donor_gets_all_the_weight_and_nobody_is_left_out_of_it():
    got = synthetic_control([1, 2, 9], np.array([[1.0, 2, 3], [4, 5, NAN]]), 2)
    assert (got.weights, got.left_out, got.without) == ((1, 0), (1,), {})
    assert (got.synthetic, got.gaps, got.effect) == ((1, 2, 3), (0, 0, 6), 6)
    assert (got.rank, got.p_value, got.sets) == (1, 0.5, ((0,),))  # the furthest of two


def test_placebos_are_not_held_to_places_of_their_own_area_either():
    """Each place has a twin in its area: without kin each is its own twin, with kin a mix of the others."""
    table = places()
    twins = np.vstack([table, table])
    alone = synthetic_control(table[4], twins, 16)
    assert np.abs(alone.placebo_gaps).max() < 1e-6
    kin = [str(at % 30) for at in range(60)]
    parted = synthetic_control(table[4], twins, 16, kin=kin)
    assert np.abs(parted.placebo_gaps).max() > 0.01
    np.testing.assert_allclose(parted.placebo_gaps[:30], parted.placebo_gaps[30:], atol=1e-9)


def test_kin_are_those_of_the_donors_that_are_kept():
    outcome, donors = piloted(5)
    donors[0, 3] = NAN
    kin = ["a", *(str(at) for at in range(29))]
    got = synthetic_control(outcome, donors, 16, kin=kin)
    assert got.placebo_gaps == synthetic_control(outcome, donors[1:], 16).placebo_gaps


def test_a_fit_of_a_quarter_of_the_spread_is_close_enough_and_a_worse_one_not():
    """Donors at 0 and 4 and the place, a little above them all, at 4 + h: the spread counts it too, and not
    that donors part after the start."""
    donors = np.array([[0.0] * 6, [4.0] * 5 + [400.0]] * 12)
    for high, close in ((0.5, True), (0.7, False)):
        got = synthetic_control([4 + high] * 6, donors, 5)
        assert got.pre_rmspe == pytest.approx(high)
        assert (
            got.reason != "no mix of other places followed this one closely enough before the start"
        ) is close


def test_a_set_with_a_gap_is_not_used_and_without_sets_there_is_nothing_to_compare_with():
    outcome, donors = piloted(5)
    donors[2, 7] = NAN
    got = synthetic_control(outcome, donors, 16, sets=[(0, 1), (2, 3), (4, 5)])
    assert got.sets == ((0, 1), (4, 5))
    assert got.reason == "2 untouched groups of 2 places to compare with are too few; 19 are needed"
    none = synthetic_control(outcome, donors, 16, sets=[])
    assert none.reason == "0 untouched places to compare with are too few; 19 are needed"
    assert (none.rank, none.p_value) == (1, 1)


def test_a_result_that_turns_round_without_one_place_cannot_be_told():
    from dashboard.methods.evaluation.placebos import Placebos
    from dashboard.methods.evaluation.synthetic_control import _doubt

    found = Placebos(np.zeros((19, 2)), np.ones(19, dtype=bool), np.zeros(19), 1.0, 1.0)
    assert _doubt(5, True, found, "places", 1.0, {0: 0.5, 1: 2.0}) == ""
    turned = _doubt(5, True, found, "places", 1.0, {0: 0.5, 1: -0.1})
    assert turned == "the result turns round when one of the places compared with is left out"
