"""Files of publishers that are no plain table of text: JSON, boundaries, Parquet, other encodings."""

# ruff: noqa: E501 - lines of files as they come

import json
from pathlib import Path

import pandas as pd

from tests.ingest.draft.nine_files import CODES, NAMES


def json_stat(folder: Path) -> Path:
    """A statistical office's cube in JSON-stat."""
    cube = {
        "version": "2.0",
        "class": "dataset",
        "label": "Claimant count",
        "id": ["geography", "time"],
        "size": [3, 2],
        "dimension": {
            "geography": {"label": "geography", "category": {"index": CODES, "label": NAMES}},
            "time": {"label": "date", "category": {"index": ["2025-01", "2025-02"], "label": {"2025-01": "January 2025", "2025-02": "February 2025"}}},
        },
        "value": [10, 11, 12, None, 14, 15],
    }  # fmt: skip
    (folder / "claimants.json").write_text(json.dumps(cube), "utf-8")
    return folder / "claimants.json"


def boundaries_with_figures(folder: Path) -> Path:
    """A map service: the figures among the properties of each outline."""
    square = {"type": "Polygon", "coordinates": [[[-2.3, 53.4], [-2.2, 53.4], [-2.2, 53.5], [-2.3, 53.4]]]}
    features = [
        {
            "type": "Feature",
            "properties": {"LAD24CD": c, "LAD24NM": NAMES[c], "trees_2024": 100 + at},
            "geometry": square,
        }
        for at, c in enumerate(CODES)
    ]
    (folder / "trees.geojson").write_text(
        json.dumps({"type": "FeatureCollection", "features": features}), "utf-8"
    )
    return folder / "trees.geojson"


def parquet(folder: Path) -> Path:
    """A data team's parquet: typed columns, a timestamp for a month."""
    frame = pd.DataFrame(
        {
            "lad_code": [c for c in CODES for _ in range(2)],
            "month": pd.to_datetime(["2025-01-01", "2025-02-01"] * 3),
            "trips": [10, 11, 12, None, 14, 15],
        }
    )
    frame.to_parquet(folder / "trips.parquet")
    return folder / "trips.parquet"


def tabs_in_utf_16(folder: Path) -> Path:
    """Excel's “Unicode text”: UTF-16, tabs, quoted thousands, years that end in March."""
    rows = [f'{c}\t{NAMES[c]}\t"1,20{at}"\t"1,30{at}"' for at, c in enumerate(CODES)]
    text = "\n".join(["Code\tName\tFYE 2023\tFYE 2024", *rows])
    (folder / "visits.txt").write_bytes(f"{text}\n".encode("utf-16"))
    return folder / "visits.txt"


def planning_points(folder: Path) -> Path:
    """Planning data as GeoJSON: a point a site, in a neighbourhood of Bury, one of them twice."""
    features = [
        {
            "type": "Feature",
            "properties": {
                "entity": str(1700000 + at % 4),
                "entry-date": "2024-01-15",
                "reference": f"BL{at}",
            },
            "geometry": {"type": "Point", "coordinates": [-2.296, 53.612]},
        }
        for at in range(5)
    ]
    path = folder / "brownfield-land.geojson"
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}), "utf-8")
    return path
