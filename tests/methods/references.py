"""Finds the reference cases beside the repository; a test that needs one skips where they are absent."""

import json
from pathlib import Path

import pandas as pd
import pytest

FOLDER = Path(__file__).resolve().parents[3] / "shared" / "reference-cases"


def reference_json(name: str) -> dict:
    return json.loads(_path(name).read_text())


def reference_table(name: str) -> pd.DataFrame:
    return pd.read_csv(_path(name))


def _path(name: str) -> Path:
    path = FOLDER / name
    if not path.exists():
        pytest.skip(f"{path} is not on this machine")
    return path
