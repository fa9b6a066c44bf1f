"""The rows of a file of things or events: where each is, when it was, what it is, how much it counts for."""

import re
from pathlib import Path
from typing import Any

import pandas as pd

from dashboard.ingest.refusal import Refused, number
from dashboard.ingest.tables import cells
from dashboard.ingest.tables.grids import Grid, plain, read_grid

POINTS = ("lon", "lat", "easting", "northing", "point")
_WKT = re.compile(r"\s*POINT\s*Z?\s*\(\s*(-?[\d.]+)[ ,]+(-?[\d.]+)[^)]*\)\s*", re.I)
_CODE = re.compile(r"[A-Z]\d{8}")
_BOX = {"lon": (-9, 3), "lat": (49, 61)}  # degrees: the British Isles


def events_of(path: Path, options: dict[str, Any], notes: list[str]) -> pd.DataFrame:
    """Columns area_code (as the file says it), lon, lat (degrees; NaN where there is none), series, period
    (text), number (1, or of the column `value`) and line. Raises Refused."""
    area = [options["area"]] if isinstance(options.get("area"), str) else options.get("area", [])
    named = [options[name] for name in (*POINTS, "date", "measure", "value", "once") if name in options]
    grid = read_grid(path, options, tuple(area), tuple(named))
    notes += grid.notes
    texts = {name: _column(grid, options[name]) for name in (*POINTS, "date", "measure", "value", "once")
             if name in options}  # fmt: skip
    frame = pd.DataFrame({"line": [line for line, _ in grid.rows], "sheet": grid.sheet})
    frame["area_code"] = _areas(grid, [grid.at(name) for name in area if plain(name) in grid.head])
    frame["lon"], frame["lat"] = _points(path, frame, texts)
    frame["period"] = texts.get("date", options.get("period", ""))
    frame["series"] = pd.Series(texts.get("measure", options.get("series", "")), index=frame.index).replace(
        options.get("names", {})
    )
    frame["number"] = _numbers(path, frame, texts, options)
    frame = frame[~frame["area_code"].isin(options.get("skip", []))]
    if "once" in texts:
        again = pd.Series(texts["once"], index=range(len(grid.rows))).loc[frame.index].duplicated()
        notes += (
            [f"{number(again.sum(), 'row')} of things that stand in an earlier row left out"]
            if again.any()
            else []
        )
        frame = frame[~again]
    return frame.reset_index(drop=True)


def _column(grid: Grid, name: str) -> list[str]:
    at = grid.at(name)
    return [cells[at] for _, cells in grid.rows]


def _areas(grid: Grid, codes: list[int]) -> list[str]:
    """Of the columns of areas the first that holds a code, else the first that holds anything."""
    found = []
    for _, texts in grid.rows:
        mine = [texts[at] for at in codes if texts[at]]
        found.append(next((text for text in mine if _CODE.fullmatch(text)), next(iter(mine), "")))
    return found


def _points(path: Path, frame: pd.DataFrame, texts: dict[str, list[str]]) -> tuple[pd.Series, pd.Series]:
    """Longitude and latitude of each, from degrees, metres of the National Grid, or text. Raises Refused."""
    if "point" in texts:
        pairs = [match.groups() if (match := _WKT.fullmatch(text)) else ("", "") for text in texts["point"]]
        texts = texts | {"lon": [lon for lon, _ in pairs], "lat": [lat for _, lat in pairs]}
    if {"easting", "northing"} <= texts.keys():
        return _from_grid(*(_degrees(path, frame, texts, name) for name in ("easting", "northing")))
    if not {"lon", "lat"} <= texts.keys():
        none = pd.Series(float("nan"), index=frame.index)
        return none, none
    lon, lat = (_degrees(path, frame, texts, name) for name in ("lon", "lat"))
    for name, given in (("lon", lon), ("lat", lat)):
        odd = given.notna() & ~given.between(*_BOX[name])
        if odd.any():
            at = odd.idxmax()
            sentence = f"{given[at]:g} is no {name} in degrees of a place in Britain"
            mend = "correct it, or see that lon and lat are not exchanged, and no metres (easting, northing)"
            raise Refused(path, f"{sentence}, {mend}", int(frame.line[at]), str(frame.sheet[at]))
    return lon, lat


def _degrees(path: Path, frame: pd.DataFrame, texts: dict[str, list[str]], name: str) -> pd.Series:
    text = pd.Series(texts[name], index=frame.index).replace({"NULL": "", "NA": ""})
    numbers = pd.to_numeric(text, errors="coerce")
    if (bad := numbers.isna() & (text != "")).any():
        at = bad.idxmax()
        raise Refused(
            path, f"'{text[at]}' is no number ({name}), correct it", int(frame.line[at]), frame.sheet[at]
        )
    return numbers.astype("float64")


def _from_grid(east: pd.Series, north: pd.Series) -> tuple[pd.Series, pd.Series]:
    from pyproj import Transformer

    known = east.notna() & north.notna()
    to_degrees = Transformer.from_crs(27700, 4326, always_xy=True)
    lon, lat = to_degrees.transform(east[known].to_numpy(), north[known].to_numpy())
    empty = pd.Series(float("nan"), index=east.index)
    return empty.copy().mask(known, pd.Series(lon, index=east.index[known])), empty.mask(
        known, pd.Series(lat, index=east.index[known])
    )


def _numbers(
    path: Path, frame: pd.DataFrame, texts: dict[str, list[str]], options: dict[str, Any]
) -> pd.Series:
    if "value" not in texts:
        return pd.Series(1.0, index=frame.index)
    text = pd.Series(texts["value"], index=frame.index)
    read = text.map({each: cells.read_cell(each, options)[0] for each in text.unique()})
    numbers = pd.to_numeric(read.replace("", "0"), errors="coerce")
    marked = (read == "") & (text != "")
    if (bad := numbers.isna() | marked).any():
        at = bad.idxmax()
        sentence = (
            f"'{text[at]}' is no number to be added up ({options['value']}), {cells.mend(options)(text[at])}"
        )
        raise Refused(path, sentence, int(frame.line[at]), str(frame.sheet[at]))
    return numbers.astype("float64")
