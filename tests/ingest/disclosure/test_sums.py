"""Which cells of a small table add up to which, by hand: what a reader could subtract."""

from types import SimpleNamespace

import pandas as pd
import pytest

from dashboard.ingest.disclosure.sums import relations, rows_of, selected, widths
from dashboard.methods.disclosure.audit import Relation

SEXES = {"column": "series", "total": "All", "parts": ["Men", "Women"]}
# Two years of a place; rows 0 to 2 and 3 to 5.
YEARS = pd.DataFrame(
    {
        "period": ["2023"] * 3 + ["2024"] * 3,
        "duration": ["P1Y"] * 6,
        "series": ["Men", "Women", "All"] * 2,
        "value": [3.0, 40.0, 43.0, 4.0, 50.0, 54.0],
        "status": [""] * 6,
    }
)


def sums(frame, places=None, column="value", **rule):
    """[(rows, sums)] of a table."""
    return [(list(rows), found) for rows, found in relations(frame, column, rule, places)]


def test_each_period_is_looked_at_by_itself():
    assert sums(YEARS, sums=[SEXES]) == [
        ([0, 1, 2], [Relation(2, (0, 1))]),
        ([3, 4, 5], [Relation(5, (3, 4))]),
    ]
    months = YEARS.assign(period="2023", duration=["P1Y"] * 3 + ["P1M"] * 3)
    assert [sum_ for _, found in sums(months, sums=[SEXES]) for sum_ in found] == [
        Relation(5, (3, 4)),
        Relation(2, (0, 1)),
    ]


def test_a_table_without_periods_is_looked_at_whole():
    flat = YEARS.drop(columns=["period", "duration", "status"]).iloc[:3]
    assert sums(flat, sums=[SEXES]) == [([0, 1, 2], [Relation(2, (0, 1))])]


def test_a_hidden_cell_is_part_of_a_sum_and_a_blank_one_ends_it():
    assert sums(
        YEARS.assign(value=YEARS.value.mask(YEARS.index == 0), status=["c"] + [""] * 5), sums=[SEXES]
    )[0] == ([0, 1, 2], [Relation(2, (0, 1))])
    for blank, left in ((0, [1, 2]), (2, [0, 1])):
        gone = YEARS.assign(value=YEARS.value.mask(YEARS.index == blank))
        assert sums(gone, sums=[SEXES])[0] == (left, [])
        assert sums(gone.drop(columns="status"), sums=[SEXES])[0] == (left, [])


def test_a_sum_that_names_its_parts_needs_every_one():
    assert sums(YEARS.drop(index=0), sums=[SEXES])[0] == ([1, 2], [])


def test_without_a_rule_of_sums_nothing_adds_up():
    assert sums(YEARS.iloc[:3]) == [([0, 1, 2], [])]


JOBS = pd.DataFrame(
    {
        "sex": ["All", "Men", "Women", "All", "Men", "Women"],
        "age": ["16", "16", "16", "65", "65", "65"],
        "people": [9, 4, 5, 7, 3, 4],
        "base": [1, 2, 3, 4, 5, 6],
    }
)
OVER = {"total": {"sex": "All"}, "parts": {"sex": "!All"}}


@pytest.mark.parametrize(("given", "whole"), [({}, True), ({"whole": True}, True), ({"whole": False}, False)])
def test_a_sum_over_any_columns_is_found_for_each_value_of_those_that_are_not_named(given, whole):
    found = sums(JOBS, column="people", apart=["base"], sums=[OVER | given])
    assert found[0][1] == [Relation(0, (1, 2), whole), Relation(3, (4, 5), whole)]


@pytest.mark.parametrize("said", ["columns", "tied", "apart"])
def test_a_column_of_figures_tells_no_rows_apart(said):
    assert len(sums(JOBS, column="people", sums=[OVER], **{said: ["base"]})[0][1]) == 2
    assert sums(JOBS, column="people", sums=[OVER])[0][1] == []  # where it is not said, it does


@pytest.mark.parametrize("name", ["value", "lower", "upper", "status", "numerator", "denominator"])
def test_nor_does_what_belongs_to_a_cell(name):
    found = sums(JOBS.rename(columns={"base": name}).astype({name: float}), column="people", sums=[OVER])
    assert len(found[0][1]) == 2


