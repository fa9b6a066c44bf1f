"""A table from Stat-Xplore (Department for Work and Pensions): a row a place by name, a column a month."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pandas as pd

from dashboard.ingest.geography.places import Places
from dashboard.ingest.refusal import Refused
from dashboard.ingest.register.entry import Source
from dashboard.ingest.tables import periods
from dashboard.ingest.tables.built import Built
from dashboard.ingest.tables.grids import Row, read_sheet
from dashboard.ingest.tables.tidy import tidy

NAMED = True
_COLUMNS = ["name", "series", "period", "value", "status", "line"]
_PROVISIONAL = re.compile(r"\s*\(p\)$")
_NIL = ".."  # "a nil or negligible number": which of the two is not said


def build(source: Source, folder: Path, places: Places) -> Built:
    """The tidy table of one count.

    options: `sheet`, `series`, `names` (the publisher's name -> area code) and `outside` (names that are left
    out: places that the product does not show, and the row of totals). A month with "(p)" is provisional.
    Raises Refused, with the line, for a name that no district of today has.
    """
    path, options = source.one_file(folder), source.options
    grid = read_sheet(path, options["sheet"])
    raw = pd.DataFrame(_rows(grid, options["series"], path), columns=_COLUMNS)
    outside = raw["name"].isin(options.get("outside", []))
    raw = raw[~outside].copy()
    raw["area_code"] = _codes(raw, path, places.named(("district",)) | options.get("names", {}))
    notes = [f"{outside.sum()} rows of names in options.outside left out"] if outside.any() else []
    frame = tidy(raw, path, places, periods.reader("month"), notes=notes, written="month")
    return Built({source.dataset: frame}, notes=notes)


def _rows(grid: list[Row], series: str, path: Path) -> Iterator[tuple[Any, ...]]:
    """(name, series, month, value, status, line) of each figure: a place's name stands before its figures."""
    at = next((at for at, (_, cells) in enumerate(grid) if cells and cells[0] == "Month"), None)
    if at is None:
        raise Refused(path, "has no row that begins with Month, download it again from Stat-Xplore")
    months = [(column, text) for column, text in enumerate(grid[at][1]) if column and text]
    if not months:
        raise Refused(path, "the row of months holds none, download it again", grid[at][0])
    for line, cells in grid[at + 1 :]:
        for column, text in months:
            if value := cells[column]:
                month, marked = _PROVISIONAL.subn("", text)
                status = "low" if value == _NIL else "p" * marked
                yield cells[months[0][0] - 1], series, month, value.replace(_NIL, ""), status, line


def _codes(raw: pd.DataFrame, path: Path, codes: dict[str, str]) -> pd.Series:
    unknown = ~raw["name"].isin(codes.keys())
    if unknown.any():
        first = raw[unknown].iloc[0]
        raise Refused(
            path, f"no district is called '{first['name']}', add it to options.names", int(first.line)
        )
    return raw["name"].map(codes)
