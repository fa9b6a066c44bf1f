"""Applies a register entry's disclosure rule to its tables, before anything of them is written.

The rule is that of the entry, and an entry has one audience: what the office may see in full and the public
may not is two entries over one file, with two table names, as skills_imperative and its detail are. The
columns of one fact are protected together (facts.py).
"""

import hashlib
import json
from typing import Any

import pandas as pd

from dashboard.ingest.disclosure.facts import LIMITS, protected_columns, share_of, tied_columns
from dashboard.ingest.disclosure.sums import relations, rows_of, widths
from dashboard.ingest.geography.places import Places
from dashboard.ingest.refusal import Refused, listed
from dashboard.ingest.register.entry import Source
from dashboard.methods.disclosure.audit import Relation
from dashboard.methods.disclosure.protect import suppress, withhold
from dashboard.methods.disclosure.rounding import round_half_up

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


def rule_name(source: Source) -> str:
    """Names the rule of `source`; empty where it has none. The manifest keeps it with each table that was
    protected, and audited, by it."""
    if source.disclosure in AS_THEY_ARE or not source.protection:
        return ""
    terms = json.dumps([source.disclosure, source.protection], sort_keys=True, default=str)
    return hashlib.sha256(terms.encode()).hexdigest()[:16]


def _rounded(frame: pd.DataFrame, source: Source, places: Places) -> pd.DataFrame:
    """Every true count rounded by itself; a share is made anew from the rounded counts, and limits go: both
    would give the count away."""
    base, tied = source.protection["base"], tied_columns(frame, source)
    if other := [name for name in tied if name != "value"]:
        raise ValueError(f"{listed(other)} cannot be made anew from rounded counts, leave it out")
    times = share_of(frame) if tied else 0
    for column in protected_columns(frame, source):
        rounded = frame[column].map(lambda n: round_half_up(n, base), na_action="ignore")
        frame = frame.assign(**{column: rounded.astype(frame[column].dtype)})
    if tied:
        share = times * frame["numerator"] / frame["denominator"].where(frame["denominator"] > 0)
        frame = frame.assign(value=share.where(frame["value"].notna()))
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
    return _hidden(frame, pd.Series(marked).eq("c"), source)


def _suppressed(frame: pd.DataFrame, source: Source, places: Places) -> pd.DataFrame:
    """Small counts hidden (or the rows that the adapter marks), and as many others as it takes that no sum
    gives them away. Both get the same mark: which of the two a cell is would narrow it down.

    What is hidden in one column is hidden in the others too, and may take more rows with it there.
    """
    hidden, columns = pd.Series(False, index=frame.index), protected_columns(frame, source)
    while True:
        before = hidden.sum()
        for column in columns:
            for rows, sums in relations(frame, column, source.protection, places):
                hidden[_hidden_cells(frame, rows, sums, column, hidden, source.protection)] = True
        if len(columns) == 1 or hidden.sum() == before:
            return _hidden(frame, hidden, source)


def _hidden_cells(
    frame: pd.DataFrame,
    rows: pd.Index,
    sums: list[Relation],
    column: str,
    hidden: pd.Series,
    rule: dict[str, Any],
) -> list[Any]:
    """The rows among `rows` of which the figure of `column` is hidden, those already `hidden` among them."""
    cells = {key: float(n) for key, n in frame.loc[rows, column].items()}
    if "marked" in rule:
        small = set(frame.index[frame["status"].eq(rule["marked"])]) & cells.keys()
    else:
        small = {key for key, n in cells.items() if 0 < n < rule["below"]}
    done = suppress(
        cells,
        sums,
        below=rule["below"],
        width=widths(frame, rows, rule),
        primary=small | (set(hidden.index[hidden]) & cells.keys()),
        signed=rows_of(frame, rule.get("signed", [])) & cells.keys(),
        unit=rule.get("unit", 0.0),
        keep=rows_of(frame, rule.get("keep", [])) & cells.keys(),
    )
    if done.exposed:
        raise ValueError(f"{len(done.exposed)} hidden cells can still be worked out")
    return list(done.primary | done.secondary)


def _hidden(frame: pd.DataFrame, mask: pd.Series, source: Source) -> pd.DataFrame:
    for column in [*protected_columns(frame, source), *tied_columns(frame, source)]:
        frame = frame.assign(**{column: frame[column].astype("Float64").mask(mask)})
        if column == "value":
            frame = frame.astype({"value": "float64"})
    if "status" in frame:
        frame = frame.assign(status=frame["status"].mask(mask, "c"))
    return _without_limits(frame, mask)


def _without_limits(frame: pd.DataFrame, mask: pd.Series) -> pd.DataFrame:
    limits = [column for column in LIMITS if column in frame]
    return frame.assign(**{column: frame[column].mask(mask) for column in limits})
