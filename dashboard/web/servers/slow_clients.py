"""Slow clients: a request has its seconds to arrive and an answer to be taken, with or without a proxy.

gunicorn's threads wait for ever for the next byte, so that eight connections which send one now and then
would be all that two workers serve.
"""

import errno
import socket
import time
from typing import Any

from gunicorn.workers import gthread

ARRIVE = 15.0  # seconds for the headers and body of one request
IDLE = 5.0  # seconds without a byte of it
TAKE = 60.0  # seconds to take each piece of an answer: 5 MB at 85 kB a second
SILENT = 0.2  # seconds that a thread waits for the first byte; then only the poller does
gthread.DEFAULT_WORKER_DATA_TIMEOUT = SILENT


class TimedSocket:
    """A client's socket whose waiting ends: what comes too late is as if the client had gone."""

    def __init__(self, inner: socket.socket):
        self._inner = inner
        self._until = 0.0

    def __getattr__(self, name: str) -> Any:
        """All else is the socket's own."""
        return getattr(self._inner, name)

    def begin(self) -> None:
        """A request begins to arrive now."""
        self._until = time.monotonic() + ARRIVE

    def recv(self, size: int, flags: int = 0) -> bytes:
        """The next bytes. Raises ConnectionResetError for a client that is too slow."""
        left = self._until - time.monotonic()
        if left <= 0:
            raise _gone()
        return self._within(min(left, IDLE), lambda: self._inner.recv(size, flags))

    def sendall(self, data: Any) -> None:
        """Send a piece of an answer. Raises ConnectionResetError for a client that does not take it."""
        self._within(TAKE, lambda: self._inner.sendall(data))

    def _within(self, seconds: float, act: Any) -> Any:
        before = self._inner.gettimeout()
        self._inner.settimeout(seconds)
        try:
            return act()
        except TimeoutError:
            raise _gone() from None
        finally:
            self._inner.settimeout(before)


def _gone() -> ConnectionResetError:
    return ConnectionResetError(errno.ECONNRESET, "the client was too slow")


class PatientWorker(gthread.ThreadWorker):
    """gunicorn's worker of threads, over sockets whose waiting ends."""

    def handle(self, conn: Any) -> Any:
        """Answer one request of `conn`."""
        if not isinstance(conn.sock, TimedSocket):
            conn.sock = TimedSocket(conn.sock)
        conn.sock.begin()
        return super().handle(conn)
