"""Nine small files as publishers lay theirs out: titles and notes around the table, marks, odd columns."""

from collections.abc import Callable
from pathlib import Path

import xlsxwriter

from tests.ingest.ods import write_ods

BOLTON, BURY, MANCHESTER = "E08000001", "E08000002", "E08000003"
NAMES = {BOLTON: "Bolton", BURY: "Bury", MANCHESTER: "Manchester"}
CODES = list(NAMES)


def nomis(folder: Path) -> Path:
    """A download of Nomis: titles in quotes, a column a year, a sign of its own, notes below."""
    rows = [f'"{NAMES[code]}","{code}",{1200 + at},"!",{at}.5' for at, code in enumerate(CODES)]
    head = '"Annual Population Survey"\n"ONS Crown Copyright"\n"Variable:","% with no qualifications"\n\n'
    notes = '\n"! Estimate is not available since the sample is disclosive."\n'
    return _text(folder / "nomis.csv", head + '"Area","mnemonic",2021,2022,2023\n' + "\n".join(rows) + notes)


def explore_education(folder: Path) -> Path:
    """Explore Education Statistics: codes of three levels in three columns, rows of parts beside totals."""
    head = "time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,"
    head += "old_la_code,new_la_code,la_name,sex,absence_rate"
    rows = []
    for year in ("202223", "202324"):
        for sex, add in (("Total", 0), ("Girls", 1), ("Boys", 2)):
            rows.append(f"{year},Academic year,National,E92000001,England,,,,,,{sex},{7 + add}.1")
            of = "Academic year,Local authority,E92000001,England,E12000002,North West"
            rows += [
                f"{year},{of},350,{code},{NAMES[code]},{sex},{at + add}.4" for at, code in enumerate(CODES)
            ]
    rows[-1] = rows[-1].rpartition(",")[0] + ",c"
    return _text(folder / "absence.csv", "\n".join([head, *rows]))


def transport_ods(folder: Path) -> Path:
    """The Department for Transport: a cover, a long title, notes in headers, years ending in March."""
    title = [
        ["BUS: passenger journeys by authority, years ending March (millions)"],
        ["This sheet holds one table."],
    ]
    head = [["Code", "Authority", "2022 [note 1]", "2023 [r]", "2024 [p]"]]
    rows = [[code, NAMES[code], 10.5 + at, 11.5 + at, "[z]" if at else 12] for at, code in enumerate(CODES)]
    write_ods(folder / "bus.ods", {"Cover": [["Bus statistics"]], "BUS01": [*title, *head, *rows]})
    return folder / "bus.ods"


def housing_ods(folder: Path) -> Path:
    """A live table: the wider areas' codes in a column of their own, financial years across."""
    title = [["Live table: net additions to homes"], ["Source: Housing Flows Reconciliation"]]
    head = [["Region code", "Authority code", "Area", "2021-22", "2022-23", "2023-24"]]
    rows = [["E12000002", "-", "North West", 600, 700, 800]]
    rows += [
        ["E12000002", code, NAMES[code], 100 + at, 200 + at, ".." if at else 300]
        for at, code in enumerate(CODES)
    ]
    write_ods(folder / "live-table.ods", {"LT_122": [*title, *head, *rows]})
    return folder / "live-table.ods"


def ons_workbook(folder: Path) -> Path:
    """ONS: a sheet of contents, one of figures with pounds and signs, quarters as spans of months."""
    spans = ["Jan to Mar 2024", "Apr to Jun 2024", "Jul to Sep 2024"]
    rows = [["Table 1: weekly pay (£)"], ["This worksheet contains one table."]]
    rows += [["Area code", "Area name", *spans]]
    rows += [[code, NAMES[code], f"£{600 + at}", f"£1,{at}01.50", "[x]"] for at, code in enumerate(CODES)]
    return _workbook(folder / "pay.xlsx", {"Contents": [["Table 1", "Pay"]], "Table 1": rows})


def semicolons(folder: Path) -> Path:
    """A council's export: Windows-1252, semicolons, decimal commas, names and no codes, days first."""
    rows = [
        f"{NAMES[code]};{day};{at}2,5"
        for at, code in enumerate(CODES)
        for day in ("31/03/2023", "31/03/2024")
    ]
    text = "\n".join(["District;Date;Cost £ per household", *rows])
    return _text(folder / "bins.csv", text, "windows-1252")


def series_down(folder: Path) -> Path:
    """A row for each area, month and measure; a mark of its own for small counts."""
    rows = [
        f"{code},{month},{measure},{value}"
        for at, code in enumerate(CODES)
        for month in ("Jan 2025", "Feb 2025")
        for measure, value in (("Claims", 10 + at), ("Awards", "<5"))
    ]
    return _text(folder / "claims.csv", "\n".join(["LA code,Month,Measure,Number", *rows]))


def one_year(folder: Path) -> Path:
    """A workbook of one year, which only its title names; several figures side by side."""
    rows = [
        ["Homes by energy rating, England, 2023/24"],
        [],
        ["Area code", "Area", "Homes (number)", "Rated A to C (%)"],
    ]
    rows += [[code, NAMES[code], 1000 + at, 41.5 + at] for at, code in enumerate(CODES)]
    return _workbook(
        folder / "ratings.xlsx", {"Ratings": [*rows, [], ["Source: the register of certificates"]]}
    )


def dates_of_a_spreadsheet(folder: Path) -> Path:
    """Months as a spreadsheet's own dates, a row for each area and month."""
    path = folder / "claimants.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet, as_date = book.add_worksheet("Data"), book.add_format({"num_format": "mmm yyyy"})
        sheet.write_row(0, 0, ["Month", "Area code", "Claimants"])
        pairs = [(serial, code) for code in CODES for serial in (45658, 45689)]  # January and February 2025
        for at, (serial, code) in enumerate(pairs, 1):
            sheet.write_number(at, 0, serial, as_date)
            sheet.write_row(at, 1, [code, 100 + at])
    return path


NINE: dict[str, Callable[[Path], Path]] = {
    each.__name__: each
    for each in (
        nomis, explore_education, transport_ods, housing_ods, ons_workbook, semicolons, series_down, one_year,
        dates_of_a_spreadsheet,
    )
}  # fmt: skip


def _text(path: Path, text: str, encoding: str = "utf-8") -> Path:
    path.write_bytes(f"{text.strip()}\n".encode(encoding))
    return path


def _workbook(path: Path, sheets: dict[str, list[list]]) -> Path:
    with xlsxwriter.Workbook(path) as book:
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for at, row in enumerate(rows):
                sheet.write_row(at, 0, row)
    return path


def rows_of(*cells: str) -> str:
    return "\n".join(f"{code},{NAMES[code]},{','.join(cells)}" for code in CODES) + "\n"
