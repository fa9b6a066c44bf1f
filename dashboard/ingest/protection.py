"""Applies a register entry's disclosure rule to its tables, before anything of them is written (METHODS 8).

The rule is that of the entry, and an entry has one audience: what the office may see in full and the public
may not is two entries over one file, with two table names, as skills_imperative and its detail are.
"""

import pandas as pd

from dashboard.ingest.places import Places
from dashboard.ingest.refusal import Refused
from dashboard.ingest.register import Source
from dashboard.ingest.sums import relations
from dashboard.ingest.tidy import COLUMNS
from dashboard.methods.disclosure import round_half_up, suppress, withhold

AS_THEY_ARE = ("none", "as published")


def protect(name: str, frame: pd.DataFrame, source: Source, places: Places) -> pd.DataFrame:
    """`frame` as the audience of `source` may see it; it itself where the entry asks for nothing.

    Raises Refused where the rule cannot be applied, or leaves a hidden cell that can be worked out.
    """
    if source.disclosure in AS_THEY_ARE or (source.disclosure == "withhold" and not source.protection):
        return frame
    rule = {"suppress": _suppressed, "round": _rounded, "withhold": _withheld}[source.disclosure]
    try:
        return rule(frame, source, places)
    except (ValueError, KeyError) as error:
        raise Refused(name, f"{source.disclosure} is not possible: {error}, see {source.file}") from error


def _counts(frame: pd.DataFrame, source: Source) -> list[str]:
    if set(COLUMNS) <= set(frame.columns):
        return ["value"]
    columns = source.protection.get("columns", [])
    if not columns or set(columns) - set(frame.columns):
        raise ValueError("its [protection] must name the columns of counts that the table has")
    return columns


def _rounded(frame: pd.DataFrame, source: Source, places: Places) -> pd.DataFrame:
    """Every true count rounded by itself; limits go, for they would give the count away."""
    base = source.protection["base"]
    for column in _counts(frame, source):
        rounded = frame[column].map(lambda n: round_half_up(n, base), na_action="ignore")
        frame = frame.assign(**{column: rounded.astype(frame[column].dtype)})
    return _without_limits(frame, pd.Series(True, index=frame.index))


def _withheld(frame: pd.DataFrame, source: Source, places: Places) -> pd.DataFrame:
    """The cells that [protection] names, each by some of its columns, are marked confidential."""
    mask = pd.Series(False, index=frame.index)
    for cell in source.protection["cells"]:
        this = pd.Series(True, index=frame.index)
        for column, wanted in cell.items():
            this &= frame[column].astype(str) == str(wanted)
        if not this.any():
            raise ValueError(f"no cell is {cell}")
        mask |= this
    marked = withhold(dict.fromkeys(frame.index, 0.0), frame.index[mask])
    return _hidden(frame, pd.Series(marked).eq("c"), _counts(frame, source))


def _suppressed(frame: pd.DataFrame, source: Source, places: Places) -> pd.DataFrame:
    """Small counts hidden, and as many others as it takes that no sum gives them away."""
    for column in _counts(frame, source):
        hidden = pd.Series(False, index=frame.index)
        for rows, sums in relations(frame, column, source.protection, places):
            cells = {key: float(n) for key, n in frame.loc[rows, column].dropna().items()}
            done = suppress(cells, sums, below=source.protection["below"])
            if done.exposed:
                raise ValueError(f"{len(done.exposed)} hidden cells can still be worked out")
            hidden[list(done.primary | done.secondary)] = True
        frame = _hidden(frame, hidden, [column])
    return frame


def _hidden(frame: pd.DataFrame, mask: pd.Series, columns: list[str]) -> pd.DataFrame:
    for column in columns:
        frame = frame.assign(**{column: frame[column].astype("Float64").mask(mask)})
        if column == "value":
            frame = frame.astype({"value": "float64"})
    if "status" in frame:
        frame = frame.assign(status=frame["status"].mask(mask, "c"))
    return _without_limits(frame, mask)


def _without_limits(frame: pd.DataFrame, mask: pd.Series) -> pd.DataFrame:
    limits = [column for column in ("lower", "upper") if column in frame]
    return frame.assign(**{column: frame[column].mask(mask) for column in limits})
