"""What a release would change of what is published: areas, series and periods, figures and rows."""

from dataclasses import asdict, dataclass, field
from typing import Any

import pandas as pd

from dashboard.ingest.tables.one_code import KEY
from dashboard.ingest.tables.tidy import COLUMNS

MOST_NAMED = 12  # areas, periods, revisions named in a report; the rest are counted


@dataclass
class Change:
    """One table before and after. `new` and `lost`: areas, series and periods by kind; `revised`: how many
    of `compared` figures moved by more than `threshold` (a share); `largest`: the first of them."""

    dataset: str
    table: str
    before: int
    after: int
    threshold: float
    new: dict[str, list[str]] = field(default_factory=dict)
    lost: dict[str, list[str]] = field(default_factory=dict)
    figures_new: int = 0
    figures_lost: int = 0
    compared: int = 0
    moved: int = 0
    revised: int = 0
    largest: list[dict[str, Any]] = field(default_factory=list)

    def as_json(self) -> dict[str, Any]:
        """For the "what's new" page."""
        return asdict(self)


def compare(
    dataset: str, table: str, old: pd.DataFrame | None, new: pd.DataFrame, threshold: float
) -> Change:
    """The change from `old` (None where nothing was published) to `new`."""
    change = Change(dataset, table, 0 if old is None else len(old), len(new), threshold)
    if old is None:
        change.figures_new = len(new)
    elif set(COLUMNS) <= set(old.columns) & set(new.columns):
        _compare_series(change, old, new)
    else:
        _compare_rows(change, old, new)
    return change


def _compare_series(change: Change, old: pd.DataFrame, new: pd.DataFrame) -> None:
    for column, kind in (("area_code", "areas"), ("series", "series"), ("period", "periods")):
        before, after = set(old[column].astype(str)), set(new[column].astype(str))
        change.new[kind], change.lost[kind] = sorted(after - before), sorted(before - after)
    key = [*KEY, *({"released"} & set(old.columns) & set(new.columns))]
    given = [frame.dropna(subset="value")[[*key, "value"]] for frame in (old, new)]
    both = given[0].merge(given[1], on=key, how="outer", suffixes=("_old", "_new"), indicator="found")
    change.figures_new = int((both["found"] == "right_only").sum())
    change.figures_lost = int((both["found"] == "left_only").sum())
    _revisions(change, both[both["found"] == "both"])


def _revisions(change: Change, both: pd.DataFrame) -> None:
    moved = both["value_new"] - both["value_old"]
    # A figure is judged against the larger of itself and a typical one, so that 0.1 -> 0.2 is not "double".
    typical = both.groupby("series")["value_old"].transform(lambda values: values.abs().median())
    share = moved.abs() / pd.concat([both["value_old"].abs(), typical], axis=1).max(axis=1).replace(0, 1)
    over = both.assign(share=share)[share > change.threshold].sort_values("share", ascending=False)
    change.compared, change.moved, change.revised = len(both), int((moved != 0).sum()), len(over)
    for row in over.head(MOST_NAMED).itertuples():
        change.largest.append(
            {"area_code": row.area_code, "series": row.series, "period": str(row.period)}
            | {"old": row.value_old, "new": row.value_new, "share": round(row.share, 4)}
        )


def _compare_rows(change: Change, old: pd.DataFrame, new: pd.DataFrame) -> None:
    change.new["columns"] = [name for name in new if name not in old]
    change.lost["columns"] = [name for name in old if name not in new]
    change.lost["kinds"] = [
        f"{name} ({_kind(old[name])}, now {_kind(new[name])})"
        for name in old
        if name in new and _kind(old[name]) != _kind(new[name])
    ]
    shared = [name for name in old if name in new]
    before, after = (_counted(frame[shared]) for frame in (old, new))
    change.figures_new = int(after.sub(before, fill_value=0).clip(lower=0).sum())
    change.figures_lost = int(before.sub(after, fill_value=0).clip(lower=0).sum())


def _kind(column: pd.Series) -> str:
    """What a column holds, in words."""
    if pd.api.types.is_bool_dtype(column):
        return "yes or no"
    return "numbers" if pd.api.types.is_numeric_dtype(column) else "text or dates"


def _counted(frame: pd.DataFrame) -> pd.Series:
    plain = frame.astype(dict.fromkeys(frame.select_dtypes(["object", "str"]), "str"))
    return pd.util.hash_pandas_object(plain, index=False).value_counts()
