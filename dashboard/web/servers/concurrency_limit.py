"""Of one client, one costly request is worked on at a time in each process, and one more may wait; two files
are sent in pieces.

A bucket of tokens (rate_limit.py) is charged after the work, so that twenty requests at the same moment would
all be admitted and hold every thread for a minute. What is kept from before costs nothing and needs no turn.
Costly work gives way to what is quick, whoever asks (dashboard/runtime/query_priority.py), and so does
what waits for its turn: it holds one of the few threads of the process, and only one request does so.
"""

import threading
import time
from collections import Counter
from collections.abc import Callable

from flask import Flask, Response, g, request

from dashboard.runtime.query_priority import QUERY_PRIORITY
from dashboard.web.past_day import is_of_past_day
from dashboard.web.rate_limit import PAST_DAY, client_here, price, too_many_requests
from dashboard.web.static_files import AHEAD

WAIT = 10.0  # seconds that the second of a client waits: somebody who was too quick for their own first page
SENT = 2  # files in pieces at once: two people of one office, and half of the threads of a process
CROWD = 2  # quick requests at once: then each thread is needed, and nobody waits
_SLICE = 0.25  # seconds between two looks whether there is a crowd
_SAID = "Something that you asked for before is still being worked out. Wait until it is there."
_SENT = "Two files are on their way to your address already. Wait until one has arrived."


class ConcurrencyLimit:
    """Which clients have as much worked on as they may, and which has one more that waits for it."""

    def __init__(
        self,
        seconds: float = WAIT,
        crowd: Callable[[], int] = lambda: QUERY_PRIORITY.quick,
        most: int = 1,
    ):
        self._seconds = seconds
        self._crowd = crowd
        self._most = most
        self._working: Counter[str] = Counter()
        self._waiting: set[str] = set()
        self._changed = threading.Condition()

    def acquire(self, client: str) -> bool:
        """Whether it is the turn of a request of `client`, perhaps after a wait."""
        with self._changed:
            if self._working[client] >= self._most:
                if self._waiting:
                    return False
                self._waiting.add(client)
                try:
                    free = self._wait(client)
                finally:
                    self._waiting.discard(client)
                if not free:
                    return False
            self._working[client] += 1
            return True

    def _wait(self, client: str) -> bool:
        """Whether less of `client` is worked on, before others need this thread."""
        until = time.monotonic() + self._seconds
        while self._working[client] >= self._most:
            left = until - time.monotonic()
            if left <= 0 or self._crowd() >= CROWD:
                return False
            self._changed.wait(min(left, _SLICE))
        return True

    def release(self, client: str) -> None:
        """Something that `client` had worked on is done."""
        with self._changed:
            self._working[client] -= 1
            if self._working[client] <= 0:
                del self._working[client]  # clients come and go for months
            self._changed.notify_all()


class Turn:
    """What a client holds of a limit until it is given back, once."""

    def __init__(self, limit: ConcurrencyLimit, client: str):
        self._limit = limit
        self._client: str | None = client

    def give_back(self) -> None:
        """Let the next have it; a second time does nothing."""
        client, self._client = self._client, None
        if client is not None:
            self._limit.release(client)


def limit_concurrency(server: Flask, limit: ConcurrencyLimit | None = None) -> None:
    """Refuse with 429 what a client asks for beside what is worked out for it. Register it after what answers
    from memory."""
    limit = ConcurrencyLimit() if limit is None else limit
    sending = ConcurrencyLimit(seconds=0, most=SENT)

    @server.before_request
    def wait() -> Response | None:
        client, costly = client_here(), _is_costly() or AHEAD in request.environ
        if client is not None and costly:
            if not limit.acquire(client):
                return too_many_requests(2, _SAID)
            g.turn = Turn(limit, client)
        QUERY_PRIORITY.begin(costly=costly)
        return None

    @server.after_request
    def in_pieces(answer: Response) -> Response:
        client = client_here()
        if client is None or answer.status_code != 200 or not answer.is_streamed or not _is_costly():
            return answer
        if not sending.acquire(client):
            answer.close()
            return too_many_requests(2, _SENT)
        g.sending = Turn(sending, client)
        answer.call_on_close(g.sending.give_back)
        return answer

    @server.teardown_request
    def done(error: BaseException | None) -> None:
        QUERY_PRIORITY.end()
        if "turn" in g:
            g.pop("turn").give_back()
        if error is not None and "sending" in g:  # then nobody sends, and nobody closes, the answer
            g.pop("sending").give_back()


def _is_costly() -> bool:
    """Whether what is asked takes long: a past day, a pack, a catalogue, a whole dataset."""
    return price() >= PAST_DAY or is_of_past_day()
