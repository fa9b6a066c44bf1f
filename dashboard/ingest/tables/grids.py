"""Reads one sheet of a spreadsheet (.xlsx, .xlsm, .xls, .ods) or a CSV file as a grid of texts."""

import re
from datetime import date, datetime
from pathlib import Path

from python_calamine import CalamineError, CalamineWorkbook

from dashboard.ingest.refusal import Refused, listed
from dashboard.ingest.tables.reading import read_csv

_NOTE = re.compile(r"\s*\[[^\]]*\]")  # "2024 [r] [note 7]"
Row = tuple[int, list[str]]  # the row's number in the file, from 1, and its cells


def read_grid(path: Path, sheet: str = "") -> list[Row]:
    """The rows of `path`, or of its sheet `sheet`, each cell as text, trimmed; "" where it is empty.

    Whole numbers stand without ".0", dates as 2024-03-31. Raises Refused for what is no spreadsheet, and for
    a sheet that is not there.
    """
    if path.suffix.lower() == ".csv":
        frame = read_csv(path)
        head = [name for name in frame.columns if name != "line"]
        rows = frame[head].to_numpy().tolist()
        return [(1, head), *zip(frame["line"].tolist(), rows, strict=True)]
    try:
        book = CalamineWorkbook.from_path(path)
        if sheet not in book.sheet_names:
            raise Refused(path, f"has no sheet '{sheet}' (it has {listed(book.sheet_names, 30)}), correct it")
        cells = book.get_sheet_by_name(sheet).to_python(skip_empty_area=False)
    except (CalamineError, OSError) as error:
        raise Refused(path, "is not a spreadsheet that can be read, download it again") from error
    return [(number, [_text(cell) for cell in row]) for number, row in enumerate(cells, start=1)]


def head_at(grid: list[Row], some: tuple[str, ...], every: tuple[str, ...], path: Path) -> int:
    """Where in `grid` the first row stands with a cell of one of `some` and of each of `every`.

    Raises Refused where none has.
    """
    first, needed = {plain(name) for name in some}, {plain(name) for name in every}
    for at, (_, cells) in enumerate(grid):
        head = {plain(cell) for cell in cells}
        if first & head and needed <= head:
            return at
    raise Refused(path, f"no row has the headers {listed([*some, *every])}, correct options in its entry")


def plain(header: str) -> str:
    """A header as it is compared: lower case, one blank between words, without notes such as [note 7]."""
    return " ".join(_NOTE.sub("", header).split()).lower()


def _text(cell: object) -> str:
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    if isinstance(cell, date):
        return cell.isoformat()
    return str(cell).strip()
