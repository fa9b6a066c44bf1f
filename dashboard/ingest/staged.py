"""What was made of one source: parquet and a record under its fingerprint, whole or not there at all."""

import json
import os
import shutil
import uuid
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd

from dashboard.ingest.disclosure.protection import rule_name
from dashboard.ingest.editions import manifest
from dashboard.ingest.register.entry import Source


@dataclass(frozen=True)
class Staged:
    """`files`: file name -> manifest entry; `row` and `series`: what `datasets` and `series` will say."""

    folder: Path
    dataset: str
    audience: str
    fingerprint: str
    files: dict[str, dict[str, Any]]
    row: dict[str, Any]
    series: list[dict[str, Any]]
    notes: list[str]

    @classmethod
    def keep(
        cls,
        into: Path,
        name: str,
        source: Source,
        tables: dict[str, Any],
        row: dict[str, Any],
        series: list[Any],
        notes: list[str],
        read: str,
    ) -> "Staged":
        """Writes the tables and the record of a source; the folder appears in one step. `read`: a digest of
        the files that it was read from."""
        beside = into / f".{uuid.uuid4().hex[:12]}"
        beside.mkdir(parents=True)
        files = {}
        for table, frame in tables.items():
            path = beside / f"{table}.parquet"
            manifest.write_parquet(frame, path)
            files[path.name] = manifest.entry(path, len(frame), [source.dataset], row["vintage"])
            files[path.name]["read"] = read
            if rule := rule_name(source):
                files[path.name]["protected"] = rule
        staged = cls(into / name, source.dataset, source.audience, name, files, row, series, notes)
        record = {key: value for key, value in asdict(staged).items() if key != "folder"}
        (beside / "record.json").write_text(json.dumps(record, default=_text), "utf-8")
        shutil.rmtree(staged.folder, ignore_errors=True)
        os.replace(beside, staged.folder)
        return staged

    @classmethod
    def kept(cls, into: Path, name: str) -> "Staged | None":
        """What an earlier run, finished or killed, has kept under `name`."""
        path = into / name / "record.json"
        if not path.exists():
            return None
        record = json.loads(path.read_text("utf-8"))
        row = record["row"]
        row["source_date"] = date.fromisoformat(row["source_date"]) if row["source_date"] else None
        return cls(folder=path.parent, **record)

    def tables(self) -> dict[str, pd.DataFrame]:
        """table name -> frame, as it will be published."""
        return {Path(name).stem: pd.read_parquet(self.folder / name) for name in self.files}


def _text(value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    if hasattr(value, "item"):  # numpy's numbers and truths
        return value.item()
    raise TypeError(f"{value!r} cannot be kept in record.json")
