"""XLSX by the government's guidance for spreadsheets: cover, notes, one marked table a sheet, nothing merged.

Figures are numbers in full, shown with the decimals of the screen; beside each stands the figure as shown.
"""

import io
from collections.abc import Iterable
from datetime import datetime, time
from textwrap import wrap
from typing import TYPE_CHECKING

from dashboard.exports.shorthand import MEANINGS
from dashboard.packs.model import Pack
from dashboard.packs.xlsx_rows import SHEETS, Cell, Figure

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

LINE, COVER = 16.5, 100  # points a line of text takes; the width of the cover in letters
_WIDTHS = {"Shorthand": 14, "Meaning": 80, "Message": 70, "Indicator": 34, "Unit": 40, "Section": 22,
           "Place": 32, "Why": 70, "How sure": 50, "Source": 60, "Be careful": 80,
           "How it is calculated": 80, "Area": 24, "Line": 24}  # fmt: skip


def xlsx_bytes(pack: Pack) -> bytes:
    """`pack` as a workbook. The same pack gives the same bytes: its day is when the workbook was created."""
    import xlsxwriter  # loaded with the first workbook

    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "default_format_properties": {"font_size": 12}})
    made = datetime.combine(pack.day, time())
    book.set_properties(
        {
            "title": f"{pack.title} – {pack.place.name}",
            "subject": pack.about,
            "comments": f"{pack.as_of}. Snapshot {pack.snapshot}. {pack.handling}.",
            "created": made,
        }
    )
    styles = _Styles(book)
    filled = [(name, about, header, list(rows(pack))) for name, about, header, rows in SHEETS]
    filled = [sheet for sheet in filled if sheet[3]]
    _cover(book.add_worksheet("Cover"), pack, [(name, about) for name, about, _, _ in filled], styles)
    _notes(book.add_worksheet("Notes"), styles)
    for name, about, header, rows in filled:
        _sheet(book.add_worksheet(name), name, about, header, rows, styles)
    book.close()
    return out.getvalue()


class _Styles:
    """The formats of one workbook: title, wrapped text, and a number for each count of decimals."""

    def __init__(self, book: "Workbook"):
        self._book = book
        self._numbers: dict[int, object] = {}
        self.title = book.add_format({"bold": True, "font_size": 16})
        self.wrap = book.add_format({"text_wrap": True, "valign": "top"})
        self.right = book.add_format({"align": "right", "valign": "top"})

    def number(self, decimals: int):
        if decimals not in self._numbers:
            shape = "#,##0" + ("." + "0" * decimals if decimals else "")
            self._numbers[decimals] = self._book.add_format({"num_format": shape, "valign": "top"})
        return self._numbers[decimals]


def _cover(page: "Worksheet", pack: Pack, sheets: list[tuple[str, str]], styles: _Styles) -> None:
    page.set_column(0, 0, COVER)
    lines = [
        f"{pack.title} – {pack.place.name}",
        pack.about,
        f"{pack.as_of}. Snapshot {pack.snapshot}.",
        f"{pack.handling}.",
        *filter(None, [pack.known]),
        *[f"What stands out: {words}." for words in pack.messages],
        "Notes explains the shorthand. Every other sheet has one table.",
    ]
    row = _lines(page, lines, styles)
    for offset, (name, about) in enumerate([("Notes", "What the shorthand means"), *sheets]):
        page.write_url(row + offset, 0, f"internal:'{name}'!A1", string=f"{name}: {about}")
    _on_paper(page)


def _lines(page: "Worksheet", lines: list[str], styles: _Styles, wrapped: bool = True) -> int:
    """Write `lines` down column A, the first as the title; give the next free row."""
    for row, words in enumerate(lines):
        page.write_string(row, 0, words, styles.title if row == 0 else styles.wrap if wrapped else None)
        if wrapped and row:
            page.set_row(row, LINE * _lines_of(words, COVER))
    return len(lines)


def _notes(page: "Worksheet", styles: _Styles) -> None:
    rows = [(f"[{status}]", meaning) for status, meaning in MEANINGS.items()]
    rows.append(("–", "no figure is published, or none that may be compared"))
    about = "This sheet has one table: what the shorthand means."
    _table(page, "Notes", about, ("Shorthand", "Meaning"), rows, styles)


def _sheet(
    page: "Worksheet",
    name: str,
    about: str,
    header: tuple[str, ...],
    rows: list[tuple[Cell, ...]],
    styles: _Styles,
) -> None:
    _table(page, name, f"This sheet has one table. {about}.", header, rows, styles)


def _table(
    page: "Worksheet",
    name: str,
    about: str,
    header: tuple[str, ...],
    rows: Iterable[tuple[Cell, ...]],
    styles: _Styles,
) -> None:
    first = _lines(page, [name, about], styles, wrapped=False)
    rows = list(rows)
    widths = [_WIDTHS.get(title, 16) for title in header]
    for column, width in enumerate(widths):
        page.set_column(column, column, width)
    page.add_table(
        first,
        0,
        first + len(rows),
        len(header) - 1,
        {
            "name": name.replace(" ", "_"),
            "columns": [{"header": title} for title in header],
            "style": "Table Style Light 1",
            "autofilter": False,
        },
    )
    for row, cells in enumerate(rows, start=first + 1):
        page.set_row(row, LINE * max(map(_lines_of, cells, widths)))
        for column, cell in enumerate(cells):
            if isinstance(cell, Figure):
                page.write_number(row, column, cell.value, styles.number(cell.decimals))
            else:
                look = styles.right if header[column] == "Shown" else styles.wrap
                page.write_string(row, column, cell, look)
    _on_paper(page, first)


def _lines_of(cell: Cell, width: int) -> int:
    """How many lines a cell takes in a column of `width`: some programs do not work that out themselves."""
    return len(wrap(cell, max(width - 2, 8))) or 1 if isinstance(cell, str) else 1


def _on_paper(page: "Worksheet", header: int | None = None) -> None:
    """A4 on its side, all columns on one page, the row of the header on every page."""
    page.set_paper(9)
    page.set_landscape()
    page.fit_to_pages(1, 0)
    if header is not None:
        page.repeat_rows(header)
