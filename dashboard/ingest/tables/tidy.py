"""The one shape of a statistical table, and the steps from a publisher's text to it."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pandas as pd

from dashboard.ingest.geography.places import Places
from dashboard.ingest.refusal import Refused, listed, number
from dashboard.ingest.tables import cells, periods
from dashboard.ingest.tables.one_code import KEY, one_code
from dashboard.ingest.tables.period_kinds import kinds_that_read, shown
from dashboard.ingest.tables.period_marks import read_marked

COLUMNS = ("area_code", "series", "period", "duration", "value", "lower", "upper", "status")
MARKS = ("", "x", "u", "c", "p", "low", "z", "derived")

Mend = Callable[[str], str]


def tidy_as_entered(
    raw: pd.DataFrame,
    where: Path,
    places: Places,
    options: dict[str, Any],
    notes: list[str],
    column_names: dict[str, str],
) -> pd.DataFrame:
    """`raw` as the tidy table, read as the `options` of its entry say; the rest as in `tidy`."""
    return tidy(
        raw,
        where,
        places,
        periods.reader(options["periods"]),
        aliases=options.get("aliases"),
        repeats=options.get("repeats", False),
        notes=notes,
        written=options["periods"],
        column_names=column_names | {"period": options.get("date", "")},
        mend=cells.mend(options),
    )


def tidy(
    raw: pd.DataFrame,
    where: Path,
    places: Places,
    read_period: Callable[..., Any],
    *,
    aliases: dict[str, str] | None = None,
    repeats: bool = False,
    notes: list[str] | None = None,
    written: str = "",
    column_names: dict[str, str] | None = None,
    mend: Mend | None = None,
) -> pd.DataFrame:
    """`raw` (text columns area_code, series, period, value; optional lower, upper, status; and
    `line`, `sheet` and `column` where it stands) as the tidy table.

    `aliases`: misprinted area codes; `repeats`: identical repeated rows are one row; `notes`: a list to which
    what was left out is added; `written`: how the entry says that periods are written; `column_names`: the
    file's own name of the columns of numbers, and of `period`; `mend`: what to do about a text that is no
    number. Raises Refused, with the line, for a period, number, mark or area it cannot read, and
    a key that stands twice.
    """
    notes = [] if notes is None else notes
    names = column_names or {}
    frame = places.to_current_codes(raw, where, aliases, with_options=mend is not None)
    if len(frame) < len(raw):
        codes = listed(raw.loc[~raw.index.isin(frame.index), "area_code"].unique(), 3)
        rows = number(len(raw) - len(frame), "row")
        notes.append(f"{rows} of areas that the product does not show left out ({codes})")
    frame = _with_periods(frame, where, read_period, places, written, names.get("period", ""))
    _refuse_after_its_end(frame, where, places)
    for column in ("value", "lower", "upper"):
        frame[column] = _numbers(frame, column, where, places, names.get(column, ""), mend)
    frame["status"] = _marks(frame, where, places, with_options=mend is not None)
    frame = _once(frame, where, places, repeats)
    frame, code_notes = one_code(frame, where)
    notes += code_notes
    return ordered(frame)


def ordered(frame: pd.DataFrame) -> pd.DataFrame:
    """The tidy columns in their order and types, sorted by key."""
    frame = frame.reindex(columns=list(COLUMNS)).sort_values(KEY, kind="stable", ignore_index=True)
    return frame.astype({"value": "float64", "lower": "float64", "upper": "float64"})


def _with_periods(
    frame: pd.DataFrame,
    where: Path,
    read_period: Callable[..., Any],
    places: Places,
    written: str,
    column: str,
) -> pd.DataFrame:
    """`frame` with the first day and duration of its periods; “2024 (p)” makes its figures provisional."""
    read, bad = {}, []
    for text in frame["period"].unique():
        try:
            read[text] = read_marked(read_period, text)
        except ValueError:
            bad.append(text)
    if bad:
        raise _no_period(frame, where, bad, places, written, column)
    given = frame["status"].fillna("") if "status" in frame else pd.Series("", index=frame.index)
    marked = frame["period"].map({text: status for text, (_, status) in read.items()})
    return frame.assign(
        status=given.mask((given.str.strip() == "") & (marked != ""), marked),
        period=frame["period"].map({text: day for text, ((day, _), _) in read.items()}),
        duration=frame["period"].map({text: duration for text, ((_, duration), _) in read.items()}),
    )


def _no_period(
    frame: pd.DataFrame, where: Path, bad: list[str], places: Places, written: str, column: str
) -> Refused:
    """What is said of periods that cannot be read: which, where, and the kinds that would read them all."""
    at = frame["period"].isin(bad).idxmax()
    code = frame.loc[at, "area_code"]
    of = "; ".join(filter(None, [column, str(places.names.get(code, code))]))
    others = kinds_that_read(frame["period"].unique().tolist())
    which = " or ".join(f'"{kind}"' for kind in others)
    mend = f"write periods = {which} in options" if others else "correct it, or periods in options"
    if not others and re.fullmatch(r"\d{1,2}[/.-]\d{1,2}[/.-]\d{2}", bad[0]):
        mend = "write its year with four digits: nobody knows which of the three numbers it is"
    quoted = listed((f"'{shown(text)}'" for text in bad), 3)
    what, mend = (f" as {written}", mend) if written else ("", "correct it or download the file again")
    return _refusal(where, frame, at, f"the period {quoted} ({of}) cannot be read{what}, {mend}")


def _refuse_after_its_end(frame: pd.DataFrame, where: Path, places: Places) -> None:
    """Raises Refused where a figure by name is of a year in which the district of that name was no more."""
    if "ended" not in frame:
        return
    late = frame["value"].ne("") & (frame["period"].map(lambda day: day.year) > frame["ended"])
    if late.any():
        at = late.idxmax()
        name, last = places.names[frame.loc[at, "area_code"]], int(frame.loc[at, "ended"])
        sentence = f"{name} was a district until {last}, and the figure is of {frame.loc[at, 'period']}"
        raise _refusal(
            where, frame, at, f"{sentence}, give the code of the area that is meant as codes in options"
        )


def _refusal(where: Path, frame: pd.DataFrame, at: Any, sentence: str) -> Refused:
    """The refusal of the row `at`, by its line and its sheet."""
    sheet = str(frame.loc[at, "sheet"]) if "sheet" in frame else ""
    return Refused(where, sentence, int(frame.loc[at, "line"]), sheet)


def _which(frame: pd.DataFrame, at: Any, places: Places) -> str:
    """The area and period of a row, in words: “Bury, 2024-01-01”."""
    code = frame.loc[at, "area_code"]
    return f"{places.names.get(code, code)}, {frame.loc[at, 'period']}"


def _numbers(
    frame: pd.DataFrame, column: str, where: Path, places: Places, name: str, mend: Mend | None
) -> pd.Series:
    """A column as numbers; `name`: what the file calls it, where that is known."""
    if column not in frame:
        return pd.Series(float("nan"), index=frame.index)
    text = frame[column].fillna("").str.strip().replace({"na": "", "NaN": "", "nan": ""})
    frame[f"{column}_text"] = text
    numbers = pd.to_numeric(text, errors="coerce")
    bad = (numbers.isna() & (text != "")) | numbers.isin([float("inf"), float("-inf")])
    if bad.any():
        at = bad.idxmax()
        name = name or (frame.loc[at, "column"] if "column" in frame else column)
        sentence = f"'{text[at]}' is not a number ({name}; {_which(frame, at, places)}){_also(frame, bad)}"
        remedy = mend(text[at]) if mend else "correct it"
        raise _refusal(where, frame, at, f"{sentence}, {remedy}")
    return numbers.astype("float64")


def _also(frame: pd.DataFrame, bad: pd.Series) -> str:
    """The other lines that are wrong in the same way, so that nobody mends them one refusal at a time."""
    more = frame.loc[bad, "line"].astype(int).unique().tolist()[1:]
    return f" (and {listed(more, 3)}, wrong in the same way)" if more else ""


def _marks(frame: pd.DataFrame, where: Path, places: Places, with_options: bool) -> pd.Series:
    given = frame["status"].fillna("").str.strip()
    unknown = ~given.isin(MARKS)
    if unknown.any():
        first = unknown.idxmax()
        sentence = (
            f"the status '{given[first]}' is unknown ({_which(frame, first, places)}){_also(frame, unknown)}"
        )
        known = listed(filter(None, MARKS), 9)
        mend = f"say in options.marks what it means: {known}, or nothing" if with_options else "correct it"
        raise _refusal(where, frame, first, f"{sentence}, {mend}")
    return given.mask(frame["value"].isna() & (given == ""), "x")


def _once(frame: pd.DataFrame, where: Path, places: Places, repeats: bool) -> pd.DataFrame:
    key = [*KEY, "old_code"]
    again = frame.duplicated(key)
    if repeats:
        same = frame.duplicated([*key, "duration", "value", "lower", "upper", "status"])
        frame, again = frame[~same], again[~same] & frame.duplicated(key)[~same]
    if again.any():
        row = frame.loc[again.idxmax()]
        name = places.names.get(row.area_code, row.old_code)
        sentence = f"{row.old_code}, {row.series}, {row.period} appears twice ({name})"
        mend = "keep one row, or say by only in options which rows are meant"
        raise _refusal(where, frame, again.idxmax(), f"{sentence}, {mend}")
    return frame
