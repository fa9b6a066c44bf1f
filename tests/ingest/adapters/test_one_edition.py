"""One edition of one dataset is read out of the archive of a publisher's files, and no other."""

from datetime import date

import pandas as pd

MORE = """[options]
area = "areacd"
date = "period"
value = "value"
measure = "indicator"
periods = "calendar year"
only = { slug = "gdp-per-head", seen = "2025-05-06" }"""
COLUMNS = ["indicator", "areacd", "period", "value", "seen", "commit", "slug"]
ROWS = [
    ("Output", "E08000003", "2022", 60679.0, "2025-01-17", "a", "gdp-per-head"),
    ("Output", "E08000003", "2022", 60700.0, "2025-05-06", "b", "gdp-per-head"),
    ("Output", "E08000016", "2023", 21000.5, "2025-05-06", "b", "gdp-per-head"),
    ("Output", "W06000001", "2023", 20000.0, "2025-05-06", "b", "gdp-per-head"),
    ("Pay", "E08000003", "2023-01-01/P1Y", 600.0, "2025-05-06", "b", "weekly-pay"),
]


def write(workshop, rows=ROWS):
    pd.DataFrame(rows, columns=COLUMNS).to_parquet(workshop.folder / "archive.parquet")
    workshop.entry("gdp", "archive.parquet", "long_csv", MORE)


def test_the_edition_that_is_asked_for_is_read_under_the_codes_of_today(workshop):
    write(workshop)
    assert workshop.run().refused == {}
    cells = {(row.area_code, row.period): row.value for row in workshop.table("gdp").itertuples()}
    assert cells == {("E08000003", date(2022, 1, 1)): 60700.0, ("E08000038", date(2023, 1, 1)): 21000.5}


def test_an_edition_that_the_archive_does_not_have_is_refused(workshop):
    write(workshop, [row for row in ROWS if row[4] != "2025-05-06"])
    said = "archive.parquet: the column seen has no 2025-05-06 (it has 2025-01-17), correct only in options"
    assert workshop.only_refusal() == said


def test_a_row_without_an_area_is_refused(workshop):
    write(workshop, [*ROWS, ("Output", None, "2023", 1.0, "2025-05-06", "b", "gdp-per-head")])
    assert workshop.only_refusal().startswith("archive.parquet, row 6: ")


def test_a_row_that_says_no_edition_may_be_of_this_one_and_is_refused(workshop):
    write(workshop, [*ROWS, ("Output", "E08000003", "2023", 1.0, None, "b", "gdp-per-head")])
    said = "archive.parquet, row 6: has no seen, so that nobody knows whether it is meant, download it again"
    assert workshop.only_refusal() == said


def test_an_edition_of_another_dataset_may_lack_what_this_one_has(workshop):
    write(workshop, [*ROWS, (None, "E08000003", "2019", 9.0, "2024-10-01", "c", "travel-time")])
    assert workshop.run().refused == {}
