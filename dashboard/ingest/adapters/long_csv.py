"""A table with a row for each area and period, in any publisher's words: a CSV, or a sheet of a workbook."""

import re
from pathlib import Path
from typing import Any

import pandas as pd

from dashboard.ingest.geography.names import coded
from dashboard.ingest.geography.places import Places
from dashboard.ingest.refusal import Refused
from dashboard.ingest.register.entry import Source
from dashboard.ingest.tables import cells, periods
from dashboard.ingest.tables.built import Built
from dashboard.ingest.tables.grids import plain, read_table
from dashboard.ingest.tables.one_code import KEY
from dashboard.ingest.tables.tidy import ordered, tidy

_LIKE_A_CODE = re.compile(r"[A-Za-z]{1,3}\d{4,}")
OPTIONS = frozenset(
    ("area", "area_names", "date", "value", "measure", "names", "series", "periods", "aliases")
)
OPTIONS |= {"lower", "upper", "status", "sheet", "codes", "only"} | cells.OPTIONS
_BESIDE = ("lower", "upper", "status")


def build(source: Source, folder: Path, places: Places) -> Built:
    """The tidy table of every file that `path` means.

    options: `area` (or several, of which the first that holds something counts), `date`, `value` and
    `measure` name the columns, and `lower`, `upper`, `status` those that
    may stand beside; `periods` says how a date is read; `names` gives a measure its series name, or `series`
    names the only one; `aliases` mends misprinted codes; `sheet` of a workbook; `encoding` and `delimiter`
    of a text file; `area_names`: the column of areas holds names, with `codes` for those that are no area's;
    `only`: header -> the texts of the rows to take; `marks`, `decimal`, `affixes`: tables/cells.py.
    """
    notes: list[str] = []
    frames = {path: _tidy_file(path, source, places, notes) for path in source.files(folder)}
    _refuse_repeats(frames)
    return Built({source.dataset: ordered(pd.concat(frames.values()))}, notes=notes)


def _tidy_file(path: Path, source: Source, places: Places, notes: list[str]) -> pd.DataFrame:
    options = source.options
    raw, said = _raw(path, options)
    notes += said
    if options.get("area_names"):
        raw = coded(raw, path, places, options.get("codes", {}))
    raw["series"] = raw["series"].replace(options.get("names", {}))
    how = {"aliases": options.get("aliases"), "notes": notes, "written": options["periods"]}
    how |= {"called": {name: options.get(name, name) for name in ("value", "lower", "upper")}}
    return tidy(raw, path, places, periods.reader(options["periods"]), mend=cells.mend(options), **how)


def _raw(path: Path, options: dict[str, Any]) -> tuple[pd.DataFrame, list[str]]:
    """The rows as text under our names, without notes and blank rows, each with its line."""
    given = options["area"]
    area = [given] if isinstance(given, str) else given
    needed = ["date", "value", *(name for name in ("measure", *_BESIDE) if name in options)]
    head, rows, told = read_table(path, options, tuple(area), tuple(options[name] for name in needed))
    columns = {"period": "date", "series": "measure"} | {n: n for n in ("value", *_BESIDE)}
    at = {ours: head.index(plain(options[name])) for ours, name in columns.items() if name in options}
    frame = pd.DataFrame({ours: [row[column] for _, row in rows] for ours, column in at.items()}, dtype="str")
    codes = [head.index(plain(name)) for name in area if plain(name) in head]
    frame["area_code"] = [next((row[at] for at in codes if row[at]), "") for _, row in rows]
    frame["line"] = [line for line, _ in rows]
    blank = frame[["period", "value"]].eq("").all(axis=1)
    frame = frame[~(blank & ~frame["area_code"].str.fullmatch(_LIKE_A_CODE))].reset_index(drop=True)
    if frame.empty:
        raise Refused(path, "holds a header and no rows, download it again", 1)
    if "measure" not in options:
        frame["series"] = options["series"]
    return _read_figures(frame, options, told)


def _read_figures(
    frame: pd.DataFrame, options: dict[str, Any], told: list[str]
) -> tuple[pd.DataFrame, list[str]]:
    frame["value"], marked, said = cells.figures(frame["value"], options)
    given = frame["status"] if "status" in frame else pd.Series("", index=frame.index)
    frame["status"] = given.map(lambda text: options.get("marks", {}).get(text, text.strip("[]"))).mask(
        given == "", marked
    )
    for name in {"lower", "upper"} & {*frame}:
        frame[name] = cells.figures(frame[name], options)[0]
    return frame, [*told, *said]


def _refuse_repeats(frames: dict[Path, pd.DataFrame]) -> None:
    """Raises Refused for a figure that two files hold."""
    seen: dict[tuple[Any, ...], Path] = {}
    for path, frame in frames.items():
        for key in zip(*(frame[name] for name in KEY), strict=True):
            if key in seen:
                series, code, period = key
                raise Refused(path, f"{code}, {series}, {period} stands in {seen[key].name} too, keep one")
            seen[key] = path
