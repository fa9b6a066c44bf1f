"""Homelessness tables: cells of quarterly workbooks whose columns move and change their names."""

from datetime import date

import pandas as pd
import pytest

OPTIONS = r"""
[options]
area = "code"
date = "quarter"
periods = "quarter"
value = "value"
measure = ["table", "header"]
repeats = true
skip  = ["-"]
marks = { ".." = "x" }
[options.patterns]
"In temporary accommodation" = '^TA1, .*households in TA[\d,]*$'
"Owed a duty" = "^A1, .*owed a duty"
"""
CELLS = [
    ("2020Q1", "TA1", "E08000003", 4, "Total number of households in TA1,2", "2173"),
    ("2020Q1", "TA1", "E08000003", 7, "households in TA with children", "1500"),
    ("2020Q1", "TA1", "-", 4, "Total number of households in TA1,2", "32280"),
    ("2020Q2", "TA1", "E08000003", 5, "At the end of the quarter | households in TA", "2313"),
    ("2020Q2", "TA1", "E12000002", 5, "At the end of the quarter | households in TA", "4490"),
    ("2020Q2", "TA1", "E12000002", 5, "At the end of the quarter | households in TA", "4490"),
    ("2020Q1", "A1", "E08000003", 6, "Assessed as owed a duty | Total", ".."),
    ("2020Q2", "A1", "E08000003", 6, "Owed: assessed as owed a duty", ".."),
]


def extract(workshop, *cells):
    columns = ["quarter", "table", "code", "column", "header", "value"]
    pd.DataFrame(cells, columns=columns).assign(name="").to_parquet(workshop.folder / "cells.parquet")
    workshop.entry("homelessness", "cells.parquet", "long_csv", OPTIONS)
    return workshop


def test_each_quarter_is_read_from_the_column_that_it_has_then(workshop):
    workshop = extract(workshop, *CELLS)
    assert workshop.run().refused == {}
    rows = [
        (row.series, row.area_code, row.period, row.duration, row.value, row.status)
        for row in workshop.table("homelessness").itertuples()
        if row.status != "x"
    ]
    assert rows == [
        ("In temporary accommodation", "E08000003", date(2020, 1, 1), "P3M", 2173, ""),
        ("In temporary accommodation", "E08000003", date(2020, 4, 1), "P3M", 2313, ""),
        ("In temporary accommodation", "E12000002", date(2020, 4, 1), "P3M", 4490, ""),
    ]


def test_a_council_without_a_return_has_no_figure_and_the_mark_says_so(workshop):
    workshop = extract(workshop, *CELLS)
    workshop.run()
    table = workshop.table("homelessness").query("series == 'Owed a duty'")
    assert table.status.tolist() == ["x", "x"]
    assert table.value.isna().all()


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (
            ("2020Q2", "TA1", "E12000002", 5, CELLS[3][4], "4480"),
            "E12000002, In temporary accommodation, 2020-04-01 appears twice (North West), keep one row",
        ),
        (
            ("2020Q3", "TA1", "E08000003", 4, "Renamed", "1"),
            "no measure matches '^TA1, .*households in TA[\\d,]*$' (In temporary accommodation) in 2020Q3",
        ),
        (
            ("2020Q2", "TA1", "E08000006", 6, "All households in TA", "1"),
            "2 measures match '^TA1, .*households in TA[\\d,]*$' (In temporary accommodation) in 2020Q2",
        ),
        (
            ("2020Q2", "TA1", "E08000006", 5, CELLS[3][4], "few"),
            "'few' is not a number (value; Salford, 2020-04-01), correct it",
        ),
    ],
)
def test_what_cannot_be_true_is_refused(workshop, spoil, said):
    assert said in extract(workshop, *CELLS, spoil).run().refused["homelessness"]


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("(owed", "homelessness.toml: options.patterns: More: '(owed' is no regular expression"),
        ("owed a duty", "'A1, Assessed as owed a duty | Total' matches the patterns of Owed a duty, More"),
    ],
)
def test_a_pattern_that_means_nothing_or_too_much_is_refused(workshop, given, said):
    workshop = extract(workshop, *CELLS)
    workshop.entry("homelessness", "cells.parquet", "long_csv", f'{OPTIONS}More = "{given}"')
    assert said in workshop.only_refusal()
