"""What an outsider knows of a small table, by hand: sums, limits, ranges and what a cell is worth."""

import numpy as np
import pytest

from dashboard.methods.disclosure.audit import Relation, audit
from dashboard.methods.disclosure.cover import cover, losses
from dashboard.methods.disclosure.protect import suppress
from dashboard.methods.disclosure.ranges import Ranges, _apart
from dashboard.methods.disclosure.system import System, as_array, wide_enough

ALL = Relation("all", ("a", "b"))
ABOVE = Relation("country", ("all", "rest"), whole=False)
KEYS = ["all", "a", "b", "country", "rest"]


def test_a_sum_is_a_row_and_one_that_is_not_whole_is_none():
    system = System.of(KEYS, [ABOVE, ALL], signed=["b"], unit=0.2)
    assert system.place == {"all": 0, "a": 1, "b": 2, "country": 3, "rest": 4}
    assert system.matrix.toarray().tolist() == [[1, -1, -1, 0, 0]]
    assert system.slack.tolist() == pytest.approx([0.3])  # half of 0.2 for each of three figures
    assert system.lowest.tolist() == [0, 0, -np.inf, 0, 0]
    assert system.highest.tolist() == [np.inf] * 5
    assert System.of(["a", "b"], []).matrix.shape == (0, 2)
    assert System.of(KEYS, [ALL]).slack.tolist() == [0]


def bounds(hidden, signed=(), relations=(ABOVE,), **values):
    """(lowest, highest) of each hidden cell after the sums that are not whole, where they are limits."""
    system = System.of(KEYS, relations, signed)
    shown = {"all": 12.0, "a": 4.0, "b": 8.0, "country": 30.0, "rest": 15.0} | values
    shut = np.array([key in hidden for key in KEYS])
    system.bound(as_array(system, shown), shut, relations)
    return {key: (system.lowest[i], system.highest[i]) for key, i in system.place.items() if key in hidden}


def test_an_open_total_is_the_most_that_its_hidden_parts_can_be():
    assert bounds({"all"}) == {"all": (0, 15)}  # 30 less 15
    assert bounds({"all", "rest"}) == {"all": (0, 30), "rest": (0, 30)}
    assert bounds({"all"}, signed={"rest"}) == {"all": (0, np.inf)}
    smaller = Relation("country", ("all", "a"), whole=False)
    assert bounds({"all"}, relations=(ABOVE, smaller)) == {"all": (0, 15)}  # the tighter of 15 and 26
    assert bounds({"all"}, relations=(smaller, ABOVE)) == {"all": (0, 15)}


def test_a_hidden_total_is_at_least_its_open_parts():
    assert bounds({"country"}) == {"country": (27, np.inf)}
    assert bounds({"country", "rest"}) == {"country": (12, np.inf), "rest": (0, np.inf)}
    lower = Relation("country", ("a",), whole=False)
    assert bounds({"country"}, relations=(ABOVE, lower)) == {"country": (27, np.inf)}


def test_a_whole_sum_is_no_limit_of_one_cell():
    assert bounds({"all"}, relations=(ALL,)) == {"all": (0, np.inf)}
    assert bounds({"all"}, relations=(ALL, ABOVE)) == {"all": (0, 15)}  # and does not end the search


def test_cells_are_held_together_by_the_sums_they_share():
    relations = [ALL, Relation("x", ("y", "z")), Relation("all", ("a", "y"))]
    system = System.of(["all", "a", "b", "x", "y", "z", "alone"], relations)
    blocks = [(list(rows), list(columns)) for rows, columns in system.blocks(np.array([2, 3, 5, 6]))]
    assert sorted(blocks) == [([], [6]), ([0], [2]), ([1], [3, 5])]
    every = [(list(rows), list(columns)) for rows, columns in system.blocks(np.arange(7))]
    assert sorted(every) == [([], [6]), ([0, 1, 2], [0, 1, 2, 3, 4, 5])]


def test_widths_and_values_stand_in_the_order_of_the_cells():
    system = System.of(["b", "a"], [])
    assert wide_enough(system, {"a": 1, "b": 2}).tolist() == [2, 1]
    assert wide_enough(system, 5).tolist() == [5, 5]
    assert as_array(system, {"a": 3, "b": 4}).tolist() == [4, 3]


