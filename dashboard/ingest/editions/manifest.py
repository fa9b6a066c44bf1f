"""The published form: parquet whose bytes depend on its cells alone, and the manifest of a folder."""

import hashlib
import json
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

DATES = ("period", "released", "source_date", "date")


def write_parquet(frame: pd.DataFrame, path: Path) -> None:
    """`frame` as parquet whose bytes depend on its cells alone (no pandas metadata, no times)."""
    table = pa.Table.from_pandas(frame, preserve_index=False).replace_schema_metadata(None)
    schema = pa.schema([_plain(field) for field in table.schema])
    pq.write_table(table.cast(schema), path, compression="zstd", compression_level=15, row_group_size=122_880)


def _plain(field: pa.Field) -> pa.Field:
    if field.name in DATES:
        return pa.field(field.name, pa.date32())
    if pa.types.is_large_string(field.type) or pa.types.is_null(field.type):
        return pa.field(field.name, pa.string())
    return field


def entry(path: Path, rows: int, sources: list[str], vintage: str) -> dict[str, Any]:
    """What a manifest says of a file."""
    return {"sha256": digest(path), "rows": rows, "sources": sources, "vintage": vintage}


def digest(path: Path) -> str:
    """sha256 of a file, in hexadecimal."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def read_manifest(folder: Path) -> dict[str, Any]:
    """The manifest of a published folder, or an empty one."""
    path = folder / "manifest.json"
    empty = {"snapshot": "", "built": "", "files": {}, "made": {}}
    return empty | (json.loads(path.read_text("utf-8")) if path.exists() else {})


def manifest(files: dict[str, dict[str, Any]], made: dict[str, str], built: date) -> dict[str, Any]:
    """The manifest of `files` (name -> entry) and of what they were `made` of (dataset -> fingerprint).

    The snapshot's name comes from the files' own digests, so the same sources give the same name
    on any day.
    """
    named = "\n".join(f"{name} {files[name]['sha256']}" for name in sorted(files))
    snapshot = hashlib.sha256(named.encode()).hexdigest()[:16]
    return {
        "snapshot": snapshot,
        "built": built.isoformat(),
        "files": dict(sorted(files.items())),
        "made": dict(sorted(made.items())),
    }
