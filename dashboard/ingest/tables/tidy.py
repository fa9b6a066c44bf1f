"""The one shape of a statistical table, and the steps from a publisher's text to it."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pandas as pd

from dashboard.ingest.geography.places import Places
from dashboard.ingest.refusal import Refused, listed
from dashboard.ingest.tables.one_code import KEY, one_code

COLUMNS = ("area_code", "series", "period", "duration", "value", "lower", "upper", "status")
MARKS = ("", "x", "u", "c", "p", "low", "z", "derived")


def tidy(
    raw: pd.DataFrame, where: Path, places: Places, read_period: Callable[..., Any], **how: Any
) -> pd.DataFrame:
    """`raw` (text columns area_code, series, period, value; optional lower, upper, status; and
    `line`) as the tidy table.

    how: `aliases` (misprinted area codes), `repeats` (True: identical repeated rows are one row), `notes`
    (a list that is told what was left out), `written` (how the entry says that periods are written),
    `called` (the file's own name of the columns of numbers), `mend` (what to do about a text that is no
    number). Raises Refused, with the line, for a period, number, mark or area it cannot read, and a key that
    stands twice.
    """
    notes = how.get("notes", [])
    frame = places.settle(raw, where, how.get("aliases"))
    if len(frame) < len(raw):
        notes.append(f"{len(raw) - len(frame)} rows of areas that the product does not show left out")
    frame = _with_periods(frame, where, read_period, how.get("written", ""))
    for column in ("value", "lower", "upper"):
        frame[column] = _numbers(frame, column, where, how)
    frame["status"] = _marks(frame, where)
    frame = _once(frame, where, how.get("repeats", False))
    frame, said = one_code(frame, where)
    notes += said
    return ordered(frame)


def ordered(frame: pd.DataFrame) -> pd.DataFrame:
    """The tidy columns in their order and types, sorted by key."""
    frame = frame.reindex(columns=list(COLUMNS)).sort_values(KEY, kind="stable", ignore_index=True)
    return frame.astype({"value": "float64", "lower": "float64", "upper": "float64"})


def _with_periods(
    frame: pd.DataFrame, where: Path, read_period: Callable[..., Any], written: str
) -> pd.DataFrame:
    read, bad = {}, []
    for text in frame["period"].unique():
        try:
            read[text] = read_period(text)
        except ValueError:
            bad.append(text)
    if bad:
        line = int(frame.loc[frame["period"].isin(bad), "line"].iloc[0])
        what = f" as {written}" if written else ""
        mend = "correct it, or periods in its entry" if written else "correct it or download the file again"
        raise Refused(where, f"the period '{listed(bad, 3)}' cannot be read{what}, {mend}", line)
    days = {text: day for text, (day, _) in read.items()}
    durations = {text: duration for text, (_, duration) in read.items()}
    return frame.assign(period=frame["period"].map(days), duration=frame["period"].map(durations))


def _numbers(frame: pd.DataFrame, column: str, where: Path, how: dict[str, Any]) -> pd.Series:
    if column not in frame:
        return pd.Series(float("nan"), index=frame.index)
    text = frame[column].fillna("").str.strip().replace({"na": "", "NaN": "", "nan": ""})
    frame[f"{column}_text"] = text
    numbers = pd.to_numeric(text, errors="coerce")
    bad = (numbers.isna() & (text != "")) | numbers.isin([float("inf"), float("-inf")])
    if bad.any():
        name = how.get("called", {}).get(column, column)
        said = f"'{text[bad.idxmax()]}' is not a number ({name}){_also(frame, bad)}"
        mend = how["mend"](text[bad.idxmax()]) if "mend" in how else "correct it"
        raise Refused(where, f"{said}, {mend}", int(frame.loc[bad.idxmax(), "line"]))
    return numbers.astype("float64")


def _also(frame: pd.DataFrame, bad: pd.Series) -> str:
    """The other lines that are wrong in the same way, so that nobody mends them one refusal at a time."""
    more = frame.loc[bad, "line"].astype(int).tolist()[1:]
    return f" (lines {listed(more, 3)} are wrong too)" if more else ""


def _marks(frame: pd.DataFrame, where: Path) -> pd.Series:
    given = frame["status"].fillna("").str.strip() if "status" in frame else pd.Series("", index=frame.index)
    unknown = ~given.isin(MARKS)
    if unknown.any():
        first = unknown.idxmax()
        said = f"the status '{given[first]}' is unknown{_also(frame, unknown)}"
        raise Refused(where, f"{said}, correct it or add it to tidy.MARKS", int(frame.loc[first, "line"]))
    return given.mask(frame["value"].isna() & (given == ""), "x")


def _once(frame: pd.DataFrame, where: Path, repeats: bool) -> pd.DataFrame:
    key = [*KEY, "old_code"]
    again = frame.duplicated(key)
    if repeats:
        same = frame.duplicated([*key, "duration", "value", "lower", "upper", "status"])
        frame, again = frame[~same], again[~same] & frame.duplicated(key)[~same]
    if again.any():
        row = frame.loc[again.idxmax()]
        said = f"{row.old_code}, {row.series}, {row.period} appears twice"
        raise Refused(where, f"{said}, keep one row", int(row.line))
    return frame
