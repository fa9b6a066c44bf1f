import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import Bounds, LinearConstraint, linprog, milp

from dashboard.methods.disclosure.audit import Relation, audit
from dashboard.methods.disclosure.protect import suppress, withhold


def table(rows):
    """A two-way table with its totals: cells by (row, column), 'all' for a total."""
    cells, relations = {}, []
    height, wide = len(rows), len(rows[0])
    for i, row in enumerate(rows):
        cells |= {(i, j): value for j, value in enumerate(row)} | {(i, "all"): sum(row)}
        relations.append(Relation((i, "all"), tuple((i, j) for j in range(wide))))
    for j in range(wide):
        cells["all", j] = sum(row[j] for row in rows)
        relations.append(Relation(("all", j), tuple((i, j) for i in range(height))))
    cells["all", "all"] = sum(map(sum, rows))
    relations.append(Relation(("all", "all"), tuple(("all", j) for j in range(wide))))
    relations.append(Relation(("all", "all"), tuple((i, "all") for i in range(height))))
    return cells, relations


def test_one_hidden_cell_can_be_worked_out_from_its_total():
    cells, relations = table([[3, 20], [30, 40]])
    (leak, *_) = audit(cells, {(0, 0)}, relations, width=5)
    assert (leak.cell, leak.lowest, leak.highest) == ((0, 0), 3, 3)


def test_hiding_a_rectangle_protects_it():
    cells, relations = table([[3, 20], [30, 40]])
    assert audit(cells, {(0, 0), (0, 1), (1, 0), (1, 1)}, relations, width=5) == ()


def test_the_smallest_neighbours_are_hidden_until_nothing_can_be_worked_out():
    cells, relations = table([[3, 20, 9], [30, 40, 50], [11, 60, 70]])
    got = suppress(cells, relations, below=5)
    assert got.primary == {(0, 0)}
    assert got.secondary == {(0, 2), (2, 0), (2, 2)}
    assert got.exposed == ()
    assert got.published[0, "all"] == 32


def test_zero_is_shown_unless_it_must_not_be():
    cells, relations = table([[0, 20], [30, 40]])
    assert suppress(cells, relations, below=5).primary == set()
    assert (0, 0) in suppress(cells, relations, below=5, hide_zero=True).primary


def test_a_nested_area_may_not_give_the_small_one_away():
    cells = {"district": 100, "a": 3, "b": 47, "c": 50, "region": 300, "other": 200}
    sums = [Relation("district", ("a", "b", "c")), Relation("region", ("district", "other"))]
    got = suppress(cells, sums, below=5)
    assert (got.primary, got.secondary) == ({"a"}, {"b"})


def test_two_filters_of_one_total_are_looked_at_together():
    # By sex and by age: hiding one cell in each would still give both away.
    cells = {"all": 50, "men": 2, "women": 48, "young": 3, "old": 47}
    sums = [Relation("all", ("men", "women")), Relation("all", ("young", "old"))]
    got = suppress(cells, sums, below=5)
    assert set(got.published) == {"all"}


def test_a_cell_in_no_sum_is_safe_alone():
    got = suppress({"a": 2, "b": 30}, [], below=5)
    assert (got.published, got.exposed) == ({"b": 30}, ())


def test_two_small_cells_hide_behind_their_total():
    got = suppress({"all": 6, "a": 4, "b": 2}, [Relation("all", ("a", "b"))], below=5)
    assert (got.published, got.secondary) == ({"all": 6}, frozenset())


def test_a_total_is_hidden_only_when_no_part_is_left():
    got = suppress({"all": 7, "a": 4, "b": 3}, [Relation("all", ("a", "b"))], below=5, width=10)
    assert (got.published, got.secondary) == ({}, {"all"})


def test_width_can_ask_for_more_than_the_threshold():
    cells, relations = table([[3, 20, 9], [30, 40, 50], [11, 60, 70]])
    wider = suppress(cells, relations, below=5, width=25)
    assert len(wider.secondary) > len(suppress(cells, relations, below=5).secondary)
    assert audit(cells, cells.keys() - wider.published.keys(), relations, width=25) == ()


@pytest.mark.parametrize(
    ("cells", "relations", "below", "sentence"),
    [
        ({"a": -1}, [], 5, "zero or more"),
        ({"a": float("nan")}, [], 5, "zero or more"),
        ({"a": 1, "all": 3}, [Relation("all", ("a",))], 5, "do not add up"),
        ({"a": 1}, [Relation("all", ("a",))], 5, "which the table does not have"),
        ({"all": 1}, [Relation("all", ("a", "b"))], 5, r"\['a', 'b'\], which the table does not have"),
        ({"a": 1}, [], 0, "hides nothing"),
    ],
)
def test_tables_that_make_no_sense_are_refused(cells, relations, below, sentence):
    with pytest.raises(ValueError, match=sentence):
        suppress(cells, relations, below=below)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.lists(st.integers(0, 30), min_size=3, max_size=3), min_size=2, max_size=3))
def test_nothing_hidden_can_be_worked_out_from_whole_numbers_either(rows):
    cells, relations = table(rows)
    got = suppress(cells, relations, below=4)
    assert all(count == 0 or count >= 4 for count in got.published.values())
    assert got.exposed == ()
    hidden = [key for key in cells if key not in got.published]
    for cell in hidden:
        assert range_in_whole_numbers(cell, got.published, len(rows)) >= 4


