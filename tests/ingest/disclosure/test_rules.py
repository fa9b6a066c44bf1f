"""Each disclosure rule on a table of a few rows, by hand; from a register entry on: test_protection.py."""

from types import SimpleNamespace

import pandas as pd
import pytest

from dashboard.ingest.disclosure import protection as rules
from dashboard.ingest.disclosure.check import disclosed
from dashboard.ingest.disclosure.protection import protect, rule_name
from dashboard.ingest.refusal import Refused

TABLE = pd.DataFrame(
    {
        "area_code": ["A", "B", "C", "D"],
        "value": [3.0, 40.0, 0.0, 43.0],
        "lower": [1.0, 30.0, 0.0, 35.0],
        "upper": [6.0, 50.0, 2.0, 50.0],
        "status": ["", "", "", ""],
    }
)
SUM = {"total": {"area_code": "D"}, "parts": {"area_code": "!D"}}


def entry(disclosure, **protection):
    key = {"key": ["area_code"]}
    return SimpleNamespace(disclosure=disclosure, protection=protection, options=key, file="people.toml")


def shown(table, disclosure, **protection):
    """The protected table, blanks as None."""
    found = protect("people", table, entry(disclosure, **protection), None)
    return found.astype(object).where(found.notna(), None)


@pytest.mark.parametrize(
    "source", [entry("none"), entry("as published", below=5), entry("withhold"), entry("none", below=5)]
)
def test_a_table_of_which_nothing_is_asked_stays_itself(source):
    assert protect("people", TABLE, source, None) is TABLE


def test_a_rule_is_named_by_what_it_asks_and_nothing_else():
    names = [
        rule_name(entry("suppress", below=5, nested=True)),
        rule_name(entry("suppress", below=5)),
        rule_name(entry("suppress", below=4)),
        rule_name(entry("round", below=5)),
    ]
    assert len({*names}) == 4
    assert all(len(name) == 16 for name in names)
    assert names[0] == rule_name(entry("suppress", nested=True, below=5))  # in whatever order
    assert [rule_name(entry("none", below=5)), rule_name(entry("suppress"))] == ["", ""]
    assert rule_name(entry("as published", below=5)) == ""


def test_a_hidden_count_takes_its_limits_and_gets_its_mark():
    found = shown(TABLE, "suppress", below=5)
    assert found.value.tolist() == [None, 40, 0, 43]
    assert found.lower.tolist() == [None, 30, 0, 35]
    assert found.upper.tolist() == [None, 50, 2, 50]
    assert found.status.tolist() == ["c", "", "", ""]
    assert shown(TABLE.drop(columns="status"), "suppress", below=5).value.tolist() == [None, 40, 0, 43]


def test_what_is_exactly_the_threshold_is_shown():
    assert shown(TABLE, "suppress", below=3).value.tolist() == [3, 40, 0, 43]
    assert shown(TABLE, "suppress", below=3.1).value.tolist() == [None, 40, 0, 43]


def test_a_sum_takes_another_cell_with_it_and_not_one_that_is_kept():
    rows = shown(TABLE.assign(value=[3.0, 40.0, 30.0, 73.0]), "suppress", below=5, sums=[SUM])
    assert rows.status.tolist() == ["c", "", "c", ""]
    kept = shown(
        TABLE.assign(value=[3.0, 40.0, 30.0, 73.0]),
        "suppress", below=5, sums=[SUM], keep=[{"area_code": "C"}],
    )  # fmt: skip
    assert kept.status.tolist() == ["c", "c", "", ""]


def test_where_the_adapter_marks_what_is_small_the_size_says_nothing():
    marked = TABLE.assign(status=["", "low", "", ""], value=[3.0, 40.0, 30.0, 73.0])
    found = shown(marked, "suppress", below=5, marked="low")
    assert found.status.tolist() == ["", "c", "", ""]
    assert found.value.tolist() == [3, None, 30, 73]


def test_a_change_may_be_negative_where_the_rule_says_so():
    signed = TABLE.assign(value=[6.0, -8.0, 0.0, -2.0])
    with pytest.raises(Refused, match=r"people.*suppress is not possible: cell 1 holds -8.*see people.toml"):
        shown(signed, "suppress", below=5, sums=[SUM])
    rule = {"below": 5, "sums": [SUM], "signed": [{"area_code": "B"}, {"area_code": "D"}]}
    assert shown(signed, "suppress", **rule).status.tolist() == ["", "", "", ""]


def test_figures_that_are_rounded_add_up_within_what_the_rule_says():
    rounded = TABLE.assign(value=[3.0, 40.0, 7.0, 51.0])
    with pytest.raises(Refused, match="the parts of 3 do not add up"):
        shown(rounded, "suppress", below=2, sums=[SUM])
    assert shown(rounded, "suppress", below=2, sums=[SUM], unit=1).status.tolist() == [""] * 4


def test_a_wider_range_for_some_rows_hides_more():
    few = TABLE.assign(value=[3.0, 7.0, 30.0, 40.0])
    assert shown(few, "suppress", below=5, sums=[SUM]).status.tolist() == ["c", "c", "", ""]
    wide = [{"of": {"area_code": "A"}, "width": 20}]
    more = shown(few, "suppress", below=5, sums=[SUM], widths=wide).status.tolist()
    assert (more[0], more.count("c") >= 2, more[2:] != ["", ""]) == ("c", True, True)


