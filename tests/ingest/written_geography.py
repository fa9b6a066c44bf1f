"""A country of nine places in the shapes that ONS publishes: Manchester and Salford in Greater Manchester,
Barnsley under its old and its new code, Cumberland and what it was made of, and a Welsh county."""

import json
from pathlib import Path

import pandas as pd

AREAS_TOML = """
title = "Areas"
publisher = "ONS"
licence = "Open Government Licence v3.0"
address = "https://geoportal.statistics.gov.uk"
path = "ons-geography/areas.topo.json"
adapter = "areas"
cadence = "yearly"
next_release = "to be announced"
owner = "Research team"
audience = "public"
disclosure = "none"
description = "Places."

[options]
recodes = [{ old = "E08000016", new = "E08000038", since = 2025 }]
unions = [{ new = "E06000063", old = ["E07000026", "E07000028"], since = 2023 }]
extra = { K99000002 = "United Kingdom less Extra-Regio" }
ended = { E07000013 = "Chester" }
"""
LAYERS = {
    "uk": [("K02000001", "United Kingdom", None, None)],
    "ctry": [("E92000001", "England", None, None), ("W92000004", "Wales", None, None)],
    "rgn": [("E12000002", "North West", None, None)],
    "cauth": [("E47000001", "Greater Manchester", None, None)],
    "cty": [("E10000006", "Cumbria", None, 2022)],
    "ltla": [
        ("E08000003", "Manchester", None, None),
        ("E08000006", "Salford", None, None),
        ("E08000016", "Barnsley", None, 2024),
        ("E08000038", "Barnsley", 2025, None),
        ("E07000026", "Allerdale", None, 2022),
        ("E07000028", "Carlisle", None, 2022),
        ("E06000063", "Cumberland", 2023, None),
        ("W06000001", "Isle of Anglesey", None, None),
    ],
}
ABOVE = ["E47000001", "E12000002", "E92000001", "K02000001"]
PARENTS = {
    "E92000001": ["K02000001"],
    "E12000002": ABOVE[2:],
    "E47000001": ABOVE[1:],
    "E08000003": ABOVE,
    "E08000006": ABOVE,
    "E08000038": ABOVE[2:],
    "E07000026": ["E10000006", *ABOVE[1:]],
    "E07000028": ["E10000006", *ABOVE[1:]],
    "E06000063": ABOVE[1:],
}
SQUARES = {  # LSOA (and the one ward) of Manchester and of Salford: squares side by side
    "E01000001": ("Manchester 001A", -2.25),
    "E01000002": ("Salford 001A", -2.30),
}


def write_geography(home: Path) -> None:
    """Writes the ONS geography folder."""
    home.mkdir(parents=True)
    objects = {
        layer: {"geometries": [{"properties": _properties(*area)} for area in areas]}
        for layer, areas in LAYERS.items()
    }
    _json(home / "areas.topo.json", {"objects": objects})
    _json(home / "areas-hierarchy.json", {code: {"parents": ups} for code, ups in PARENTS.items()})
    (home / "lad-to-combined-authority-2025-05.csv").write_text(
        "\ufeffLAD25CD,LAD25NM,CAUTH25CD,CAUTH25NM\n"
        "E08000003,Manchester,E47000001,Greater Manchester\n"
        "E08000006,Salford,E47000001,Greater Manchester\n",
        "utf-8",
    )
    _small(home)


def _properties(code, name, start, end):
    given = {"areacd": code, "areanm": name, "start": start, "end": end}
    return {key: value for key, value in given.items() if value is not None}


def _small(home: Path) -> None:
    lookup = pd.DataFrame(
        [
            ("E01000001", "Manchester 001A", "E05000001", "Ancoats", "E08000003"),
            ("E01000002", "Salford 001A", "E05000009", "Broughton", "E08000006"),
            ("E01000003", "Barnsley 001A", "E05000008", "Darton", "E08000016"),
            ("W01000001", "Anglesey 001A", "W05000001", "Amlwch", "W06000001"),
        ],
        columns=["lsoa21_code", "lsoa21_name", "ward24_code", "ward24_name", "ltla24_code"],
    )
    lookup.to_parquet(home / "lookup_lsoa21_ward24_ltla24.parquet")
    names = ("Manchester 001", "Salford 001", "Barnsley 001")
    msoas = [{"code": f"E0200000{i}", "name": name} for i, name in enumerate(names, start=1)]
    _json(home / "msoa21.geojson", {"features": [{"properties": msoa} for msoa in msoas]})
    lsoas = [_square(west, {"code": code, "name": name}) for code, (name, west) in SQUARES.items()]
    _json(home / "lsoa21.geojson", {"type": "FeatureCollection", "features": lsoas})
    ward = _square(-2.25, {"area_code": "E05000001", "area_name": "Ancoats"})
    _json(home / "gm-wards-2023.geojson", {"type": "FeatureCollection", "features": [ward]})


def _square(west: float, properties: dict) -> dict:
    east, south, north = west + 0.05, 53.45, 53.50
    ring = [[west, south], [east, south], [east, north], [west, north], [west, south]]
    geometry = {"type": "Polygon", "coordinates": [ring]}
    return {"type": "Feature", "properties": properties, "geometry": geometry}


def _json(path: Path, content: dict) -> None:
    path.write_text(json.dumps(content), "utf-8")
