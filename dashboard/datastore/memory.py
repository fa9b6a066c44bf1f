"""Memory: what has been worked out from one datastore file, for as long as the file is served.

What holds for a past day (a date in its key: any reader can ask for any day) is forgotten again, the longest
unused first. What many ask for at once is made by one of them.
"""

import threading
from collections import OrderedDict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from typing import TypeVar

T = TypeVar("T")
PAST = 300  # things remembered of past days: an overview as of one day takes about a hundred


class Memory:
    """Things by key. Safe to share between threads; what makes one thing may ask for another."""

    def __init__(self) -> None:
        self._remembered: dict[object, object] = {}
        self._past: OrderedDict[object, tuple] = OrderedDict()  # each value alone in a tuple
        self._past_lock = threading.Lock()
        self._locks: dict[object, threading.RLock] = {}

    def remember(self, key: object, make: Callable[[], T]) -> T:
        """What `make` gives for `key`, made once; for a past day, made again when it has been forgotten."""
        if isinstance(key, tuple) and any(isinstance(part, date) for part in key):
            return self._remember_past(key, make)
        if key not in self._remembered:
            with self._making(key):
                if key not in self._remembered:
                    self._remembered[key] = make()
        return self._remembered[key]  # type: ignore[return-value]

    def _remember_past(self, key: tuple, make: Callable[[], T]) -> T:
        if (found := self._of_past(key)) is None:
            with self._making(key):
                if (found := self._of_past(key)) is None:
                    found = (make(),)
                    self._keep_past(key, found)
        return found[0]  # type: ignore[return-value]

    def _of_past(self, key: tuple) -> tuple | None:
        with self._past_lock:
            if key in self._past:
                self._past.move_to_end(key)
            return self._past.get(key)

    def _keep_past(self, key: tuple, made: tuple) -> None:
        with self._past_lock:
            self._past[key] = made
            if len(self._past) > PAST:
                self._past.popitem(last=False)

    @contextmanager
    def _making(self, key: object) -> Iterator[None]:
        """Let one thread make what is kept under `key`; the others that want it wait for that one."""
        with self._past_lock:
            lock = self._locks.setdefault(key, threading.RLock())
        try:
            with lock:
                yield
        finally:
            with self._past_lock:
                self._locks.pop(key, None)
