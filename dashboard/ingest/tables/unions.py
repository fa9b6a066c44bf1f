"""Counts of districts that were made of whole abolished ones: those of the old add up to the new.

Only counts that the register says add up ([totals] areas), only where every abolished district has a figure
and the new one has none. Rates and averages are not made so: they stay blank before the district existed.
"""

import pandas as pd

from dashboard.catalogue.totals import Totals
from dashboard.ingest.geography.places import Places
from dashboard.ingest.refusal import number
from dashboard.ingest.tables.one_code import KEY
from dashboard.ingest.tables.tidy import COLUMNS


def with_unions(frame: pd.DataFrame, totals: Totals, places: Places) -> tuple[pd.DataFrame, list[str]]:
    """`frame` (tidy) with the sums as rows of status 'derived', and a sentence that says how many."""
    counts = {rule["series"] for rule in totals.areas if rule.get("value", "value") == "value"}
    if not counts or not set(COLUMNS) <= set(frame.columns) or "released" in frame:
        return frame, []
    frame, notes = _completed(frame, totals, places)
    before = frame["status"].eq("derived").sum()
    for new, old in places.unions.items():
        frame = _with(frame, new, old, counts)
    # A district that came and went again was but a step on the way to the one of today.
    frame = frame[frame["status"].ne("derived") | frame["area_code"].isin(places.current)]
    added = frame["status"].eq("derived").sum() - before
    if not added:
        return frame.reset_index(drop=True), notes
    frame = frame.sort_values(KEY, kind="stable", ignore_index=True)
    sentence = f"{number(added, 'count')} of districts added up from the abolished ones they were made of"
    return frame, [*notes, sentence]


def _completed(frame: pd.DataFrame, totals: Totals, places: Places) -> tuple[pd.DataFrame, list[str]]:
    """The counts that `totals.short` says leave some areas out, with these added."""
    notes = []
    for rule in totals.short:
        here = frame["series"].eq(rule["series"])
        mine = here & frame["area_code"].eq(rule["area_code"]) & frame["value"].notna()
        mine &= frame["period"].map(lambda day: day.year).le(rule["to"])
        others = frame[here & frame["area_code"].isin(rule["lacks"])].dropna(subset="value")
        found = others.groupby("period")["value"].agg(["sum", "size"])
        whole = found["sum"].where(found["size"] == len(rule["lacks"]))
        frame.loc[mine, "value"] += frame.loc[mine, "period"].map(whole)
        frame.loc[mine, "status"] = frame.loc[mine, "value"].map(lambda n: "derived" if n == n else "x")
        names = " and ".join(places.names[code] for code in rule["lacks"])
        where = f"{rule['series']}, {places.names[rule['area_code']]}"
        notes.append(
            f"{where}: {number(mine.sum(), 'figure')} up to {rule['to']} without {names}, which are added"
        )
    return frame, notes


def _with(frame: pd.DataFrame, new: str, old: list[str], counts: set[str]) -> pd.DataFrame:
    parts = frame[frame["area_code"].isin(old) & frame["series"].isin(counts) & frame["value"].notna()]
    by = ["series", "period", "duration"]
    summed = parts.groupby(by, as_index=False).agg(value=("value", "sum"), districts=("area_code", "nunique"))
    summed = summed[summed["districts"] == len(old)].drop(columns="districts")
    held = frame[(frame["area_code"] == new) & frame["value"].notna()][["series", "period"]]
    taken = pd.MultiIndex.from_frame(held)
    summed = summed[~pd.MultiIndex.from_frame(summed[["series", "period"]]).isin(taken)]
    if summed.empty:
        return frame
    blank = frame["area_code"].eq(new) & pd.MultiIndex.from_frame(frame[["series", "period"]]).isin(
        pd.MultiIndex.from_frame(summed[["series", "period"]])
    )
    summed = summed.assign(area_code=new, lower=float("nan"), upper=float("nan"), status="derived")
    return pd.concat([frame[~blank], summed[frame.columns]], ignore_index=True)
