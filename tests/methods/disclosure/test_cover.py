"""What is hidden besides, by hand: what costs least, and nothing for a cell that nothing can protect."""

import numpy as np
import pytest

from dashboard.methods.disclosure.audit import Relation
from dashboard.methods.disclosure.cover import cover, losses
from dashboard.methods.disclosure.protect import suppress
from dashboard.methods.disclosure.system import System, as_array

ROW = Relation("row", ("a", "b", "c"))
COLUMN = Relation("column", ("a", "d", "e"))


def test_what_is_hidden_already_costs_nothing_more():
    # `a` needs another cell of its row and one of its column. In the row there is `b`, the larger, already.
    cells = {"row": 62, "a": 2, "b": 40, "c": 20, "column": 62, "d": 20, "e": 40}
    got = suppress(cells, [ROW, COLUMN], below=5, primary={"a", "b"})
    assert (got.secondary, got.exposed) == ({"d"}, ())


def test_of_a_cell_that_can_give_little_no_use_is_made():
    # `b` could take three of `a` and give it one: then `c` had to be hidden as well.
    cells = {"row": 24, "a": 3, "b": 1, "c": 20}
    assert suppress(cells, [ROW], below=5, primary={"a"}).secondary == {"c"}


@pytest.mark.parametrize(
    ("lowest", "highest", "added"),
    [
        (8, 12, set()),  # four wide, whatever else is hidden
        (8, 12.9, set()),
        (8, 13, {"b"}),
        (0, 10, {"b"}),
    ],
)
def test_for_a_cell_that_everybody_knows_too_well_nothing_else_is_hidden(lowest, highest, added):
    cells = {"all": 50.0, "a": 10.0, "b": 40.0}
    system = System.of(list(cells), [Relation("all", ("a", "b"))])
    system.lowest[1], system.highest[1] = lowest, highest
    values, wide = as_array(system, cells), np.full(3, 5.0)
    hidden = np.array([False, True, False])
    cover(system, values, hidden, losses(system, values, [], wide, []), wide)
    assert {key for key, shut in zip(cells, hidden, strict=True) if shut} == {"a"} | added


@pytest.mark.parametrize(
    ("width", "exposed"), [(None, []), (4, []), (5, [("country", 29, 33), ("rest", 0, 4)])]
)
def test_what_is_left_too_narrow_is_told_by_the_width_and_not_by_the_threshold(width, exposed):
    # The country is hidden for the rest of the world, and is no less than what is open of it.
    cells = {"world": 33, "country": 30, "rest": 3, "here": 29}
    sums = [Relation("world", ("country", "rest")), Relation("country", ("here",), whole=False)]
    got = suppress(cells, sums, below=4, width=width, keep={"world"})
    assert [(leak.cell, leak.lowest, leak.highest) for leak in got.exposed] == exposed


def test_a_total_that_is_to_be_hidden_stays_so_however_much_it_leaves():
    cells = {"country": 300, "here": 2, "there": 25}
    sums = [Relation("country", ("here", "there"), whole=False)]
    got = suppress(cells, sums, below=10, primary={"country", "here"})
    assert got.published == {"there": 25}


def test_the_cell_that_is_known_best_is_covered_first():
    # `a` and `h` are known within 7, `b` exactly: what covers `b` covers them, too. Alone they need `p`.
    cells = {"first": 57, "a": 3, "h": 4, "p": 20, "c": 30, "second": 79, "b": 9, "k": 40}
    sums = [Relation("first", ("a", "h", "p", "c")), Relation("second", ("b", "c", "k"))]
    got = suppress(cells, sums, below=10)
    assert (got.primary, got.secondary, got.exposed) == ({"a", "h", "b"}, {"c"}, ())
    assert suppress(cells, sums[:1], below=10, primary={"a", "h"}).secondary == {"p"}


def test_what_a_total_limits_is_known_when_cover_is_sought():
    # here is 5 at the most and x 18; together they are 20, so that each is known within 3 unless z is hidden.
    cells = {"all": 50, "here": 4, "x": 16, "z": 30, "one": 30, "h": 25, "two": 43, "y": 25}
    sums = [Relation("all", ("here", "x", "z"))]
    sums += [Relation("one", ("here", "h"), whole=False), Relation("two", ("x", "y"), whole=False)]
    got = suppress(cells, sums, below=5, primary={"here", "x"})
    assert (got.secondary, got.exposed) == ({"z"}, ())


def test_a_total_that_is_to_be_kept_costs_more_than_a_part_that_is():
    cells = {"row": 62, "a": 2, "b": 40, "c": 20, "d": 1}
    system = System.of(list(cells), [ROW])
    lost = losses(system, np.zeros(5), [ROW], np.ones(5), ["row", "b"])
    assert lost.tolist() == [120, 1, 30, 1, 1]  # four times thirty: it sums up three
