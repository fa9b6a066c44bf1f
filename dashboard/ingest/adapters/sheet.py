"""A table in a spreadsheet or CSV as its publisher lays it out: a row an area, its figures side by side."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pandas as pd

from dashboard.ingest.geography.names import coded
from dashboard.ingest.geography.places import Places
from dashboard.ingest.refusal import Refused
from dashboard.ingest.register.entry import Source
from dashboard.ingest.tables import cells, periods
from dashboard.ingest.tables.built import Built
from dashboard.ingest.tables.grids import Row, plain, read_table
from dashboard.ingest.tables.tidy import tidy

_CODE = re.compile(r"[A-Z]\d{8}")
OPTIONS = frozenset(
    ("area", "area_names", "across", "periods", "period", "date", "columns", "sheets", "series")
)
OPTIONS |= {"sheet", "skip", "codes", "sums", "summed", "sparse", "repeats", "only", "aliases"}
OPTIONS |= cells.OPTIONS
_COLUMNS = ["area_code", "series", "period", "value", "status", "line"]


def build(source: Source, folder: Path, places: Places) -> Built:
    """The tidy table.

    options: `area`: the header of the column of codes, or several, of which the first that is there and holds
    a code counts, or the column's number (from 1) where it has no header; rows without a code and without
    figures are notes. What stands beside it is either a column a period (`across = "periods"`, read as
    `periods` says) in each of `sheets` (sheet -> series; for a CSV `series`), or a column a series
    (`columns`: header -> series) of one `period`, or of the column `date`. `marks`, `decimal`, `affixes`,
    `encoding` and `delimiter` as for long_csv; `skip`: codes of rows that are left out; `codes`: a
    publisher's code -> the area of the same ground; `sums`: area -> the publisher's codes that together are
    that area, for the series `summed`: derived, and only where every part has a figure; `sparse`: an empty
    cell is no figure at all, not one that is missing; `repeats`: a figure may stand twice; `area_names`: the
    column holds names, which are those of areas of today; `only`: header -> the texts of the rows to take.
    """
    path, options = source.one_file(folder), source.options
    notes: list[str] = []
    rows = [row for sheet, series in _sheets(options) for row in _rows(path, sheet, series, options, notes)]
    raw = pd.DataFrame(rows, columns=_COLUMNS)
    raw["value"], marked, said = cells.figures(raw["value"], options)
    raw["status"] = raw["status"].mask(raw["status"] == "", marked)
    notes += said
    if options.get("area_names"):
        raw = coded(raw, path, places, options.get("codes", {}))
    raw = pd.concat([raw, _summed(raw, options)], ignore_index=True)
    raw["area_code"] = raw["area_code"].replace(options.get("codes", {}))
    how: dict[str, Any] = {name: options[name] for name in ("aliases", "repeats") if name in options}
    how |= {"notes": notes, "written": options["periods"], "mend": cells.mend(options)}
    return Built(
        {source.dataset: tidy(raw, path, places, periods.reader(options["periods"]), **how)}, notes=notes
    )


def _sheets(options: dict[str, Any]) -> list[tuple[str, str]]:
    return list(options["sheets"].items()) if "sheets" in options else [("", options.get("series", ""))]


def _rows(
    path: Path, sheet: str, series: str, options: dict[str, Any], notes: list[str]
) -> Iterator[tuple[Any, ...]]:
    """(code, series, period, value, status, line) of each figure, as text."""
    given = options["area"]
    area = [given] if isinstance(given, str) else [] if isinstance(given, int) else given
    needed = [*options.get("columns", {}), *([options["date"]] if "date" in options else [])]
    head, rows, told = read_table(path, options, tuple(area), tuple(needed), sheet)
    notes += told
    named = [head.index(plain(name)) for name in area if plain(name) in head]
    codes = [given - 1] if isinstance(given, int) else named
    figures = _figures(head, series, options)
    if not figures:
        raise Refused(
            path, f"no column of '{sheet}' is a period as {options['periods']}, correct options", rows[0][0]
        )
    for row in rows:
        yield from _cells(row, codes, figures, options, path)


def _figures(head: list[str], series: str, options: dict[str, Any]) -> list[tuple[int, str, str | int]]:
    """(column, series, period or the column that holds it) of every column of figures."""
    if options.get("across") == "periods":
        read = periods.reader(options["periods"])
        return [(column, series, text) for column, text in enumerate(head) if _is_period(read, text)]
    period = head.index(plain(options["date"])) if "date" in options else options["period"]
    return [(head.index(plain(name)), each, period) for name, each in options["columns"].items()]


def _is_period(read: periods.Reader, text: str) -> bool:
    try:
        read(text)
    except ValueError:
        return False
    return True


def _cells(
    row: Row, codes: list[int], figures: list[Any], options: dict[str, Any], path: Path
) -> Iterator[tuple[Any, ...]]:
    line, texts = row
    said = [texts[column] for column, _, _ in figures if texts[column]]
    code = next((texts[at] for at in codes if _CODE.fullmatch(texts[at])), texts[codes[-1]])
    if code in options.get("skip", []) or not said:
        return
    if not options.get("area_names") and not _CODE.fullmatch(code) and code not in options.get("codes", {}):
        if not code:
            return  # a note below the table
        raise Refused(path, f"'{code}' is no area code, correct it or name it in options.skip", line)
    for column, series, period in figures:
        text = texts[column]
        if not text and options.get("sparse"):
            continue
        when = texts[period] if isinstance(period, int) else period
        yield code, series, when, text, "", line


def _summed(raw: pd.DataFrame, options: dict[str, Any]) -> pd.DataFrame:
    """The areas that `sums` makes of the publisher's own, where each of their parts has a figure."""
    figures = raw[raw["series"].isin(options.get("summed", []))]
    figures = figures.assign(number=pd.to_numeric(figures["value"], errors="coerce"))
    made = []
    for code, parts in options.get("sums", {}).items():
        mine = figures[figures["area_code"].isin(parts)].dropna(subset="number")
        whole = mine.groupby(["series", "period"], as_index=False).agg(
            number=("number", "sum"), parts=("area_code", "nunique"), line=("line", "min")
        )
        whole = whole[whole["parts"] == len(parts)]
        value = whole["number"].map(lambda number: repr(round(float(number), 9)))
        made.append(whole.assign(area_code=code, value=value, status="derived"))
    return pd.concat(made)[_COLUMNS] if made else raw.head(0)
