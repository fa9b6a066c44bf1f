"""Finished files kept in memory, within a limit, for as long as they are asked for."""

import threading
from collections.abc import Callable, Hashable

from dashboard.lru_cache import LruCache

LIMIT = 6 * 1024 * 1024  # of each shelf; there are five
LARGEST = LIMIT
AT_ONCE = 2  # in one process: a spreadsheet of a large dataset takes 80 MB while it is made


class Making:
    """A file that somebody makes now, and that others wait for."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.body: bytes | None = None


class FileCache:
    """Bytes by key, the least recently asked for given up first. Safe between threads."""

    def __init__(self, limit: int = LIMIT, largest: int = LARGEST):
        self._files: LruCache[bytes] = LruCache(weight=limit, largest=largest)
        self._making: dict[Hashable, Making] = {}
        self._lock = threading.Lock()
        self._at_once = threading.BoundedSemaphore(AT_ONCE)

    @property
    def size(self) -> int:
        """How many bytes are kept."""
        return self._files.weight

    def get(self, key: Hashable, make: Callable[[], bytes]) -> bytes:
        """The bytes of `key`, made by `make` if they are not there; a file above `largest` is not kept.

        What many ask for at once is made once, for all of them; of different files AT_ONCE are made at once.
        """
        if (kept := self._files.get(key)) is not None:
            return kept
        with self._lock:
            making = self._making.setdefault(key, Making())
        try:
            with making.lock:
                if making.body is None:
                    with self._at_once:
                        making.body = make()
                    self._files.put(key, making.body, len(making.body))
                return making.body
        finally:
            with self._lock:
                self._making.pop(key, None)
