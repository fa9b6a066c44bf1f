"""What the office may do with the inbox: read it, forget who asked, and later what was asked too."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import Any

from dashboard.inbox import writer
from dashboard.inbox.question import Question
from dashboard.inbox.writer import COLUMNS, TABLE, InboxUnavailable, open_file
from dashboard.settings import Settings

NAMES_DAYS, WORDS_DAYS = 90, 365  # how long who asked, and what was asked, are kept here
_ALL = f"SELECT {', '.join(COLUMNS)} FROM questions ORDER BY at, id"  # noqa: S608 - our own names
_NAMES = "UPDATE questions SET name = '', contact = '' WHERE at < {mark} AND (name <> '' OR contact <> '')"
_WORDS = "DELETE FROM questions WHERE at < {mark}"
# PostgreSQL's limit of size, which whoever may only add can neither see nor lift. The rows are added up where
# the table is that large: it does not shrink when rows are deleted.
_LIMITED = """
CREATE OR REPLACE FUNCTION questions_limit() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
DECLARE held bigint := pg_total_relation_size(TG_RELID); more bigint := octet_length(NEW::text);
BEGIN
  IF held + more > {largest} THEN
    EXECUTE format('SELECT coalesce(sum(octet_length(q::text)), 0) FROM %s q', TG_RELID::regclass) INTO held;
  END IF;
  IF held + more > {largest} THEN RAISE 'the inbox is full' USING ERRCODE = 'disk_full'; END IF;
  RETURN NEW;
END $$;
DROP TRIGGER IF EXISTS questions_limit ON questions;
CREATE TRIGGER questions_limit BEFORE INSERT ON questions FOR EACH ROW EXECUTE FUNCTION questions_limit();
"""


def questions(settings: Settings, region: str = "") -> list[Question]:
    """What is kept, oldest first, of one region or all. Raises InboxUnavailable."""
    with _opened(settings) as (connection, _):
        found = [Question(*row) for row in connection.execute(_ALL)]
    return [item for item in found if region in ("", item.region)]


def forget(settings: Settings, now: datetime | None = None) -> tuple[int, int]:
    """Delete names and contacts after NAMES_DAYS, whole questions after WORDS_DAYS; how many of each.

    Raises InboxUnavailable.
    """
    now = now or datetime.now(UTC)
    limits = [(now - timedelta(days=days)).isoformat(timespec="seconds") for days in (NAMES_DAYS, WORDS_DAYS)]
    with _opened(settings) as (connection, mark):
        statements = [(_WORDS, limits[1]), (_NAMES, limits[0])]
        deleted, unnamed = (
            connection.execute(text.format(mark=mark), (limit,)).rowcount for text, limit in statements
        )
    return unnamed, deleted


@contextmanager
def _opened(settings: Settings) -> Iterator[tuple[Any, str]]:
    """A connection in one transaction, and how its statements mark a value."""
    if settings.inbox_url:
        yield from _postgres(settings)
        return
    try:
        connection = open_file(settings.inbox)
        connection.execute("PRAGMA secure_delete = ON")  # what is forgotten is gone from the file too
        try:
            with connection:
                yield connection, "?"
        finally:
            connection.close()
    except (OSError, sqlite3.Error) as error:
        raise InboxUnavailable(str(error)) from error


def _postgres(settings: Settings) -> Iterator[tuple[Any, str]]:
    import psycopg

    from dashboard.runtime.postgres import PatientConnection, connection_options

    try:
        with PatientConnection.connect(settings.inbox_url, **connection_options()) as connection:
            yield connection, "%s"
    except psycopg.Error as error:
        raise InboxUnavailable(str(error)) from error


def prepare(settings: Settings) -> None:
    """Make the table in PostgreSQL where it is missing, with its limit, as whoever may. Raises
    InboxUnavailable."""
    with _opened(settings) as (connection, _):
        connection.execute(TABLE)
        if settings.inbox_url:
            connection.execute(_LIMITED.format(largest=writer.LARGEST_INBOX))
