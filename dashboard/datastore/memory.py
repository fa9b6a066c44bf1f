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

from dashboard.runtime.lru_cache import LruCache, entry_weight
from dashboard.runtime.query_priority import QUERY_PRIORITY

T = TypeVar("T")
# Bytes, not a number of things: some are a word and some the figures of 33,755 neighbourhoods. The figures
# that every page of today shares weigh 20 MB, those of one past day up to 9. With little more room than that,
# pages of many regions push out what the next one needs: 20 places after 20 themes took 8 s at 24 MB, 4 s at
# 48 MB. With less than a past day weighs, every page of it reads everything again: 4.7 s in place of 0.5.
TODAY_WEIGHT = 32_000_000
PAST_WEIGHT = 12_000_000
# What a file that is served no longer may keep, for whoever still reads it.
LEAVING_WEIGHT = 4_000_000


class Memory:
    """Things by key. Safe to share between threads; what makes one thing may ask for another."""

    def __init__(self) -> None:
        self._today: LruCache[tuple[Any]] = LruCache(weight=TODAY_WEIGHT)
        self._past: LruCache[tuple[Any]] = LruCache(weight=PAST_WEIGHT)
        self._makings: dict[object, _Making] = {}
        self._lock = threading.Lock()

    def remember(self, key: object, make: Callable[[], T]) -> T:
        """What `make` gives for `key`; made again only when it has been forgotten."""
        dated = isinstance(key, tuple) and any(isinstance(part, date) for part in key)
        recent = self._past if dated else self._today
        if (found := recent.get(key)) is None:
            with self._making(key):
                if (found := recent.get(key)) is None:
                    found = (make(),)
                    recent.put(key, found, entry_weight(key, found))
        kept: T = found[0]
        return kept

    def shrink(self) -> None:
        """Forget all, and keep little from here on: the file is served no longer."""
        self._today = LruCache(weight=LEAVING_WEIGHT)
        self._past = LruCache(weight=LEAVING_WEIGHT)

    @contextmanager
    def _making(self, key: object) -> Iterator[None]:
        """Let one thread make what is kept under `key`; the others that want it wait for that one, but no
        quick request for costly work, which gives way to it."""
        with self._lock:
            making = self._makings.setdefault(key, _Making())
        if making.costly and not QUERY_PRIORITY.costly_here:
            yield
            return
        try:
            with making.lock:
                making.costly = QUERY_PRIORITY.costly_here
                yield
        finally:
            with self._lock:
                self._makings.pop(key, None)


class _Making:
    """Something that one thread makes now, and whether that thread does costly work."""

    def __init__(self) -> None:
        self.lock = threading.RLock()
        self.costly = False