def test_parts_may_be_several_selections():
    parts = [{"sex": "Men"}, {"sex": "Women"}]
    found = sums(JOBS.drop(columns="base"), column="people", sums=[{"total": {"sex": "All"}, "parts": parts}])
    assert found[0][1] == [Relation(0, (1, 2)), Relation(3, (4, 5))]


def test_a_total_may_be_named_by_another_column_than_its_parts():
    table = pd.DataFrame({"level": ["top", "low", "low"], "kind": ["all", "a", "b"], "people": [9, 4, 5]})
    rule = {"total": {"level": "top"}, "parts": {"kind": ["a", "b"]}}
    assert sums(table, column="people", sums=[rule])[0][1] == [Relation(0, (1, 2))]


def test_a_total_that_stands_twice_or_has_no_parts_is_no_sum():
    twice = pd.concat([JOBS, JOBS.iloc[:1]], ignore_index=True).drop(columns="base")
    assert sums(twice, column="people", sums=[OVER])[0][1] == [Relation(3, (4, 5))]
    assert sums(JOBS.drop(columns="base").iloc[[0, 3, 4, 5]], column="people", sums=[OVER])[0][1] == [
        Relation(3, (4, 5))
    ]


def test_where_every_other_column_is_named_the_table_is_one_sum():
    bare = JOBS[["sex", "people"]].iloc[:3]
    assert sums(bare, column="people", sums=[OVER])[0][1] == [Relation(0, (1, 2))]
    assert sums(bare.iloc[1:], column="people", sums=[OVER])[0][1] == []  # without its total
    assert sums(bare.iloc[:1], column="people", sums=[OVER])[0][1] == []  # without its parts


PLACES = SimpleNamespace(inside=lambda code: {"district": ("A", "B")} if code == "R" else {})
AREAS = pd.DataFrame({"area_code": ["A", "B", "R", "C"], "value": [4.0, 90.0, 94.0, 8.0]})


def test_an_area_is_the_sum_of_those_inside_it_where_all_are_there():
    assert sums(AREAS, PLACES, nested=True) == [([0, 1, 2, 3], [Relation(2, (0, 1))])]
    assert sums(AREAS.drop(index=1), PLACES, nested=True)[0][1] == []
    assert sums(AREAS.assign(value=[4, None, 94, 8]), PLACES, nested=True)[0] == ([0, 2, 3], [])
    assert sums(AREAS, PLACES)[0][1] == sums(AREAS, PLACES, nested=False)[0][1] == []


def test_and_so_is_each_series_of_it():
    both = pd.concat([AREAS.assign(series=who) for who in ("Men", "Women")], ignore_index=True)
    assert sums(both, PLACES, nested=True)[0][1] == [Relation(2, (0, 1)), Relation(6, (4, 5))]


@pytest.mark.parametrize(
    ("wanted", "rows"),
    [
        ({}, [0, 1, 2, 3, 4]),
        ({"code": "21"}, [0]),
        ({"code": "21*"}, [0, 1]),
        ({"code": "!21"}, [1, 2, 3, 4]),
        ({"code": ["21", "30"]}, [0, 2]),
        ({"code": "21*", "year": 2024}, [1]),
        ({"year": "2024"}, [1, 3]),
        ({"code": "*"}, [0, 1, 2, 3, 4]),
        ({"code": "9"}, []),
    ],
)
def test_rows_are_chosen_by_values_lists_beginnings_and_all_but_one(wanted, rows):
    table = pd.DataFrame({"code": ["21", "211", "30", "121", "29"], "year": [2023, 2024, 2023, 2024, 2025]})
    assert list(table.index[selected(table, wanted)]) == rows


def test_rows_of_several_selections_are_those_of_any():
    assert rows_of(JOBS, [{"sex": "All", "age": "16"}, {"sex": "Men"}]) == {0, 1, 4}
    assert rows_of(JOBS, []) == set()


def test_a_hidden_cell_is_as_wide_as_the_threshold_or_as_said_of_its_rows():
    rows = JOBS.index[:3]
    assert widths(JOBS, rows, {}) == {0: 1.0, 1: 1.0, 2: 1.0}
    wider = [{"of": {"sex": "Men"}, "width": 20}, {"of": {"sex": "Women"}, "width": 2}]
    assert widths(JOBS, rows, {"below": 5, "widths": wider}) == {0: 5.0, 1: 20.0, 2: 2.0}
