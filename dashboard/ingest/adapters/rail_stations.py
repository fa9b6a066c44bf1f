"""Rail stations of England and their yearly use (ORR tables 1410 and 1415), placed in their neighbourhood."""

from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd

from dashboard.ingest.geography.placed import within
from dashboard.ingest.geography.places import Places
from dashboard.ingest.refusal import Refused, listed
from dashboard.ingest.register.entry import Source
from dashboard.ingest.tables.adapter_result import AdapterResult
from dashboard.ingest.tables.reading import read_csv, read_table, refuse_blanks

OPTIONS = frozenset(("stations", "since"))

DEPENDS_ON_AREAS = False
PIER = 1000  # metres: Ryde Pier Head stands that far out in the sea
OUTLINES = "ons-geography/lsoa21.geojson"
USE = ("NLC", "year", "metric", "value")
STATIONS = ("nlc", "oa", "tlc", "name", "x_lon", "y_lat")
ORDER = ["station_code", "period", "name", "lsoa21_code", "entries_and_exits"]


def inputs(source: Source, folder: Path) -> list[Path]:
    """The use of each station, the stations, and the outlines they are placed in."""
    return [source.one_file(folder), *source.all_of(folder, (source.options["stations"], OUTLINES))]


def build(source: Source, folder: Path, places: Places) -> AdapterResult:
    """A row a station and year (April to March, `period` its first day) with entries and exits together.

    options: `stations`, the file of names and coordinates; `since`, the first year (that it begins in).
    Stations of Wales and Scotland are left out. Raises Refused for a station without a name or a place.
    """
    path = source.one_file(folder)
    stations = _stations(folder / source.options["stations"], folder / OUTLINES)
    used = read_table(path, USE)
    refuse_blanks(used, list(USE[:3]), path)
    used = used[(used["metric"] == "Total") & (used["year"] >= source.options["since"])]
    if unnamed := sorted(set(used["NLC"].astype("str")) - stations["every"]):
        raise Refused(path, f"no station has the code {listed(unnamed)}, add it to the stations")
    if not pd.api.types.is_numeric_dtype(used["value"]) or used["value"].lt(0).any():
        raise Refused(path, "entries and exits are no numbers from 0 up, download it again")
    frame = used.assign(nlc=used["NLC"].astype("str")).merge(stations["english"], on="nlc")
    if frame.duplicated(["tlc", "year"]).any():
        raise Refused(path, "a station and year stand twice, keep one row")
    frame = frame.assign(
        station_code=frame["tlc"],
        period=[date(int(year), 4, 1) for year in frame["year"]],
        entries_and_exits=frame["value"].round().astype("Int64"),
    )
    lost = frame.loc[frame["lsoa21_code"] == "", "name"].unique()
    notes = [f"{listed(lost)} lies in no neighbourhood and counts for no place"] if len(lost) else []
    return AdapterResult(
        {source.dataset: frame[ORDER].sort_values(ORDER[:2], ignore_index=True)}, notes=notes
    )


def _stations(path: Path, outlines: Path) -> dict[str, Any]:
    """`every`: the codes of all; `english`: nlc, tlc, name and lsoa21_code of those in England."""
    raw = read_csv(path, STATIONS)
    here = raw[raw["oa"].str.startswith("E")].reset_index(drop=True)
    points = here[["x_lon", "y_lat"]].apply(pd.to_numeric, errors="coerce").set_axis(["lon", "lat"], axis=1)
    if points.isna().any(axis=None):
        first = points.isna().any(axis=1).idxmax()
        raise Refused(path, f"{here.name[first]} has no coordinates, correct it", int(here.line[first]))
    here = here.assign(lsoa21_code=within(points, outlines, "code", PIER))
    return {"every": set(raw["nlc"]), "english": here[["nlc", "tlc", "name", "lsoa21_code"]]}
