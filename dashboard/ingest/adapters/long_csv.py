"""A table with a row for each area and period, in any publisher's words and any kind of file."""

import re
from pathlib import Path
from typing import Any

import pandas as pd

from dashboard.ingest.geography.names import coded
from dashboard.ingest.geography.places import Places
from dashboard.ingest.refusal import Refused
from dashboard.ingest.register.entry import Source
from dashboard.ingest.tables import cells, grids
from dashboard.ingest.tables.adapter_result import AdapterResult
from dashboard.ingest.tables.grids import plain, read_grid
from dashboard.ingest.tables.measures import by_pattern, check_patterns, measures
from dashboard.ingest.tables.one_code import KEY
from dashboard.ingest.tables.tidy import ordered, tidy_as_entered

_LIKE_A_CODE = re.compile(r"[A-Za-z]{1,3}\d{4,}")
OPTIONS = frozenset(
    ("area", "area_names", "date", "period", "value", "measure", "names", "series", "periods", "aliases")
)
OPTIONS |= {"patterns"}
OPTIONS |= {"lower", "upper", "margin", "status", "codes", "skip", "repeats"} | cells.OPTIONS | grids.OPTIONS
_BESIDE = ("lower", "upper", "margin", "status")
# What a column of statuses says in words, or in the codes of SDMX, where that can mean one thing.
_STATUS = {"a": "", "normal": "", "normal value": "", "final": "", "revised": "", "r": ""}
_STATUS |= {"provisional": "p", "suppressed": "c", "confidential": "c", "not applicable": "z"}
_STATUS |= {"not available": "x", "unreliable": "u", "missing": "x"}
_STATUS |= {"e": "", "b": "", "m": "x", "q": "c"}


def build(source: Source, folder: Path, places: Places) -> AdapterResult:
    """The tidy table of every file that `path` means.

    options: `area` (or several, of which the first that holds something counts), `date`, `value` and
    `measure` (or several, joined by a comma) name the columns (without `date`, `period` is that of all),
    and `lower`, `upper`, `status` those that may stand beside, or `margin`, how far the 95% limits
    lie from the value; `periods` says how a date is read; `names` gives a measure its series
    name, `patterns` (series name -> a regular expression of the measure, as
    tables/measures.py has it) the ones that are wanted, or `series` names the only one;
    `aliases` mends misprinted codes;
    `skip`: areas, by what their cell says, that are left out; `area_names`: the column of areas holds
    names, with `codes` for those that are no area's; `repeats`: the same figure may stand twice. Where
    the table stands: tables/grids.py (OPTIONS); what its cells mean: tables/cells.py.
    """
    notes: list[str] = []
    check_patterns(source.options, source.file)
    frames = {path: _tidy_file(path, source, places, notes) for path in source.files(folder)}
    _refuse_repeats(frames)
    return AdapterResult({source.dataset: ordered(pd.concat(frames.values()))}, notes=notes)


def _tidy_file(path: Path, source: Source, places: Places, notes: list[str]) -> pd.DataFrame:
    options = source.options
    raw, reading_notes = _raw(path, options)
    notes += reading_notes
    if options.get("area_names"):
        raw = coded(raw, path, places, options.get("codes", {}))
    raw["area_code"] = raw["area_code"].replace(options.get("codes", {}))
    raw["series"] = raw["series"].replace(options.get("names", {}))
    raw = cells.multiplied(raw, options)
    names = {name: options.get(name, name) for name in ("value", "lower", "upper")}
    return tidy_as_entered(raw, path, places, options, notes, names)


def _raw(path: Path, options: dict[str, Any]) -> tuple[pd.DataFrame, list[str]]:
    """The rows as text under our names, without notes and blank rows, each with its line."""
    area, measure = several(options["area"]), several(options.get("measure", []))
    needed = [name for name in ("date", "value", *_BESIDE) if name in options]
    grid = read_grid(path, options, tuple(area), (*(options[name] for name in needed), *measure))
    columns = {"period": "date"} | {name: name for name in ("value", *_BESIDE)}
    at = {ours: grid.at(options[name]) for ours, name in columns.items() if name in options}
    frame = pd.DataFrame(
        {ours: [row[column] for _, row in grid.rows] for ours, column in at.items()}, dtype="str"
    )
    codes = [grid.at(name) for name in area if plain(name) in grid.head]
    frame["area_code"] = [next((row[at] for at in codes if row[at]), "") for _, row in grid.rows]
    frame["line"], frame["sheet"] = [line for line, _ in grid.rows], grid.sheet
    if "date" not in options:
        frame["period"] = options["period"] if "period" in options else options["date"]
    frame["series"] = measures(grid, measure) if measure else options["series"]
    frame = frame[_is_figure(frame, options)].reset_index(drop=True)
    if frame.empty:
        raise Refused(path, "holds a header and no rows, download it again", 1)
    if "patterns" in options:
        frame = by_pattern(frame, path, options["patterns"]).reset_index(drop=True)
    return _read_figures(frame, options, grid.notes)


def several(given: str | list[str]) -> list[str]:
    return [given] if isinstance(given, str) else given


def _is_figure(frame: pd.DataFrame, options: dict[str, Any]) -> pd.Series:
    """Which rows are of an area that is wanted: not skipped, and no note below the table."""
    blank = frame["value"].eq("") & (frame["period"].eq("") | ("date" not in options))
    note = blank & ~frame["area_code"].str.fullmatch(_LIKE_A_CODE)
    return ~note & ~frame["area_code"].isin(options.get("skip", []))


def _read_figures(
    frame: pd.DataFrame, options: dict[str, Any], told: list[str]
) -> tuple[pd.DataFrame, list[str]]:
    frame["value"], marked, reading_notes = cells.figures(frame["value"], options, frame["series"])
    given = frame["status"] if "status" in frame else pd.Series("", index=frame.index)
    named = options.get("marks", {})
    given = given.map(lambda text: named.get(text, _STATUS.get(text.lower(), text.strip("[]"))))
    frame["status"] = given.mask(given == "", marked)
    for name in {"lower", "upper"} & {*frame}:
        frame[name] = cells.figures(frame[name], options, frame["series"])[0]
    if "margin" in frame:
        frame = cells.with_limits(frame, options)
    return frame, [*told, *reading_notes]


def _refuse_repeats(frames: dict[Path, pd.DataFrame]) -> None:
    """Raises Refused for a figure that two files hold."""
    seen: dict[tuple[Any, ...], Path] = {}
    for path, frame in frames.items():
        for key in zip(*(frame[name] for name in KEY), strict=True):
            if key in seen:
                series, code, period = key
                raise Refused(path, f"{code}, {series}, {period} stands in {seen[key].name} too, keep one")
            seen[key] = path
