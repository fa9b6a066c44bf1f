"""A table as its publisher lays it out: cover rows, notes, marks, sheets, columns a period or a series."""

from datetime import date

import openpyxl
import pytest

ACROSS = """
[options]
area    = "Area code"
across  = "periods"
periods = "year ending March"
summed  = ["Journeys"]

[options.sheets]
Table1 = "Journeys"
Table2 = "Journeys per head"

[options.codes]
"[z]"     = "E92000001"
E11000001 = "E08000003"

[options.sums]
E47000001 = ["E11000002", "E08000006"]
"""
BUSES = [
    ["Journeys by area [note 1]"],
    ["This worksheet holds one table."],
    ["Area code", "Area", 2023, "2024 [r] [note 7]"],
    ["E11000001", "Old Manchester", 150.5, 160],
    ["E11000002", "Merseyside", 80, "[x]"],
    ["E08000006", "Salford", 2.5, 3],
    ["[z]", "England", 3000, 3100],
    ["", "", "", ""],
    ["", "Source: the Department", "", ""],
]


def workbook(path, **sheets):
    """An .xlsx at `path` of the given sheets, after a cover sheet."""
    book = openpyxl.Workbook()
    book.active.title = "Cover"
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    book.save(path)


def read(workshop, name="buses"):
    return {
        (row.series, row.area_code, row.period): (row.duration, row.value, row.status)
        for row in workshop.table(name).itertuples()
        if row.status != "x"
    }


def test_a_column_a_year_is_read_below_its_cover_and_above_its_notes(workshop):
    workbook(workshop.folder / "buses.xlsx", Table1=BUSES, Table2=BUSES[:4])
    workshop.entry("buses", "buses.xlsx", "sheet", ACROSS)
    assert workshop.run().refused == {}
    assert read(workshop) == {
        ("Journeys", "E08000003", date(2022, 4, 1)): ("P1Y", 150.5, ""),
        ("Journeys", "E08000003", date(2023, 4, 1)): ("P1Y", 160, ""),
        ("Journeys", "E08000006", date(2022, 4, 1)): ("P1Y", 2.5, ""),
        ("Journeys", "E08000006", date(2023, 4, 1)): ("P1Y", 3, ""),
        ("Journeys", "E92000001", date(2022, 4, 1)): ("P1Y", 3000, ""),
        ("Journeys", "E92000001", date(2023, 4, 1)): ("P1Y", 3100, ""),
        # Merseyside has no figure for 2024, so neither has the city region that it is part of.
        ("Journeys", "E47000001", date(2022, 4, 1)): ("P1Y", 82.5, "derived"),
        ("Journeys per head", "E08000003", date(2022, 4, 1)): ("P1Y", 150.5, ""),
        ("Journeys per head", "E08000003", date(2023, 4, 1)): ("P1Y", 160, ""),
    }


BESIDE = """
[options]
area    = ["District", "Region code"]
periods = "month"
period  = "2025-05"
skip    = ["-"]
marks   = { ".." = "x" }

[options.columns]
"Households" = "All households"
"With children" = "Households with children"
"""


def test_a_column_a_series_of_one_period_is_read_and_marks_are_kept(workshop):
    rows = [
        "District,Region code,Name,Households,With children",
        "E08000003,E12000002,Manchester,100,[c]",
        "---,E12000002,North West,500,..",
        "---,-,Rest of England,900,70",
    ]
    (workshop.folder / "aid.csv").write_text("\n".join(rows) + "\n")
    workshop.entry("aid", "aid.csv", "sheet", BESIDE)
    assert workshop.run().refused == {}
    assert read(workshop, "aid") == {
        ("All households", "E08000003", date(2025, 5, 1)): ("P1M", 100, ""),
        ("All households", "E12000002", date(2025, 5, 1)): ("P1M", 500, ""),
        ("Households with children", "E08000003", date(2025, 5, 1)): (
            "P1M",
            pytest.approx(float("nan"), nan_ok=True),
            "c",
        ),
    }


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (
            lambda rows: [*rows[:2], ["Code", "Area", 2023]],
            "no row has the headers Area code, correct options in its entry",
        ),
        (
            lambda rows: [*rows[:4], ["Bury", "Bury", 3, 4]],
            "sheet “Table1”, row 5: 'Bury' is no area code, correct it, or name it in options.skip",
        ),
        (
            lambda rows: [*rows[:4], ["E08000006", "Salford", "few", 4]],
            "sheet “Table1”, row 5: 'few' is not a number (2023; Salford, 2022-04-01), correct it",
        ),
        (
            lambda rows: [*rows[:2], ["Area code", "Area", "Now"], *rows[3:]],
            "sheet “Table1”, row 3: no header is a period as year ending March",
        ),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_place_and_its_mend(workshop, spoil, said):
    workbook(workshop.folder / "buses.xlsx", Table1=spoil(BUSES), Table2=BUSES)
    workshop.entry("buses", "buses.xlsx", "sheet", ACROSS)
    assert said in workshop.run().refused["buses"]


