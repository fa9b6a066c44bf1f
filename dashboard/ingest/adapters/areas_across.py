"""A table in a spreadsheet with a column an area and a row a period, as ONS lays out its payroll figures."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pandas as pd

from dashboard.ingest.geography.places import Places
from dashboard.ingest.refusal import Refused
from dashboard.ingest.register.entry import Source
from dashboard.ingest.tables import periods
from dashboard.ingest.tables.built import Built
from dashboard.ingest.tables.grids import Row, plain, read_sheet
from dashboard.ingest.tables.tidy import tidy

_COLUMNS = ["area_code", "series", "period", "value", "line"]


def build(source: Source, folder: Path, places: Places) -> Built:
    """The tidy table.

    options: `sheets` (sheet -> series; several sheets may hold parts of one series), `date` (the header of
    the column of periods), `periods` (how one is written), `codes`: what stands for a column's area -> our
    code, and `repeats`: the same figure may stand in several sheets. Area codes stand in the row above that
    header; where there is none the header names the area.
    Raises Refused for a column whose area nobody knows and for a row that is no period.
    """
    path, options = source.one_file(folder), source.options
    rows = [row for sheet, series in options["sheets"].items() for row in _rows(path, sheet, series, options)]
    notes: list[str] = []
    how = {"notes": notes, "written": options["periods"], "repeats": options.get("repeats", False)}
    raw = pd.DataFrame(rows, columns=_COLUMNS)
    frame = tidy(raw, path, places, periods.reader(options["periods"]), **how)
    return Built({source.dataset: frame}, notes=notes)


def _rows(path: Path, sheet: str, series: str, options: dict[str, Any]) -> Iterator[tuple[Any, ...]]:
    grid = read_sheet(path, sheet)
    at = _head(grid, options["date"], path, sheet)
    areas = _areas(grid[at - 1][1], grid[at][1], options.get("codes", {}))
    for line, cells in grid[at + 1 :]:
        figures = [(column, code) for column, code in areas if cells[column]]
        if not figures:
            continue  # an empty row, or a note below the table
        for column, code in figures:
            yield code, series, cells[0], cells[column], line


def _head(grid: list[Row], date: str, path: Path, sheet: str) -> int:
    """Where the row of headers stands; the row above it holds the codes."""
    for at, (_, cells) in enumerate(grid):
        if at and cells and plain(cells[0]) == plain(date):
            return at
    raise Refused(path, f"'{sheet}' has no row that begins with {date}, correct options in its entry")


def _areas(above: list[str], head: list[str], codes: dict[str, str]) -> list[tuple[int, str]]:
    """(column, area code) of every column that has a code above it or a name of its own."""
    said = [above[column].strip() or name for column, name in enumerate(head)]
    return [(column, codes.get(text, text)) for column, text in enumerate(said) if column and text]
