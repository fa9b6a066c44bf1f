"""The log of datasets: on which day one came or was withdrawn, for what has changed between two days."""

from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from dashboard.ingest.editions import manifest as publish

NAME = "dataset_log.parquet"
SCHEMA = pa.schema(
    [("dataset", pa.string()), ("title", pa.string()), ("day", pa.date32()), ("event", pa.string())]
)


def write_dataset_log(home: Path, stage: Path, files: dict[str, Any], day: date) -> dict[str, dict[str, Any]]:
    """The manifest's entry of the log: what is published in `home` by its `files`, and on `day` is no more
    or is new in `stage`. Nothing where nothing was published before: not everything is new then."""
    before, now = _titles(home), _titles(stage)
    kept = {NAME: files[NAME]} if NAME in files else {}
    rows = [_row(name, now[name], day, "new") for name in sorted(now.keys() - before.keys())]
    rows += [_row(name, before[name], day, "withdrawn") for name in sorted(before.keys() - now.keys())]
    if not before or not now or not rows:
        return kept
    earlier = pq.read_table(home / NAME).to_pylist() if (home / NAME).exists() else []
    pq.write_table(pa.Table.from_pylist([*earlier, *rows], SCHEMA), stage / NAME, compression="zstd")
    return {NAME: publish.entry(stage / NAME, len(earlier) + len(rows), ["register"], "")}


def _titles(folder: Path) -> dict[str, str]:
    path = folder / "datasets.parquet"
    rows = pq.read_table(path, columns=["dataset", "title"]).to_pylist() if path.exists() else []
    return {row["dataset"]: row["title"] for row in rows}


def _row(dataset: str, title: str, day: date, event: str) -> dict[str, Any]:
    return {"dataset": dataset, "title": title, "day": day, "event": event}
