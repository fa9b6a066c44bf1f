"""STATS19: one row per casualty, placed in its LSOA and ward by its coordinates.

Reads the Department's national files of collisions and casualties as they are published (`path` is the file
of collisions), and the extract of Transport for Greater Manchester, a row a casualty.
"""

from pathlib import Path

import pandas as pd

from dashboard.ingest.geography.placed import within
from dashboard.ingest.geography.places import Places
from dashboard.ingest.refusal import Refused, listed
from dashboard.ingest.register.entry import Source
from dashboard.ingest.tables.adapter_result import AdapterResult
from dashboard.ingest.tables.collisions import casualties_beside, is_national, read_collisions
from dashboard.ingest.tables.reading import read_csv

OPTIONS = frozenset(("provisional_from",))

IDENTIFIES_PLACES_BY_NAME = True
NAMES = {
    "arefno": "collision", "date": "date", "hour": "hour", "mode": "mode", "casualty_severity": "severity",
    "collision_severity": "collision_severity", "sex": "sex", "ageband": "age_band",
    "light_conditions": "light", "speed_limit": "speed_limit", "number_vehicles": "vehicles",
    "number_casualties": "casualties", "area_name": "area_name", "lon": "lon", "lat": "lat",
}  # fmt: skip
NUMBERS = ("hour", "speed_limit", "vehicles", "casualties", "lon", "lat")
SEVERITIES = {"Slight", "Serious", "Fatal"}
ORDER = (
    "date", "hour", "collision", "severity", "collision_severity", "mode", "sex", "age_band", "light",
    "speed_limit", "vehicles", "casualties", "district_code", "ward_code", "lsoa21_code", "provisional",
    "lon", "lat",
)  # fmt: skip


GEOGRAPHY = ("ons-geography/lsoa21.geojson", "ons-geography/gm-wards-2023.geojson")


def inputs(source: Source, folder: Path) -> list[Path]:
    """The casualties, and the outlines they are placed in."""
    path = source.one_file(folder)
    beside = [casualties_beside(path)] if is_national(path) else []
    return [path, *beside, *source.all_of(folder, GEOGRAPHY)]


def build(source: Source, folder: Path, places: Places) -> AdapterResult:
    """Table `road_casualties`, a row per casualty; -1 ("unknown") becomes '' or NULL.

    Identical rows stay: they are passengers of one vehicle. options: `provisional_from`, the first
    day whose figures the publisher may still revise.
    """
    path = source.one_file(folder)
    if is_national(path):
        raw = read_collisions(path, places)
        raw = raw.assign(line=range(2, len(raw) + 2), area_name="")
        districts = raw["district_code"]
    else:
        raw = read_csv(path, tuple(NAMES)).rename(columns=NAMES)
        districts = _districts(raw, path, places)
    frame = _typed(raw, path)
    frame["provisional"] = frame["date"] >= source.options["provisional_from"]
    frame["district_code"] = districts
    home = folder / "ons-geography"
    frame["lsoa21_code"] = within(frame, home / "lsoa21.geojson", "code")
    frame["ward_code"] = within(frame, home / "gm-wards-2023.geojson", "area_code")
    repeated = int(frame.duplicated().sum())
    notes = [f"{repeated} identical rows kept: passengers of one vehicle"] if repeated else []
    frame = frame[list(ORDER)].sort_values(list(ORDER), ignore_index=True)
    return AdapterResult({source.dataset: frame}, notes=notes)


def _typed(raw: pd.DataFrame, path: Path) -> pd.DataFrame:
    if not set(raw["severity"]) <= SEVERITIES:
        first = (~raw["severity"].isin(SEVERITIES)).idxmax()
        raise Refused(
            path,
            f"the severity '{raw.severity[first]}' is unknown, correct it or download it again",
            int(raw.line[first]),
        )
    frame = raw.drop(columns=["line", "area_name"]).replace("-1", "")
    dates = pd.to_datetime(raw["date"], format="%Y-%m-%d", errors="coerce")
    if dates.isna().any():
        first = dates.isna().idxmax()
        raise Refused(
            path,
            f"the date '{raw.date[first]}' cannot be read, correct it or download it again",
            int(raw.line[first]),
        )
    frame["date"] = dates.dt.date
    for column in NUMBERS:
        numbers = pd.to_numeric(frame[column], errors="coerce")
        if (bad := (numbers.isna() & (frame[column] != "")) | numbers.abs().eq(float("inf"))).any():
            first = bad.idxmax()
            raise Refused(
                path, f"'{frame[column][first]}' is not a number ({column}), correct it", int(raw.line[first])
            )
        frame[column] = numbers.round(5) if column in ("lon", "lat") else numbers.astype("Int16")
    return frame


def _districts(raw: pd.DataFrame, path: Path, places: Places) -> pd.Series:
    codes = places.named(("district",))
    unknown = sorted(set(raw["area_name"]) - codes.keys())
    if unknown:
        raise Refused(path, f"no district is called {listed(unknown)}, correct the name")
    return raw["area_name"].map(codes)
