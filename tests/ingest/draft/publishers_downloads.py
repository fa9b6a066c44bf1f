"""Files as the tools of Nomis and Stat-Xplore hand them out, with what they write above and below."""

# ruff: noqa: E501 - lines of files as they come

from pathlib import Path

from tests.ingest.draft.nine_files import CODES, NAMES, _text, _workbook


def nomis_api(folder: Path) -> Path:
    """Nomis by its API: codes of dates, a row a measure, a status beside each figure."""
    head = '"DATE","DATE_NAME","GEOGRAPHY","GEOGRAPHY_NAME","GEOGRAPHY_CODE","VARIABLE_NAME","MEASURES_NAME",'
    head += '"OBS_VALUE","OBS_STATUS","OBS_STATUS_NAME","RECORD_COUNT"'
    rows = [
        f'"{year}-12","Jan {year}-Dec {year}",{1820327937 + at},"{NAMES[code]}","{code}","Employment rate - 16-64",'
        f'"{measure}",{value + at},"A","Normal Value",12'
        for year in (2022, 2023)
        for at, code in enumerate(CODES)
        for measure, value in (("Variable", 70.5), ("Confidence", 2.1))
    ]
    rows[-2] = (
        rows[-2]
        .replace('73.5,"A","Normal Value"', ',"Q","These figures are missing."')
        .replace('72.5,"A","Normal Value"', ',"Q","These figures are missing."')
    )
    return _text(folder / "nomis_api.csv", "\n".join([head, *rows]))


def stat_xplore(folder: Path) -> Path:
    """Stat-Xplore: the month above the name of the measure, places by name under no header of months."""
    rows = [
        ["Households on Credit"],
        [],
        ["Month", "", "", "May 2025 (p)"],
        ["", "Households on Credit", "National - LA", ""],
    ]
    rows += [["", "" if at else "Households on Credit", NAMES[c], 1000 + at] for at, c in enumerate(CODES)]
    return _workbook(
        folder / "credit.xlsx", {"Data Sheet 0": [*rows, ["", "", "Unknown", 12], ["", "", "Total", 3015]]}
    )


def nomis_of_one_year(folder: Path) -> Path:
    """Nomis, one variable of one year: the day of the download above the period, columns of parts, conf."""
    head = '"annual population survey"\n"ONS Crown Copyright Reserved [from Nomis on 12 March 2025]"\n\n'
    head += '"date","Jan 2024-Dec 2024"\n"Variable","Employment rate - aged 16-64"\n\n'
    head += '"Area","mnemonic","numerator","denominator","percent","conf"\n'
    rows = [f'"ualad24:{NAMES[c]}","{c}",{80 + at},{100 + at},7{at}.5,2.{at}' for at, c in enumerate(CODES)]
    return _text(folder / "nomis_2025_03_12.csv", head + "\n".join(rows) + '\n\n"! Not available."\n')
