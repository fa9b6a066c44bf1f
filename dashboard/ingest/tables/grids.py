"""Finds a table in a sheet of a spreadsheet (.xlsx, .xlsm, .xls, .ods) or in a text file, as texts."""

import re
from datetime import date, datetime
from pathlib import Path
from typing import Any

from python_calamine import CalamineError, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from dashboard.ingest.refusal import Refused, listed
from dashboard.ingest.tables.text_rows import Row, even, read_rows

__all__ = ["Row", "head_at", "is_book", "plain", "read_sheet", "read_table", "sheet_names"]

_NOTE = re.compile(r"\s*\[[^\]]*\]")  # "2024 [r] [note 7]"
_BOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")  # how .xlsx, .xlsm and .ods begin, and .xls


def read_table(
    path: Path, options: dict[str, Any], some: tuple[str, ...], every: tuple[str, ...] = (), sheet: str = ""
) -> tuple[list[str], list[Row], list[str]]:
    """The headers (plain) of the table in `path`, the rows below, as wide as they, and what is to be told.

    Its header row is the first with a cell of one of `some`, if any are given, and of each of `every`; in a
    workbook it stands in `sheet` (else options.sheet), or in the only visible sheet that has such a row.
    Of the rows, those that options.only lets through.
    Whole numbers stand without ".0", dates as 2024-03-31. Raises Refused.
    """
    if is_book(path):
        grid = _of_book(path, sheet or options.get("sheet", ""), some, every)
        told: list[str] = []
    else:
        grid, told = read_rows(path, options.get("encoding", ""), options.get("delimiter", ""))
    only = options.get("only", {})
    every = (*every, *only)
    at = head_at(grid, some, every, path)
    head = [plain(cell) for cell in grid[at][1]]
    if twice := [name for name in (*some, *every) if head.count(plain(name)) > 1]:
        raise Refused(path, f"two columns are called {listed(twice)}, correct one", grid[at][0])
    rows = grid[at + 1 :] if is_book(path) else even(path, head, grid[at + 1 :])
    if not rows:
        raise Refused(path, "holds a header and no rows, download it again", grid[at][0])
    return head, _only(path, head, rows, only), told


def _only(path: Path, head: list[str], rows: list[Row], only: dict[str, Any]) -> list[Row]:
    """The rows that `only` (header -> a text, or several) lets through. Raises Refused where none is left."""
    for name, wanted in only.items():
        at, allowed = head.index(plain(name)), {wanted} if isinstance(wanted, str) else set(wanted)
        texts = dict.fromkeys(cells[at] for _, cells in rows if at < len(cells))
        if missing := sorted(allowed - {*texts}):
            said = f"the column {name} has no {listed(missing)} (it has {listed(filter(None, texts), 20)})"
            raise Refused(path, f"{said}, correct only in options")
        rows = [row for row in rows if at < len(row[1]) and row[1][at] in allowed]
    return rows


def read_sheet(path: Path, sheet: str) -> list[Row]:
    """The rows of `sheet` of a workbook that hold anything, each cell as text. Raises Refused."""
    return _of_book(path, sheet, (), ())


def sheet_names(path: Path) -> list[str]:
    """The visible sheets of a workbook. Raises Refused."""
    try:
        return _visible(CalamineWorkbook.from_path(path))
    except (CalamineError, OSError) as error:
        raise Refused(path, "is not a spreadsheet that can be read, download it again") from error


def head_at(grid: list[Row], some: tuple[str, ...], every: tuple[str, ...], path: Path) -> int:
    """Where in `grid` the first row stands with a cell of one of `some` and of each of `every`.

    Raises Refused where none has.
    """
    at = _head_at(grid, some, every)
    if at is None:
        raise _no_head(grid, [*some, *every], path)
    return at


def _no_head(grid: list[Row], named: list[str], path: Path) -> Refused:
    """The refusal that says what the row lacks that is most like the header row."""
    heads = [(line, [plain(cell) for cell in cells]) for line, cells in grid]
    line, head = max(heads, key=lambda each: len({*map(plain, named)} & {*each[1]}), default=(1, []))
    missing = [name for name in named if plain(name) not in head]
    if len(missing) == len(named):
        return Refused(path, f"no row has the headers {listed(named)}, correct options in its entry", line)
    has = listed(filter(None, head), 20)
    return Refused(
        path, f"the header lacks {listed(missing)} (it has {has}), correct options in its entry", line
    )


def plain(header: str) -> str:
    """A header as it is compared: lower case, one blank between words, without notes such as [note 7]."""
    return " ".join(_NOTE.sub("", header).split()).lower()


def _head_at(grid: list[Row], some: tuple[str, ...], every: tuple[str, ...]) -> int | None:
    first, needed = {plain(name) for name in some}, {plain(name) for name in every}
    for at, (_, cells) in enumerate(grid):
        head = {plain(cell) for cell in cells}
        if (not first or first & head) and needed <= head:
            return at
    return None


def is_book(path: Path) -> bool:
    """Whether `path` is a workbook, by how it begins. Raises Refused where it cannot be read."""
    try:
        with path.open("rb") as file:
            return file.read(4) in _BOOKS
    except OSError as error:
        raise Refused(path, f"cannot be read ({error.strerror}), check its path in the register") from error


def _of_book(path: Path, sheet: str, some: tuple[str, ...], every: tuple[str, ...]) -> list[Row]:
    try:
        book = CalamineWorkbook.from_path(path)
        names = [sheet] if sheet else _visible(book)
        if sheet and sheet not in book.sheet_names:
            raise Refused(path, f"has no sheet '{sheet}' (it has {listed(book.sheet_names, 30)}), correct it")
        grids = {name: _rows(book, name) for name in names}
    except (CalamineError, OSError) as error:
        raise Refused(path, "is not a spreadsheet that can be read, download it again") from error
    if sheet:
        return grids[sheet]
    found = [name for name, grid in grids.items() if _head_at(grid, some, every) is not None]
    if len(found) != 1:
        which = f"the sheets {listed(found)} have" if found else f"no sheet of {listed(names, 30)} has"
        headers = listed([*some, *every])
        raise Refused(path, f"{which} a row with the headers {headers}, name one as sheet in options")
    return grids[found[0]]


def _visible(book: CalamineWorkbook) -> list[str]:
    return [
        each.name
        for each in book.sheets_metadata
        if each.visible == SheetVisibleEnum.Visible and each.typ == SheetTypeEnum.WorkSheet
    ]


def _rows(book: CalamineWorkbook, sheet: str) -> list[Row]:
    cells = book.get_sheet_by_name(sheet).to_python(skip_empty_area=False)
    rows = [(number, [_text(cell) for cell in row]) for number, row in enumerate(cells, start=1)]
    return [(number, row) for number, row in rows if any(row)]


def _text(cell: object) -> str:
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    if isinstance(cell, date):
        return cell.isoformat()
    return str(cell).strip()
