"""Published decisions: the one file that leaves the record. The public view reads it and never the record."""

import json
import os
import tempfile
from pathlib import Path
from typing import Any

from dashboard.catalogue.indicators import load_indicators
from dashboard.record.store import Record
from dashboard.record.typed import body_of
from dashboard.record.versions import Entry

# What an owner writes for colleagues stays in the office.
_PRIVATE = ("published", "learned", "reviewed")


def publish(record: Record, data: Path, queries: Path) -> int:
    """Write data/public/decisions.json with every decision that is marked published; how many.

    Evidence and an expected effect that the public view does not have stay in the office. Written beside and
    swapped in, so that a reader never sees half of it.
    """
    entries = [entry for entry in record.current("decision") if entry.item.published]
    public = set(load_indicators(queries, "public"))
    folder = data / "public"
    folder.mkdir(parents=True, exist_ok=True)
    text = json.dumps(
        {"decisions": [_public(entry, public) for entry in entries]}, ensure_ascii=False, indent=1
    )
    with tempfile.NamedTemporaryFile("w", dir=folder, suffix=".json", delete=False, encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    os.chmod(file.name, 0o644)
    os.replace(file.name, folder / "decisions.json")
    return len(entries)


def _public(entry: Entry, indicators: set[str]) -> dict[str, Any]:
    body = {name: value for name, value in body_of(entry.item).items() if name not in _PRIVATE}
    body["evidence"] = [_view(item, indicators) for item in body["evidence"] if item["public"]]
    if body["indicator"] not in indicators:
        body |= {"indicator": "", "area_code": "", "expected": "", "baseline": None}
    return {"id": entry.id, "region": entry.region, "version": entry.version, **body}


def _view(evidence: dict[str, Any], indicators: set[str]) -> dict:
    """A view for everybody: of a page of many indicators, without figures that only the office has."""
    figures = [
        item for item in evidence["figures"] if (item["indicator"] or evidence["indicator"]) in indicators
    ]
    own = {"snapshot": evidence["public_snapshot"], "figures": figures}
    return {name: value for name, value in evidence.items() if not name.startswith("public")} | own
