"""STATS19: one row per casualty, placed in its LSOA and ward by its coordinates."""

from pathlib import Path

import pandas as pd

from dashboard.ingest.built import Built
from dashboard.ingest.outlines import NATIONAL_GRID, read_outlines
from dashboard.ingest.places import Places
from dashboard.ingest.reading import read_csv
from dashboard.ingest.refusal import Refused, listed
from dashboard.ingest.register import Source

NAMED = True
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
    return [source.one_file(folder), *source.all_of(folder, GEOGRAPHY)]


def build(source: Source, folder: Path, places: Places) -> Built:
    """Table `road_casualties`, a row per casualty; -1 ("unknown") becomes '' or NULL.

    Identical rows stay: they are passengers of one vehicle. options: `provisional_from`, the first
    day whose figures the publisher may still revise.
    """
    path = source.one_file(folder)
    raw = read_csv(path, tuple(NAMES)).rename(columns=NAMES)
    frame = _typed(raw, path)
    frame["provisional"] = frame["date"] >= source.options["provisional_from"]
    frame["district_code"] = _districts(raw, path, places)
    home = folder / "ons-geography"
    frame["lsoa21_code"] = _within(frame, home / "lsoa21.geojson", "code")
    frame["ward_code"] = _within(frame, home / "gm-wards-2023.geojson", "area_code")
    repeated = int(frame.duplicated().sum())
    notes = [f"{repeated} identical rows kept: passengers of one vehicle"] if repeated else []
    frame = frame[list(ORDER)].sort_values(list(ORDER), ignore_index=True)
    return Built({source.dataset: frame}, notes=notes)


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


def _within(frame: pd.DataFrame, path: Path, key: str) -> pd.Series:
    """The code of the area that holds each point, else of the nearest within 500 m (outlines are
    generalised), else ''."""
    import geopandas

    box = (frame["lon"].min(), frame["lat"].min(), frame["lon"].max(), frame["lat"].max())
    areas = read_outlines(path, (key,), box)[[key, "geometry"]]
    points = geopandas.GeoDataFrame(
        geometry=geopandas.points_from_xy(frame["lon"], frame["lat"]), crs=4326, index=frame.index
    ).to_crs(NATIONAL_GRID)
    joined = points.sjoin_nearest(areas.sort_values(key), how="left", max_distance=500)
    codes = joined.sort_values(key).groupby(level=0)[key].first()
    return codes.reindex(frame.index).fillna("").astype("str")
