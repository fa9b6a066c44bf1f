"""Memory: what has been worked out from one datastore file, for as long as the file is served.

Readers choose regions, indicators and past days, so it could grow without end: beyond a weight in bytes what
was not used for longest is forgotten, and made again when it is asked for. A past day (a date in the key: any
reader can ask for any day) pushes nothing of today out. What many ask for at once is made by one of them.
"""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any, TypeVar

from dashboard.lru_cache import LruCache, weight_of

T = TypeVar("T")
# Bytes, not a number of things: some are a word and some the figures of 33,755 neighbourhoods. The figures
# that every page of today shares weigh 20 MB, those of one past day 8. With little more room than that, pages
# of many regions push out what the next one needs: 20 places after 20 themes took 8 s at 24 MB, 4 s at 48 MB.
TODAY = 32_000_000
PAST = 8_000_000
SMALLEST = 200  # what one entry of a cache takes beside its key and value


class Memory:
    """Things by key. Safe to share between threads; what makes one thing may ask for another."""

    def __init__(self) -> None:
        self._today: LruCache[tuple[Any]] = LruCache(weight=TODAY)
        self._past: LruCache[tuple[Any]] = LruCache(weight=PAST)
        self._locks: dict[object, threading.RLock] = {}
        self._lock = threading.Lock()

    def remember(self, key: object, make: Callable[[], T]) -> T:
        """What `make` gives for `key`; made again only when it has been forgotten."""
        dated = isinstance(key, tuple) and any(isinstance(part, date) for part in key)
        recent = self._past if dated else self._today
        if (found := recent.get(key)) is None:
            with self._making(key):
                if (found := recent.get(key)) is None:
                    found = (make(),)
                    recent.put(key, found, SMALLEST + weight_of(found) + weight_of(key))
        kept: T = found[0]
        return kept

    def clear(self) -> None:
        """Forget all; what is asked for again is made again."""
        self._today.clear()
        self._past.clear()

    @contextmanager
    def _making(self, key: object) -> Iterator[None]:
        """Let one thread make what is kept under `key`; the others that want it wait for that one."""
        with self._lock:
            lock = self._locks.setdefault(key, threading.RLock())
        try:
            with lock:
                yield
        finally:
            with self._lock:
                self._locks.pop(key, None)
