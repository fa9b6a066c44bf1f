"""Finished files kept in memory, within a limit, for as long as they are asked for."""

import threading
from collections.abc import Callable, Hashable

from dashboard.runtime.lru_cache import LruCache, entry_weight

LIMIT = 6 * 1024 * 1024  # of each shelf; there are five
LARGEST = LIMIT
AT_ONCE = 2  # in one process, of what is quick to make and of spreadsheets: 45 MB each, while they are made


class ClientDisconnected(Exception):
    """Nobody waits any more at the connection for which a file is made: no fault of the file, so whoever else
    waits for it makes it."""


class Making:
    """A file that somebody makes now, and that others wait for."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.askers = 0
        self.body: bytes | None = None
        self.error: Exception | None = None


class FileCache:
    """Bytes by key, the least recently asked for given up first. Safe between threads."""

    def __init__(self, limit: int = LIMIT, largest: int = LARGEST):
        self._files: LruCache[bytes] = LruCache(weight=limit, largest=largest)
        self._making: dict[Hashable, Making] = {}
        self._lock = threading.Lock()
        self._at_once = {slow: threading.BoundedSemaphore(AT_ONCE) for slow in (False, True)}

    @property
    def size(self) -> int:
        """How many bytes are kept, with their keys."""
        return self._files.weight

    def get(self, key: Hashable, make: Callable[[], bytes], *, slow: bool = False) -> bytes:
        """The bytes of `key`, made by `make` if they are not there; a file above `largest` is not kept.

        What many ask for at once is made once, for all of them, and fails once; where `make` raises
        ClientDisconnected, the next of them makes it. Of different files AT_ONCE are made at once, and
        AT_ONCE that are `slow` to make, for which the others do not wait.
        """
        if (kept := self._files.get(key)) is not None:
            return kept
        with self._lock:
            making = self._making.setdefault(key, Making())
            making.askers += 1
        try:
            with making.lock:
                if making.error is not None:
                    raise making.error
                if making.body is None:
                    try:
                        with self._at_once[slow]:
                            making.body = make()
                    except ClientDisconnected:
                        raise
                    except Exception as error:
                        making.error = error
                        raise
                    self._files.put(key, making.body, entry_weight(key, making.body))
                return making.body
        finally:
            with self._lock:
                making.askers -= 1
                ended = making.body is not None or making.error is not None or not making.askers
                if ended and self._making.get(key) is making:
                    del self._making[key]
