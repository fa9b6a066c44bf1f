"""Which cells of a table add up to which: what somebody could subtract to find a hidden one."""

from collections.abc import Iterator
from typing import Any

import pandas as pd

from dashboard.ingest.geography.places import Places
from dashboard.methods.disclosure.audit import Relation

Group = tuple[pd.Index, list[Relation]]
_CELL = ("value", "lower", "upper", "status", "numerator", "denominator")
_WITHHELD = 1.0  # a withheld figure may not be known to within one


def relations(frame: pd.DataFrame, column: str, rule: dict[str, Any], places: Places) -> Iterator[Group]:
    """For each period (or the whole table): its rows, and the sums among them, by row label.

    rule: `sums` = [{column = "series", total = "All", parts = ["Men", "Women"]}] or, over any columns,
    [{total = {item = "All"}, parts = [{item = "!All"}], whole = true}], and `nested` = true where the
    figures of areas inside an area add up to its own. Hidden cells (status 'c') are parts of sums like any
    other; a sum with a cell in it that is blank for another reason tells nothing.
    """
    by = [name for name in ("period", "duration") if name in frame]
    groups = frame.groupby(by).groups.values() if by else [frame.index]
    figures = {column, *_CELL, *(name for key in ("columns", "tied", "apart") for name in rule.get(key, []))}
    for rows in groups:
        part = frame.loc[rows]
        hidden = part["status"].eq("c") if "status" in part else False
        known = part[column].notna() | hidden
        blank = set(part.index[~known])
        found = [r for sum_ in rule.get("sums", []) for r in _summed(part, figures, sum_)]
        found = [r for r in found if not blank & {r.total, *r.parts}]
        part = part[known]
        if rule.get("nested"):
            found += _nested(part, places)
        yield part.index, found


def selected(frame: pd.DataFrame, wanted: dict[str, Any]) -> pd.Series:
    """The rows where each column is what `wanted` says: a value, a list of them, "21*" or "!All"."""
    mask = pd.Series(True, index=frame.index)
    for column, values in wanted.items():
        one_of = pd.Series(False, index=frame.index)
        for value in values if isinstance(values, list) else [values]:
            one_of |= _is(frame[column], str(value))
        mask &= one_of
    return mask


def rows_of(frame: pd.DataFrame, wanted: list[dict[str, Any]]) -> set[Any]:
    """The labels of the rows that any of `wanted` selects."""
    return {label for one in wanted for label in frame.index[selected(frame, one)]}


def widths(frame: pd.DataFrame, rows: pd.Index, rule: dict[str, Any]) -> dict[Any, float]:
    """How wide the range of each hidden cell must stay: the threshold, or what the rule says of some rows."""
    found = dict.fromkeys(rows, float(rule.get("below", _WITHHELD)))
    for one in rule.get("widths", []):
        found |= dict.fromkeys(rows_of(frame, [one["of"]]) & found.keys(), float(one["width"]))
    return found


def _is(column: pd.Series, value: str) -> pd.Series:
    text = column.astype(str)
    if value.startswith("!"):
        return text != value[1:]
    return text.str.startswith(value[:-1]) if value.endswith("*") else text == value


def _summed(part: pd.DataFrame, figures: set[str], given: dict[str, Any]) -> Iterator[Relation]:
    if "column" in given:
        of = given["column"]
        parts = [{of: name} for name in given["parts"]]
        found = _across(part, figures, {of: given["total"]}, parts, True)
        yield from (sum_ for sum_ in found if len(sum_.parts) == len(parts))
    else:
        parts = given["parts"] if isinstance(given["parts"], list) else [given["parts"]]
        yield from _across(part, figures, given["total"], parts, given.get("whole", True))


def _across(
    part: pd.DataFrame, figures: set[str], total: dict[str, Any], parts: list[dict[str, Any]], whole: bool
) -> Iterator[Relation]:
    """A sum for each value of the columns that neither side names and that are no `figures`."""
    aside = {*figures, *total, *(name for wanted in parts for name in wanted)}
    others = [name for name in part if name not in aside]
    cells = _labels(pd.concat([part[selected(part, wanted)] for wanted in parts]), others)
    for key, labels in _labels(part[selected(part, total)], others).items():
        if key in cells and len(labels) == 1:
            yield Relation(labels[0], tuple(cells[key]), whole)


def _labels(rows: pd.DataFrame, others: list[str]) -> dict[tuple[Any, ...], list[Any]]:
    if not others:
        return {(): list(rows.index)} if len(rows) else {}
    found: dict[tuple[Any, ...], list[Any]] = {}
    for label, key in zip(rows.index, rows[others].itertuples(index=False, name=None), strict=True):
        found.setdefault(key, []).append(label)
    return found


def _nested(part: pd.DataFrame, places: Places) -> Iterator[Relation]:
    """An area and all areas of one level inside it, where the table has every one of them."""
    for _, rows in part.groupby("series") if "series" in part else [((), part)]:
        cells = dict(zip(rows["area_code"], rows.index, strict=True))
        for container in cells:
            for inside in places.inside(container).values():
                if all(code in cells for code in inside):
                    yield Relation(cells[container], tuple(cells[code] for code in inside))
