"""A table with a column an area and a row a period, as ONS lays out its payroll figures."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from dashboard.ingest.refusal import Refused
from dashboard.ingest.tables.grids import Row, plain, read_grids


def of_areas_across(
    path: Path, sheet: str, series: str, options: dict[str, Any]
) -> Iterator[tuple[Any, ...]]:
    """(area, series, period, value, status, line, sheet, column) of each figure, as text.

    options: `date` (the header of the column of periods, which is the first) and `codes`: what stands for
    a column's area -> our code; `skip`: columns that are left out. Area codes stand in the row above that
    header; where there is none the header names the area. Raises Refused where no row begins with `date`.
    """
    (name, grid), *more = read_grids(path, options, sheet)[0].items()
    if more:
        raise Refused(path, "has several sheets, name one as sheet or sheets in options")
    at = _head(grid, options["date"], path, name)
    found = _areas(grid[at - 1][1] if at else [], grid[at][1], options.get("codes", {}))
    areas = [(column, code) for column, code in found if code not in options.get("skip", [])]
    for line, cells in grid[at + 1 :]:
        for column, code in areas:
            if column < len(cells) and cells[column]:  # an empty row, or a note below the table, has none
                yield code, series, cells[0], cells[column], "", "", line, name, grid[at][1][column] or code


def _head(grid: list[Row], date: str, path: Path, sheet: str) -> int:
    """Where the row of headers stands; the row above it holds the codes."""
    for at, (_, cells) in enumerate(grid):
        if cells and plain(cells[0]) == plain(date):
            return at
    raise Refused(path, f"has no row that begins with {date}, correct options in its entry", None, sheet)


def _areas(above: list[str], head: list[str], codes: dict[str, str]) -> list[tuple[int, str]]:
    """(column, area code) of every column that has a code above it or a name of its own."""
    parts = [(above[at].strip() if at < len(above) else "") or name for at, name in enumerate(head)]
    return [(column, codes.get(text, text)) for column, text in enumerate(parts) if column and text]
