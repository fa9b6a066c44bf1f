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
TAKE = 60.0  # seconds of waiting that an answer may cost
SLOWEST = 10_000  # bytes taken that earn one second more: a slow phone takes five times as many in it
CROWDED_SECONDS = 3.0  # seconds, divided by the number of requests that want a thread: see SlowClients
_SLICE = 0.05  # seconds between two looks whether one does
gthread.DEFAULT_WORKER_DATA_TIMEOUT = 0.2  # seconds for what is left of a body that nobody read


class SlowClients:
    """Which connections the threads of a process wait for, and how many requests want a thread meanwhile.

    While none does, everybody is waited for. Otherwise a client keeps the one that it has kept longest: its
    others are given up after CROWDED_SECONDS, the sooner the more want a thread.
    """

    def __init__(self, proxied: bool = False) -> None:
        self._proxied = proxied  # then a client is the proxy, which stands for everybody
        self._wanting = 0
        self._began: dict[TimedSocket, float] = {}
        self._lock = threading.Lock()

    def want(self, more: int) -> None:
        """So many requests `more` want a thread; -1: one has got it."""
        with self._lock:
            self._wanting += more

    def begin(self, waited_for: "TimedSocket") -> None:
        """A thread waits for this connection, since its request began or its answer was first waited for."""
        with self._lock:
            self._began[waited_for] = waited_for.since

    def end(self, waited_for: "TimedSocket") -> None:
        """It waits no longer."""
        with self._lock:
            del self._began[waited_for]

    def give_up(self, waited_for: "TimedSocket") -> bool:
        """Whether the thread that waits for this connection is wanted more elsewhere."""
        if self._proxied or not self._wanting:
            return False
        with self._lock:
            began = self._began[waited_for]
            of_client = [since for each, since in self._began.items() if each.client == waited_for.client]
            patience = CROWDED_SECONDS / max(self._wanting, 1)
        return began > min(of_client) and time.monotonic() - began > patience


class TimedSocket:
    """A client's socket whose waiting ends: what comes too late is as if the client had gone."""

    def __init__(self, inner: socket.socket, client: str, slow: SlowClients):
        self.client = client
        self._inner = inner
        self._slow = slow
        self._closing = False
        self._timeout: float | None = None  # as gunicorn has set it; the socket itself never waits
        inner.setblocking(False)
        self._ready = {kind: select.poll() for kind in (select.POLLIN, select.POLLOUT)}
        for kind, poll in self._ready.items():
            poll.register(inner, kind)
        self.begin()

    def __getattr__(self, name: str) -> Any:
        """All else is the socket's own."""
        return getattr(self._inner, name)

    def begin(self) -> None:
        """A request begins to arrive now, as the first does when the connection is made."""
        self.since = time.monotonic()  # later: when its answer was first waited for
        self._until = self.since + ARRIVE
        self._waited = 0.0  # seconds for the client to take this answer
        self._sent = 0  # bytes of it

    def setblocking(self, flag: bool) -> None:
        """Wait for what is received, or not."""
        self._timeout = None if flag else 0.0

    def settimeout(self, seconds: float | None) -> None:
        """Wait so long for what is received."""
        self._timeout = seconds

    def gettimeout(self) -> float | None:
        """The seconds that were set, or None."""
        return self._timeout

    def shutdown(self, how: int) -> None:
        """Say that no more is sent. What the client still sends is read as far as it is there: whoever closes
        the connection, gunicorn's first thread, waits for nobody."""
        self._closing = True
        self._inner.shutdown(how)

    def recv(self, size: int, flags: int = 0) -> bytes:
        """The next bytes. Raises TimeoutError after the socket's own timeout (BlockingIOError where it has
        none to wait for), ConnectionResetError for a client that is too slow."""
        try:
            return self._inner.recv(size, flags)
        except BlockingIOError:
            if self._closing or self._timeout == 0.0:
                raise
        now = time.monotonic()
        own = now + ARRIVE if self._timeout is None else now + self._timeout
        until = min(self._until, now + IDLE, own)
        self._slow.begin(self)
        try:
            while time.monotonic() < until:
                self._wait(select.POLLIN, until)
                with suppress(BlockingIOError):
                    return self._inner.recv(size, flags)
        finally:
            self._slow.end(self)
        raise TimeoutError if until == own else _gone()

    def sendall(self, data: Any) -> None:
        """Send a piece of an answer. Raises ConnectionResetError for a client that does not take it."""
        rest = self._send(memoryview(data).cast("B"))
        if not rest:
            return
        if not self._waited:
            self.since = time.monotonic()
        self._slow.begin(self)
        try:
            while rest:
                began = time.monotonic()
                if self._waited > TAKE + self._sent / SLOWEST:
                    raise _gone()
                self._wait(select.POLLOUT, began + _SLICE)
                self._waited += time.monotonic() - began
                rest = self._send(rest)
        finally:
            self._slow.end(self)

    def _send(self, rest: memoryview) -> memoryview:
        """What is left of `rest` once the system has what it takes without waiting."""
        with suppress(BlockingIOError):
            sent = self._inner.send(rest)
            self._sent += sent
            return rest[sent:]
        return rest

    def _wait(self, kind: int, until: float) -> None:
        """Wait a moment, until `until` at most, or until bytes can be read (POLLIN) or written (POLLOUT).

        Raises ConnectionResetError where the thread is wanted more elsewhere.
        """
        seconds = min(_SLICE, max(until - time.monotonic(), 0.0))
        if not self._ready[kind].poll(1000 * seconds) and self._slow.give_up(self):
            raise _gone()


def _gone() -> ConnectionResetError:
    return ConnectionResetError(errno.ECONNRESET, "the client was too slow")


class TimeoutWorker(gthread.ThreadWorker):
    """gunicorn's worker of threads, over sockets whose waiting ends."""

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self._slow = SlowClients(proxied=getattr(self.app, "proxied", False))

    def enqueue_req(self, conn: Any) -> None:
        """Have the next free thread answer a request of `conn`."""
        self._slow.want(1)
        super().enqueue_req(conn)

    def handle(self, conn: Any) -> Any:
        """Answer one request of `conn`."""
        self._slow.want(-1)
        if not conn.initialized and not conn.data_ready and not conn.wait_for_data(0):
            return gthread._DEFER  # for the first byte of a connection only the poller waits
        if isinstance(conn.sock, TimedSocket):
            conn.sock.begin()
        else:
            conn.sock = TimedSocket(conn.sock, client_of(conn.client[0]) or "this machine", self._slow)
        return super().handle(conn)
