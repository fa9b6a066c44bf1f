"""Drafts: what somebody has begun to write in a form, kept for them until it is recorded or thrown away.

No part of the record: one row a person and form, written over, in a file of its own (a table beside the
record's on PostgreSQL), so that a letter typed does not make kept answers void. Nobody else reads them.
"""

from collections.abc import Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import JSON, Connection, Engine, Integer, String, delete, insert, select
from sqlalchemy.exc import IntegrityError, SQLAlchemyError
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from dashboard.datastore.areas import Area
from dashboard.record.access import RecordUnavailable
from dashboard.record.engine import engine_for, sqlite
from dashboard.settings import Settings

DAYS_KEPT = 90  # days after the last letter


class Base(DeclarativeBase):
    """The table of drafts, apart from the record's."""


class Row(Base):
    """One draft: whose, of which form (form_of), and its answers."""

    __tablename__ = "drafts"

    person: Mapped[str] = mapped_column(String(200), primary_key=True)
    form: Mapped[str] = mapped_column(String(200), primary_key=True)
    saved_at: Mapped[str] = mapped_column(String(32))
    version: Mapped[int | None] = mapped_column(Integer)
    body: Mapped[dict[str, Any]] = mapped_column(JSON)


@dataclass(frozen=True)
class SavedDraft:
    """What was typed, when it was kept last, and of which version of the thing it is a change."""

    saved: datetime
    version: int | None
    values: dict[str, Any]
    view: str = ""


def form_of(thing: str, region: Area) -> str:
    """What tells a form from others: the `thing` it changes ("decision/0123"), or the kind of a new one
    ("decision") with its region."""
    return thing if "/" in thing else f"{thing} {region.code}"


class Drafts:
    """The drafts over one engine. Raises RecordUnavailable where the database is."""

    def __init__(self, engine: Engine):
        self._engine = engine
        self._ready = False

    @classmethod
    def of_settings(cls, settings: Settings) -> "Drafts":
        """Those that `settings` names; opened when first asked."""
        return cls(
            engine_for(settings) if settings.database_url else sqlite(settings.data / "record.drafts.sqlite")
        )

    def of(self, person: str, form: str) -> SavedDraft | None:
        """The draft of a person for a form; None without one, and while the database is away."""
        try:
            with self._begun() as connection:
                query = select(Row.__table__).where(Row.person == person, Row.form == form)
                row = connection.execute(query).first()
        except SQLAlchemyError:
            return None
        if row is None:
            return None
        saved = datetime.fromisoformat(row.saved_at)
        return SavedDraft(saved, row.version, row.body["values"], row.body.get("view") or "")

    def keep(self, person: str, form: str, values: Mapping[str, Any], version: int | None, view: str) -> None:
        """Write the draft over an earlier one; those of nobody go after DAYS_KEPT."""
        now = datetime.now(UTC)
        old = (now - timedelta(days=DAYS_KEPT)).isoformat(timespec="seconds")
        row = {
            "person": person,
            "form": form,
            "saved_at": now.isoformat(timespec="seconds"),
            "version": version,
            "body": {"values": dict(values), "view": view},
        }
        self._write(
            delete(Row).where((Row.saved_at < old) | ((Row.person == person) & (Row.form == form))),
            insert(Row).values(row),
        )

    def drop(self, person: str, form: str) -> None:
        """Throw a draft away: it was recorded, or is not wanted."""
        self._write(delete(Row).where(Row.person == person, Row.form == form))

    def _write(self, *statements: Any) -> None:
        try:
            with self._begun() as connection:
                for statement in statements:
                    connection.execute(statement)
        except IntegrityError:  # the same person in two tabs at once: one of the two is kept
            return
        except SQLAlchemyError as error:
            raise RecordUnavailable from error

    def _begun(self) -> AbstractContextManager[Connection]:
        if not self._ready:
            Base.metadata.create_all(self._engine)
            self._ready = True
        return self._engine.begin()
