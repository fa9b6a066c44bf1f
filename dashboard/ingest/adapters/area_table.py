"""A parquet table that is not a statistical series: a row per small area, pair of areas or place.

The columns are kept, typed, under names that SQL takes unquoted.
"""

from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd

from dashboard.ingest.geography.places import Places
from dashboard.ingest.refusal import Refused, listed
from dashboard.ingest.register.entry import Source
from dashboard.ingest.tables.adapter_result import AdapterResult
from dashboard.ingest.tables.reading import read_table, refuse_blanks, refuse_numbers

OPTIONS = frozenset(
    ("key", "columns", "rename", "values", "england", "recode", "decimals", "dates", "not_after")
)

WHOLE = {"decile": "int8", "rank": "int32"}


def build(source: Source, folder: Path, places: Places) -> AdapterResult:
    """The table, sorted by its key.

    options: `key` (column names of ours), `columns` (theirs to keep, default all), `rename` (theirs
    -> ours), `values` (column of ours -> theirs -> ours), `england` (true: Welsh rows are left out by
    the first key), `recode` (columns of area codes to bring up to date), `decimals` (numbers are
    rounded to so many), `dates` (columns of text dates), `not_after` (the column of dates that the
    others cannot follow: those that do become NULL).
    """
    path, options = source.one_file(folder), source.options
    frame = _renamed(_read(path, options), options)
    if missing := [key for key in options["key"] if key not in frame]:
        raise Refused(path, f"lacks the column {listed(missing)}, download it again")
    refuse_blanks(frame, options["key"], path)
    refuse_numbers(frame, [name for name in frame if name.endswith("_code")], path)
    if options.get("england"):
        frame = _english(frame, options["key"][0], path)
    for column, values in options.get("values", {}).items():
        frame = frame.assign(**{column: frame[column].map(values)})
    for column in options.get("recode", []):
        frame = frame.assign(**{column: frame[column].replace(places.recodes)})
    frame, notes = _dated(frame, path, options)
    frame = _sized(frame, options.get("decimals"))
    return AdapterResult({source.dataset: _keyed(frame, path, options["key"])}, notes=notes)


def _english(frame: pd.DataFrame, key: str, path: Path) -> pd.DataFrame:
    """The English rows; what is no code of England or Wales is refused, not left out with the Welsh ones."""
    bad = ~frame[key].str.fullmatch(r"[EW]\d{8}")
    if bad.any():
        raise Refused(path, f"'{frame.loc[bad.idxmax(), key]}' is not an area code ({key}), correct it")
    return frame[frame[key].str.startswith("E")]


def _read(path: Path, options: dict[str, Any]) -> pd.DataFrame:
    wanted = options.get("columns", [])
    frame = read_table(path, tuple(wanted))
    return frame[wanted or list(frame.columns)]


def _renamed(frame: pd.DataFrame, options: dict[str, Any]) -> pd.DataFrame:
    frame = frame.rename(columns=options.get("rename", {}))
    frame.columns = [_plain(name) for name in frame.columns]
    return frame


def _plain(name: str) -> str:
    """'Housing_and_Access_decile', 'Age: Aged 5 to 9 years', 'sex-001' as names SQL takes unquoted."""
    plain = "".join(letter.lower() if letter.isalnum() else "_" for letter in name)
    return "_".join(part for part in plain.split("_") if part)


def _dated(frame: pd.DataFrame, path: Path, options: dict[str, Any]) -> tuple[pd.DataFrame, list[str]]:
    notes = []
    for column in options.get("dates", []):
        days = frame[column].map(lambda text: _day(text, path), na_action="ignore")
        limit = options.get("not_after")
        if limit and column != limit:
            late = days > frame[limit].map(lambda text: _day(text, path), na_action="ignore")
            days = days.mask(late.fillna(value=False))
            if late.any():
                notes.append(f"{late.sum()} dates in {column} follow {limit} and are left blank")
        frame = frame.assign(**{f"{column}__read": days})
    read = {f"{column}__read": column for column in options.get("dates", [])}
    return frame.drop(columns=list(read.values())).rename(columns=read), notes


def _day(text: str, path: Path) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise Refused(path, f"the date '{text}' cannot be read, correct it or download it again") from error


def _sized(frame: pd.DataFrame, decimals: int | None) -> pd.DataFrame:
    typed = {}
    for column in frame.select_dtypes("number"):
        kind = WHOLE.get(column.rpartition("_")[2])
        if kind:
            typed[column] = frame[column].astype(kind)
        elif pd.api.types.is_integer_dtype(frame[column]):
            typed[column] = frame[column].astype("int32")
        elif decimals is not None:
            typed[column] = frame[column].round(decimals)
    return frame.assign(**typed)


def _keyed(frame: pd.DataFrame, path: Path, key: list[str]) -> pd.DataFrame:
    again = frame.duplicated(key)
    if again.any():
        raise Refused(path, f"{listed(frame.loc[again.idxmax(), key])} appears twice, keep one row")
    order = [*key, *(column for column in frame if column not in key)]
    return frame[order].sort_values(key, ignore_index=True)
