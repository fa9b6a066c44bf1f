"""The outline of areas that touch, from theirs.

Ingest simplifies all districts together, so two that touch have the very same corners along their common
border: what is drawn twice lies inside, what is drawn once is the outline of both (filled by the
even-odd rule).
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise

from dashboard.datastore.contiguity import Corner, rings


def merge_outlines(paths: Iterable[str]) -> str:
    """One SVG path (of the kind that ingest writes: integers, "M x y l dx dy ... z") around all `paths`."""
    times = Counter(edge for path in paths for ring in rings(path) for edge in _edges(ring))
    borders: dict[Corner, list[Corner]] = {}
    for a, b in sorted(edge for edge, number in times.items() if number % 2):
        borders.setdefault(a, []).append(b)
        borders.setdefault(b, []).append(a)
    return "".join(map(_path, _chained(borders)))


def _edges(ring: list[Corner]) -> Iterator[tuple[Corner, Corner]]:
    """Its edges, each written the same whichever way a ring goes along it."""
    for a, b in zip(ring, [*ring[1:], ring[0]], strict=True):
        if a != b:
            yield min(a, b), max(a, b)


def _chained(borders: dict[Corner, list[Corner]]) -> Iterator[list[Corner]]:
    """Rings that use up `borders` (corner -> where its edges lead); an even number meets at every corner."""
    while borders:
        start = here = min(borders)
        ring: list[Corner] = []
        while here != start or not ring:
            ring.append(here)
            ahead = borders[here].pop()
            borders[ahead].remove(here)
            for corner in (here, ahead):
                if not borders[corner]:
                    del borders[corner]
            here = ahead
        yield ring


def _path(ring: list[Corner]) -> str:
    steps = [(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(ring)]
    numbers = " ".join(f"{x} {y}" for x, y in steps).replace(" -", "-")
    return f"M{ring[0][0]} {ring[0][1]}l{numbers}z".replace(" -", "-")
