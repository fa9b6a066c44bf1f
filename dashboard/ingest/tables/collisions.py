"""The Department for Transport's national files of road casualties, as data.gov.uk has them.

Two files a release, of codes: collisions (dft-road-casualty-statistics-collision-...csv) and casualties
(the same name with "casualty"). They hold Great Britain; what is read of them is England.
"""

from pathlib import Path

import pandas as pd
from pyarrow import ArrowException, csv

from dashboard.ingest.geography.places import Places
from dashboard.ingest.refusal import Refused, listed

KEYS = ("collision_index", "accident_index")  # the name of today, and the one until 2024
_OF_COLLISION = {
    "date": "date", "time": "time", "collision_severity": "collision_severity", "longitude": "lon",
    "latitude": "lat", "number_of_vehicles": "vehicles", "number_of_casualties": "casualties",
    "light_conditions": "light", "speed_limit": "speed_limit",
    "local_authority_ons_district": "district_code",
}  # fmt: skip
_OF_CASUALTY = {
    "casualty_severity": "severity", "casualty_type": "mode", "sex_of_casualty": "sex",
    "age_band_of_casualty": "age_band",
}  # fmt: skip
_RENAMED = {"accident_severity": "collision_severity"}
_SEVERITY = {"1": "Fatal", "2": "Serious", "3": "Slight"}
_SEX = {"1": "Male", "2": "Female"}
_AGE = dict(
    zip(
        map(str, range(1, 12)),
        ("0-5", "6-10", "11-15", "16-20", "21-25", "26-35", "36-45", "46-55", "56-65", "66-75", "Over 75"),
        strict=True,
    )
)
_LIGHT = {"1": "Daylight", **dict.fromkeys(("4", "5", "6", "7"), "Dark")}
_MODE = {
    "0": "Pedestrian", "1": "Pedal Cycle", "8": "Taxi or private hire", "9": "Car", "10": "Bus or Coach",
    "11": "Bus or Coach", "18": "Tram", **dict.fromkeys(("19", "20", "21", "98"), "Goods Vehicle"),
    **dict.fromkeys(("2", "3", "4", "5", "23", "97", "103", "104", "105", "106"), "Powered 2 Wheeler"),
    "108": "Taxi or private hire", "109": "Car", "110": "Bus or Coach", "113": "Goods Vehicle",
    **dict.fromkeys(("16", "17", "22", "90", "99"), "Other Vehicle"),
}  # fmt: skip
_CODED = {"severity": _SEVERITY, "collision_severity": _SEVERITY, "sex": _SEX, "age_band": _AGE,
          "light": _LIGHT, "mode": _MODE}  # fmt: skip
_HEATHROW = {"EHEATHROW": "E09000017"}  # the airport has a code of its own; it lies in Hillingdon


def is_national(path: Path) -> bool:
    """Whether `path` is the Department's own file of collisions."""
    try:
        with path.open("rb") as file:
            head = file.readline(4096).decode("utf-8-sig", "replace")
    except OSError as error:
        raise Refused(path, f"cannot be read ({error.strerror}), check its path in the register") from error
    return head.strip().lower().split(",")[0].strip('"') in KEYS


def casualties_beside(path: Path) -> Path:
    """The file of casualties of the same release. Raises Refused where it is missing."""
    other = path.with_name(path.name.replace("collision", "casualty").replace("accident", "casualty"))
    if other == path or not other.exists():
        raise Refused(path, f"needs the file of casualties beside it ({other.name}), add it")
    return other


def read_collisions(path: Path, places: Places) -> pd.DataFrame:
    """A row a casualty in England, with the columns of the table but those of its place; text where coded.

    Raises Refused for a casualty without its collision, and for a code of severity or district nobody knows.
    """
    collisions, casualties = _read(path, _OF_COLLISION), _read(casualties_beside(path), _OF_CASUALTY)
    if collisions["collision"].duplicated().any():
        raise Refused(path, "a collision stands twice, keep one row")
    if lost := sorted(set(casualties["collision"]) - set(collisions["collision"])):
        raise Refused(path, f"lacks the collisions {listed(lost)}, download both files again")
    collisions["district_code"] = _districts(collisions["district_code"], path, places)
    frame = casualties.merge(collisions[collisions["district_code"] != ""], on="collision")
    for column, labels in _CODED.items():
        frame[column] = frame[column].map(labels).fillna("").astype("str")
    if (bad := frame["severity"].eq("")).any():
        raise Refused(path, f"the severity of {frame.collision[bad.idxmax()]} is unknown, correct it")
    frame["hour"] = frame.pop("time").str.slice(0, 2)
    frame["date"] = frame["date"].str.replace(r"(\d\d)/(\d\d)/(\d{4})", r"\3-\2-\1", regex=True)
    return frame.replace("-1", "").reset_index(drop=True)


def _read(path: Path, names: dict[str, str]) -> pd.DataFrame:
    try:
        head = path.read_bytes()[:20_000].decode("utf-8-sig", "replace").splitlines()[0]
        header = [name.strip('"') for name in head.split(",")]
        table = csv.read_csv(path, convert_options=csv.ConvertOptions(
            column_types=dict.fromkeys(header, "string"), strings_can_be_null=False))  # fmt: skip
    except (ArrowException, IndexError) as error:
        raise Refused(path, "is not valid CSV, download it again") from error
    table = table.rename_columns([_RENAMED.get(name, name) for name in table.column_names])
    key = next((name for name in KEYS if name in table.column_names), KEYS[0])
    if missing := [name for name in (key, *names) if name not in table.column_names]:
        raise Refused(path, f"lacks the column {listed(missing)}, download it again")
    frame = table.select([key, *names]).to_pandas()
    return frame.rename(columns={key: "collision", **names})


def _districts(codes: pd.Series, path: Path, places: Places) -> pd.Series:
    """Today's codes; '' for Wales and Scotland, which are left out."""
    today = places.recodes | {old: new for new, olds in places.unions.items() for old in olds} | _HEATHROW
    found = {}
    for code in codes.unique():
        now = code
        while now in today:
            now = today[now]
        found[code] = "" if now.startswith(("W", "S")) else now
    if bad := [code for code, now in found.items() if now and places.levels.get(now) != "district"]:
        raise Refused(path, f"no district has the code {listed(bad)}, correct it")
    return codes.map(found)
