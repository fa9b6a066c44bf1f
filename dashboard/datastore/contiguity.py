"""Contiguity: which neighbourhoods touch, read from their shared corners."""

import re
from collections.abc import Iterator

from dashboard.datastore.store import Store

Corner = tuple[int, int]
_NUMBER = re.compile(r"-?\d+")
_RING = re.compile(r"M([^z]*)z")
_SHAPES = (
    "SELECT s.area_code, s.path FROM shapes AS s JOIN membership AS m ON m.area_code = s.area_code "
    "WHERE m.within = ? AND s.level = ? ORDER BY s.area_code"
)


def touching(store: Store, region: str, level: str) -> dict[str, tuple[str, ...]]:
    """For each area of `level` in `region` the others that share a corner or border with it (queen's move).

    Rests on the borders being simplified together (ingest): neighbours share the very same corners.
    """
    key = ("touching", region, level)
    return store.remember(key, lambda: _touching(store.rows(_SHAPES, [region, level])))


def _touching(shapes: list[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    at: dict[tuple[int, int], set[str]] = {}
    for code, path in shapes:
        for corner in corners(path):
            at.setdefault(corner, set()).add(code)
    found: dict[str, set[str]] = {code: set() for code, _ in shapes}
    for codes in at.values():
        if len(codes) > 1:
            for code in codes:
                found[code] |= codes
    return {code: tuple(sorted(others - {code})) for code, others in found.items()}


def corners(path: str) -> set[Corner]:
    """The corners of an SVG path of the kind that `rings` reads, whichever ring they are of."""
    return {corner for ring in rings(path) for corner in ring}


def rings(path: str) -> Iterator[list[Corner]]:
    """The corners of each ring of `path`, in their order, without the first one again at the end.

    It is an SVG path of the kind that ingest writes: "M x y l dx dy ... z", rings one by one, integers only.
    A ring that goes on with "m" begins relative to where the one before began.
    """
    for ring in _RING.findall(path):
        numbers = [int(text) for text in _NUMBER.findall(ring)]
        x = y = 0
        found = []
        for dx, dy in zip(numbers[::2], numbers[1::2], strict=True):
            x, y = x + dx, y + dy
            found.append((x, y))
        yield found
