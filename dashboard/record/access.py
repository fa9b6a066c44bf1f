"""The way to the record's database: its table made when first needed, and one exception when it is away.

A database that does not answer must not take the figures with it, nor make every page wait for it.
"""

import logging
import time
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import IntegrityError, SQLAlchemyError

from dashboard.record.engine import prepare

PAUSE_SECONDS = 10.0  # seconds in which nobody asks again for a database that could not be read
SAID = "The working record cannot be read just now, so what it holds is missing here. Try again in a minute."
_log = logging.getLogger("dashboard.record")


class RecordUnavailable(Exception):
    """The record's database cannot be reached or read. Nothing was written."""

    def __init__(self) -> None:
        super().__init__(SAID)


class Access:
    """Connections of one engine. Safe to share between threads."""

    def __init__(self, engine: Engine):
        self._engine = engine
        self._prepared = False
        self._again = 0.0

    @property
    def away(self) -> bool:
        """Whether the database could not be read a moment ago."""
        return time.monotonic() < self._again

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection to read. Raises RecordUnavailable, for PAUSE_SECONDS without trying."""
        if self.away:
            raise RecordUnavailable
        try:
            self._prepare()
            with self._engine.connect().execution_options(reading=True) as connection:
                yield connection
        except SQLAlchemyError as error:
            self._again = time.monotonic() + PAUSE_SECONDS
            _log.error("the record cannot be read: %s", _first(error))
            raise RecordUnavailable from error

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction, kept when the block ends. Raises RecordUnavailable, or IntegrityError as it is."""
        try:
            self._prepare()
            with self._engine.begin() as connection:
                yield connection
        except IntegrityError:
            raise
        except SQLAlchemyError as error:
            _log.error("the record cannot be written: %s", _first(error))
            raise RecordUnavailable from error

    def _prepare(self) -> None:
        if not self._prepared:
            prepare(self._engine)
            self._prepared = True


def _first(error: Exception) -> str:
    return str(error).splitlines()[0]
