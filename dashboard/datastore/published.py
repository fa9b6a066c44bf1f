"""Published decisions: the file that the office writes and every view may read."""

import json
from pathlib import Path
from typing import Any

from dashboard.datastore.store import DatastoreError


def published(data: Path) -> list[dict[str, Any]]:
    """The published decisions, newest first; none where nothing has been published.

    Raises DatastoreError, saying what to do, when the file cannot be read.
    """
    path = data / "public" / "decisions.json"
    try:
        found = json.loads(path.read_text(encoding="utf-8"))["decisions"]
    except FileNotFoundError:
        return []
    except (ValueError, KeyError) as error:
        raise DatastoreError(
            f"{path}: it cannot be read; run `python -m dashboard.record publish`"
        ) from error
    return sorted(found, key=lambda item: (item["day"], item["id"]), reverse=True)
