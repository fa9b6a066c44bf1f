"""Files with the real shape of their publishers' ones: many columns, two header rows, limits, marks, events."""

# ruff: noqa: E501 - lines of files as they come

from collections.abc import Callable
from pathlib import Path

import xlsxwriter

from tests.ingest.draft.nine_files import BURY, CODES, MANCHESTER, NAMES, _text, _workbook
from tests.ingest.draft.publishers_downloads import nomis_api, nomis_of_one_year, stat_xplore
from tests.ingest.draft.publishers_formats import (
    boundaries_with_figures,
    json_stat,
    parquet,
    planning_points,
    tabs_in_utf_16,
)
from tests.ingest.ods import write_ods


def fingertips(folder: Path) -> Path:
    """Fingertips: 27 columns, limits of two kinds, sexes, a period that its name alone tells."""
    head = "Indicator ID,Indicator Name,Parent Code,Parent Name,Area Code,Area Name,Area Type,Sex,Age,Category Type,"
    head += "Category,Time period,Value,Lower CI 95.0 limit,Upper CI 95.0 limit,Count,Denominator,Value note,"
    head += "Recent Trend,Time period Sortable,New data,Compared to goal"
    rows = [
        "93014,Adults who smoke,,,E92000001,England,England,Persons,18+ yrs,,,2022/23,12.7,12.5,12.9,,,,,20220000,,"
    ]
    for year, sortable in (("2022/23", 20220000), ("2023/24", 20230000)):
        rows += [
            f"93014,Adults who smoke,E12000002,North West region,{code},{NAMES[code]},Districts & UAs,{sex},18+ yrs,,,"
            f"{year},{10 + at + add}.3,{9 + at}.1,{11 + at + add}.9,{120 + at},{1200 + at},,Decreasing,{sortable},,"
            for at, code in enumerate(CODES)
            for sex, add in (("Persons", 0), ("Male", 1), ("Female", 2))
        ]
    return _text(folder / "indicators-districts.csv", "\n".join([head, *rows]))


def house_prices(folder: Path) -> Path:
    """HM Land Registry: days first, names before codes, several figures a row, some empty."""
    head = "Date,RegionName,AreaCode,AveragePrice,Index,1m%Change,SalesVolume"
    rows = [
        f"01/{month:02}/2024,{NAMES[code]},{code},{200000 + at + month},{100 + at},{'-0.5' if at else ''},{30 + at}"
        for month in (3, 4)
        for at, code in enumerate(CODES)
    ]
    return _text(folder / "UK-HPI-full-file.csv", "\n".join([head, *rows]))


def two_header_rows(folder: Path) -> Path:
    """A live table: the year over each pair of columns, notes below, the wider areas with codes too."""
    rows = [
        ["Table 784a: Local authority housing, by district [note 1]"],
        ["England"],
        [],
        ["Code", "Local authority", "2022-23", "", "2023-24", ""],
        ["", "", "Starts", "Completions", "Starts", "Completions"],
        ["E92000001", "ENGLAND", 1000, 900, 1100, 950],
        *[[c, NAMES[c], 10 + at, 20 + at, "[x]" if at else 30, 40 + at] for at, c in enumerate(CODES)],
        [],
        ["Note 1: Figures are rounded to the nearest 10."],
        ["Source: returns of 2023 and 2024"],
    ]
    write_ods(folder / "LiveTable784a.ods", {"Notes": [["Notes"]], "LT784a": rows})
    return folder / "LiveTable784a.ods"


def estimates_with_limits(folder: Path) -> Path:
    """ONS: estimate and limits side by side, one period in the title, names padded with blanks."""
    rows = [
        ["Table 2: Personal well-being, year ending March 2024"],
        ["This worksheet contains one table. Some cells refer to notes."],
        ["Area codes", "Area names", "Mean rating", "Lower limit", "Upper limit", "Sample size"],
        ["K02000001", "UNITED KINGDOM", 7.45, 7.43, 7.47, 150000],
        *[
            [c, f"  {NAMES[c]}  ", *(round(mean + at / 10, 1) for mean in (7.1, 6.9, 7.3)), 400]
            for at, c in enumerate(CODES)
        ],
    ]
    return _workbook(folder / "wellbeing.xlsx", {"Cover sheet": [["Personal well-being"]], "2": rows})


