"""Versions: one row of the record each, and how it is written and read."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, insert, select

from dashboard.record.kinds import RECORD_KINDS
from dashboard.record.models import Version
from dashboard.record.typed import body_of, item_of


@dataclass(frozen=True)
class Author:
    """Who wrote something: `name` is what others see, `subject` the sign-in provider's own name for them; ""
    where it was not kept."""

    name: str
    subject: str = ""

    def is_same(self, other: "Author") -> bool:
        """Whether the two are one person. A name may change, and two people may share one: it is asked only
        where the subject of either was not kept."""
        if self.subject and other.subject:
            return self.subject == other.subject
        return self.name == other.name


@dataclass(frozen=True)
class RecordEntry:
    """One version of one thing: `item` is its dataclass of record/kinds, `at` UTC."""

    id: str
    version: int
    kind: str
    region: str
    at: datetime
    author: Author
    withdrawn: bool
    item: Any

    @property
    def by(self) -> str:
        """The name of who wrote it."""
        return self.author.name


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
    by: Author | str,
    withdrawn: bool = False,
) -> RecordEntry:
    """Write one version, now. Raises TypeError for an `item` that is not of `kind`."""
    if not isinstance(item, RECORD_KINDS[kind]):
        raise TypeError(f"a {kind} is written as {RECORD_KINDS[kind].__name__}, not {type(item).__name__}")
    at = datetime.now(UTC)
    author = Author(by) if isinstance(by, str) else by
    row = {
        "record_id": record_id,
        "version": version,
        "kind": kind,
        "region": region,
        "changed_at": at.isoformat(timespec="microseconds"),
        "changed_by": author.name,
        "subject": author.subject or None,
        "withdrawn": withdrawn,
        "body": body_of(item),
    }
    connection.execute(insert(Version), row)
    return RecordEntry(record_id, version, kind, region, at, author, withdrawn, item)


def entry_of(row: Any) -> RecordEntry:
    """The version that a row of the table holds."""
    return RecordEntry(
        id=row.record_id,
        version=row.version,
        kind=row.kind,
        region=row.region,
        at=datetime.fromisoformat(row.changed_at),
        author=Author(row.changed_by, row.subject or ""),
        withdrawn=row.withdrawn,
        item=item_of(RECORD_KINDS[row.kind], row.body),
    )
