"""Reads the JSON that ONS keeps beside each "Explore local statistics" CSV."""

import json
from datetime import date
from pathlib import Path
from typing import Any

FIELDS = (
    "label",
    "subtitle",
    "prefix",
    "suffix",
    "unit",
    "decimals",
    "description",
    "caveat",
    "experimental",
)


def read_about(path: Path) -> tuple[dict[str, Any], dict[str, dict[str, Any]]]:
    """(what is said of the whole file, series name -> what is said of it) from `path`.

    A file about one indicator keeps everything at the top: it comes back under the series "".
    Raises ValueError when the JSON cannot be read (one published file is cut short) and OSError
    when it is absent.
    """
    block = json.loads(path.read_text("utf-8-sig"), strict=False)["ess-beta-metadata"]
    shared = block.get("shared", block)
    entries = {k: v for k, v in block.items() if k != "shared"} if "shared" in block else {"": block}
    return _dataset(shared, entries), {name: _series({**shared, **entry}) for name, entry in entries.items()}


def _dataset(shared: dict[str, Any], entries: dict[str, dict[str, Any]]) -> dict[str, Any]:
    first = next(iter(entries.values()))
    texts = [entry.get("longDescription") or "" for entry in entries.values()]
    caveats = [shared.get("caveats")] + [entry.get("caveats") for entry in entries.values()]
    about = {
        "publisher": (shared.get("sourceOrg") or "").replace("|", "; "),
        "address": (shared.get("sourceURL") or "").partition("|")[0],
        "source_date": _date(shared.get("sourceDate")),
        "description": texts[0],
        "caveat": "\n\n".join(dict.fromkeys(text for text in caveats if text)),
        "experimental": shared.get("experimentalStatistic") == "T",
    }
    return about | ({"title": first["label"]} if len(entries) == 1 and first.get("label") else {})


def _series(entry: dict[str, Any]) -> dict[str, Any]:
    prefix = "£" if entry.get("prefix") == "GBPSign" else entry.get("prefix") or ""
    suffix = entry.get("suffix") or ""
    return {
        "label": entry.get("label") or "",
        "subtitle": entry.get("subtitle") or "",
        "prefix": prefix,
        "suffix": suffix,
        "unit": entry.get("subText") or suffix or prefix,
        "decimals": int(entry.get("decimalPlaces") or 0),
        "description": entry.get("longDescription") or "",
        "caveat": entry.get("caveats") or "",
        "experimental": entry.get("experimentalStatistic") == "T",
    }


def _date(text: str | None) -> date | None:
    """'23/10/2025', or the latest of '23/10/2025|24/10/2025' where there are several sources."""
    days = [day.strip().split("/") for day in (text or "").split("|") if day.strip()]
    return max((date(int(y), int(m), int(d)) for d, m, y in days), default=None)
