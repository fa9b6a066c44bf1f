"""Counts rounded to a base: where halves go, and how far a figure is moved."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.methods.disclosure.audit import Relation, audit
from dashboard.methods.disclosure.protect import suppress
from dashboard.methods.disclosure.rounding import round_half_up


@pytest.mark.parametrize(
    ("count", "expected"),
    [(0, 0), (2, 0), (2.5, 5), (3, 5), (7, 5), (7.5, 10), (12.5, 15), (22.5, 25), (np.int64(28), 30)],
)
def test_halves_round_up_to_base_five(count, expected):
    assert round_half_up(count) == expected


def test_25_rounds_to_30_in_tens_where_python_says_20():
    assert round_half_up(25, base=10) == 30
    assert round(25, -1) == 20


def test_what_cannot_be_rounded_is_refused():
    for wrong, base in ((-1, 5), (float("nan"), 5), (7, 0), (7, -5)):
        with pytest.raises(ValueError, match="both must be positive"):
            round_half_up(wrong, base)
    assert round_half_up(2.5, base=1) == 3


@given(st.integers(0, 10**9), st.sampled_from([3, 5, 10]))
def test_rounding_moves_a_count_by_half_a_base_at_most(count, base):
    rounded = round_half_up(count, base)
    assert rounded % base == 0
    assert -base / 2 < rounded - count <= base / 2


def test_figures_that_are_rounded_add_up_within_their_rounding():
    cells, sums = {"all": 10.1, "a": 3.3, "b": 3.3, "c": 3.4}, [Relation("all", ("a", "b", "c"))]
    with pytest.raises(ValueError, match="do not add up"):
        suppress(cells, sums, below=1)
    (leak,) = audit(cells, {"a"}, sums, width=1, unit=0.1)
    assert leak.lowest == leak.highest == pytest.approx(3.4, abs=0.25)
