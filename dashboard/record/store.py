"""Record: read and write versions. Every change is a new row; the second of two writers is told."""

import uuid
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any

from sqlalchemy import Engine, Select, func, insert, select
from sqlalchemy.exc import IntegrityError

from dashboard.catalogue.periods import A_DAY
from dashboard.record.access import Access
from dashboard.record.engine import engine_for, open_engine
from dashboard.record.models import Version
from dashboard.record.versions import Author, RecordEntry, entry_of, newest_of, write
from dashboard.settings import Settings


class EditConflict(Exception):
    """Somebody else wrote a newer version first. Nothing was written; `theirs` is the newest version."""

    def __init__(self, theirs: RecordEntry):
        super().__init__(f"version {theirs.version} was written by {theirs.by}")
        self.theirs = theirs


def allow_anyone(newest: RecordEntry) -> None:
    """Whoever asks may write: the commands of this machine and its tests."""


class Record:
    """The record over one engine, safe to share. Everything here raises RecordUnavailable when that is."""

    def __init__(self, engine: Engine):
        self.engine = engine
        self.access = Access(engine)

    @classmethod
    def open(cls, settings: Settings) -> "Record":
        """The record that `settings` names. Raises InvalidSetting when it cannot be opened."""
        return cls(open_engine(settings))

    @classmethod
    def of_settings(cls, settings: Settings) -> "Record":
        """The record that `settings` names, opened when it is first asked: it may be unavailable now."""
        return cls(engine_for(settings))

    def add(self, kind: str, region: str, item: Any, by: Author | str) -> RecordEntry:
        """Write the first version of a new thing of `kind`, recorded for `region`."""
        with self.access.writing() as connection:
            return write(connection, uuid.uuid4().hex[:12], 1, kind, region, item, by)

    def change(
        self,
        record_id: str,
        version: int,
        item: Any,
        by: Author | str,
        withdrawn: bool = False,
        allow: Callable[[RecordEntry], None] = allow_anyone,
    ) -> RecordEntry:
        """Write `item` as the version after `version`; withdrawn without one, as it stands.

        Raises EditConflict (that is not the newest), EntryNotFound, or what `allow` raises: it checks the
        version read in the same transaction, so rights cannot change in between.
        """
        try:
            with self.access.writing() as connection:
                newest = newest_of(connection, record_id)
                allow(newest)
                if newest.version == version:
                    where = (record_id, version + 1, newest.kind, newest.region)
                    return write(connection, *where, newest.item if item is None else item, by, withdrawn)
        except IntegrityError:  # PostgreSQL: both had read the same version, the key let the other in
            newest = self.get(record_id)
        raise EditConflict(newest)

    def withdraw(
        self,
        record_id: str,
        version: int,
        by: Author | str,
        allow: Callable[[RecordEntry], None] = allow_anyone,
    ) -> RecordEntry:
        """End a thing: its history stays, lists no longer show it. Raises as `change` does."""
        return self.change(record_id, version, None, by, True, allow)

    def get(self, record_id: str) -> RecordEntry:
        """The newest version of one thing. Raises EntryNotFound."""
        with self.access.reading() as connection:
            return newest_of(connection, record_id)

    def history(self, record_id: str) -> list[RecordEntry]:
        """Every version of one thing, oldest first; empty when there is no such thing."""
        query = select(Version).where(Version.record_id == record_id).order_by(Version.version)
        return self._entries(query)

    def current(self, kind: str, region: str | None = None, day: date | None = None) -> list[RecordEntry]:
        """The newest version of everything of `kind` (recorded for `region`) that is not withdrawn.

        With `day`: as it stood at the end of that day, UTC.
        """
        of_kind = select(Version.record_id, func.max(Version.version).label("version")).where(
            Version.kind == kind
        )
        if day and day < date.max:
            of_kind = of_kind.where(Version.changed_at < (day + A_DAY).isoformat())
        newest = of_kind.group_by(Version.record_id).subquery()
        same = (Version.record_id == newest.c.record_id) & (Version.version == newest.c.version)
        query = select(Version).join(newest, same).where(Version.withdrawn.is_(False))
        if region:
            query = query.where(Version.region == region)
        return self._entries(query.order_by(Version.changed_at, Version.record_id))

    def everything(self) -> list[RecordEntry]:
        """Every version of everything, in the order of export: by thing, oldest first."""
        return self._entries(select(Version).order_by(Version.record_id, Version.version))

    def days(self) -> tuple[date, ...]:
        """The days (UTC) on which something was written, oldest first."""
        with self.access.reading() as connection:
            day = func.substr(Version.changed_at, 1, 10)
            found = connection.execute(select(day).distinct().order_by(day)).scalars()
            return tuple(date.fromisoformat(text) for text in found)

    def size(self) -> int:
        """How many versions there are."""
        with self.access.reading() as connection:
            return connection.execute(select(func.count()).select_from(Version)).scalar_one()

    def take(self, rows: Iterable[Mapping[str, Any]]) -> int:
        """Write versions that are not held yet, all or none; how many. transfer.py checks them first."""
        rows = list(rows)
        with self.access.writing() as connection:
            if rows:
                connection.execute(insert(Version), rows)
        return len(rows)

    def _entries(self, query: Select[Any]) -> list[RecordEntry]:
        with self.access.reading() as connection:
            return [entry_of(row) for row in connection.execute(query)]
