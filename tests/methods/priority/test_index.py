import numpy as np
import pandas as pd
import pytest

from dashboard.methods.priority.index import (
    IMD_WEIGHTS,
    Component,
    deri,
    imd_score,
    priority_index,
    score_ranks,
    worst_decile,
)
from tests.methods.references import FOLDER, reference_json, reference_table

NAN = float("nan")
RENT = Component("rent", [10, 20, 30], "higher", weight=3)
PAY = Component("pay", [100, 300, 200], "lower", weight=1)


def test_a_weighted_mean_by_hand():
    # rent scores 0, .5, 1 and pay, where lower is worse, 1, 0, .5; three to one.
    got = priority_index([RENT, PAY], normalisation="min-max")
    assert got.score == pytest.approx([0.25, 0.375, 0.875])
    assert got.rank.tolist() == [3, 2, 1]
    assert got.weights.tolist() == [0.75, 0.25]


def test_a_geometric_mean_forgives_less():
    got = priority_index([RENT, PAY], normalisation="rank", mean="geometric")
    assert got.score == pytest.approx([(1 / 3) ** 0.75, (2 / 3) ** 0.75 * (1 / 3) ** 0.25, (2 / 3) ** 0.25])
    assert (priority_index([RENT, PAY], normalisation="min-max", mean="geometric").score > 0).all()


def test_a_geometric_mean_of_min_max_scores_is_taken_from_a_hundredth_to_one():
    # rent scores 0, .5, 1 and pay 1, 0, .5: .01, .505 and 1; 1, .01 and .505.
    got = priority_index([RENT, PAY], normalisation="min-max", mean="geometric")
    by_hand = [0.01**0.75, 0.505**0.75 * 0.01**0.25, 0.505**0.25]
    assert got.score == pytest.approx(by_hand)
    np.testing.assert_allclose(got.parts, [[0, 0.5, 1], [1, 0, 0.5]])
    assert (got.normalisation, got.mean) == ("min-max", "geometric")


def test_scores_that_differ_in_the_tenth_digit_share_a_rank():
    assert score_ranks(np.array([0.5, 0.5 + 2e-10, 0.5 + 2e-9])).tolist() == [2.5, 2.5, 1]


def test_an_area_without_a_figure_gets_no_score():
    got = priority_index([RENT, Component("pay", [100, NAN, 200], "lower")])
    assert np.isnan(got.score).tolist() == [False, True, False]
    assert got.worst.tolist() == [False, False, False]


def test_areas_that_need_the_same_share_a_place():
    """Each is first in one measure, second in another and so on: the noise of sums must part none."""
    first = [1.0, 2.0, 3.0, 4.0, 5.0, 6.0]
    turned = [Component(str(n), first[n:] + first[:n], "higher") for n in range(6)]
    got = priority_index(turned)
    assert len(set(got.score)) > 1
    assert got.rank.tolist() == [3.5] * 6
    assert got.place.tolist() == [1] * 6
    paid = priority_index([Component("pay", [3, 1, 1, NAN], "lower")]).place
    assert (paid[:3].tolist(), np.isnan(paid).tolist()) == ([3, 1, 1], [False, False, False, True])


def test_the_worst_decile_follows_the_decile_rule():
    assert worst_decile(np.arange(1.0, 21)).sum() == 2
    assert worst_decile(np.arange(1.0, 20)).sum() == 1  # ceil(2 / 19 x 10) is 2
    assert worst_decile(np.array([NAN, 1.0])).tolist() == [False, False]
    assert worst_decile(np.array([NAN] * 3)).tolist() == [False] * 3
    assert worst_decile(np.array([1.0, *range(2, 11)])).tolist() == [True, *[False] * 9]


def test_the_imd_score_is_recomputed_from_its_ranks():
    expected = reference_json("index/imd2025_expected.json")
    sample = reference_table("index/imd2025_sample300.csv")
    score = imd_score({name: sample[f"{name}_rank"] for name in expected["weights"]}, expected["N"])
    assert np.abs(score - sample.IMD_score).max() < 0.001
    assert expected["weights"] == IMD_WEIGHTS


def test_the_imd_weights_are_not_rescaled():
    score = imd_score({name: [1] for name in IMD_WEIGHTS}, 33755)
    assert score[0] == pytest.approx(99.9)


@pytest.mark.sources
def test_deri_is_the_mean_of_its_three_parts():
    path = FOLDER.parent / "sources" / "digital-exclusion" / "deri-v1.6-lsoa11.parquet"
    if not path.exists():
        pytest.skip(f"{path} is not on this machine")
    table = pd.read_parquet(path)
    parts = (table[f"{part}_comp_national"] for part in ("demography", "deprivation", "broadband"))
    np.testing.assert_allclose(deri(*parts), table.deri_score_national, atol=1e-9)


def test_deri_of_one_area():
    assert deri([3.0], [6.0], [0.0]).tolist() == [3.0]
    assert np.isnan(deri([3.0], [NAN], [0.0])[0])


def test_the_imd_score_by_hand():
    """The second of two areas has R = 1/2, which gives -23 ln(1 - (1 - e^(-100/23)) / 2) = 15.65."""
    ranks = {name: [2.0] for name in IMD_WEIGHTS}
    half = -23 * np.log(1 - (1 - np.exp(-100 / 23)) / 2)
    assert half == pytest.approx(15.65, abs=0.005)
    assert imd_score(ranks, 2)[0] == pytest.approx(0.999 * half)
    for name, weight in (("Income", 0.225), ("Health", 0.135), ("Environment", 0.093)):
        worst = imd_score(ranks | {name: [1.0]}, 2)[0]
        assert worst - imd_score(ranks, 2)[0] == pytest.approx(weight * (100 - half))


@pytest.mark.parametrize(
    ("call", "sentence"),
    [
        (lambda: priority_index([]), "at least one indicator"),
        (lambda: priority_index([RENT, Component("pay", [1], "lower")]), "different numbers of areas"),
        (lambda: priority_index([RENT], normalisation="z", mean="geometric"), "needs positive scores"),
        (lambda: priority_index([RENT], mean="harmonic"), "say arithmetic or geometric"),
        (lambda: Component("rent", [1], "higher", weight=0), "give it one above zero"),
        (lambda: imd_score({"Income": [1]}, 10), "exactly the domains"),
    ],
)
def test_an_index_without_sense_is_refused(call, sentence):
    with pytest.raises(ValueError, match=sentence):
        call()
