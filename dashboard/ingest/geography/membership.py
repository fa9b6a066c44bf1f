"""Which area lies within which: ONS's hierarchy, put right where its own figures contradict it."""

from pathlib import Path
from typing import Any

import pandas as pd

from dashboard.ingest.refusal import Refused
from dashboard.ingest.tables.reading import read_csv

REGION = "E12"
JOINED = ("E47", "E10")  # combined authorities and counties: their districts may lie in two regions


def parents_of(hierarchy: dict[str, Any], regions: dict[str, str]) -> dict[str, list[str]]:
    """The areas above each, `regions` put right; what then lies in two regions is in neither."""
    parents = {code: entry["parents"] for code, entry in hierarchy.items()}
    for code, region in regions.items():
        wrong = {up for up in parents[code] if up.startswith(REGION)}
        for each in (code, *parents[code]):
            if each in parents and each.startswith(JOINED):
                parents[each] = [up for up in parents[each] if up not in wrong]
        parents[code] = [region if up in wrong else up for up in parents[code]]
    return parents


def check_combined_authorities(path: Path, parents: dict[str, list[str]]) -> None:
    """Raises Refused for a district that ONS's lookup places in another combined authority than its tree."""
    lookup = read_csv(path)
    for district, authority, line in zip(lookup.iloc[:, 0], lookup.iloc[:, 2], lookup["line"], strict=True):
        if authority not in parents.get(district, []):
            raise Refused(
                path,
                f"{district} is not within {authority} in areas-hierarchy.json, correct one of them",
                line,
            )


def membership_of(areas: pd.DataFrame, parents: dict[str, list[str]], small: pd.DataFrame) -> pd.DataFrame:
    """Table `membership`: every area with every area it lies within, small areas through their district."""
    known = set(areas["area_code"])
    pairs = [(code, up) for code, ups in parents.items() if code in known for up in ups if up in known]
    above = pd.DataFrame(pairs, columns=["area_code", "within"])
    chains = [
        ("lsoa", "msoa"),
        ("lsoa", "ward"),
        ("lsoa", "district"),
        ("msoa", "district"),
        ("ward", "district"),
    ]
    direct = [
        small[list(c)].dropna().drop_duplicates().set_axis(["area_code", "within"], axis=1) for c in chains
    ]
    lower = pd.concat(direct, ignore_index=True)
    higher = lower.merge(above, left_on="within", right_on="area_code", suffixes=("", "_up"))
    higher = higher[["area_code", "within_up"]].rename(columns={"within_up": "within"})
    every = pd.concat([above, lower, higher], ignore_index=True).drop_duplicates()
    return every.sort_values(["area_code", "within"], ignore_index=True)
