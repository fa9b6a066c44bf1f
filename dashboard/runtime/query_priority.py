"""QueryPriority: what takes seconds waits, between two queries, until what takes milliseconds is done.

The threads of a process share one interpreter: beside a page of a past day, which computes for five seconds,
every other page would take twice as long and more.
"""

import threading
import time

AT_ONCE = 0.05  # seconds that costly work waits before one query: what it has locked is not locked for long
ALTOGETHER = 5.0  # seconds that it waits in all: where others never pause it goes on beside them


class QueryPriority:
    """How many quick requests are answered now, and which threads do costly work."""

    def __init__(self) -> None:
        self._quick = 0
        self._changed = threading.Condition()
        self._here = threading.local()

    @property
    def quick(self) -> int:
        """How many quick requests are answered now."""
        return self._quick

    @property
    def costly_here(self) -> bool:
        """Whether this thread does costly work."""
        return getattr(self._here, "costly", False)

    def begin(self, *, costly: bool, patience: float | None = None) -> None:
        """This thread answers a request from here on; a costly one waits `patience` seconds in all."""
        self._here.quick, self._here.costly = not costly, costly
        self._here.patience = (ALTOGETHER if patience is None else patience) if costly else 0.0
        if not costly:
            with self._changed:
                self._quick += 1

    def end(self) -> None:
        """It has answered it; a second time does nothing."""
        quick = getattr(self._here, "quick", False)
        self._here.quick, self._here.costly, self._here.patience = False, False, 0.0
        if quick:
            with self._changed:
                self._quick -= 1
                self._changed.notify_all()

    def give_way(self, at_once: float | None = None) -> None:
        """Wait for quick requests, in a thread that does costly work: longer than AT_ONCE where it holds
        nothing that they may need."""
        patience: float = getattr(self._here, "patience", 0.0)
        if patience <= 0 or not self._quick:
            return
        began = time.monotonic()
        longest = AT_ONCE if at_once is None else at_once
        with self._changed:
            self._changed.wait_for(lambda: not self._quick, min(longest, patience))
        self._here.patience = patience - (time.monotonic() - began)


QUERY_PRIORITY = QueryPriority()  # of this process