def test_what_sums_up_others_is_lost_last_then_what_the_reader_needs_then_what_is_large():
    system = System.of(KEYS, [ALL, ABOVE])
    values = np.array([10.0, 4.0, -6.0, 0.0, 50.0])
    lost = losses(system, values, [ABOVE, ALL], np.full(5, 5.0), ["b"])
    # 1 and a share of the size over ten widths and the size; three times for a sum of two, 30 to be kept.
    by_hand = [3 * (1 + 10 / 60), 1 + 4 / 54, 30 * (1 + 6 / 56), 1, 1.5]
    assert lost.tolist() == pytest.approx(by_hand)


def ranges(hidden, width=5.0, signed=(), unit=0.0, relations=(ALL,), **cells):
    """{cell: (lowest, highest)} of what can be narrowed down."""
    found = audit(cells, set(hidden), relations, width, signed=signed, unit=unit)
    return {leak.cell: (pytest.approx(leak.lowest), pytest.approx(leak.highest)) for leak in found}


def test_a_range_is_exact_and_names_each_cell_that_it_is_of():
    assert ranges("ab", all=3, a=1, b=2) == {"a": (0, 3), "b": (0, 3)}
    assert ranges("ab", all=5, a=1, b=4) == {}  # just wide enough
    assert ranges("ab", all=4.99, a=1, b=3.99) == {"a": (0, 4.99), "b": (0, 4.99)}
    assert ranges(["all"], all=12, a=4, b=8) == {"all": (12, 12)}
    assert ranges(["all", "a"], all=12, a=4, b=8) == {}  # nothing limits either
    assert ranges("ab", all=3, a=1, b=2, signed={"a"}) == {}


def test_hidden_cells_of_two_tables_do_not_disturb_each_other():
    both = [ALL, Relation("x", ("y", "z"))]
    found = ranges(["a", "b", "y", "z"], relations=both, all=3, a=1, b=2, x=90, y=40, z=50)
    assert found == {"a": (0, 3), "b": (0, 3)}
    found = ranges(["a", "b", "y"], relations=both, all=30, a=10, b=20, x=90, y=40, z=50)
    assert found == {"y": (40, 40)}


def test_a_hidden_cell_need_not_be_given_and_its_value_is_not_used():
    for given in ({}, {"a": 99.0}):
        assert ranges("a", all=12, b=8, **given) == {"a": (4, 4)}


def test_a_cell_in_no_whole_sum_is_as_wide_as_its_limits():
    system = [Relation("all", ("a", "b"), whole=False)]
    assert ranges("a", relations=system, all=12, b=8, a=1) == {"a": (0, 4)}
    assert ranges("a", relations=system, all=13, b=8, a=1) == {}  # five wide
    assert ranges("a", relations=[], a=1) == {}


def test_open_cells_that_contradict_each_other_are_refused_but_for_their_rounding():
    with pytest.raises(ValueError, match="contradict each other"):
        ranges("a", all=5, b=7)  # a count below zero
    assert ranges("a", all=7, b=7.2, unit=0.2)["a"][0] == 0  # within half of 0.2 for each of three
    with pytest.raises(ValueError, match="contradict each other"):
        ranges("a", all=7, b=7.4, unit=0.2)


def test_cells_that_share_no_sum_are_looked_at_together():
    matrix = System.of(list("tabxyz"), [Relation("t", ("a", "b")), Relation("x", ("y", "z"))]).matrix
    assert _apart(matrix, np.array([1, 2, 4, 5])).tolist() == [1, 4]
    assert _apart(matrix, np.array([], dtype=int)).tolist() == []
    crossed = System.of(list("tabxy"), [Relation("t", ("a", "b")), Relation("x", ("a", "y"))]).matrix
    assert _apart(crossed, np.array([1, 2, 4])).tolist() == [1]
    assert _apart(crossed, np.array([2, 1, 4])).tolist() == [2, 4]


def test_what_is_wide_already_is_looked_at_no_further():
    system = System.of(["all", "a", "b"], [ALL])
    one = Ranges.of(system, np.array([30.0, 0, 0]), np.array([0]), np.array([1, 2]), np.array([5.0, 5.0]))
    assert (one.matrix.toarray() @ one.low).tolist() == one.known.tolist() == [-30]
    assert one.narrow().tolist() == []
    assert (one.high - one.low >= 5 - 1e-6).all()
    assert (one.low >= 0).all()
    assert (one.high <= 30).all()


