"""The engine under the record: SQLite beside the data by default, PostgreSQL by DATABASE_URL."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, inspect, text
from sqlalchemy.engine import make_url
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import ArgumentError, DisconnectionError, InvalidRequestError, SQLAlchemyError
from sqlalchemy.pool import ConnectionPoolEntry

from dashboard.record.models import LONGEST_NAME, LONGEST_REGION_CODE, SQLITE_RULES, Base
from dashboard.settings import Settings
from dashboard.settings.environment import InvalidSetting

_POSTGRES = ("postgres", "postgresql", "postgresql+psycopg")
# A write is on the disk before it is answered, on either engine (tests/record/test_survival.py).
_MODE = 0o600  # nobody's but this account's: the public process has another
_FILE = "file"  # what a connection keeps: which file it is over
_SQLITE = ("PRAGMA journal_mode = WAL", "PRAGMA synchronous = FULL", "PRAGMA busy_timeout = 10000")


def open_engine(settings: Settings) -> Engine:
    """The engine for `settings`, its table made where missing. Raises InvalidSetting with what to do."""
    engine = engine_for(settings)
    try:
        prepare(engine)
    except SQLAlchemyError as error:
        where = "DATABASE_URL" if settings.database_url else str(settings.record)
        first = str(error).splitlines()[0]
        raise InvalidSetting(
            f"{where}: the record cannot be opened ({first}); check that it can be reached and written"
        ) from error
    return engine


def engine_for(settings: Settings) -> Engine:
    """The engine for `settings`; nothing is asked of it yet. Raises InvalidSetting for no address."""
    return _postgres(settings.database_url) if settings.database_url else sqlite(settings.record)


def prepare(engine: Engine) -> None:
    """Makes the record's table where it is missing; an older one gets what those of today have."""
    try:
        Base.metadata.create_all(engine)
    except SQLAlchemyError:  # another worker that started with us has made it meanwhile
        Base.metadata.create_all(engine)
    columns = _columns(engine)
    if "subject" not in columns:
        try:
            _execute(engine, f"ALTER TABLE versions ADD COLUMN subject VARCHAR({LONGEST_NAME})")
        except SQLAlchemyError:  # another worker that started with us has added it meanwhile
            if "subject" not in _columns(engine):
                raise
    if engine.dialect.name == "sqlite":
        _guard_rows(engine)
    elif getattr(columns["region"], "length", LONGEST_REGION_CODE) < LONGEST_REGION_CODE:
        _execute(engine, f"ALTER TABLE versions ALTER COLUMN region TYPE VARCHAR({LONGEST_REGION_CODE})")


def _columns(engine: Engine) -> dict[str, Any]:
    """The columns of the record's table, and the type of each."""
    with engine.connect().execution_options(reading=True) as connection:
        return {column["name"]: column["type"] for column in inspect(connection).get_columns("versions")}


def _execute(engine: Engine, statement: str) -> None:
    with engine.begin() as connection:
        connection.execute(text(statement))


def _guard_rows(engine: Engine) -> None:
    """Adds the rules that a file of an earlier version lacks; writes nothing where it has them."""
    with engine.connect().execution_options(reading=True) as connection:
        found = connection.exec_driver_sql("SELECT count(*) FROM sqlite_master WHERE type = 'trigger'")
        if found.scalar_one() >= len(SQLITE_RULES):
            return
    with engine.begin() as connection:
        for rule in SQLITE_RULES:
            connection.exec_driver_sql(rule)


def file_at(path: str | Path) -> tuple[int, int] | None:
    """Which file is at `path`: its device and number; None where there is none."""
    try:
        found = os.stat(path)
    except OSError:
        return None
    return found.st_dev, found.st_ino


def sqlite(path: Path) -> Engine:
    """An engine over the SQLite file at `path`, with a write-ahead log that is synced at every commit."""
    engine = create_engine(f"sqlite:///{path}")
    opened: list[bool] = []  # whether it was ever

    @event.listens_for(engine, "do_connect")
    def make_once(*_: object) -> None:
        if not opened:
            _make(path)
        elif file_at(path) is None:  # SQLite would begin an empty one, in which nothing of the record is
            raise InvalidRequestError(f"{path} is not there any more")

    @event.listens_for(engine, "connect")
    def prepare(connection: DBAPIConnection, entry: ConnectionPoolEntry) -> None:
        entry.info[_FILE] = file_at(path)
        connection.isolation_level = None  # transactions are begun below, not by the driver
        for pragma in _SQLITE:
            connection.execute(pragma)
        opened.append(True)

    @event.listens_for(engine, "checkout")
    def still_there(_: DBAPIConnection, entry: ConnectionPoolEntry, __: object) -> None:
        # A file that was deleted or replaced can be written as before, and what is written is lost.
        if file_at(path) != entry.info[_FILE]:
            raise DisconnectionError(f"{path} is another file now")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        # A writer takes its lock at once: one that read first could no longer upgrade, and would fail.
        reading = connection.get_execution_options().get("reading")
        connection.exec_driver_sql("BEGIN" if reading else "BEGIN IMMEDIATE")

    return engine


def _make(path: Path) -> None:
    """Make the file where it is missing; the log beside it takes its mode from it. Where the disk refuses it
    the record is away, and figures are served all the same."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch(mode=_MODE)
        path.chmod(_MODE)
    except OSError as error:
        raise InvalidRequestError(f"{path} cannot be written: {error.strerror}") from error


def _postgres(address: str) -> Engine:
    try:
        url = make_url(address)
    except ArgumentError as error:
        raise InvalidSetting("DATABASE_URL: write it as postgresql://user@host:5432/database") from error
    if url.drivername not in _POSTGRES:
        raise InvalidSetting(
            f"DATABASE_URL: {url.drivername!r} is not offered; write postgresql://user@host:5432/database"
        )
    # No other process loads psycopg.
    from dashboard.runtime.postgres import PatientConnection, connection_options, server_options

    options = connection_options() | {"options": f"-c synchronous_commit=on {server_options()}"}
    engine = create_engine(url.set(drivername="postgresql+psycopg"), pool_pre_ping=True, connect_args=options)

    @event.listens_for(engine, "do_connect")
    def connect(_: object, __: object, address: Sequence[str], options: dict[str, Any]) -> PatientConnection:
        return PatientConnection.connect(*address, **options)

    return engine
