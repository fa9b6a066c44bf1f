"""Which places there are, and what lies in what, from the publisher's geography alone."""

import tomllib
from functools import cache
from pathlib import Path

import pandas as pd

DATA = Path(__file__).resolve().parents[3] / "data"
PUBLIC, REGIONS = DATA / "public", DATA / "regions"


@cache
def table(name):
    """One of the publisher's tables, as the snapshot holds it."""
    frame = pd.read_parquet(PUBLIC / f"{name}.parquet")
    if "period" in frame:
        frame["period"] = pd.to_datetime(frame.period).dt.date
    return frame


def series(name, chosen):
    """One series of a table. Where a release was replaced by a later one, the later."""
    frame = table(name)
    frame = frame[frame.series == chosen] if chosen else frame
    if "released" in frame:
        frame = frame.sort_values("released").drop_duplicates(["area_code", "period"], keep="last")
    return frame


@cache
def current(level):
    """The codes of the places of a level that exist today."""
    areas = table("areas")
    return frozenset(areas.area_code[(areas.level == level) & areas.current])


@cache
def names():
    """Code of every place that is larger than a neighbourhood: its name."""
    areas = table("areas")
    wide = areas[~areas.level.isin(["lsoa", "msoa", "ward"])]
    return dict(zip(wide.area_code, wide.name, strict=True))


@cache
def parts(level):
    """(wider place, place of `level` in it) for every wider place, only places that exist today."""
    inside = pd.concat([table("membership"), in_regions()]).drop_duplicates()
    inside = inside[inside.area_code.isin(current(level))]
    return inside.rename(columns={"within": "whole", "area_code": "part"})[["whole", "part"]]


def districts_of(region):
    """The districts of today in a city region, by code."""
    pairs = parts("district")
    return sorted(pairs.part[pairs.whole == region])


def counties_of(region):
    """The counties that a city region is made of (beside its unitary districts), by code."""
    inside = in_regions()
    here = set(inside.area_code[inside.within == region])
    return sorted(here & current("county"))


def regions():
    """The city regions that the product serves, by code."""
    return sorted(founded())


@cache
def called():
    """Code of each city region: what it is called today, by its own file."""
    return {code: file["name"] for code, file in _files().items()}


@cache
def founded():
    """Code of each city region: the counties and districts that its file says it is made of."""
    return {code: [*file.get("counties", []), *file.get("districts", [])] for code, file in _files().items()}


@cache
def _files():
    """What the file of each city region says, by code."""
    files = {path.stem: tomllib.loads(path.read_text()) for path in REGIONS.glob("*.toml")}
    return {file.get("code", name): file for name, file in files.items()}


@cache
def in_regions():
    """(place, city region) for all that lies in the parts of a city region, and the parts themselves."""
    inside = table("membership")
    pairs = [
        (place, region)
        for region, made_of in founded().items()
        for place in [*made_of, *inside.area_code[inside.within.isin(made_of)]]
    ]
    return pd.DataFrame(pairs, columns=["area_code", "within"])


def most_similar(place):
    """The places that ONS finds most similar to a place overall, nearest first."""
    frame = table("peers")
    frame = frame[(frame.area_code == place) & (frame.basis == "global")]
    return list(frame.sort_values("position").peer_code)


@cache
def county_of():
    """District: the county that it lies in, where it lies in one."""
    inside = table("membership")
    inside = inside[inside.within.isin(current("county")) & inside.area_code.isin(current("district"))]
    return dict(zip(inside.area_code, inside.within, strict=True))
