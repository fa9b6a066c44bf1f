"""One sheet of a pack's workbook: lines of text down its first column, or one marked table."""

from textwrap import wrap
from typing import TYPE_CHECKING

from dashboard.packs.xlsx.rows import Cell, NumberCell

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

LINE, COVER = 16.5, 100  # points a line of text takes; the width of the cover in letters
_WIDTHS = {"Shorthand": 14, "Meaning": 80, "Message": 70, "Indicator": 34, "Unit": 40, "Section": 22,
           "Place": 32, "Why": 70, "How sure": 50, "Source": 60, "Be careful": 80,
           "How it is calculated": 80, "Area": 24, "Line": 24, "Page": 30}  # fmt: skip


class Styles:
    """The formats of one workbook: title, wrapped text, and a number for each count of decimals."""

    def __init__(self, book: "Workbook"):
        self._book = book
        self._numbers: dict[int, object] = {}
        self.title = book.add_format({"bold": True, "font_size": 16})
        self.wrap = book.add_format({"text_wrap": True, "valign": "top"})
        self.right = book.add_format({"align": "right", "valign": "top"})

    def number(self, decimals: int):
        """The format of numbers with so many decimals."""
        if decimals not in self._numbers:
            shape = "#,##0" + ("." + "0" * decimals if decimals else "")
            self._numbers[decimals] = self._book.add_format({"num_format": shape, "valign": "top"})
        return self._numbers[decimals]


def lines_down(page: "Worksheet", lines: list[str], styles: Styles, wrapped: bool = True) -> int:
    """Write `lines` down column A, the first as the title; give the next free row."""
    for row, words in enumerate(lines):
        page.write_string(row, 0, words, styles.title if row == 0 else styles.wrap if wrapped else None)
        if wrapped and row:
            page.set_row(row, LINE * _lines_of(words, COVER))
    return len(lines)


def table_sheet(
    page: "Worksheet",
    name: str,
    about: str,
    header: tuple[str, ...],
    rows: list[tuple[Cell, ...]],
    styles: Styles,
) -> None:
    """Fill `page` with its name, what it is about, and `rows` as the one table of the sheet."""
    first = lines_down(page, [name, f"This sheet has one table{about}."], styles, wrapped=False)
    widths = [_WIDTHS.get(title, 16) for title in header]
    for column, width in enumerate(widths):
        page.set_column(column, column, width)
    marked = {
        "name": name.replace(" ", "_"),
        "columns": [{"header": title} for title in header],
        "style": "Table Style Light 1",
        "autofilter": False,
    }
    page.add_table(first, 0, first + len(rows), len(header) - 1, marked)
    for row, cells in enumerate(rows, start=first + 1):
        page.set_row(row, LINE * max(map(_lines_of, cells, widths)))
        for column, cell in enumerate(cells):
            _write(page, row, column, cell, header[column], styles)
    page.freeze_panes(first + 1, 0)
    on_paper(page, first)


def _write(page: "Worksheet", row: int, column: int, cell: Cell, title: str, styles: Styles) -> None:
    if isinstance(cell, NumberCell):
        page.write_number(row, column, cell.clean, styles.number(cell.decimals))
    else:
        page.write_string(row, column, cell, styles.right if title == "Shown" else styles.wrap)


def _lines_of(cell: Cell, width: int) -> int:
    """How many lines a cell takes in a column of `width`: some programs do not work that out themselves."""
    return len(wrap(cell, max(width - 2, 8))) or 1 if isinstance(cell, str) else 1


def on_paper(page: "Worksheet", header: int | None = None) -> None:
    """A4 on its side, all columns on one page, the row of the header on every page."""
    page.set_paper(9)
    page.set_landscape()
    page.fit_to_pages(1, 0)
    if header is not None:
        page.repeat_rows(header)
