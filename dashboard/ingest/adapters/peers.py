"""ONS statistical neighbours: for each area the most similar others, on three bases."""

from pathlib import Path

import pandas as pd

from dashboard.ingest.geography.places import Places
from dashboard.ingest.refusal import Refused
from dashboard.ingest.register.entry import Source
from dashboard.ingest.tables.adapter_result import AdapterResult
from dashboard.ingest.tables.reading import read_csv

OPTIONS: frozenset[str] = frozenset()

BASES = ("global", "economic", "demographic")


def build(source: Source, folder: Path, places: Places) -> AdapterResult:
    """Table `peers`: area_code, basis, position (1 = nearest), peer_code, in today's codes.

    Welsh, Scottish and Northern Irish areas are left out, and the positions close up behind them.
    """
    files = {path.name.partition("-")[0]: path for path in source.files(folder)}
    if missing := [basis for basis in BASES if basis not in files]:
        raise Refused(source.path, f"there is no {missing[0]}-neighbours.csv, add it")
    tables = [_neighbours(basis, files[basis], places) for basis in BASES]
    peers = pd.concat(tables, ignore_index=True)
    return AdapterResult({"peers": peers.sort_values(["area_code", "basis", "position"], ignore_index=True)})


def _neighbours(basis: str, path: Path, places: Places) -> pd.DataFrame:
    raw = read_csv(path, ("areacd", "1", "5"))
    if raw["areacd"].duplicated().any():
        row = raw[raw["areacd"].duplicated()].iloc[0]
        raise Refused(path, f"{row.areacd} appears twice, keep one row", int(row.line))
    long = raw.melt(id_vars=["areacd", "line"], var_name="position", value_name="peer")
    long = long[long["peer"] != ""].rename(columns={"areacd": "area_code"})
    mine = places.to_current_codes(long, path)
    theirs = places.to_current_codes(mine[["peer", "line"]].rename(columns={"peer": "area_code"}), path)
    mine = mine.loc[theirs.index].assign(peer_code=theirs["area_code"], basis=basis)
    mine["position"] = mine["position"].astype("int16")
    mine = mine.sort_values(["area_code", "position"])
    mine["position"] = (mine.groupby("area_code").cumcount() + 1).astype("int16")
    return mine[["area_code", "basis", "position", "peer_code"]]
