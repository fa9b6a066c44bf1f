"""Columns of areas and rows of months, as ONS publishes payroll figures: cover rows, codes above names."""

from datetime import date

from tests.ingest.adapters.test_sheet import workbook

MORE = """
[options]
across  = "areas"
date    = "Date"
periods = "month"
repeats = true

[options.sheets]
"1. Employees" = "Employees"
"2. Regions" = "Employees"

[options.codes]
UKD = "E12000002"
UK  = "K02000001"
"""
DISTRICTS = [
    ["1. Payrolled employees by district"],
    ["Units", "Payrolled employees"],
    [],
    ["", "E08000016", "E08000006", "W06000023", ""],
    ["Date", "Barnsley", "Salford", "Powys", "UK"],
    ["July 2014", 100, 200.4, 9, 900],
    ["August 2014", 110, "", 9, 910],
    [],
    ["Notes"],
]
REGIONS = [["", "UKD", ""], ["Date", "North West", "UK"], ["July 2014", 500, 900], ["August 2014", 510, 910]]


def entry(workshop, districts=DISTRICTS):
    workbook(workshop.folder / "pay.xlsx", **{"1. Employees": districts, "2. Regions": REGIONS})
    workshop.entry("pay", "pay.xlsx", "sheet", MORE)


def test_each_column_is_an_area_under_its_code_of_today_and_the_notes_are_no_figures(workshop):
    entry(workshop)
    assert workshop.run().refused == {}
    cells = {(row.area_code, row.period): row.value for row in workshop.table("pay").itertuples()}
    july, august = date(2014, 7, 1), date(2014, 8, 1)
    assert cells == {
        ("E08000038", july): 100,
        ("E08000038", august): 110,
        ("E08000006", july): 200.4,
        ("E12000002", july): 500,
        ("E12000002", august): 510,
        ("K02000001", july): 900,
        ("K02000001", august): 910,
    }


def test_a_total_that_the_sheets_disagree_on_is_refused(workshop):
    entry(workshop, [*DISTRICTS[:5], ["July 2014", 100, 200.4, 9, 901]])
    twice = (
        "pay.xlsx, sheet “2. Regions”, row 3: K02000001, Employees, 2014-07-01 appears twice (United Kingdom)"
    )
    which = "keep one row, or say by only in options which rows are meant"
    assert workshop.only_refusal() == f"{twice}, {which}"


def test_a_column_of_nobody_and_a_row_that_is_no_month_are_named(workshop):
    entry(workshop, [*DISTRICTS[:3], ["", "E08999999"], ["Date", "Nowhere"], ["July 2014", 1]])
    assert "row 6: no area is known by E08999999" in workshop.only_refusal()
    entry(workshop, [*DISTRICTS[:5], ["Summer 2014", 100, 200]])
    assert (
        "row 6: the period 'Summer 2014' (Date; Barnsley) cannot be read as month" in workshop.only_refusal()
    )


def test_a_sheet_without_the_header_says_what_to_correct(workshop):
    entry(workshop, DISTRICTS[:4])
    assert workshop.only_refusal() == (
        "pay.xlsx, sheet “1. Employees”: has no row that begins with Date, correct options in its entry"
    )
