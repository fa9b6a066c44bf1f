"""XLSX by the government's guidance: cover, notes, one marked table a sheet, no merged cells.

As a program it writes one: a sheet from standard input; to standard output a line with the seconds of a
processor that it took, and the workbook. xlsxwriter holds 200 MB of cells for a large one, which would stay
with a worker that answers for months.
"""

import io
import os
import pickle
import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from dashboard.exports.sheet import Sheet, neutral_text
from dashboard.exports.shorthand import MEANINGS, marker

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

MOST_ROWS = 100_000  # of an indicator and of a dataset, whose cells are bounded too (exports/large.py)
# What the process that writes one may take: bytes of addresses, of which the largest that is offered takes
# two fifths, and seconds of a processor.
MEMORY, CPU_SECONDS = 1_500_000_000, 60
_WIDTHS = {"text": 22, "number": 14, "whole": 14, "date": 13, "flag": 10}


class TooLong(ValueError):
    """A table too long for a spreadsheet; the message says which file to take instead."""


def xlsx_bytes(sheet: Sheet) -> bytes:
    """`sheet` as a workbook. Raises TooLong above MOST_ROWS rows."""
    if sheet.rows > MOST_ROWS:
        raise TooLong(
            f"This table has {sheet.rows:,} rows, too many for a spreadsheet; take the CSV or parquet file."
        )
    out = io.BytesIO()
    import xlsxwriter  # loaded with the first workbook

    book = xlsxwriter.Workbook(out, {"in_memory": True, "default_format_properties": {"font_size": 12}})
    book.set_properties(
        {"title": sheet.title, "subject": sheet.description, "comments": sheet.about.get("Licence", "")}
    )
    styles = _styles(book)
    _cover(book.add_worksheet("Cover"), sheet, styles)
    _notes(book.add_worksheet("Notes"), sheet, styles)
    _figures(book.add_worksheet("Figures"), sheet, styles)
    book.close()
    return out.getvalue()


def _styles(book: "Workbook") -> dict:
    return {
        "title": book.add_format({"bold": True, "font_size": 16}),
        "wrap": book.add_format({"text_wrap": True, "valign": "top"}),
        "date": book.add_format({"num_format": "yyyy-mm-dd"}),
        "number": book.add_format({"num_format": "General"}),
    }


def _lines(page: "Worksheet", lines: list[str], styles: dict) -> int:
    """Write `lines` down column A, the first as the title; give the next free row."""
    for row, text in enumerate(lines):
        page.write_string(row, 0, text, styles["title"] if row == 0 else styles["wrap"])
    return len(lines)


def _cover(page: "Worksheet", sheet: Sheet, styles: dict) -> None:
    page.set_column(0, 0, 90)
    lines = [sheet.title, sheet.description]
    lines += [f"{key}: {text}" for key, text in sheet.about.items()]
    lines += ["This workbook has three sheets: Cover, Notes and Figures. The sheet Figures holds one table."]
    row = _lines(page, lines, styles)
    page.write_url(row, 0, "internal:'Notes'!A1", string="Go to the notes")
    page.write_url(row + 1, 0, "internal:'Figures'!A1", string="Go to the figures")


def _notes(page: "Worksheet", sheet: Sheet, styles: dict) -> None:
    page.set_column(0, 0, 24)
    page.set_column(1, 1, 90)
    intro = [
        "Notes",
        "This sheet has one table: what the columns hold, what the shorthand means, and what to know.",
    ]
    first = _lines(page, intro, styles)
    rows = [[f"Column {column.name}", column.description] for column in sheet.columns]
    rows += [[marker(status), meaning] for status, meaning in MEANINGS.items()]
    rows += [[f"Note {number}", text] for number, text in enumerate(sheet.notes, start=1)]
    columns = [{"header": "Shorthand or column"}, {"header": "Meaning", "format": styles["wrap"]}]
    options = {"name": "notes", "columns": columns, "style": "Table Style Light 1", "autofilter": False}
    page.add_table(first, 0, first + len(rows), 1, options)
    for row, (key, text) in enumerate(rows, start=first + 1):
        page.write_string(row, 0, key)
        page.write_string(row, 1, text, styles["wrap"])


def _figures(page: "Worksheet", sheet: Sheet, styles: dict) -> None:
    intro = [
        sheet.title,
        "This sheet has one table. The shorthand in brackets is explained on the sheet Notes.",
    ]
    first = _lines(page, intro, styles | {"wrap": None})
    columns = [{"header": column.name} for column in sheet.columns]
    last = first + max(sheet.rows, 1)
    page.add_table(
        first,
        0,
        last,
        len(columns) - 1,
        {"name": "figures", "columns": columns, "style": "Table Style Light 1"},
    )
    status = sheet.values("status") if sheet.has("status") else [""] * sheet.rows
    for index, column in enumerate(sheet.columns):
        page.set_column(index, index, _WIDTHS[column.kind])
        values = sheet.values(column.name)
        values = list(map(neutral_text, values)) if column.kind == "text" else values
        _fill(page, first + 1, index, column, values, status, styles)


def _fill(
    page: "Worksheet", row: int, index: int, column, values: Sequence, status: Sequence[str], styles: dict
) -> None:
    """One column's cells below `row`; a missing figure has its marker, other missing cells stay empty."""
    write = {"number": page.write_number, "whole": page.write_number, "flag": page.write_boolean}.get(
        column.kind
    )
    for offset, value in enumerate(values):
        if value is None:
            if column.name in ("value", "shown"):
                page.write_string(row + offset, index, marker(status[offset]))
        elif column.kind == "date":
            page.write_datetime(row + offset, index, value, styles["date"])
        elif write:
            write(row + offset, index, value)
        elif value != "":
            page.write_string(row + offset, index, value)
        elif column.name == "shown":
            page.write_string(row + offset, index, marker(status[offset]))


def main() -> int:
    """Write one, and give way to those who answer requests."""
    with suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    with suppress(AttributeError, OSError):
        os.nice(5)
    body = xlsx_bytes(pickle.load(sys.stdin.buffer))  # noqa: S301 - of the process that started this
    times = os.times()
    sys.stdout.buffer.write(f"{times.user + times.system:.2f}\n".encode() + body)
    return 0


if __name__ == "__main__":
    sys.exit(main())
