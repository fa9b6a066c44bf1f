"""Where the names of a map's areas stand: on their area, none over another."""

import re
from collections.abc import Iterator, Sequence
from itertools import product
from typing import Any, NamedTuple

from dashboard.charts.svg.text import text_width

_BOLD = 1.05  # beside the letters that `text_width` knows
_STEPS = (0, 0.6, -0.6, 1.2, -1.2, 1.8, -1.8, 2.4, -2.4)  # of the size of the letters, nearest first


class Label(NamedTuple):
    """The `lines` of a name round the point `x`, `y`, `wide` at most."""

    lines: tuple[str, ...]
    x: float
    y: float
    wide: float

    def first(self, size: float) -> float:
        """Where the first line stands."""
        return self.y + size * (0.35 - (len(self.lines) - 1) / 2)

    def box(self, size: float) -> tuple[float, float, float, float]:
        """Left, top, right and bottom."""
        high = len(self.lines) * size / 2
        return self.x - self.wide / 2, self.y - high, self.x + self.wide / 2, self.y + high


def placed(areas: Sequence[Sequence[Any]], size: float, every: bool = True) -> list[Label]:
    """A label for each of `areas` ([code, name, path, cx, cy, width]) in letters of `size`.

    The narrowest area comes first and keeps its place; others move as little as leaves both to be read. Where
    nothing is free a label stays over another where `every` name is wanted; else it is left out.
    """
    found: list[Label] = []
    for area in sorted(areas, key=lambda area: (area[5], area[0])):
        tried = list(_tried(area, size) if every else _on(area, size))
        free = (label for label in tried if not any(overlap(label, other, size) for other in found))
        found += [next(free, tried[0])] if every else list(free)[:1]
    return found


def _on(area: Sequence[Any], size: float) -> Iterator[Label]:
    """The places where a name stands on its own area and hardly beyond it."""
    x, y, wide = area[3], area[4], area[5]
    near = (label for label in _tried(area, size) if label.x == x and abs(label.y - y) <= size)
    return (label for label in near if label.wide <= 1.2 * wide)


def overlap(one: Label, other: Label, size: float) -> bool:
    """Whether two labels stand over each other."""
    a, b = one.box(size), other.box(size)
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def _tried(area: Sequence[Any], size: float) -> Iterator[Label]:
    """The places that a name may take, best first: in one line where its area is as wide, else in several."""
    name, x, y, wide = area[1], area[3], area[4], area[5]
    whole, broken = (name,), tuple(part for part in re.split(r" |(?<=-)", name) if part)
    ways = (whole, broken) if _wide(whole, size) <= wide else (broken, whole)
    for (down, lines), across in product(product(_STEPS, dict.fromkeys(ways)), (0, 1, -1)):
        yield Label(lines, x + across * wide / 6, y + down * size, _wide(lines, size))


def _wide(lines: Sequence[str], size: float) -> float:
    return max(text_width(line, size) for line in lines) * _BOLD
