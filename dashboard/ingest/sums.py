"""Which cells of a table add up to which: what somebody could subtract to find a hidden one."""

from collections.abc import Iterator

import pandas as pd

from dashboard.ingest.places import Places
from dashboard.methods.disclosure_audit import Relation

Group = tuple[pd.Index, list[Relation]]


def relations(frame: pd.DataFrame, column: str, rule: dict, places: Places) -> Iterator[Group]:
    """For each period (or the whole table): its rows, and the sums among them, by row label.

    rule: `sums` = [{column = "series", total = "All", parts = ["Men", "Women"]}], and `nested` = true where
    the figures of areas inside an area add up to its own. A sum with a blank cell in it tells nothing.
    """
    by = [name for name in ("period", "duration") if name in frame]
    groups = frame.groupby(by).groups.values() if by else [frame.index]
    for rows in groups:
        part = frame.loc[rows].dropna(subset=column)
        found = [r for sum_ in rule.get("sums", []) for r in _categories(part, column, sum_)]
        if rule.get("nested"):
            found += _nested(part, places)
        yield rows, found


def _categories(part: pd.DataFrame, column: str, given: dict) -> Iterator[Relation]:
    of = given["column"]
    aside = {of, column, "value", "lower", "upper", "status"}
    others = [name for name in part if name not in aside]
    for _, rows in part.groupby(others, dropna=False) if others else [((), part)]:
        cells = dict(zip(rows[of], rows.index, strict=True))
        if given["total"] in cells and all(name in cells for name in given["parts"]):
            yield Relation(cells[given["total"]], tuple(cells[name] for name in given["parts"]))


def _nested(part: pd.DataFrame, places: Places) -> Iterator[Relation]:
    """An area and all areas of one level inside it, where the table has every one of them."""
    for _, rows in part.groupby("series") if "series" in part else [((), part)]:
        cells = dict(zip(rows["area_code"], rows.index, strict=True))
        for container in cells:
            for inside in places.inside(container).values():
                if all(code in cells for code in inside):
                    yield Relation(cells[container], tuple(cells[code] for code in inside))
