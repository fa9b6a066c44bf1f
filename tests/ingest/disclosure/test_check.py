"""What a table gives away is told by the place of the cell, and looked for in every kind of sum."""

from datetime import date
from types import SimpleNamespace

import pandas as pd
import pytest

from dashboard.ingest.disclosure.check import disclosed
from dashboard.ingest.disclosure.protection import protect, rule_name


def entry(disclosure="suppress", **protection):
    return SimpleNamespace(disclosure=disclosure, protection=protection, options={}, file="a.toml")


def test_a_hidden_area_follows_from_the_area_around_it_and_its_neighbour():
    table = pd.DataFrame({"area_code": ["A", "B", "R"], "value": [None, 90.0, 94.0], "status": ["c", "", ""]})
    places = SimpleNamespace(inside=lambda code: {"district": ("A", "B")} if code == "R" else {})
    assert disclosed(table, entry(below=5, nested=True), places) == ["A lies between 4 and 4"]
    assert disclosed(table, entry(below=5), places) == []


def test_a_hidden_cell_is_named_without_the_figure_itself():
    table = pd.DataFrame(
        {
            "home": ["A", "B", "All"],
            "work": ["M", "M", "M"],
            "people": [None, 30.0, 32.0],
            "status": ["c", "", ""],
        }
    )
    sum_ = {"total": {"home": "All"}, "parts": {"home": "!All"}}
    rule = entry(below=5, columns=["people"], sums=[sum_])
    assert disclosed(table, rule, None) == ["A, M lies between 2 and 2"]
    again = table.assign(people=[2.0, 30.0, 32.0])
    assert disclosed(again, rule, None) == ["A, M follows from its people"]


def test_of_a_share_and_its_counts_neither_is_in_the_name_of_a_cell():
    table = pd.DataFrame(
        {
            "area_code": ["A", "B", "R"],
            "numerator": [None, 30.0, 32.0],
            "denominator": [None, 60.0, 80.0],
            "value": [None, 50.0, 40.0],
            "status": ["c", "", ""],
        }
    )
    sum_ = {"total": {"area_code": "R"}, "parts": {"area_code": ["A", "B"]}}
    rule = entry(below=5, columns=["numerator", "denominator"], sums=[sum_])
    assert disclosed(table, rule, None) == ["A lies between 2 and 2", "A lies between 20 and 20"]


def test_figures_that_contradict_each_other_are_no_table_but_where_they_are_rounded():
    table = pd.DataFrame({"area_code": ["A", "B", "R"], "value": [None, 5.5, 5.0], "status": ["c", "", ""]})
    sum_ = {"total": {"area_code": "R"}, "parts": {"area_code": ["A", "B"]}}
    with pytest.raises(ValueError, match="contradict each other"):
        disclosed(table, entry(below=5, sums=[sum_]), None)
    assert len(disclosed(table, entry(below=5, sums=[sum_], unit=1), None)) == 1


def test_a_count_of_one_is_small_and_a_row_goes_by_its_label():
    table = pd.DataFrame({"area_code": list("AB"), "value": [1.0, 9.0], "status": ["", ""]}, [7, 8])
    assert protect("people", table, entry(below=5), None).status.to_dict() == {7: "c", 8: ""}
    cells = [{"area_code": "B"}]
    assert protect("people", table, entry("withhold", cells=cells), None).status.to_dict() == {7: "", 8: "c"}


def test_a_share_of_one_person_is_made_anew_where_counts_are_whole():
    table = pd.DataFrame({"area_code": ["A"], "numerator": [1.0], "denominator": [1.0], "value": [100.0]})
    rule = entry("round", base=1, columns=["numerator", "denominator"])
    assert protect("people", table, rule, None).value.tolist() == [100]


def test_a_rule_about_a_day_has_a_name_too():
    rule = entry("withhold", cells=[{"day": date(2026, 5, 1)}])
    assert len(rule_name(rule)) == 16