def negatives_in_brackets(folder: Path) -> Path:
    """A treasurer's sheet: pounds, thousands, negatives in brackets, a percentage, dates as serial numbers."""
    rows = [["Authority", "ONS code", "Date", "Net change (£)", "Share"]]
    rows += [
        [NAMES[c], c, serial, "(1,234)" if at else "£2,500", f"{at}2.5%"]
        for serial in (45382, 45747)
        for at, c in enumerate(CODES)
    ]
    return _workbook(folder / "reserves.xlsx", {"Reserves": rows})


def street_crime(folder: Path) -> Path:
    """police.uk: a row a crime, small areas of the census before, some without a place."""
    head = (
        "Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,LSOA code,LSOA name,Crime type,"
    )
    head += "Last outcome category,Context"
    rows = [
        f"{at:064x},2024-0{1 + at % 2},Greater Manchester Police,Greater Manchester Police,-2.43,53.57,On or near A "
        f"Road,{('E01004766', 'E01004767', 'E01004941')[at % 3]},Bolton 016A,{('Burglary', 'Shoplifting')[at % 2]},,"
        for at in range(12)
    ]
    rows.append(",2024-01,Greater Manchester Police,Greater Manchester Police,,,No Location,,,Burglary,,")
    return _text(folder / "2024-01-greater-manchester-street.csv", "\n".join([head, *rows]))


def brownfield_sites(folder: Path) -> Path:
    """Planning data: points as text, dates of entry and end, an organisation instead of an area."""
    head = "dataset,end-date,entity,entry-date,geometry,name,organisation-entity,point,reference,hectares,minimum-net-dwellings"
    rows = [
        f"brownfield-land,,17{at},2024-0{1 + at}-15,,Site {at},6{at},POINT (-2.{24 + at} 53.48),BL{at},0.{at},{10 * at}"
        for at in range(5)
    ]
    return _text(folder / "brownfield-land.csv", "\n".join([head, *rows]))


def provisional_years(folder: Path) -> Path:
    """A department's workbook whose newest year is provisional by its header, with shares of one as per cent."""
    path = folder / "attainment.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet, per_cent = book.add_worksheet("Table_1"), book.add_format({"num_format": "0.0%"})
        sheet.write_row(0, 0, ["Percentage of pupils at the expected standard, academic years"])
        sheet.write_row(2, 0, ["LA code", "Area", "2022/23", "2023/24 (p)"])
        for at, code in enumerate(CODES, 3):
            sheet.write_row(at, 0, [code, NAMES[code]])
            for column in (2, 3):
                sheet.write_number(at, column, 0.61 + at / 100, per_cent)
    return path


def names_of_great_britain(folder: Path) -> Path:
    """By names alone, places of Wales and Scotland among them, an unknown and a row of totals."""
    rows = [f"{NAMES[c]},{1000 + at}" for at, c in enumerate(CODES)]
    rows += ["Cardiff,5000", "Aberdeen City,4000", "Unknown,12", "Total,12012"]
    return _text(folder / "households.csv", "\n".join(["Households on credit, May 2025,", "", "Local authority,Households", *rows]))  # fmt: skip


def areas_side_by_side(folder: Path) -> Path:
    """ONS payrolls: a column an area under its code, a row a month, the country by name alone."""
    rows = [
        ["Payrolled employees by area"],
        ["Units", "employees"],
        [],
        ["", *CODES, ""],
        ["Date", *NAMES.values(), "UK"],
    ]
    rows += [
        [month, *(100 * at + add for at, _ in enumerate(CODES)), 900 + add]
        for add, month in enumerate(("July 2024", "August 2024"))
    ]
    return _workbook(folder / "payrolls.xlsx", {"Index": [["Contents"]], "Employees": [*rows, [], ["Notes"]]})


