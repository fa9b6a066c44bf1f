"""The one thing that the public process may do with the inbox is to add a question.

In SQLite the connection itself refuses to read, change or delete: an authorizer is set before anything of a
reader comes near it. In PostgreSQL the role of INBOX_URL has INSERT and nothing else (docs/record.md).
"""

import os
import sqlite3
from dataclasses import asdict, fields
from pathlib import Path

from dashboard.inbox.question import Question
from dashboard.settings import Settings

COLUMNS = tuple(field.name for field in fields(Question))
_REST = ", ".join(f"{name} TEXT NOT NULL" for name in COLUMNS[1:])
TABLE = f"CREATE TABLE IF NOT EXISTS questions (id TEXT PRIMARY KEY, {_REST})"
LARGEST_INBOX = 100_000_000  # bytes of the file; a flood fills it, and the disk has room
TIMEOUT_SECONDS = 3  # seconds
_MAY = frozenset((sqlite3.SQLITE_TRANSACTION, sqlite3.SQLITE_INSERT))


class InboxUnavailable(Exception):
    """The inbox cannot take a question now. Nothing was kept."""


def add(settings: Settings, question: Question) -> None:
    """Keep `question`. Raises InboxUnavailable."""
    (_into_postgres if settings.inbox_url else _into_sqlite)(settings, asdict(question))


def open_file(path: Path) -> sqlite3.Connection:
    """A connection to the file at `path`, made with its folder where it is missing.

    The public view makes it and the office deletes from it: two system users, who share the folder's group.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    if not path.exists():
        os.close(os.open(path, os.O_CREAT | os.O_WRONLY, 0o600))
        os.chmod(path, 0o660)  # whatever the umask; SQLite gives its journal the same rights
    connection = sqlite3.connect(path, timeout=TIMEOUT_SECONDS)
    connection.execute(TABLE)
    connection.commit()
    return connection


def for_adding(path: Path) -> sqlite3.Connection:
    """A connection that can add rows, up to LARGEST_INBOX bytes, and do nothing else."""
    connection = open_file(path)
    (page,) = connection.execute("PRAGMA page_size").fetchone()
    connection.execute(f"PRAGMA max_page_count = {LARGEST_INBOX // page}")
    connection.set_authorizer(_only_adding)
    return connection


def _only_adding(action: int, *_: object) -> int:
    return sqlite3.SQLITE_OK if action in _MAY else sqlite3.SQLITE_DENY


def _into_sqlite(settings: Settings, row: dict[str, str]) -> None:
    marks = ", ".join(f":{name}" for name in COLUMNS)
    try:
        connection = for_adding(settings.inbox)
        try:
            with connection:
                connection.execute(f"INSERT INTO questions VALUES ({marks})", row)  # noqa: S608 - our own names
        finally:
            connection.close()
    except (OSError, sqlite3.Error) as error:
        raise InboxUnavailable(str(error)) from error


def _into_postgres(settings: Settings, row: dict[str, str]) -> None:
    import psycopg  # where the inbox is in PostgreSQL: no other public process loads it

    from dashboard.runtime.postgres import PatientConnection, connection_options

    names, marks = ", ".join(COLUMNS), ", ".join(f"%({name})s" for name in COLUMNS)
    try:
        with PatientConnection.connect(settings.inbox_url, **connection_options()) as connection:
            connection.execute(f"INSERT INTO questions ({names}) VALUES ({marks})", row)  # noqa: S608
    except psycopg.Error as error:
        raise InboxUnavailable(str(error)) from error
