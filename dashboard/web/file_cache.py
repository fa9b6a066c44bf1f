"""Finished files kept in memory, within a limit, for as long as they are asked for."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable

LIMIT = 24 * 1024 * 1024
LARGEST = LIMIT // 4


class FileCache:
    """Bytes by key, the least recently asked for given up first. Safe between threads."""

    def __init__(self, limit: int = LIMIT, largest: int = LARGEST):
        self._limit, self._largest = limit, largest
        self._kept: OrderedDict[Hashable, bytes] = OrderedDict()
        self._lock = threading.Lock()
        self.size = 0

    def get(self, key: Hashable, make: Callable[[], bytes]) -> bytes:
        """The bytes of `key`, made by `make` if they are not there; a file above `largest` is not kept."""
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]
        body = make()
        if len(body) <= self._largest:
            self._keep(key, body)
        return body

    def _keep(self, key: Hashable, body: bytes) -> None:
        with self._lock:
            self.size += len(body) - len(self._kept.pop(key, b""))
            self._kept[key] = body
            while self.size > self._limit:
                self.size -= len(self._kept.popitem(last=False)[1])
