"""Finished files kept in memory, within a limit, for as long as they are asked for."""

from collections.abc import Callable, Hashable

from dashboard.lru_cache import LruCache

LIMIT = 12 * 1024 * 1024
LARGEST = LIMIT // 2


class FileCache:
    """Bytes by key, the least recently asked for given up first. Safe between threads."""

    def __init__(self, limit: int = LIMIT, largest: int = LARGEST):
        self._files: LruCache[bytes] = LruCache(weight=limit, largest=largest)

    @property
    def size(self) -> int:
        """How many bytes are kept."""
        return self._files.weight

    def get(self, key: Hashable, make: Callable[[], bytes]) -> bytes:
        """The bytes of `key`, made by `make` if they are not there; a file above `largest` is not kept."""
        body = self._files.get(key)
        if body is None:
            body = make()
            self._files.put(key, body, len(body))
        return body
