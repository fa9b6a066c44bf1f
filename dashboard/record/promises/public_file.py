"""The promises for everybody, as a file: what was promised, and the figure that each stage is tied to."""

from collections.abc import Collection
from pathlib import Path
from typing import Any

from dashboard.record.publish import publishable, write_public
from dashboard.record.store import Record
from dashboard.record.typed import body_of
from dashboard.record.versions import RecordEntry


def publish_promises(record: Record, data: Path, public: Collection[str]) -> int:
    """Write data/public/promises.json with every promise that is marked published; gives how many.

    A stage tied to a figure that is not `public` (ids of indicators) stays in the office.
    Raises RecordUnavailable.
    """
    told = [_public_view(entry, public) for entry in publishable(record, data, "promise")]
    write_public(data / "public" / "promises.json", {"promises": told})
    return len(told)


def _public_view(entry: RecordEntry, public: Collection[str]) -> dict[str, Any]:
    body = body_of(entry.item)
    del body["published"]
    body["stages"] = [stage for stage in body["stages"] if stage["indicator"] in public]
    return {"id": entry.id, "region": entry.region, **body}
