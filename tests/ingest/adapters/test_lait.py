"""DfE's tool: names become codes, marks become statuses, split years find their month."""

from datetime import date

import pandas as pd

OPTIONS = """
[size]
unchecked = "a test"
[options]
fiscal = "Finance"
outside = ["London (Inner)"]

[options.names]
"Manchester LA" = "E08000003"
"""


def _lait(workshop, *rows):
    columns = ["Short Desc", "Data item", "Years", "LA and Regions", "Values"]
    pd.DataFrame(rows, columns=columns).to_parquet(workshop.folder / "lait.parquet")
    workshop.entry("lait", "lait.parquet", "lait", OPTIONS)
    return workshop


def test_years_marks_and_names_are_read(workshop):
    outcome = _lait(
        workshop,
        ("Attain8", "Average score", "2024", "Manchester LA", "45.9"),
        ("Attain8", None, "2025 (prov)", "Manchester LA", "46.1"),
        ("Attain8", None, "2025 (prov)", "North West", "-"),
        ("HE", None, "2016-17", "Salford", "30"),
        ("SENFinance", None, "2016-17 (OT)", "Salford", "70"),
        ("RTA", None, "2014-16", "England", "12.1"),
        ("Alcohol", None, "2013/14-15/16", "England", "35"),
        ("Attain8", None, "0", "Manchester LA", "-"),
        ("Attain8", None, "2024", "London (Inner)", "50"),
    ).run()
    assert outcome.refused == {}
    rows = {
        (row.series, row.area_code, row.period): (row.duration, row.value, row.status)
        for row in workshop.table("lait").itertuples()
    }
    assert rows.pop(("Attain8", "E12000002", date(2025, 1, 1)))[2] == "x"
    assert rows == {
        ("Attain8", "E08000003", date(2024, 1, 1)): ("P1Y", 45.9, ""),
        ("Attain8", "E08000003", date(2025, 1, 1)): ("P1Y", 46.1, "p"),
        ("HE", "E08000006", date(2016, 9, 1)): ("P1Y", 30, ""),
        ("SENFinance", "E08000006", date(2016, 4, 1)): ("P1Y", 70, ""),
        ("RTA", "E92000001", date(2014, 1, 1)): ("P3Y", 12.1, ""),
        ("Alcohol", "E92000001", date(2013, 4, 1)): ("P3Y", 35, ""),
    }
    assert outcome.notes["lait"] == [
        "1 row without a year left out",
        "1 row of names in options.outside left out",
    ]
    labels = workshop.table("series").query("dataset == 'lait'").set_index("series").label
    assert labels["Attain8"] == "Average score"


def test_a_name_that_is_no_area_is_refused(workshop):
    workshop = _lait(workshop, ("Attain8", None, "2024", "Gotham", "45.9"))
    expected = "lait.parquet, row 1: no area is called 'Gotham', add it to options.names"
    assert workshop.only_refusal() == expected
