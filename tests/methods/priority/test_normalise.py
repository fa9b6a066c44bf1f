import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.methods.priority.normalise import METHODS, exponential, need_ranks, normalise

NAN = float("nan")


@pytest.mark.parametrize(
    ("method", "expected"),
    [
        ("min-max", [0, 0.5, 1, NAN]),
        ("z", [-(1.5**0.5), 0, 1.5**0.5, NAN]),
        ("rank", [1 / 3, 2 / 3, 1, NAN]),
        ("exponential", [9.1774, 24.6806, 100, NAN]),  # -23 ln(1 - share (1 - exp(-100/23)))
    ],
)
def test_three_areas_by_hand(method, expected):
    np.testing.assert_allclose(normalise([10, 20, 30, NAN], method), expected, rtol=1e-4)


def test_where_lower_is_worse_the_lowest_has_most_need():
    np.testing.assert_allclose(normalise([10, 20, 30], "min-max", "lower"), [1, 0.5, 0])
    np.testing.assert_allclose(normalise([10, 20, 30], "rank", "lower"), [1, 2 / 3, 1 / 3])


def test_the_exponential_runs_from_0_to_100_and_puts_the_worst_decile_above_half():
    assert exponential([0, 1]) == pytest.approx([0, 100])
    assert exponential([0.9])[0] == pytest.approx(50, abs=1)


def test_ties_share_their_mean_rank():
    assert need_ranks([5, 9, 5, NAN, 1]).tolist()[:3] == [2.5, 1, 2.5]


def test_areas_that_do_not_differ_score_the_same():
    assert normalise([4, 4], "min-max").tolist() == [0.5, 0.5]
    assert normalise([4, 4], "z").tolist() == [0, 0]
    assert np.isnan(normalise([NAN, NAN], "rank")).all()


def test_unknown_choices_are_refused():
    with pytest.raises(ValueError, match="say one of min-max"):
        normalise([1], "softmax")
    with pytest.raises(ValueError, match="say higher or lower"):
        normalise([1], "rank", "up")
    with pytest.raises(ValueError, match="infinite"):
        normalise([np.inf], "rank")
    with pytest.raises(ValueError, match="outside 0 to 1"):
        exponential([1.5])


@given(
    st.lists(st.integers(-100, 100), min_size=2, max_size=30),
    st.sampled_from(METHODS),
    st.integers(-500, 500),
    st.sampled_from([0.5, 2.0, 16.0]),
)
def test_the_unit_of_an_indicator_does_not_matter(values, method, shift, scale):
    v = np.array(values, dtype=float)
    np.testing.assert_allclose(normalise(shift + scale * v, method), normalise(v, method), atol=1e-9)


@given(st.lists(st.integers(-100, 100), min_size=2, max_size=30), st.sampled_from(METHODS))
def test_more_need_never_scores_lower(values, method):
    score = normalise(values, method)[np.argsort(values, kind="stable")]
    assert (np.diff(score) >= -1e-12).all()
