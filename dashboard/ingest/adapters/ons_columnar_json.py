"""ONS local statistics as columns in JSON: areacd, value, lci, uci and the year as xDomainNumb."""

from pathlib import Path
from typing import Any

import pandas as pd

from dashboard.ingest.geography.places import Places
from dashboard.ingest.refusal import Refused
from dashboard.ingest.register.entry import Source
from dashboard.ingest.tables import periods
from dashboard.ingest.tables.built import Built
from dashboard.ingest.tables.reading import read_json
from dashboard.ingest.tables.tidy import tidy

NAMES = {"areacd": "area_code", "value": "value", "lci": "lower", "uci": "upper", "xDomainNumb": "period"}


def build(source: Source, folder: Path, places: Places) -> Built:
    """The tidy table; options: `series` (its name), `periods` (how a year is read)."""
    path = source.one_file(folder)
    columns = read_json(path)
    raw = pd.DataFrame({ours: _column(path, columns, theirs) for theirs, ours in NAMES.items()})
    text = {column: _texts(raw[column]) for column in raw}
    frame = pd.DataFrame(text).assign(series=source.options["series"], line=range(1, len(raw) + 1))
    read_period = periods.reader(source.options["periods"])
    notes: list[str] = []
    tidied = tidy(frame, path, places, read_period, notes=notes, written=source.options["periods"])
    return Built({source.dataset: tidied}, notes=notes)


def _column(path: Path, columns: object, name: str) -> list[Any]:
    if not isinstance(columns, dict) or not isinstance(columns.get(name), list):
        raise Refused(path, f"has no list '{name}', download it again")
    if len(columns[name]) != len(columns.get("areacd", [])):
        raise Refused(
            path,
            f"'{name}' has {len(columns[name])} entries where areacd has {len(columns['areacd'])}, "
            "download it again",
        )
    values: list[Any] = columns[name]
    return values


def _texts(values: pd.Series) -> list[str]:
    return ["" if value is None or value != value else _plain(value) for value in values]


def _plain(value: object) -> str:
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)
