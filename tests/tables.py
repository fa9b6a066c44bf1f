"""Tables a person reads, as the parquet that production publishes."""

import hashlib
import json
from pathlib import Path

import pandas as pd

# Columns whose name holds one of these words stay text, whatever they hold.
TEXT = ("code", "series", "status", "duration", "name", "level", "within", "basis")


def read_table(text: str) -> pd.DataFrame:
    """A pipe-separated table as a DataFrame: empty cells are missing, columns typed by what they hold."""
    header, *rows = [[cell.strip() for cell in line.split("|")] for line in text.strip().splitlines()]
    whole = [row + [""] * (len(header) - len(row)) for row in rows]  # cells at the end may be left out
    frame = pd.DataFrame(whole, columns=header).replace("", None)
    for column in frame.columns:
        if column in ("held", "rebase"):
            frame[column] = frame[column] == "True"
        elif column in ("period", "seen", "base", "before") or column.endswith("date"):
            frame[column] = pd.to_datetime(frame[column]).dt.date
        elif not any(word in column for word in TEXT):
            frame[column] = _numbers(frame[column])
    return frame


def _numbers(column: pd.Series) -> pd.Series:
    try:
        return pd.to_numeric(column)
    except (TypeError, ValueError):
        return column


def publish(folder: Path, **tables: str | pd.DataFrame) -> Path:
    """Write `tables` as a published folder of parquet with its manifest."""
    folder.mkdir(parents=True, exist_ok=True)
    files = {}
    for name, table in tables.items():
        frame = read_table(table) if isinstance(table, str) else table
        path = folder / f"{name}.parquet"
        frame.to_parquet(path, index=False)
        files[path.name] = {"sha256": hashlib.sha256(path.read_bytes()).hexdigest(), "rows": len(frame)}
    manifest = {"snapshot": "test", "built": "2026-11-23", "files": files}
    (folder / "manifest.json").write_text(json.dumps(manifest))
    return folder
