"""Store: one read-only DuckDB file, locked down, and what has been read from it.

The file's identity is the only cache key: a Store lives as long as its file is the current one,
and everything remembered about the figures is remembered on it.
"""

import gc
import threading
import time
import weakref
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import duckdb

from dashboard.catalogue.periods import spell_dates
from dashboard.datastore.deadline import Deadlines
from dashboard.datastore.memory import Memory
from dashboard.runtime.query_priority import QUERY_PRIORITY

if TYPE_CHECKING:
    import numpy as np
    import pyarrow as pa

T = TypeVar("T")
QUERY_SECONDS = 20.0  # that a query may take; the slowest of ours takes under two
# For which queries are held so that those that run may end, before the file is opened again.
REOPENING_WAIT_SECONDS = 0.05
REOPENING_RETRY_SECONDS = 2.0  # seconds before that is tried again, where one had not ended

# Nothing a query says may reach outside the file, and nothing may undo that.
_LOCKED: dict[str, str | bool | int | float | list[str]] = {
    "enable_external_access": "false",
    "autoload_known_extensions": "false",
    "autoinstall_known_extensions": "false",
    "allow_community_extensions": "false",
    "threads": "1",  # small reads: a thread pool costs more than it gives
    "memory_limit": "1GB",
    "allocator_background_threads": "true",  # what a query is done with goes back: 20 MB a process
    "temp_directory": "",  # a query that needs more fails, and writes nothing beside the file
    "lock_configuration": "true",
}


class DatastoreError(RuntimeError):
    """The datastore cannot be opened or is not what it should be; the message says what to do."""


