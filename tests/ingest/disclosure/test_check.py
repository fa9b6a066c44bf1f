"""What a table gives away is told by the place of the cell, and looked for in every kind of sum."""

from types import SimpleNamespace

import pandas as pd

from dashboard.ingest.disclosure.check import disclosed


def entry(**protection):
    return SimpleNamespace(disclosure="suppress", protection=protection, options={})


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
