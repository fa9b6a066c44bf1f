"""MHCLG's homelessness tables (H-CLIC), as an extract of the cells of its quarterly workbooks."""

import re
from pathlib import Path
from typing import Any

import pandas as pd

from dashboard.ingest.geography.places import Places
from dashboard.ingest.refusal import Refused, listed
from dashboard.ingest.register.entry import Source
from dashboard.ingest.tables import periods
from dashboard.ingest.tables.built import Built
from dashboard.ingest.tables.reading import read_table
from dashboard.ingest.tables.tidy import tidy

OPTIONS = frozenset(("series", "marks", "skip"))

_CELLS = ("quarter", "table", "code", "name", "column", "header", "value")
_KEY = ["area_code", "series", "period"]


def build(source: Source, folder: Path, places: Places) -> Built:
    """The tidy table: one row a series, area and quarter.

    options: `series` (list of { series, table, header }): the cells of `table` whose column's header, in that
    quarter's workbook, matches the pattern `header`; `marks`: text of a cell without a figure -> status;
    `skip`: what stands as the code of rows that are no area. Districts stand once or, in some quarters, twice
    with the same figure. Refuses: a series that has no column in some quarter; two figures for one cell.
    """
    path = source.one_file(folder)
    cells = read_table(path, _CELLS)
    frames = [_series(cells, spec, path) for spec in source.options["series"]]
    raw = pd.concat(frames, ignore_index=True)
    raw = raw[~raw["area_code"].isin(source.options.get("skip", []))].drop_duplicates([*_KEY, "value"])
    if (twice := raw.duplicated(_KEY)).any():
        said = listed(raw.loc[twice.idxmax(), _KEY].tolist())
        raise Refused(path, f"{said} has two figures, keep the one that its publisher gives")
    marks = source.options.get("marks", {})
    raw = raw.assign(
        status=raw["value"].map(marks).fillna(""), value=raw["value"].mask(raw["value"].isin(marks), "")
    )
    notes: list[str] = []
    how = {"notes": notes, "written": "quarter"}
    return Built({source.dataset: tidy(raw, path, places, periods.quarter, **how)}, notes=notes)


def _series(cells: pd.DataFrame, spec: dict[str, Any], path: Path) -> pd.DataFrame:
    """The cells of one series as (area_code, series, period, value, line)."""
    mine = cells[cells["table"] == spec["table"]]
    heads = mine[["quarter", "column", "header"]].drop_duplicates()
    pattern = re.compile(spec["header"])
    found = heads[[bool(pattern.search(header)) for header in heads["header"]]]
    first = found.groupby("quarter")["column"].min()
    if missing := sorted(set(heads["quarter"]) - set(first.index)):
        raise Refused(
            path, f"no column of {spec['table']} is '{spec['header']}' in {listed(missing)}, correct options"
        )
    chosen = mine[mine["column"] == mine["quarter"].map(first)]
    return pd.DataFrame(
        {
            "area_code": chosen["code"].to_numpy(),
            "series": spec["series"],
            "period": chosen["quarter"].to_numpy(),
            "value": chosen["value"].str.strip().to_numpy(),
            "line": chosen.index.to_numpy() + 1,
        }
    )
