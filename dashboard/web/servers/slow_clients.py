"""Slow clients: a request has its seconds to arrive and an answer to be taken, with or without a proxy.

gunicorn's threads wait for ever for the next byte, so that eight connections which send one now and then
would be all that two workers serve; and so would be eight that ask for a large file and do not take it.
"""

import errno
import select
import socket
import threading
import time
from contextlib import suppress
from typing import Any

from gunicorn.workers import gthread

from dashboard.web.rate_limit import client_of

ARRIVE = 15.0  # seconds for the headers and body of one request
IDLE = 5.0  # seconds without a byte of it
TAKE = 60.0  # seconds that a client may be waited for until it has taken an answer, and one more for each
SLOWEST = 10_000  # bytes of it: a fifth of what a slow phone takes
SILENT = 0.2  # seconds that a thread waits for the first byte; then only the poller does
PATIENCE = 5.0  # seconds, divided by the requests that want a thread: see Takers
_SLICE = 0.05  # seconds between two looks whether one does
gthread.DEFAULT_WORKER_DATA_TIMEOUT = SILENT


class Takers:
    """Which connections the threads of a process wait for, until their clients take an answer, and how many
    requests want a thread meanwhile.

    While none does, everybody is waited for. Otherwise a client keeps the one that it has kept longest: its
    others are given up after PATIENCE, the sooner the more want a thread.
    """

    def __init__(self) -> None:
        self._wanting = 0
        self._began: dict[TimedSocket, float] = {}
        self._lock = threading.Lock()

    def want(self, more: int) -> None:
        """So many requests `more` want a thread; -1: one has got it."""
        with self._lock:
            self._wanting += more

    def begin(self, taker: "TimedSocket") -> None:
        """A thread waits for `taker` from now on."""
        with self._lock:
            self._began[taker] = time.monotonic()

    def end(self, taker: "TimedSocket") -> None:
        """It waits no longer."""
        with self._lock:
            del self._began[taker]

    def give_up(self, taker: "TimedSocket") -> bool:
        """Whether the thread that waits for `taker` is wanted more elsewhere."""
        with self._lock:
            of_client = [began for each, began in self._began.items() if each.client == taker.client]
            waited = time.monotonic() - self._began[taker]
            second = self._began[taker] > min(of_client)
            return second and self._wanting > 0 and waited > PATIENCE / self._wanting


class TimedSocket:
    """A client's socket whose waiting ends: what comes too late is as if the client had gone."""

    def __init__(self, inner: socket.socket, client: str, takers: Takers):
        self.client = client
        self._inner = inner
        self._takers = takers
        self._until = 0.0
        self._waited = 0.0  # seconds until the client has taken this answer
        self._sent = 0  # bytes of it
        self._writable = select.poll()
        self._writable.register(inner, select.POLLOUT)

    def __getattr__(self, name: str) -> Any:
        """All else is the socket's own."""
        return getattr(self._inner, name)

    def begin(self) -> None:
        """A request begins to arrive now."""
        self._until = time.monotonic() + ARRIVE
        self._waited, self._sent = 0.0, 0

    def recv(self, size: int, flags: int = 0) -> bytes:
        """The next bytes. Raises ConnectionResetError for a client that is too slow."""
        left = self._until - time.monotonic()
        if left <= 0:
            raise _gone()
        before = self._inner.gettimeout()
        self._inner.settimeout(min(left, IDLE))
        try:
            return self._inner.recv(size, flags)
        except TimeoutError:
            raise _gone() from None
        finally:
            self._inner.settimeout(before)

    def sendall(self, data: Any) -> None:
        """Send a piece of an answer. Raises ConnectionResetError for a client that does not take it."""
        rest = self._send(memoryview(data).cast("B"))
        if not rest:
            return
        self._takers.begin(self)
        try:
            while rest:
                self._wait()
                rest = self._send(rest)
        finally:
            self._takers.end(self)

    def _send(self, rest: memoryview) -> memoryview:
        """What is left of `rest` once the system has what it takes without waiting."""
        with suppress(BlockingIOError):
            sent = self._inner.send(rest, socket.MSG_DONTWAIT)
            self._sent += sent
            return rest[sent:]
        return rest

    def _wait(self) -> None:
        """Wait a moment, or until the client has taken something."""
        began = time.monotonic()
        self._writable.poll(1000 * _SLICE)
        self._waited += time.monotonic() - began
        if self._waited > TAKE + self._sent / SLOWEST or self._takers.give_up(self):
            raise _gone()


def _gone() -> ConnectionResetError:
    return ConnectionResetError(errno.ECONNRESET, "the client was too slow")


class PatientWorker(gthread.ThreadWorker):
    """gunicorn's worker of threads, over sockets whose waiting ends."""

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self._takers = Takers()

    def enqueue_req(self, conn: Any) -> None:
        """Have the next free thread answer a request of `conn`."""
        self._takers.want(1)
        super().enqueue_req(conn)

    def handle(self, conn: Any) -> Any:
        """Answer one request of `conn`."""
        self._takers.want(-1)
        if not isinstance(conn.sock, TimedSocket):
            # This machine, and what a proxy on it sends on, is one client here.
            conn.sock = TimedSocket(conn.sock, client_of(conn.client[0]) or "", self._takers)
        conn.sock.begin()
        return super().handle(conn)