class Store:
    """A connection to one datastore file. Safe to share between threads: each gets its own cursor."""

    bytes_held = 0  # not weighed: what it keeps has a limit of its own

    def __init__(self, path: Path, connection: duckdb.DuckDBPyConnection, seconds: float = QUERY_SECONDS):
        self.path = path
        self._open = [connection]
        self._local = threading.local()  # the cursor of each thread
        self._gate = threading.Condition()
        self._running = 0
        self._renewing = False
        self._not_before = 0.0  # when the file may be opened again, at the earliest
        self._memory = Memory()
        self._deadlines = Deadlines(seconds)
        # Closed when the last reader has dropped it, or by close(): DuckDB keeps eight threads a file.
        self._release = weakref.finalize(self, _close, self._deadlines, self._open)
        self._release.atexit = False
        self.snapshot: str = self.rows("SELECT snapshot FROM snapshot")[0][0]
        self.built: str = self.rows("SELECT built FROM snapshot")[0][0]

    @property
    def edition(self) -> str:
        """The snapshot and when it was built, as files name it."""
        return f"{self.snapshot}, built {spell_dates(self.built)}"

    @contextmanager
    def _cursor(self) -> Iterator[duckdb.DuckDBPyConnection]:
        """The cursor of this thread, while a query runs on it."""
        QUERY_PRIORITY.give_way()
        with self._gate:
            self._gate.wait_for(lambda: not self._renewing)
            if not hasattr(self._local, "cursor"):
                if not self._open:  # renew() could not
                    self._open.append(_opened(self.path))
                self._local.cursor = self._open[0].cursor()
            cursor: duckdb.DuckDBPyConnection = self._local.cursor
            self._running += 1  # last: where there is no cursor, nothing runs
        try:
            with self._deadlines.over(cursor):
                yield cursor
        finally:
            with self._gate:
                self._running -= 1
                if self._renewing:
                    self._gate.notify_all()

    def rows(self, sql: str, parameters: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        """All rows of `sql`, parameters bound."""
        with self._cursor() as cursor:
            return cursor.execute(sql, list(parameters)).fetchall()

    def arrow(self, sql: str) -> "pa.Table":
        """All rows of `sql` as an Arrow table."""
        with self._cursor() as cursor:
            return cursor.sql(sql).to_arrow_table()

    def arrays(self, sql: str, parameters: Sequence[object] = ()) -> "dict[str, np.ndarray]":
        """The columns of `sql` by name, masked where they hold NULL, parameters bound."""
        with self._cursor() as cursor:
            return cursor.execute(sql, list(parameters)).fetchnumpy()

    def columns(self, sql: str) -> list[str]:
        """The column names that `sql` would give, without running it; asked once."""
        return self.remember(("columns", sql), lambda: [row[0] for row in self.rows(f"DESCRIBE {sql}")])

    def tables(self) -> frozenset[str]:
        """The names of every table in the file."""
        sql = "SELECT table_name FROM duckdb_tables() WHERE NOT temporary"
        return self.remember("tables", lambda: frozenset(row[0] for row in self.rows(sql)))

    def remember(self, key: object, make: Callable[[], T]) -> T:
        """What `make` gives for `key`, made once for the life of this file (see Memory)."""
        return self._memory.remember(key, make)

    def retire(self) -> None:
        """Let go of all that was made of this file, and keep little from here on: hardly anybody reads it."""
        self._memory.shrink()

    def renew(self) -> bool:
        """Close the file and open it again, so that DuckDB gives back what it keeps of all that was read:
        after an hour of varied pages 70 MB, which it has no other way to return. Queries wait meanwhile.

        False, and nothing is done, where a query runs on for long or the file is closed or gone. Raises
        duckdb.Error where it cannot be opened again; who reads next then tries once more.
        """
        with self._gate:
            if self._renewing or not self._release.alive or not self.path.exists():
                return False
            if time.monotonic() < self._not_before:
                return False
            self._renewing = True
            try:
                if not self._gate.wait_for(lambda: self._running == 0, REOPENING_WAIT_SECONDS):
                    self._not_before = time.monotonic() + REOPENING_RETRY_SECONDS
                    return False
                self._local = threading.local()  # with it the cursors of all threads go
                self._open.pop().close()
                self._open.append(_opened(self.path))
            finally:
                self._renewing = False
                self._gate.notify_all()
        return True

    def close(self) -> None:
        """Release the file and end the threads that serve it; a second time does nothing."""
        self._release()


def _close(deadlines: Deadlines, opened: list[duckdb.DuckDBPyConnection]) -> None:
    deadlines.stop()
    for connection in opened:
        connection.close()


def _opened(path: Path) -> duckdb.DuckDBPyConnection:
    return duckdb.connect(str(path), read_only=True, config=_LOCKED)


def connect(path: Path) -> Store:
    """Open the datastore at `path` read-only, without external access, configuration locked.

    Raises DatastoreError, saying what to do, when it is missing, corrupt or no datastore of ours.
    """
    if not path.exists():
        raise DatastoreError(f"{path}: there is no datastore; run `make data` to assemble it")
    # DuckDB keeps one instance per resolved path; each build has a file name of its own (see assemble).
    resolved = path.resolve()
    try:
        return Store(resolved, _opened(resolved))
    except duckdb.Error as error:
        first = str(error).splitlines()[0]
        raise DatastoreError(
            f"{path}: the datastore cannot be read ({first}); run `make data` to assemble it again"
        ) from error


class RetiredStores:
    """Stores that are served no longer. What was worked out from a store refers back to it, so that it goes
    only when garbage is collected; left to itself that can take hours, and each holds nine threads."""

    EVERY = 5.0  # seconds between two looks, while a reader is still on an old file

    def __init__(self) -> None:
        self._stores: weakref.WeakSet[Store] = weakref.WeakSet()
        self._next = 0.0

    def add(self, store: Store) -> None:
        """`store` is to be closed when nobody reads it any more."""
        store.retire()  # 40 MB, beside what the new file's pages will keep
        self._stores.add(store)
        self._next = time.monotonic()

    def collect(self) -> None:
        """Close those that nobody reads any more. Costs nothing while there are none."""
        if self._stores and time.monotonic() >= self._next:
            self._next = time.monotonic() + self.EVERY
            gc.collect()