def repeated(folder: Path) -> Path:
    """A table in which London stands as a region and among the totals above."""
    head = "Code,Area,Homes 2024"
    london = "E12000007,London,500"
    return _text(
        folder / "homes.csv",
        "\n".join([head, london, *(f"{c},{NAMES[c]},{10 + at}" for at, c in enumerate(CODES)), london]),
    )


def measures_down(folder: Path) -> Path:
    """A row an area and measure, a column a year: the commonest table of a statistical bulletin."""
    rows = [
        [c, NAMES[c], measure, at + add, at + add + 0.5]
        for at, c in enumerate(CODES)
        for measure, add in (("Births", 10), ("Deaths", 20))
    ]
    return _workbook(
        folder / "vital.xlsx",
        {"Table 1": [["Vital statistics"], ["Area code", "Area", "Event", "2022", "2023 [p]"], *rows]},
    )


def quarters_newest_first(folder: Path) -> Path:
    """The Department for Transport: three columns of words, one of units, quarters from the newest on."""
    head = ["BodyType [note 1]", "Fuel", "Units", "ONS Code [note 2]", "ONS Geography", "2024 Q3", "2024 Q2"]
    rows = [
        [body, fuel, "Thousands", c, f"      {NAMES[c]}", at + add + 0.123, "[c]" if at else "[low]"]
        for add, body in ((10, "Cars"), (20, "Total"))
        for fuel in ("Battery electric", "Total")
        for at, c in enumerate(CODES)
    ]
    rows.append(["Total", "Total", "Thousands", "[z]", "Local authority unknown", 1.1, 1.0])
    write_ods(folder / "veh0105.ods", {"Notes": [["note 1", "..."]], "VEH0105": [["VEH0105"], head, *rows]})
    return folder / "veh0105.ods"


def remarks_in_brackets(folder: Path) -> Path:
    """A live table whose headers hold remarks in brackets, which are no units."""
    head = [
        "ONS code",
        "Area",
        "Local Authority (incl. owned by other LAs)",
        "Total (P)1",
        "Stock (thousands)",
    ]
    rows = [["Table 100: dwellings; England; 2023"], head]
    rows += [[c, NAMES[c], 10 + at, 20 + at, "-" if at else 30] for at, c in enumerate(CODES)]
    write_ods(folder / "LT_100.ods", {"2023": rows})
    return folder / "LT_100.ods"


def notes_of_two_cells(folder: Path) -> Path:
    """Stat-Xplore as text: a header that leaves cells out, notes of two cells below an empty line."""
    rows = [f'"{NAMES[c]}","{500 + at}",,"{600 + at}",' for at, c in enumerate(CODES)]
    head = ['"Children in low income"', "", '"Year","2022/23",,"2023/24 (p)",']
    notes = ['"Total","1,500",,"1,800",', "", '"INFO","Source: Stat-Xplore"']
    return _text(folder / "table_2025-03-20_10-11-12.csv", "\n".join([*head, *rows, *notes]))


MORE: dict[str, Callable[[Path], Path]] = {
    each.__name__: each
    for each in (
        nomis_api, fingertips, house_prices, two_header_rows, estimates_with_limits, negatives_in_brackets,
        street_crime, brownfield_sites, json_stat, boundaries_with_figures, parquet, tabs_in_utf_16,
        provisional_years, names_of_great_britain, areas_side_by_side, stat_xplore, repeated,
        measures_down, nomis_of_one_year, quarters_newest_first, remarks_in_brackets, notes_of_two_cells, planning_points,
    )
}  # fmt: skip


__all__ = ["BURY", "MANCHESTER", "MORE"]
