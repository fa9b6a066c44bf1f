"""Published decisions: the one file that leaves the record. The public view reads it and never the record."""

import json
import os
import tempfile
from pathlib import Path

from dashboard.record.store import Entry, Record
from dashboard.record.typed import body_of

# What an owner writes for colleagues stays in the office.
_PRIVATE = ("published", "learned", "reviewed")


def publish(record: Record, data: Path) -> int:
    """Write data/public/decisions.json with every decision that is marked published; how many.

    Written beside and swapped in, so that a reader never sees half of it.
    """
    entries = [entry for entry in record.current("decision") if entry.item.published]
    folder = data / "public"
    folder.mkdir(parents=True, exist_ok=True)
    text = json.dumps({"decisions": [_public(entry) for entry in entries]}, ensure_ascii=False, indent=1)
    with tempfile.NamedTemporaryFile("w", dir=folder, suffix=".json", delete=False, encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    os.chmod(file.name, 0o644)
    os.replace(file.name, folder / "decisions.json")
    return len(entries)


def _public(entry: Entry) -> dict:
    body = {name: value for name, value in body_of(entry.item).items() if name not in _PRIVATE}
    return {"id": entry.id, "region": entry.region, "version": entry.version, **body}
