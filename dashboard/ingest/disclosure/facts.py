"""Which columns of a table are one fact: where one is hidden or rounded, no other may give it back.

6.25% of 32 is two people: a count that is hidden while its rate and its base stand is not hidden.
"""

import pandas as pd
from pandas.api.types import is_bool_dtype, is_numeric_dtype

from dashboard.ingest.refusal import listed
from dashboard.ingest.register.entry import Source

LIMITS = ("lower", "upper")
COUNTS = ("numerator", "denominator")
# The words of a [protection] itself: a column so called has to be declared like any other.
_WORDS = {"below", "unit", "base", "marked", "nested", "columns", "tied", "apart", "sums", "signed", "keep"}
_WORDS |= {"widths", "width", "of", "cells", "column", "total", "parts", "whole"}
_EXACT = 1e-6  # how far, of one, a share may be from its counts and still be theirs


def protected_columns(frame: pd.DataFrame, source: Source) -> list[str]:
    """The columns of counts that the entry's [protection] is about: those it names, or `value`.

    Raises ValueError where the table has none of them, or where a share is named without its counts.
    """
    columns: list[str] = source.protection.get("columns", ["value"])
    if not columns or set(columns) - set(frame.columns):
        raise ValueError("its [protection] must name the columns of counts that the table has")
    if "numerator" in frame and not set(COUNTS) & set(columns):
        raise ValueError("its [protection] must name numerator as a column of counts: value follows from it")
    return columns


def tied_columns(frame: pd.DataFrame, source: Source) -> list[str]:
    """The columns that follow from the protected ones: a share of its counts, and what is said to be tied.

    Raises ValueError for another column of numbers, unless the entry says that it is `apart`, or a label.
    """
    columns = protected_columns(frame, source)
    tied, apart = set(source.protection.get("tied", [])), set(source.protection.get("apart", []))
    if set(COUNTS) & set(columns):
        tied.add("value")
        apart |= set(COUNTS)
    apart |= {*columns, *LIMITS, *source.options.get("key", []), *_labels(source.protection)}
    unsaid = [name for name in frame if _numbers(frame[name]) and name not in tied | apart]
    if unsaid:
        raise ValueError(
            f"a hidden count might follow from {listed(unsaid)}: add it to protection.columns, to "
            "protection.tied (hidden with them) or to protection.apart (says nothing of them)"
        )
    return [name for name in frame if name in tied and name not in columns]


def _labels(rule: object) -> set[str]:
    """The columns by which a [protection] chooses rows (a year, say): they name a figure, they are none."""
    if isinstance(rule, list):
        return set().union(*map(_labels, rule))
    if not isinstance(rule, dict):
        return set()
    return {
        *(rule.keys() - _WORDS),
        *([rule["column"]] if "column" in rule else []),
        *_labels(list(rule.values())),
    }


def _numbers(column: pd.Series) -> bool:
    return is_numeric_dtype(column) and not is_bool_dtype(column)


def share_of(frame: pd.DataFrame) -> float:
    """What `value` is of numerator over denominator: 100 for per cent.

    Raises ValueError where it is not the same in every row: then it cannot be made anew from rounded counts.
    """
    if not {"value", *COUNTS} <= set(frame.columns):
        raise ValueError("a value without its denominator cannot be made anew from rounded counts")
    known = frame[(frame["numerator"] > 0) & (frame["denominator"] > 0) & frame["value"].notna()]
    times = (known["value"] * known["denominator"] / known["numerator"]).astype("float64")
    if times.empty or times.max() - times.min() > _EXACT * times.abs().max():
        raise ValueError(
            "value is not numerator over denominator: it cannot be made anew from rounded counts"
        )
    return round(float(times.median()), 6)
