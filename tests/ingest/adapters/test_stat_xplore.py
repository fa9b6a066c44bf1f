"""A Stat-Xplore workbook: places by name, a provisional month, totals and notes below the table."""

from datetime import date

import pytest

from tests.ingest.adapters.test_sheet import workbook

MORE = """
[size]
unchecked = "a test"

[options]
header  = "Month"
area    = 3
area_names = true
across  = "periods"
periods = "month"
marks   = { ".." = "low" }
sheet   = "Data Sheet 0"
series  = "Households"
skip    = ["Cardiff / Caerdydd", "Unknown", "Total"]

[options.codes]
"Sallford" = "E08000006"
"""
ROWS = [
    ["Households on Universal Credit (I\nII)"],
    ["Counting: Households on Universal Credit"],
    [],
    ["Month", "", "", "April 2025", "May 2025 (p)"],
    ["", "Households on Universal Credit", "National - Regional - LA - OAs"],
    ["", "Households on Universal Credit", "Manchester", 87000, 87848],
    ["", "", "Sallford", "..", 31000],
    ["", "", "Cardiff / Caerdydd", 40000, 40001],
    ["", "", "Unknown", 12, 12428],
    ["", "", "Total", 130000, 131000],
    [],
    ["INFO", "Statistical disclosure control has been applied to this table."],
    ["p", 'Figures marked "p" are provisional.'],
]


def entry(workshop, rows=ROWS):
    workbook(workshop.folder / "credit.xlsx", **{"Data Sheet 0": rows, "format": [["heading"]]})
    workshop.entry("credit", "credit.xlsx", "sheet", MORE)


def test_names_become_codes_and_a_provisional_month_keeps_its_mark(workshop):
    entry(workshop)
    outcome = workshop.run()
    assert outcome.refused == {}
    cells = {
        (row.area_code, row.period): (row.value, row.status) for row in workshop.table("credit").itertuples()
    }
    april, may = date(2025, 4, 1), date(2025, 5, 1)
    assert cells == {
        ("E08000003", april): (87000, ""),
        ("E08000003", may): (87848, "p"),
        ("E08000006", april): (pytest.approx(float("nan"), nan_ok=True), "low"),
        ("E08000006", may): (31000, "p"),
    }


def test_a_name_that_no_district_has_is_refused_with_its_row(workshop):
    entry(workshop, [*ROWS[:6], ["", "", "Atlantis", 1, 2]])
    said = (
        "credit.xlsx, sheet “Data Sheet 0”, row 7: no area is called 'Atlantis', "
        "give the code as codes in options, or leave it out with skip or only"
    )
    assert workshop.only_refusal() == said


def test_a_file_without_the_row_of_months_is_refused(workshop):
    entry(workshop, ROWS[:3])
    assert "no row has the headers Month" in workshop.only_refusal()
