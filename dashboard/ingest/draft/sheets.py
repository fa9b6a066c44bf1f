"""The sheets of a file as rows of texts, whatever it is written in."""

import csv
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from dashboard.ingest.refusal import Refused
from dashboard.ingest.tables.formats.kind import kind_of
from dashboard.ingest.tables.formats.text_rows import decoded
from dashboard.ingest.tables.grids import Row, read_grids

_ENCODINGS = ("", "windows-1252")
_DELIMITERS = (",", "\t", ";", "|")


@dataclass(frozen=True)
class Sheet:
    """`rows` that hold anything; `options`: what the entry has to say so that they are read like this."""

    name: str
    rows: list[Row]
    options: dict[str, Any] = field(default_factory=dict)


def sheets_of(path: Path) -> list[Sheet]:
    """Every visible sheet or table of `path`; a text file is one without a name. Raises Refused."""
    if kind_of(path) != "text":
        grids, _ = read_grids(path, {})
        return [Sheet(name, rows, {"sheet": name} if name else {}) for name, rows in grids.items()]
    encoding, text = _decoded(path)
    options: dict[str, Any] = {"encoding": encoding} if encoding else {}
    parted = max(_DELIMITERS, key=lambda mark: _evenness(text, mark))
    if parted != next((mark for mark in _DELIMITERS if mark in text), ","):
        options["delimiter"] = parted
    reader = csv.reader(text.splitlines(keepends=True), delimiter=parted)
    rows = [(reader.line_num, [cell.strip() for cell in cells]) for cells in reader]
    return [Sheet("", [row for row in rows if any(row[1])], options)]


def _decoded(path: Path) -> tuple[str, str]:
    refused: Refused | None = None
    for encoding in _ENCODINGS:
        try:
            return encoding, decoded(path, encoding)
        except Refused as error:
            refused = refused or error
    raise refused or Refused(path, "cannot be read")


def _evenness(text: str, mark: str) -> int:
    """How many of the first rows are as wide as most of them, times that width; 0 where it parts nothing."""
    lines = text.splitlines()[:400]
    widths = Counter(len(cells) for cells in csv.reader(lines, delimiter=mark) if len(cells) > 1)
    return max((width * count for width, count in widths.items()), default=0)
