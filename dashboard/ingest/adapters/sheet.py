"""A table as its publisher lays it out: a row an area (or a column an area), figures side by side."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pandas as pd

from dashboard.ingest.geography.names import coded
from dashboard.ingest.geography.places import Places
from dashboard.ingest.refusal import Refused, listed
from dashboard.ingest.register.entry import Source
from dashboard.ingest.tables import cells, grids, periods
from dashboard.ingest.tables.adapter_result import AdapterResult
from dashboard.ingest.tables.areas_across import of_areas_across
from dashboard.ingest.tables.formats.book import sheet_names
from dashboard.ingest.tables.grids import Grid, Row, plain, read_grid
from dashboard.ingest.tables.period_marks import is_period, period_and_words
from dashboard.ingest.tables.tidy import tidy_as_entered

SHEET = "sheet"  # as `period`: each sheet is named like the period of its figures
_CODE = re.compile(r"[A-Z]\d{8}")
OPTIONS = frozenset(
    ("area", "area_names", "across", "periods", "period", "date", "columns", "sheets", "series")
)
OPTIONS |= {"measure", "names", "skip", "codes", "sums", "summed", "sparse", "repeats", "aliases", "margin"}
OPTIONS |= cells.OPTIONS | grids.OPTIONS
_COLUMNS = ["area_code", "series", "period", "value", "margin", "status", "line", "sheet", "column"]


@dataclass(frozen=True)
class _Figure:
    """A column of figures: its series, its period or the column that holds it, and that of its margin."""

    at: int
    title: str
    series: str
    period: str | int
    margin: int = -1


def build(source: Source, folder: Path, places: Places) -> AdapterResult:
    """The tidy table.

    options: `area`: the header of the column of codes, or several, of which the first that is there and holds
    a code counts, or the column's number (from 1) where it has no header; rows without a code and without
    figures are notes. What stands beside it is a column a period (`across = "periods"`, read as `periods`
    says) in each of `sheets` (sheet -> series; else `series`), or a column a series (`columns`: header ->
    series) of one `period` (or of "sheet": a sheet a period, named like it), or of the column `date`. Both:
    with `across` and `columns` a header holds a period and the words of a column. `measure`: a column that
    says the series of its row, with `names`. `across = "areas"`: tables/areas_across.py. `skip`: codes or
    names of rows that are left out; `codes`: a publisher's code -> the area of the same ground; `sums`: area
    -> its codes that together are that area, for the series `summed`: derived, and only where every part has
    a figure; `sparse`: an empty cell is no figure at all, not a missing one; `repeats`: a figure may stand
    twice; `area_names`: the column holds names, which are those of areas; `margin`: the header of a column to
    the right of a figure that says how far its 95% limits lie from it. Where the table stands:
    tables/grids.py (OPTIONS); what its cells mean: tables/cells.py.
    """
    path, options = source.one_file(folder), source.options
    notes: list[str] = []
    rows = [
        row for sheet, series in _sheets(path, options) for row in _rows(path, sheet, series, options, notes)
    ]
    raw = pd.DataFrame(rows, columns=_COLUMNS)
    raw["value"], marked, reading_notes = cells.figures(raw["value"], options, raw["series"])
    raw["status"] = raw["status"].mask(raw["status"] == "", marked)
    raw = cells.with_limits(raw, options) if "margin" in options else raw.drop(columns="margin")
    raw = cells.multiplied(raw, options)
    notes += reading_notes
    if options.get("area_names"):
        raw = coded(raw, path, places, options.get("codes", {}))
    raw = pd.concat([raw, _summed(raw, options)], ignore_index=True)
    raw["area_code"] = raw["area_code"].replace(options.get("codes", {}))
    frame = tidy_as_entered(raw, path, places, options, notes, {})
    return AdapterResult({source.dataset: frame}, notes=notes)


def _sheets(path: Path, options: dict[str, Any]) -> list[tuple[str, str]]:
    """(sheet, series) of each sheet that is read: of `sheets`, each that is named like a period, or one."""
    if "sheets" in options:
        return list(options["sheets"].items())
    if not _a_sheet_each(options):
        return [("", options.get("series", ""))]
    read = periods.reader(options["periods"])
    found = [(name, "") for name in sheet_names(path) if is_period(read, name)]
    if not found:
        raise Refused(
            path, f"no sheet is named like a period as {options['periods']}, correct period in options"
        )
    return found


def _a_sheet_each(options: dict[str, Any]) -> bool:
    return bool(options.get("period") == SHEET and "columns" in options)


def _rows(
    path: Path, sheet: str, series: str, options: dict[str, Any], notes: list[str]
) -> Iterator[tuple[Any, ...]]:
    """The cells of each figure, as text, in the order of _COLUMNS."""
    if options.get("across") == "areas":
        yield from of_areas_across(path, sheet, series, options)
        return
    given = options["area"]
    area = [given] if isinstance(given, str) else [] if isinstance(given, int) else given
    wanted = () if options.get("across") == "periods" else options.get("columns", {})
    needed = [*wanted, *(options[name] for name in ("date", "measure") if name in options)]
    grid = read_grid(path, options, tuple(area), tuple(needed), sheet)
    notes += grid.notes
    codes = [given - 1] if isinstance(given, int) else [grid.at(a) for a in area if plain(a) in grid.head]
    figures = [_with_margin(each, grid, options) for each in _figures(grid, series, options)]
    if not figures:
        raise _no_figures(path, grid, options)
    _refuse_absent(path, grid, figures, options)
    if "margin" in options and all(each.margin < 0 for each in figures):
        sentence = (
            f"no column to the right of a figure is called {options['margin']}, correct margin in options"
        )
        raise Refused(path, sentence, grid.line, grid.sheet)
    if options.get("across") == "periods":
        taken = {*codes, *(each.at for each in figures), *(each.margin for each in figures)}
        if lost := grid.dated_beside(taken):
            notes.append(f"not read, being no period as {options['periods']}: {listed(lost)}")
    of = grid.at(options["measure"]) if "measure" in options else None
    for row in grid.rows:
        mine = figures if of is None else _of_measure(figures, row[1][of], options.get("names", {}))
        yield from _cells(row, codes, mine, options, (path, grid.sheet))


def _of_measure(figures: list[_Figure], measure: str, names: dict[str, str]) -> list[_Figure]:
    """`figures` of a row whose `measure` says its series, before that of the column where it has one."""
    series = names.get(measure, measure)
    return [replace(each, series=f"{series}, {each.series}" if each.series else series) for each in figures]


def _figures(grid: Grid, series: str, options: dict[str, Any]) -> list[_Figure]:
    """Every column of figures."""
    if options.get("across") == "periods":
        read, named = (
            periods.reader(options["periods"]),
            {plain(name.replace("_", " ")): each for name, each in _columns(options).items()},
        )
        found = [
            (at, title, _split(read, parts, named))
            for at, (title, parts) in enumerate(zip(grid.titles, grid.parts, strict=True))
        ]
        return [
            _Figure(at, title, named.get(words, series), when) for at, title, (when, words) in found if when
        ]
    period = grid.at(options["date"]) if "date" in options else options["period"]
    period = grid.sheet if _a_sheet_each(options) else period
    return [_Figure(grid.at(name), name, each, period) for name, each in options["columns"].items()]


def _with_margin(figure: _Figure, grid: Grid, options: dict[str, Any]) -> _Figure:
    """`figure` with the place of its margin, where the header to the right of it is that of margins."""
    beside, margin = figure.at + 1, plain(options.get("margin", ""))
    stands = margin and beside < len(grid.parts) and plain(grid.parts[beside][-1]) == margin
    return replace(figure, margin=beside) if stands else figure


def _no_figures(path: Path, grid: Grid, options: dict[str, Any]) -> Refused:
    """What is said where no header is a period: the headers, and what in the entry may be wrong."""
    has = listed(filter(None, grid.titles), 12)
    words = " and one of columns" if options.get("columns") else ""
    mend = "correct periods" + (" or columns" if words else "")
    mend += (
        " in options, or say by headers = 2 that two rows make the header" if "headers" not in options else ""
    )
    sentence = f"no header is a period as {options['periods']}{words} (it has {has}), {mend}"
    return Refused(path, sentence, grid.line, grid.sheet)


def _columns(options: dict[str, Any]) -> dict[str, str]:
    return dict(options.get("columns", {}))


def _split(read: periods.Reader, parts: list[str], named: dict[str, str]) -> tuple[str, str]:
    """(period, words) of a header: all of it a period, or, where columns are `named`, a period and one of
    them in either order; ("", "") for a header of another kind."""
    title = " ".join(filter(None, parts))
    if not named:
        whole = next((part for part in (title, *parts) if part and is_period(read, part)), "")
        return whole, ""
    pairs = [(when, plain(words)) for when, words in period_and_words(read, title)]
    return next(((when, words) for when, words in pairs if words in named), ("", ""))


def _refuse_absent(path: Path, grid: Grid, figures: list[_Figure], options: dict[str, Any]) -> None:
    """Raises Refused where one of `columns` has no period beside it."""
    lost = sorted({*_columns(options).values()} - {figure.series for figure in figures})
    if lost:
        name = next(name for name, each in _columns(options).items() if each == lost[0])
        has = listed(filter(None, grid.titles), 20)
        sentence = f"no header is '{name}' and a period as {options['periods']} (it has {has})"
        raise Refused(path, f"{sentence}, correct columns or periods in its entry", None, grid.sheet)


def _cells(
    row: Row, codes: list[int], figures: list[_Figure], options: dict[str, Any], where: tuple[Path, str]
) -> Iterator[tuple[Any, ...]]:
    (line, texts), (path, sheet) = row, where
    parts = [texts[figure.at] for figure in figures if texts[figure.at]]
    code = next((texts[at] for at in codes if _CODE.fullmatch(texts[at])), texts[codes[-1]])
    if code in options.get("skip", []) or not parts:
        return
    if not options.get("area_names") and not _CODE.fullmatch(code) and code not in options.get("codes", {}):
        if not code:
            return  # a note below the table
        mend = "correct it, or name it in options.skip, or in options.codes with the code of its area; "
        mend += "a column of names needs area_names = true"
        raise Refused(path, f"'{code}' is no area code, {mend}", line, sheet)
    if not code:
        return
    for figure in figures:
        text = texts[figure.at]
        if not text and options.get("sparse"):
            continue
        when = texts[figure.period] if isinstance(figure.period, int) else figure.period
        margin = texts[figure.margin] if figure.margin >= 0 else ""
        yield code, figure.series, when, text, margin, "", line, sheet, figure.title


def _summed(raw: pd.DataFrame, options: dict[str, Any]) -> pd.DataFrame:
    """The areas that `sums` makes of the publisher's own, where each of their parts has a figure."""
    figures = raw[raw["series"].isin(options.get("summed", []))]
    figures = figures.assign(number=pd.to_numeric(figures["value"], errors="coerce"))
    made = []
    for code, parts in options.get("sums", {}).items():
        mine = figures[figures["area_code"].isin(parts)].dropna(subset="number")
        whole = mine.groupby(["series", "period"], as_index=False).agg(
            number=("number", "sum"),
            parts=("area_code", "nunique"),
            line=("line", "min"),
            sheet=("sheet", "first"),
            column=("column", "first"),
        )
        whole = whole[whole["parts"] == len(parts)]
        value = whole["number"].map(lambda number: repr(round(float(number), 9)))
        made.append(whole.assign(area_code=code, value=value, status="derived"))
    return pd.concat(made).reindex(columns=raw.columns) if made else raw.head(0)
