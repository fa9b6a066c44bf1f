"""A connection to PostgreSQL on which nobody waits without end.

The server's own limits end a slow statement and a wait for a lock, the system's a network that swallows what
is sent. A server that is frozen keeps neither: its system goes on to acknowledge what it never reads.
"""

from typing import Any

import psycopg
from psycopg.abc import RV, PQGen

PATIENCE = 10.0  # seconds that a statement may take
_MORE = 1.5  # times that, and whoever asked gives up
_BETWEEN_LOOKS = 0.1  # seconds


class PatientConnection(psycopg.Connection[Any]):
    """Closed, with an OperationalError, once the server has answered nothing for 1.5 times PATIENCE."""

    def wait(self, gen: PQGen[RV], interval: float = _BETWEEN_LOOKS, timeout: float | None = None) -> RV:
        """What `gen` comes to; every statement passes here."""
        limit = _MORE * PATIENCE if timeout is None else timeout
        try:
            return super().wait(gen, interval, limit)
        except psycopg.errors._WaitTimeout as error:
            self.close()  # what it would still be told belongs to nobody
            raise psycopg.OperationalError(f"the server has not answered for {limit:g} seconds") from error


def connection_options() -> dict[str, Any]:
    """What every connection is opened with."""
    return {
        "connect_timeout": 3,
        "tcp_user_timeout": int(1000 * PATIENCE),
        "keepalives_idle": 5,
        "keepalives_interval": 2,
        "keepalives_count": 3,
    }


def server_options() -> str:
    """What a server is asked to keep by itself; one behind PgBouncer has to be let hear it."""
    milliseconds = int(1000 * PATIENCE)
    return f"-c statement_timeout={milliseconds} -c lock_timeout={milliseconds}"
