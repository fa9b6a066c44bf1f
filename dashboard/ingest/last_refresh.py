"""The last refresh: how it ended, kept beside the reports for whoever watches."""

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from dashboard.runtime.atomic_write import write_text

NAME = "last.json"


def save_refresh(data: Path, ended: Mapping[str, Any]) -> dict[str, Any]:
    """Writes `ended` with its time to `data`/reports/last.json, in one step; gives what was written."""
    told = {"at": datetime.now(UTC).isoformat(timespec="seconds"), **ended}
    write_text(data / "reports" / NAME, json.dumps(told, ensure_ascii=False, indent=1))
    return told


def last_refresh(data: Path) -> dict[str, Any]:
    """What the last refresh of `data` said of itself; empty where none has been, or it cannot be read."""
    try:
        found = json.loads((data / "reports" / NAME).read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def hours_since(told: Mapping[str, Any], now: datetime) -> float | None:
    """Hours from the last refresh to `now`; None where it does not say when it was."""
    try:
        return round((now - datetime.fromisoformat(str(told["at"]))).total_seconds() / 3600, 1)
    except (KeyError, ValueError, TypeError):
        return None
