"""Applies a register entry's disclosure rule to its tables, before anything of them is written (METHODS 8).

The rule is that of the entry, and an entry has one audience: what the office may see in full and the public
may not is two entries over one file, with two table names, as skills_imperative and its detail are.
"""

import hashlib
import json

import pandas as pd

from dashboard.ingest.places import Places
from dashboard.ingest.refusal import Refused
from dashboard.ingest.register import Source
from dashboard.ingest.sums import relations, selected
from dashboard.methods.disclosure import round_half_up, suppress, withhold
from dashboard.methods.disclosure_audit import audit

AS_THEY_ARE = ("none", "as published")
_WITHHELD = 1.0  # a withheld figure may not be known to within one


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


def stamp(source: Source) -> str:
    """Names the rule of `source`; empty where it has none. The manifest keeps it with each table that was
    protected, and audited, by it."""
    if source.disclosure in AS_THEY_ARE or not source.protection:
        return ""
    said = json.dumps([source.disclosure, source.protection], sort_keys=True, default=str)
    return hashlib.sha256(said.encode()).hexdigest()[:16]


def leaks(frame: pd.DataFrame, source: Source, places: Places) -> list[str]:
    """The hidden cells (status 'c') of a published table that its open ones give away, in words."""
    if source.disclosure in AS_THEY_ARE or "status" not in frame:
        return []
    rule, found = source.protection, []
    for column in _counts(frame, source):
        signed, unit = _rows(frame, rule.get("signed", [])), rule.get("unit", 0.0)
        for rows, sums in relations(frame, column, rule, places):
            cells = {key: float(n) for key, n in frame.loc[rows, column].items()}
            hidden = [key for key, n in cells.items() if n != n]
            seen = audit(
                cells, hidden, sums, _widths(frame, rows, rule), signed=signed & cells.keys(), unit=unit
            )
            found += [_in_words(frame.loc[leak.cell], column, leak) for leak in seen]
    return found


def _in_words(row: pd.Series, column: str, leak) -> str:
    aside = {column, "value", "lower", "upper", "status"}
    where = ", ".join(str(value) for name, value in row.items() if name not in aside)
    return f"{where} lies between {leak.lowest:.4g} and {leak.highest:.4g}"


def _widths(frame: pd.DataFrame, rows: pd.Index, rule: dict) -> dict:
    """How wide the range of each hidden cell must stay: the threshold, or what the rule says of some rows."""
    widths = dict.fromkeys(rows, float(rule.get("below", _WITHHELD)))
    for one in rule.get("widths", []):
        widths |= dict.fromkeys(_rows(frame, [one["of"]]) & widths.keys(), float(one["width"]))
    return widths


def _rows(frame: pd.DataFrame, wanted: list[dict]) -> set:
    """The labels of the rows that any of `wanted` selects."""
    return {label for one in wanted for label in frame.index[selected(frame, one)]}


def _counts(frame: pd.DataFrame, source: Source) -> list[str]:
    columns = source.protection.get("columns", ["value"] if "value" in frame else [])
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
    """Small counts hidden (or the rows that the adapter marks), and as many others as it takes that no sum
    gives them away. Both get the same mark: which of the two a cell is would narrow it down."""
    rule = source.protection
    for column in _counts(frame, source):
        hidden = pd.Series(False, index=frame.index)
        signed = _rows(frame, rule.get("signed", []))
        for rows, sums in relations(frame, column, rule, places):
            cells = {key: float(n) for key, n in frame.loc[rows, column].items()}
            small = frame.index[frame["status"].eq(rule["marked"])] if "marked" in rule else None
            done = suppress(
                cells,
                sums,
                below=rule["below"],
                width=_widths(frame, rows, rule),
                primary=None if small is None else set(small) & cells.keys(),
                signed=signed & cells.keys(),
                unit=rule.get("unit", 0.0),
                keep=_rows(frame, rule.get("keep", [])) & cells.keys(),
            )
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
