"""Refuses a workbook whose cells lie so far apart that a table of them could not be held."""

import re
import zipfile
from functools import reduce
from pathlib import Path

from dashboard.ingest.refusal import Refused

ROWS = 1_048_576  # that a sheet can have, as Excel and ECMA-376 say
CELLS = 50_000_000  # a reader keeps a place for every cell up to the last one, empty or not
_AT = re.compile(rb"""\br\s*=\s*["']([A-Z]{0,3})(\d{1,20})["']""")
_BLOCK, _LONGEST = 4_000_000, 60


def check_extent(path: Path, book: zipfile.ZipFile) -> None:
    """Raises Refused where a sheet of `book` has a cell beyond the last row there can be, or too far out.

    The reader would ask for all the memory up to that cell at once, and the process ends. Only places as
    programs write them are seen; a file that hides them meets the limits of the process that reads it.
    """
    for name in book.namelist():
        if name.startswith("xl/worksheets/") and name.endswith(".xml"):
            rows, columns = _extent(book, name)
            if rows > ROWS or rows * columns > CELLS:
                raise Refused(
                    path,
                    f"has a cell in row {rows:,}, column {columns:,}: correct it, or save the table as .csv",
                )


def _extent(book: zipfile.ZipFile, name: str) -> tuple[int, int]:
    """The last row and the last column that any cell of the sheet names."""
    digits, letters, kept = set(), set(), b""
    with book.open(name) as file:
        while block := file.read(_BLOCK):
            for column, row in _AT.findall(kept + block):
                digits.add(row)
                letters.add(column)
            kept = block[-_LONGEST:]
    return max(map(int, digits), default=0), max(map(_column, letters), default=0)


def _column(letters: bytes) -> int:
    """A -> 1, AA -> 27; a row's own place has no letters."""
    return reduce(lambda sofar, letter: sofar * 26 + letter - 64, letters, 0)
