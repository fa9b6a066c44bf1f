"""The sheets of a file as rows of texts, whatever it is written in."""

import csv
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from dashboard.ingest.refusal import Refused
from dashboard.ingest.tables.formats.kind import kind_of
from dashboard.ingest.tables.formats.text_rows import decoded, delimiter_of
from dashboard.ingest.tables.grids import Row, read_grids

_ENCODINGS = ("", "windows-1252")


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
    parted = delimiter_of(text)
    if parted not in (",", "\t"):
        options["delimiter"] = parted  # a person who looks at the entry is to see it
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
