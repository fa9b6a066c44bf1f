"""What is not widened together with others is looked at by itself, up and down."""

import numpy as np
import pytest
from scipy.sparse import csr_array

from dashboard.methods.disclosure.audit import Relation, audit
from dashboard.methods.disclosure.ranges import Ranges


def sum_of_two(width: list[float]) -> Ranges:
    """a + b = 30, of which one table is known to fit: 10 and 20."""
    least, most = np.zeros(2), np.full(2, np.inf)
    one = np.array([10.0, 20.0])
    matrix = csr_array(np.array([[1.0, 1.0]]))
    return Ranges(matrix, np.array([30.0]), least, most, np.array(width), one, one.copy())


@pytest.mark.parametrize(
    ("width", "low", "high", "narrow"),
    [
        ([30.0, 0.0], 0, 30, []),
        ([31.0, 0.0], 0, 30, [0]),
        ([15.0, 0.0], 10, 25, []),  # as far as need be: up first
        ([25.0, 0.0], 5, 30, []),
    ],
)
def test_a_cell_that_is_left_is_pushed_both_ways(monkeypatch, width, low, high, narrow):
    monkeypatch.setattr(Ranges, "sweep", lambda self: None)
    ranges = sum_of_two(width)
    assert ranges.narrow().tolist() == narrow
    assert (ranges.low[0], ranges.high[0]) == (pytest.approx(low), pytest.approx(high))


def test_what_is_exposed_stands_in_the_order_of_its_names():
    cells = {"all": 3, "b": 1, "a": 2}
    found = audit(cells, {"a", "b"}, [Relation("all", ("b", "a"))], 5)
    assert [leak.cell for leak in found] == ["a", "b"]
