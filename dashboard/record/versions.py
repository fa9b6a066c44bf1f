"""Versions: one row of the record each, and how it is written and read."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, insert, select

from dashboard.record.kinds import KINDS
from dashboard.record.models import Version
from dashboard.record.typed import body_of, item_of


@dataclass(frozen=True)
class RecordEntry:
    """One version of one thing: `item` is its dataclass of record/kinds, `at` UTC."""

    id: str
    version: int
    kind: str
    region: str
    at: datetime
    by: str
    withdrawn: bool
    item: Any


class EntryNotFound(LookupError):
    """There is nothing with that id in the record."""


def newest_of(connection: Connection, record_id: str) -> RecordEntry:
    """The newest version of one thing. Raises EntryNotFound."""
    table = Version.__table__
    query = select(table).where(table.c.record_id == record_id).order_by(table.c.version.desc()).limit(1)
    row = connection.execute(query).first()
    if row is None:
        raise EntryNotFound(f"There is nothing with the id “{record_id[:60]}” in the record.")
    return entry_of(row)


def write(
    connection: Connection,
    record_id: str,
    version: int,
    kind: str,
    region: str,
    item: Any,
    by: str,
    withdrawn: bool = False,
) -> RecordEntry:
    """Write one version, now. Raises TypeError for an `item` that is not of `kind`."""
    if not isinstance(item, KINDS[kind]):
        raise TypeError(f"a {kind} is written as {KINDS[kind].__name__}, not {type(item).__name__}")
    at = datetime.now(UTC)
    row = {
        "record_id": record_id,
        "version": version,
        "kind": kind,
        "region": region,
        "changed_at": at.isoformat(timespec="microseconds"),
        "changed_by": by,
        "withdrawn": withdrawn,
        "body": body_of(item),
    }
    connection.execute(insert(Version), row)
    return RecordEntry(record_id, version, kind, region, at, by, withdrawn, item)


def entry_of(row: Any) -> RecordEntry:
    """The version that a row of the table holds."""
    return RecordEntry(
        id=row.record_id,
        version=row.version,
        kind=row.kind,
        region=row.region,
        at=datetime.fromisoformat(row.changed_at),
        by=row.changed_by,
        withdrawn=row.withdrawn,
        item=item_of(KINDS[row.kind], row.body),
    )
