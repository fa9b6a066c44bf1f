"""Export the whole record as JSON, and import it: all versions, nothing overwritten, all or nothing."""

import json
import re
from datetime import UTC, datetime
from typing import Any

from sqlalchemy.exc import IntegrityError

from dashboard.record.fields import MOST_DIGITS, UNSEEN
from dashboard.record.import_rules import check
from dashboard.record.kinds import RECORD_KINDS
from dashboard.record.models import LONGEST_NAME, LONGEST_REGION_CODE
from dashboard.record.store import Record
from dashboard.record.typed import Unreadable, body_of, item_of
from dashboard.record.versions import RecordEntry

FORMAT = "city-region-record/1"
_ID = re.compile(r"[A-Za-z0-9_-]{1,40}")
_Key = tuple[str, int]
_TEXTS = ("record_id", "kind", "region", "changed_at", "changed_by")


class ImportRefused(ValueError):
    """An import that would overwrite, or cannot be read. Nothing was written; the message says what to do."""


def exported(record: Record) -> str:
    """Every version of everything, as JSON text that `take` gives back exactly."""
    rows = [_row(entry) for entry in record.everything()]
    return json.dumps({"format": FORMAT, "versions": rows}, ensure_ascii=False, indent=1)


def take(record: Record, text: str | bytes) -> int:
    """Add the versions in `text` that are not held yet; how many. Raises ImportRefused."""
    rows = _read(text)
    held = {(row["record_id"], row["version"]): row for row in map(_row, record.everything())}
    new = []
    for row in rows:
        key = (row["record_id"], row["version"])
        if key not in held:
            new.append(row)
        elif held[key] != row:
            raise ImportRefused(
                f"version {key[1]} of {key[0]} is held with other words; export the record here first, "
                "then decide which of the two is right"
            )
    _check_whole(new, held)
    try:
        return record.take(new)
    except IntegrityError as error:  # by another import, or a form
        raise ImportRefused("one of its versions was written meanwhile; import the file again") from error


def _check_whole(new: list[dict[str, Any]], held: dict[_Key, dict[str, Any]]) -> None:
    by_key = {(row["record_id"], row["version"]): row for row in new}
    every = held | by_key
    if len(by_key) < len(new):
        raise ImportRefused("the file holds a version twice; export it again")
    for (record_id, version), row in by_key.items():
        if version == 1:
            continue
        before = every.get((record_id, version - 1))
        if before is None:
            raise ImportRefused(
                f"version {version - 1} of {record_id} is in neither; import the whole export"
            )
        # Lists of a kind find its newest version of that kind: a thing of two would be in both.
        if (before["kind"], before["region"]) != (row["kind"], row["region"]):
            raise ImportRefused(
                f"version {version} of {record_id} is of another kind or region than the one before; no form "
                "changes either"
            )


def _read(text: str | bytes) -> list[dict[str, Any]]:
    try:
        given = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise ImportRefused(f"the file is no JSON ({error}); give a file that the export wrote") from error
    if (
        not isinstance(given, dict)
        or given.get("format") != FORMAT
        or not isinstance(given.get("versions"), list)
    ):
        raise ImportRefused(f"the file is no export of the record; its format must be {FORMAT}")
    return [_checked(number, row) for number, row in enumerate(given["versions"], 1)]


def _checked(number: int, row: dict[str, Any]) -> dict[str, Any]:
    try:
        row = {"subject": None, **row}  # exports of before it was kept have none
        if set(row) != {*_TEXTS, "version", "withdrawn", "body", "subject"}:
            raise Unreadable("its keys are not those of an export")
        if not isinstance(row["subject"], str | None):
            raise Unreadable("its subject is no text")
        if not all(isinstance(row[name], str) for name in _TEXTS) or type(row["withdrawn"]) is not bool:
            raise Unreadable("a key holds a value of another type")
        if type(row["version"]) is not int or row["version"] < 1 or row["kind"] not in RECORD_KINDS:
            raise Unreadable("its version or kind is unknown")
        _check_row(row)
        _check_values(row)
        item = item_of(RECORD_KINDS[row["kind"]], row["body"])
        check(item)
    except (TypeError, ValueError, OverflowError) as error:  # of a time before the year 1 in UTC
        raise ImportRefused(f"version number {number} in the file cannot be read: {error}") from error
    return row | {"body": body_of(item)}


def _check_row(row: dict[str, Any]) -> None:
    """Raises ValueError for what no version is written with: a time without its zone, an odd or long name."""
    at = datetime.fromisoformat(row["changed_at"])
    if at.tzinfo is None or at.astimezone(UTC).isoformat(timespec="microseconds") != row["changed_at"]:
        raise Unreadable("its changed_at is not written as 2026-11-30T14:00:00.000000+00:00")
    if not _ID.fullmatch(row["record_id"]):
        raise Unreadable("its record_id is not up to 40 letters, digits and hyphens")
    if not 0 < len(row["region"]) <= LONGEST_REGION_CODE:
        raise Unreadable(f"its region is not a code of up to {LONGEST_REGION_CODE} letters")
    if max(len(row["changed_by"]), len(row["subject"] or "")) > LONGEST_NAME:
        raise Unreadable(f"its changed_by or subject has more than {LONGEST_NAME} letters")


def _check_values(value: Any) -> None:
    """Raises Unreadable for a text or a number that no form takes, however deep it lies in `value`."""
    if isinstance(value, str) and UNSEEN.search(value):
        raise Unreadable("a text holds characters that cannot be seen")
    if isinstance(value, float | int) and not abs(value) < 10**MOST_DIGITS:
        raise Unreadable("a number is too large, or none")
    inside = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    for each in inside:
        _check_values(each)


def _row(entry: RecordEntry) -> dict[str, Any]:
    return {
        "record_id": entry.id,
        "version": entry.version,
        "kind": entry.kind,
        "region": entry.region,
        "changed_at": entry.at.isoformat(timespec="microseconds"),
        "changed_by": entry.by,
        "withdrawn": entry.withdrawn,
        "body": body_of(entry.item),
        "subject": entry.author.subject or None,
    }
