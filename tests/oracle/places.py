"""Which places there are, and what lies in what, from the publisher's geography alone."""

from functools import cache
from pathlib import Path

import pandas as pd

PUBLIC = Path(__file__).resolve().parents[2] / "data" / "public"


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
    inside = table("membership")
    inside = inside[inside.area_code.isin(current(level))]
    return inside.rename(columns={"within": "whole", "area_code": "part"})[["whole", "part"]]


def districts_of(region):
    """The districts of today in a city region, by code."""
    pairs = parts("district")
    return sorted(pairs.part[pairs.whole == region])


def counties_of(region):
    """The counties that a city region is made of (beside its unitary districts), by code."""
    inside = table("membership")
    here = set(inside.area_code[inside.within == region])
    return sorted(here & current("county"))


def regions():
    """The city regions of today: combined authorities."""
    return sorted(current("combined_authority"))
