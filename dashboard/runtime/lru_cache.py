"""An LRU cache bounded by number and weight of its entries. Every cache of the product is one."""

import sys
import threading
from array import array
from collections import OrderedDict
from collections.abc import Hashable
from dataclasses import is_dataclass
from datetime import date
from math import inf
from typing import Any, Generic, TypeVar

V = TypeVar("V")
ENTRY = 200  # bytes that a cache takes for one entry beside its key and value
_CONTAINERS = (tuple, list, set, frozenset)
_PLAIN = (str, bytes, bytearray, int, float, date, array)


def weight_of(value: Any) -> int:
    """About how many bytes `value` keeps: its containers and objects with all that is in them, each once.

    What has `bytes_held` says it itself: 0 for what is kept elsewhere anyway. Classes, functions and modules
    are everybody's and weigh nothing.
    """
    seen: set[int] = set()
    waiting, total = [value], 0
    while waiting:
        each = waiting.pop()
        if each is None or id(each) in seen:
            continue
        if type(each) in _PLAIN:  # nine in ten of all
            seen.add(id(each))
            total += sys.getsizeof(each)
            continue
        if isinstance(each, type) or callable(each):
            continue
        seen.add(id(each))
        if (own := getattr(each, "bytes_held", None)) is not None:
            total += own
            continue
        total += sys.getsizeof(each)
        waiting.extend(_inside(each))
    return total


def entry_weight(key: Hashable, value: Any) -> int:
    """About how many bytes a cache takes to keep `value` under `key`: never 0, however little they hold."""
    return ENTRY + weight_of(key) + weight_of(value)


def _inside(value: Any) -> list[Any]:
    """What `value` holds, where it can be told cheaply."""
    if isinstance(value, _PLAIN):
        return []
    if isinstance(value, dict):
        return [*value.keys(), *value.values()]
    if isinstance(value, _CONTAINERS):
        return list(value)
    held = getattr(value, "__dict__", None)
    if held is not None:
        return [held]
    slots = getattr(type(value), "__slots__", ()) if is_dataclass(value) else ()
    return [getattr(value, name, None) for name in slots]


class LruCache(Generic[V]):
    """Values by key, the least recently used given up first. Safe between threads.

    At most `count` of them, which weigh at most `weight` together (bytes, for whoever weighs by bytes). One
    heavier than `largest` is not kept at all.
    """

    def __init__(self, *, count: float = inf, weight: float = inf, largest: float = inf):
        self._count, self._most, self._largest = count, weight, largest
        self._kept: OrderedDict[Hashable, tuple[V, int]] = OrderedDict()
        self._lock = threading.Lock()
        self.weight = 0

    def __len__(self) -> int:
        return len(self._kept)

    def get(self, key: Hashable) -> V | None:
        """What is kept under `key`, which is now the one used last; None where nothing is."""
        with self._lock:
            if key not in self._kept:
                return None
            self._kept.move_to_end(key)
            return self._kept[key][0]

    def put(self, key: Hashable, value: V, weight: int = 0) -> None:
        """Keep `value` under `key`, in place of what was there."""
        if weight > self._largest:
            return
        with self._lock:
            self.weight += weight - self._weight_of(self._kept.pop(key, None))
            self._kept[key] = (value, weight)
            while len(self._kept) > self._count or self.weight > self._most:
                self.weight -= self._weight_of(self._kept.popitem(last=False)[1])

    def items(self) -> list[tuple[Any, V]]:
        """What is kept, by key; nothing counts as used by this."""
        with self._lock:
            return [(key, value) for key, (value, _) in self._kept.items()]

    def clear(self) -> None:
        """Give up all that is kept."""
        with self._lock:
            self._kept.clear()
            self.weight = 0

    @staticmethod
    def _weight_of(kept: tuple[V, int] | None) -> int:
        return kept[1] if kept else 0
