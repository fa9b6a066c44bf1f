"""The one table of the record: a row for each version of each thing, written once and never changed.

Optimistic locking is the primary key: two writers that both read version 3 both write version 4, and the
database lets one of them in.
"""

from typing import Any

from sqlalchemy import DDL, JSON, Boolean, Integer, String, event
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

LONGEST_REGION_CODE = 60  # letters of a region's code
LONGEST_NAME = 200  # letters of a person's name, and of their subject


class Base(DeclarativeBase):
    """The record's tables."""


class Version(Base):
    """One version of a decision, target, event, pilot, action or line set aside.

    `body` is the thing itself (record/kinds), `changed_at` UTC as ISO 8601 text so that an export gives
    back what was written; `withdrawn` ends a thing without losing it. `subject` is the sign-in provider's
    own name for who wrote it: none without sign-in, nor in versions of before it was kept.
    """

    __tablename__ = "versions"

    record_id: Mapped[str] = mapped_column(String(40), primary_key=True)
    version: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    kind: Mapped[str] = mapped_column(String(20), index=True)
    region: Mapped[str] = mapped_column(String(LONGEST_REGION_CODE), index=True)
    changed_at: Mapped[str] = mapped_column(String(32))
    changed_by: Mapped[str] = mapped_column(String(LONGEST_NAME))
    withdrawn: Mapped[bool] = mapped_column(Boolean)
    body: Mapped[dict[str, Any]] = mapped_column(JSON)
    subject: Mapped[str | None] = mapped_column(String(LONGEST_NAME))


_SQLITE = """
CREATE TRIGGER IF NOT EXISTS versions_never_{verb} BEFORE {verb} ON versions
BEGIN SELECT RAISE(ABORT, 'the record is append-only: write a new version'); END
"""
# OR REPLACE deletes a row without asking the triggers of deleting.
_SQLITE_TWICE = """
CREATE TRIGGER IF NOT EXISTS versions_never_replaced BEFORE INSERT ON versions
WHEN EXISTS (SELECT 1 FROM versions WHERE record_id = NEW.record_id AND version = NEW.version)
BEGIN SELECT RAISE(ABORT, 'the record is append-only: write a new version'); END
"""
SQLITE_RULES = (*(_SQLITE.format(verb=verb) for verb in ("update", "delete")), _SQLITE_TWICE)
_POSTGRES_RULE = """
CREATE OR REPLACE FUNCTION versions_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'the record is append-only: write a new version'; END $$
"""
_POSTGRES = """
CREATE TRIGGER versions_never_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON versions
FOR EACH STATEMENT EXECUTE FUNCTION versions_append_only()
"""


def _ddl(statement: str) -> DDL:
    return DDL(statement)  # type: ignore[no-untyped-call]  # SQLAlchemy gives its constructor no types


# The database itself refuses what this program never does, whoever else may open it.
for _statement in (_POSTGRES_RULE, _POSTGRES):
    event.listen(Version.__table__, "after_create", _ddl(_statement).execute_if(dialect="postgresql"))