def range_in_whole_numbers(cell, published, height):
    """A second opinion: the range of the cell over all tables of whole numbers that fit the open cells."""
    keys = [(i, j) for i in [*range(height), "all"] for j in [0, 1, 2, "all"]]
    place = {key: n for n, key in enumerate(keys)}
    sums = []
    for i in [*range(height), "all"]:
        sums.append([(place[i, "all"], -1), *((place[i, j], 1) for j in range(3))])
    for j in [0, 1, 2, "all"]:
        sums.append([(place["all", j], -1), *((place[i, j], 1) for i in range(height))])
    matrix = np.zeros((len(sums), len(keys)))
    for row, terms in zip(matrix, sums, strict=True):
        for column, sign in terms:
            row[column] = sign
    low = np.array([published.get(key, 0) for key in keys], dtype=float)
    high = np.array([published.get(key, 1000) for key in keys], dtype=float)
    goal = np.zeros(len(keys))
    goal[place[cell]] = 1
    ends = [
        milp(
            sign * goal,
            constraints=LinearConstraint(matrix, 0, 0),
            bounds=Bounds(low, high),
            integrality=np.ones(len(keys)),
        )
        for sign in (1, -1)
    ]
    return -ends[1].fun - ends[0].fun


def test_named_cells_are_withheld_with_a_mark():
    assert withhold({"a": 3, "b": 8}, ["b"]) == {"a": 3, "b": "c"}
    with pytest.raises(ValueError, match="not in the table"):
        withhold({"a": 3}, ["z"])


def test_a_change_gives_the_later_figure_away_where_the_earlier_one_is_shown():
    cells = {"2020": 14, "2035": 6, "change": -8}
    sums = [Relation("2035", ("2020", "change"))]
    assert audit(cells, {"2035"}, sums, width=5, signed={"change"})[0].lowest == 6
    got = suppress(cells, sums, below=10, signed={"change"}, primary={"2035"}, keep={"2020"})
    assert (got.primary, got.secondary, got.exposed) == ({"2035"}, {"change"}, ())
    got = suppress(cells, sums, below=10, signed={"change"}, primary={"2035"}, keep={"change"})
    assert got.secondary == {"2020"}


def test_each_cell_may_have_a_width_of_its_own():
    cells, sums = {"all": 12, "a": 4, "b": 8}, [Relation("all", ("a", "b"))]
    (leak,) = audit(cells, {"a", "b"}, sums, width={"all": 1, "a": 10, "b": 15})
    assert (leak.cell, leak.lowest, leak.highest) == ("b", 0, 12)


def test_what_may_be_negative_is_not_taken_for_a_count():
    # 12 = 4 + 8: with counts neither can be over 12; what may be negative can be anything.
    cells, sums = {"all": 12, "a": 4, "b": 8}, [Relation("all", ("a", "b"))]
    assert {leak.cell for leak in audit(cells, {"a", "b"}, sums, width=15)} == {"a", "b"}
    assert audit(cells, {"a", "b"}, sums, width=15, signed={"a", "b"}) == ()


def test_a_country_is_the_upper_limit_of_its_parts_though_they_are_not_all_of_it():
    cells = {"country": 30, "here": 2, "there": 25}
    sums = [Relation("country", ("here", "there"), whole=False)]
    (leak,) = audit(cells, {"here"}, sums, width=10)
    assert (leak.lowest, leak.highest) == (0, 5)
    assert suppress(cells, sums, below=10).secondary == {"country"}
    assert suppress(cells | {"country": 300}, sums, below=10).secondary == set()


def test_what_many_cells_add_up_to_is_hidden_last():
    # The row of the small cell can be covered by its neighbour (40) or by the total of the row (42).
    cells, relations = table([[2, 40], [50, 60]])
    got = suppress(cells, relations, below=5)
    assert {key for key in got.secondary if "all" in key} == set()


@pytest.mark.full
@settings(max_examples=200, deadline=None)
@given(
    st.lists(st.lists(st.integers(0, 40), min_size=4, max_size=4), min_size=3, max_size=4),
    st.integers(2, 12),
)
def test_no_table_of_counts_keeps_a_cell_that_can_be_narrowed_down(rows, below):
    cells, relations = table(rows)
    got = suppress(cells, relations, below=below)
    closed = cells.keys() - got.published.keys()
    for cell in closed:
        ends = extremes(cell, cells, closed, relations)
        assert ends[1] - ends[0] >= below - 1e-6


def extremes(cell, cells, closed, relations):
    """A second opinion in the plainest way: one program for each end, over every cell and every sum."""
    keys = list(cells)
    matrix = np.array(
        [[(k == r.total) - sum(k == part for part in r.parts) for k in keys] for r in relations], dtype=float
    )
    bounds = [(0, None) if key in closed else (cells[key], cells[key]) for key in keys]
    goal = np.array([key == cell for key in keys], dtype=float)
    found = [
        linprog(sign * goal, A_eq=matrix, b_eq=np.zeros(len(relations)), bounds=bounds) for sign in (1, -1)
    ]
    return [
        -sign * np.inf if end.status == 3 else sign * end.fun
        for sign, end in zip((1, -1), found, strict=True)
    ]
