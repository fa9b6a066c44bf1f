"""What the office has published, decisions and answers: files that it writes and every view may read."""

import json
from datetime import date
from pathlib import Path
from typing import Any

from dashboard.datastore.store import DatastoreError
from dashboard.record_port import Promised, StageAim


def published(data: Path) -> list[dict[str, Any]]:
    """The published decisions, newest first; none where nothing has been published.

    Raises DatastoreError, saying what to do, when the file cannot be read.
    """
    found = _read(data, "decisions.json", {"decisions": []})["decisions"]
    return sorted(found, key=lambda item: (item["day"], item["id"]), reverse=True)


def answers(data: Path) -> dict[str, Any]:
    """The questions that the office answered in public, newest first, and by region how many came (`counts`).

    Raises DatastoreError.
    """
    found = _read(data, "answers.json", {"answers": [], "counts": {}})
    newest = sorted(found["answers"], key=lambda item: (item["answered"], item["id"]), reverse=True)
    return found | {"answers": newest}


def pilots(data: Path) -> list[dict[str, Any]]:
    """The pilots whose result the office has published, the newest first. Raises DatastoreError."""
    found = _read(data, "pilots.json", {"pilots": []})["pilots"]
    return sorted(found, key=lambda item: (item["start"], item["id"]), reverse=True)


def promises(data: Path) -> list[dict[str, Any]]:
    """The promises that the office has published, the newest first. Raises DatastoreError."""
    found = _read(data, "promises.json", {"promises": []})["promises"]
    return sorted(found, key=lambda item: (item["day"], item["id"]), reverse=True)


def promised(item: dict[str, Any]) -> Promised:
    """One of the published promises as the record's port gives them."""
    day = date.fromisoformat(item["day"])
    stages = tuple(_stage(stage, day) for stage in item["stages"])
    return Promised(item["id"], item["title"], item["region"], day, stages)


def _stage(stage: dict[str, Any], day: date) -> StageAim:
    was, place = stage["baseline"], (stage["indicator"], stage["area_code"])
    due, since = (date.fromisoformat(day) for day in (stage["due"], was["period"]))
    known = date.fromisoformat(was["known"]) if was.get("known") else day
    return StageAim(stage["name"], due, *place, stage["value"], was["value"], since, known)


def feeds_approved(data: Path) -> dict[str, date]:
    """The day on which a second person has last agreed to the feeds of each region. Raises DatastoreError."""
    regions = _read(data, "feeds.json", {"regions": {}})["regions"]
    if isinstance(
        regions, list
    ):  # written before 30 November 2026: it says no day, so that it counts nowhere
        return {}
    return {region: date.fromisoformat(day) for region, day in regions.items()}


def _read(data: Path, name: str, nothing: dict[str, Any]) -> dict[str, Any]:
    """The file `name`, which has the keys of `nothing`: what is read where there is no file."""
    path = data / "public" / name
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
        return {key: found[key] for key in nothing}
    except FileNotFoundError:
        return nothing
    except (ValueError, KeyError) as error:
        raise DatastoreError(
            f"{path}: it cannot be read; run `python -m dashboard.record publish`"
        ) from error