COLUMNS = pd.DataFrame({"area_code": list("ABCD"), "men": [3, 20, 30, 53], "women": [9, 2, 40, 51]})


def test_what_is_hidden_in_one_column_is_hidden_in_the_other_and_in_each_of_its_periods():
    found = shown(COLUMNS, "suppress", below=5, columns=["men", "women"])
    assert found.men.tolist() == [None, None, 30, 53]
    assert found.women.tolist() == [None, None, 40, 51]


def test_a_row_hidden_for_one_column_may_take_a_third_for_another():
    # Men: A is small and takes B. Women: then A and B together are 4, known within four: C goes, too.
    table = COLUMNS.assign(men=[3, 20, 30, 53], women=[2, 2, 40, 44])
    found = shown(table, "suppress", below=5, columns=["men", "women"], sums=[SUM])
    assert found.men.isna().sum() == found.women.isna().sum() >= 3
    assert disclosed_in(found, below=5, columns=["men", "women"], sums=[SUM]) == []


def test_what_the_last_column_hides_is_looked_at_in_the_first_again():
    # Women: A takes B with it. That there is no man in either is then known from their total.
    table = pd.DataFrame({"area_code": list("ABD"), "men": [0, 0, 0], "women": [2, 40, 42]})
    found = shown(table, "suppress", below=5, columns=["men", "women"], sums=[SUM])
    assert found.men.tolist() == found.women.tolist() == [None, None, None]


def disclosed_in(found, **protection):
    status = found.men.isna().map({True: "c", False: ""})
    table = found.astype({"men": float, "women": float}).assign(status=status)
    return disclosed(table, entry("suppress", **protection), None)


def test_a_table_in_which_something_can_still_be_worked_out_is_refused(monkeypatch):
    monkeypatch.setattr(rules, "suppress", lambda *_, **__: SimpleNamespace(exposed=("a", "b")))
    with pytest.raises(Refused, match="2 hidden cells can still be worked out"):
        shown(TABLE, "suppress", below=5)


def test_rounding_is_of_each_count_and_leaves_no_limits():
    found = shown(TABLE.assign(value=[2.0, 42.5, 0.0, None]), "round", base=5)
    assert found.value.tolist() == [0, 45, 0, None]
    assert (found.lower.tolist(), found.upper.tolist()) == ([None] * 4, [None] * 4)
    assert found.status.tolist() == [""] * 4
    whole = protect("people", COLUMNS, entry("round", base=5, columns=["men", "women"]), None)
    assert whole.men.tolist() == [5, 20, 30, 55]
    assert whole.men.dtype == COLUMNS.men.dtype


def test_a_share_is_made_anew_and_none_is_made_where_there_was_none_or_nobody_is_left():
    table = pd.DataFrame(
        {
            "area_code": list("ABCD"),
            "numerator": [2.0, 8.0, 1.0, 8.0],
            "denominator": [8.0, 32.0, 2.0, 2.0],
            "value": [25.0, 25.0, None, 400.0],
        }
    )
    found = shown(table, "round", base=5, columns=["numerator", "denominator"])
    assert found.numerator.tolist() == [0, 10, 0, 10]
    assert found.denominator.tolist() == [10, 30, 0, 0]
    assert found.value.tolist() == [0, pytest.approx(100 / 3), None, None]


def test_withheld_is_each_cell_that_is_named_by_all_of_its_columns():
    table = TABLE.assign(year=[2023, 2024, 2023, 2024])
    named = [{"area_code": "A", "year": 2023}, {"year": "2024"}]
    found = shown(table, "withhold", cells=named, apart=["year"])
    assert found.value.tolist() == [None, None, 0, None]
    assert found.status.tolist() == ["c", "c", "", "c"]
    with pytest.raises(
        Refused, match=r"withhold is not possible: no cell is \{'area_code': 'A', 'year': 2024"
    ):
        shown(table, "withhold", cells=[{"area_code": "A", "year": 2024}], apart=["year"])


def test_what_a_table_gives_away_is_named_with_its_range_and_its_place():
    open_again = TABLE.assign(value=[None, 40.0, 0.0, 43.0], status=["c", "", "", ""])
    rule = {"below": 5, "sums": [SUM]}
    bare = open_again.assign(lower=None, upper=None)
    assert disclosed(bare, entry("suppress", **rule), None) == ["A lies between 3 and 3"]
    assert disclosed(open_again, entry("suppress", below=5), None) == []
    two = bare.assign(value=[None, 40.0, None, 43.0], status=["c", "", "c", ""])
    assert disclosed(two, entry("suppress", **rule), None) == [
        "A lies between 0 and 3",
        "C lies between 0 and 3",
    ]
    assert disclosed(two, entry("suppress", **rule | {"signed": [{"area_code": "C"}]}), None) == []
    narrow = [{"of": {"area_code": "A"}, "width": 3}]
    assert disclosed(two, entry("suppress", **rule | {"widths": narrow}), None) == ["C lies between 0 and 3"]
