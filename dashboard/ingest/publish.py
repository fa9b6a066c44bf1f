"""Writes tables as parquet and swaps them in: a reader sees the old snapshot or the new one."""

import hashlib
import json
import os
from datetime import date
from pathlib import Path

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


def read_manifest(folder: Path) -> dict:
    """The manifest of a published folder, or an empty one."""
    path = folder / "manifest.json"
    return (
        json.loads(path.read_text("utf-8")) if path.exists() else {"snapshot": "", "built": "", "files": {}}
    )


def digest(path: Path) -> str:
    """sha256 of a file, in hexadecimal."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def manifest(files: dict[str, dict], built: date) -> dict:
    """The manifest of `files` (name -> sha256, rows, sources, vintage).

    The snapshot's name comes from the files' own digests, so the same sources give the same name
    on any day.
    """
    named = "\n".join(f"{name} {files[name]['sha256']}" for name in sorted(files))
    snapshot = hashlib.sha256(named.encode()).hexdigest()[:16]
    return {"snapshot": snapshot, "built": built.isoformat(), "files": dict(sorted(files.items()))}


def swap(staged: Path, target: Path, wanted: dict) -> list[str]:
    """Moves what changed from `staged` to `target`, the manifest last; returns the changed names.

    A run that was killed half way is mended by the next: files are compared by their digest.
    """
    target.mkdir(parents=True, exist_ok=True)
    changed = []
    for name, entry in wanted["files"].items():
        old, new = target / name, staged / name
        if new.exists() and not (old.exists() and digest(old) == entry["sha256"]):
            os.replace(new, old)
            changed.append(name)
    if (target / "manifest.json").exists() and read_manifest(target)["files"] == wanted["files"]:
        return changed
    text = json.dumps(wanted, indent=1, ensure_ascii=False) + "\n"
    beside = target / ".manifest.json"
    beside.write_text(text, "utf-8")
    os.replace(beside, target / "manifest.json")
    for path in target.glob("*.parquet"):
        if path.name not in wanted["files"]:
            path.unlink()
    return changed


def together(folders: list[Path], into: Path) -> Path:
    """A folder that links the files of several, the later winning, with one manifest."""
    files, built = {}, ""
    for folder in folders:
        given = read_manifest(folder)
        built = max(built, given["built"])
        for name, entry in given["files"].items():
            (into / name).unlink(missing_ok=True)
            os.link(folder / name, into / name)
            files[name] = entry
    text = json.dumps(manifest(files, date.fromisoformat(built)), ensure_ascii=False)
    (into / "manifest.json").write_text(text, "utf-8")
    return into
