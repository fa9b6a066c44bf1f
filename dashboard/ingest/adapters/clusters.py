"""ONS clusters of similar local authorities: a letter for each area on each of three bases."""

from pathlib import Path

import pandas as pd

from dashboard.ingest.adapters.peers import BASES
from dashboard.ingest.geography.places import Places
from dashboard.ingest.refusal import Refused, number
from dashboard.ingest.register.entry import Source
from dashboard.ingest.tables.adapter_result import AdapterResult
from dashboard.ingest.tables.reading import read_csv

OPTIONS: frozenset[str] = frozenset()


def build(source: Source, folder: Path, places: Places) -> AdapterResult:
    """Table: area_code, basis, cluster (a letter; NULL where there is none), in today's codes."""
    path = source.one_file(folder)
    raw = read_csv(path, ("areacd", *BASES)).rename(columns={"areacd": "area_code"})
    kept = places.to_current_codes(raw, path)
    if kept["area_code"].duplicated().any():
        row = kept[kept["area_code"].duplicated()].iloc[0]
        raise Refused(path, f"{row.old_code} appears twice, keep one row", int(row.line))
    long = kept.melt(["area_code", "line"], BASES, "basis", "cluster")
    long["cluster"] = long["cluster"].mask(long["cluster"] == "[x]")  # the publisher's mark for none
    bad = ~long["cluster"].str.fullmatch("[A-Z]", na=True)
    if bad.any():
        row = long[bad].iloc[0]
        raise Refused(path, f"the cluster '{row.cluster}' is not a letter, correct it", int(row.line))
    notes = [f"{number(len(raw) - len(kept), 'row')} of areas that the product does not show left out"]
    table = long[["area_code", "basis", "cluster"]].sort_values(["area_code", "basis"], ignore_index=True)
    return AdapterResult({source.dataset: table.astype({"basis": pd.StringDtype()})}, notes=notes)