def test_a_sheet_that_is_not_there_is_named_with_those_that_are(workshop):
    workbook(workshop.folder / "buses.xlsx", Table1=BUSES)
    workshop.entry("buses", "buses.xlsx", "sheet", ACROSS)
    assert (
        "has no sheet 'Table2' (it has Cover, Table1), correct the name in its entry"
        in workshop.run().refused["buses"]
    )


def test_a_column_of_codes_without_a_header_is_named_by_its_number(workshop):
    rows = [["Duties", ""], ["", "Ended in time"], ["E08000003", 12], ["E08000006", ".."], ["Source", ""]]
    workbook(workshop.folder / "duties.xlsx", P1=rows)
    options = '[options]\narea = 1\nperiod = "2025 Q4"\nperiods = "quarter"\nmarks = { ".." = "x" }\n'
    more = '[options.columns]\n"Ended in time" = "Ended"\n[options.sheets]\nP1 = "Ended"'
    workshop.entry("duties", "duties.xlsx", "sheet", options + more)
    assert workshop.run().refused == {}
    assert read(workshop, "duties") == {("Ended", "E08000003", date(2025, 10, 1)): ("P3M", 12.0, "")}


@pytest.mark.parametrize(
    ("heads", "said"),
    [
        (["Area code", 2021, 2022], "row 6: another table begins here, write in options.until what the row"),
        (["Area code", 2023, 2024], "row 6: the header stands here again, write in options.until what"),
    ],
)
def test_a_second_table_below_the_first_is_none_of_its_rows(workshop, heads, said):
    rows = [["Area code", 2023, 2024], ["E08000003", 1, 2], ["E08000006", 3, 4], [], ["Table 2: per head"]]
    workbook(workshop.folder / "two.xlsx", Table1=[*rows, heads, ["E08000007", 5, 6]])
    options = 'area = "Area code"\nacross = "periods"\nperiods = "calendar year"\nseries = "Starts"'
    workshop.entry("two", "two.xlsx", "sheet", f"\n[options]\n{options}\n")
    assert said in workshop.run().refused["two"]
    workshop.entry("two", "two.xlsx", "sheet", f'\n[options]\n{options}\nuntil = "Table 2"\n')
    assert workshop.run().refused == {}
    assert {area for _, area, _ in read(workshop, "two")} == {"E08000003", "E08000006"}


def test_a_column_of_figures_that_is_not_read_is_told(workshop):
    """“2025*” is no period to the reader: its year was missing without a word."""
    heads = ["Area code", 2024, "2025*", "2026*", "Of 2024", "Change"]
    rows = [heads, ["E08000003", 1, 2, "£1,200 [p]", "see note", 1], ["E08000006", 3, 4, "[c]", "", 1]]
    workbook(workshop.folder / "starred.xlsx", Table1=rows)
    options = 'area = "Area code"\nacross = "periods"\nperiods = "calendar year"\nseries = "Starts"'
    workshop.entry("starred", "starred.xlsx", "sheet", f"\n[options]\n{options}\n")
    outcome = workshop.run()
    assert outcome.refused == {}
    assert "not read, being no period as calendar year: “2025*”, “2026*”" in outcome.notes["starred"]