@pytest.mark.parametrize(
    ("total", "whole", "unit", "passes"),
    [
        (10, True, 0, True),
        (10.01, True, 0, False),
        (9.99, True, 0, False),
        (11.5, True, 1, True),  # half of one for each of three figures
        (11.6, True, 1, False),
        (8.5, True, 1, True),
        (8.4, True, 1, False),
        (20, False, 0, True),
        (9.9, False, 0, False),
    ],
)
def test_parts_add_up_to_their_total_within_the_rounding_of_each(total, whole, unit, passes):
    cells, sums = {"all": total, "a": 4, "b": 6}, [Relation("all", ("a", "b"), whole)]
    if passes:
        suppress(cells, sums, below=1, unit=unit)
    else:
        with pytest.raises(ValueError, match="the parts of all do not add up"):
            suppress(cells, sums, below=1, unit=unit)


def test_what_may_be_negative_and_what_is_zero_is_no_count_to_hide():
    cells = {"up": -3.0, "none": 0.0, "few": 2.0, "limit": 5.0}
    got = suppress(cells, [], below=5, signed={"up"})
    assert (got.primary, got.published) == ({"few"}, {"up": -3, "none": 0, "limit": 5})
    with pytest.raises(ValueError, match="cell up holds -3"):
        suppress(cells, [], below=5)


CEILING = Relation("country", ("here", "there"), whole=False)


@pytest.mark.parametrize(
    ("country", "signed", "secondary"),
    [(35, (), set()), (34.9, (), {"country"}), (34.9, ("there",), set())],
)
def test_a_total_that_is_no_whole_sum_is_hidden_where_it_leaves_too_little(country, signed, secondary):
    cells = {"country": country, "here": 2, "there": 25}
    got = suppress(cells, [CEILING], below=10, signed=signed, primary={"here"})
    assert (got.secondary, got.exposed) == (secondary, ())
    assert suppress(cells, [CEILING], below=1, primary=()).secondary == set()


def test_the_widest_of_the_hidden_parts_decides():
    cells = {"country": 30, "here": 2, "there": 3}
    for here, there in ((5, 40), (40, 5)):
        wide = {"country": 1, "here": here, "there": there}
        got = suppress(cells, [CEILING], below=5, width=wide)
        assert (got.primary, got.secondary) == ({"here", "there"}, {"country"})


def test_of_two_that_would_do_the_smaller_is_hidden_and_what_is_kept_is_not():
    cells, sums = {"all": 62, "a": 2, "b": 20, "c": 40}, [Relation("all", ("a", "b", "c"))]
    assert suppress(cells, sums, below=5).secondary == {"b"}
    assert suppress(cells, sums, below=5, keep={"b"}).secondary == {"c"}
    assert suppress(cells, sums, below=5, keep={"b", "c"}).secondary == {"all"}
    one = suppress(cells, sums, below=5, keep={"b", "c", "all"})
    assert len(one.secondary) == 1  # what has to be hidden is hidden all the same


def test_cells_that_move_against_each_other_without_sharing_a_sum_are_looked_at_one_by_one():
    # a + m = b + n = m + n = 10, so that a + b is 10, too: both together can be neither larger nor smaller.
    opposed = [Relation("s", ("a", "m")), Relation("t", ("b", "n")), Relation("u", ("m", "n"))]
    shown = {"s": 10, "t": 10, "u": 10, "a": 4, "b": 6, "m": 6, "n": 4}
    assert ranges("abmn", relations=opposed, **shown) == {}
    assert ranges("abmn", width=10, relations=opposed, **shown) == {}
    assert ranges("abmn", width=11, relations=opposed, **shown) == dict.fromkeys("abmn", (0, 10))


def test_a_cell_that_nothing_can_protect_leaves_the_others_their_cover():
    cells = {"all": 43.0, "a": 1.0, "b": 2.0, "c": 40.0}
    system = System.of(list(cells), [Relation("all", ("a", "b", "c"))])
    system.highest[1] = 3.0  # of `a` everybody knows that it is no more
    values, hidden = as_array(system, cells), np.array([False, True, True, False])
    wide = np.full(4, 5.0)
    cover(system, values, hidden, losses(system, values, [], wide, []), wide)
    assert hidden[1:3].all()
    assert hidden[[0, 3]].any()
