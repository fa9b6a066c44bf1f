"""Hidden figures that a published table gives away: the check after a disclosure rule, and of every build."""

import pandas as pd

from dashboard.ingest.disclosure.facts import COUNTS, LIMITS, protected_columns, tied_columns
from dashboard.ingest.disclosure.protection import AS_THEY_ARE
from dashboard.ingest.disclosure.sums import relations, rows_of, widths
from dashboard.ingest.geography.places import Places
from dashboard.ingest.register.entry import Source
from dashboard.methods.disclosure.audit import Exposure, audit


def disclosed(frame: pd.DataFrame, source: Source, places: Places) -> list[str]:
    """The hidden cells (status 'c') of a published table that its open ones give away, in words."""
    if source.disclosure in AS_THEY_ARE or "status" not in frame:
        return []
    rule, found = source.protection, _left_open(frame, source)
    for column in protected_columns(frame, source):
        signed, unit = rows_of(frame, rule.get("signed", [])), rule.get("unit", 0.0)
        for rows, sums in relations(frame, column, rule, places):
            cells = {key: float(n) for key, n in frame.loc[rows, column].items()}
            hidden = [key for key, n in cells.items() if n != n]
            seen = audit(
                cells, hidden, sums, widths(frame, rows, rule), signed=signed & cells.keys(), unit=unit
            )
            found += [_in_words(frame.loc[leak.cell], column, leak) for leak in seen]
    return found


def _left_open(frame: pd.DataFrame, source: Source) -> list[str]:
    """Rows that are marked as hidden and still hold one of the columns that are hidden together."""
    found = []
    for column in [*protected_columns(frame, source), *tied_columns(frame, source)]:
        for _, row in frame[frame["status"].eq("c") & frame[column].notna()].iterrows():
            found.append(f"{_where(row, column)} follows from its {column}")
    return found


def _where(row: pd.Series, column: str) -> str:
    aside = {column, "value", *LIMITS, *COUNTS, "status"}
    return ", ".join(str(value) for name, value in row.items() if name not in aside)


def _in_words(row: pd.Series, column: str, leak: Exposure) -> str:
    return f"{_where(row, column)} lies between {leak.lowest:.4g} and {leak.highest:.4g}"
