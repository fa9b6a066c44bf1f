"""Where the names of a map's areas stand: on their area, or beside the map with a line to it."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import product
from typing import Any, NamedTuple

from dashboard.charts.line_ends import spread
from dashboard.charts.svg.text import text_width

Area = Sequence[Any]  # [code, name, path, cx, cy, width]

_BOLD = 1.05  # beside the letters that `text_width` knows
_STEPS = (0, 0.6, -0.6, 1.2, -1.2)  # of the size of the letters, nearest first
_OVER, _OVER_FEW, _OVER_ALWAYS = 1.2, 1.45, 2.0  # how much wider than its area a name may be: of many and of
# few areas, and of those that are named in any case among many: a name beside makes the map smaller
_SAMPLES = 60  # points of a line
_SPACE = 0.6  # in sizes: twice what lies between two names in a line
_APART, _AWAY = 1.3, 1.2  # in sizes: from one name beside the map to the next, and from the map to them
_LONG = 9.8  # in sizes: a name beside the map that is longer stands in two lines


class Label(NamedTuple):
    """The `lines` of a name round the point `x`, `y`, `wide` at most; `to` is the point on its area where a
    name beside the map has its line to."""

    lines: tuple[str, ...]
    x: float
    y: float
    wide: float
    to: tuple[float, float] | None = None

    def first(self, size: float) -> float:
        """Where the first line stands."""
        return self.y + size * (0.35 - (len(self.lines) - 1) / 2)

    def box(self, size: float) -> tuple[float, float, float, float]:
        """Left, top, right and bottom."""
        high = len(self.lines) * size / 2
        return self.x - self.wide / 2, self.y - high, self.x + self.wide / 2, self.y + high


def placed(
    areas: Sequence[Area],
    size: float,
    box: Sequence[float] = (),
    every: bool = True,
    always: Collection[str] = (),
) -> list[Label]:
    """A label for each of `areas` in letters of `size`, on its area where that has room.

    The narrowest area comes first; others move as little as leaves all to be read. Where `every` name is
    wanted, those without room stand beside the map, whose `box` is left, top, width and height; else those
    whose codes are in `always`, which come before all others.
    """
    first = () if every else always
    found = _on_areas(areas, size, box, _OVER_FEW if every else _OVER, first)
    wanted = [area for area in areas if every or area[0] in always] if box else []
    while True:  # a name that a line would cross stands beside the map too, or nowhere
        beside = list(_beside([area for area in wanted if area[0] not in found], size, box))
        crossed = [key for key, label in found.items() if any(_crosses(o, label, size) for o in beside)]
        if not crossed:
            return [*found.values(), *beside]
        del found[crossed[-1]]


def _on_areas(
    areas: Sequence[Area], size: float, box: Sequence[float], over: float, always: Collection[str]
) -> dict[str, Label]:
    """Labels by code, of the areas that have room for theirs."""
    left, _, wide, _ = box or (float("-inf"), 0, float("inf"), 0)
    found: dict[str, Label] = {}
    for area in sorted(areas, key=lambda area: (area[0] not in always, area[5], area[0])):
        most = _OVER_ALWAYS if area[0] in always else over
        near = (label for label in _on(area, size, most) if _inside(label, left, left + wide))
        free = (label for label in near if not any(_meets(label, o, size) for o in found.values()))
        if label := next(free, None):
            found[area[0]] = label
    return found


def reach(labels: Iterable[Label], size: float, box: Sequence[float]) -> list[float]:
    """The box of a map with the names beside it."""
    left, top, wide, high = box
    ends = [(label.x - label.wide / 2, label.x + label.wide / 2) for label in labels if label.to]
    start = min([left, *(end[0] - size / 2 for end in ends)])
    stop = max([left + wide, *(end[1] + size / 2 for end in ends)])
    return [start, top, stop - start, high]


def overlap(one: Label, other: Label, size: float) -> bool:
    """Whether two labels stand over each other."""
    a, b = one.box(size), other.box(size)
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def _meets(one: Label, other: Label, size: float) -> bool:
    """Whether two labels are too near to be read as two names."""
    return overlap(one._replace(wide=one.wide + _SPACE * size), other, size)


def _crosses(beside: Label, label: Label, size: float) -> bool:
    """Whether the line of a name beside the map runs under a `label` on it."""
    (x, y), (left, top, right, bottom) = beside.to or (0.0, 0.0), label.box(size)
    points = (
        (x + (beside.x - x) * at / _SAMPLES, y + (beside.y - y) * at / _SAMPLES) for at in range(_SAMPLES)
    )
    return any(left < px < right and top < py < bottom for px, py in points)


def _beside(areas: Sequence[Area], size: float, box: Sequence[float]) -> Iterator[Label]:
    """Names left and right of the map, each on the nearer side, in the order of their areas: lines to them
    do not cross."""
    if not areas:
        return
    left, top, wide, high = box
    middle = left + wide / 2
    for side in (-1, 1):
        own = sorted((area for area in areas if (area[3] >= middle) == (side > 0)), key=lambda area: area[4])
        names = [_folded(area[1], size) for area in own]
        heights = [(len(lines) - 1 + _APART) * size for lines in names]
        places = spread([area[4] for area in own], heights, top, top + high)
        edge = left + wide + _AWAY * size if side > 0 else left - _AWAY * size
        for area, lines, y in zip(own, names, places, strict=True):
            long = _wide(lines, size)
            yield Label(lines, edge + side * long / 2, y, long, (area[3], area[4]))


def _folded(name: str, size: float) -> tuple[str, ...]:
    """A name beside the map: a long one in two lines, since what it takes makes the map smaller."""
    words = name.split(" ")
    if len(words) < 2 or _wide((name,), size) <= _LONG * size:
        return (name,)
    ways = ((" ".join(words[:at]), " ".join(words[at:])) for at in range(1, len(words)))
    return min(ways, key=lambda lines: _wide(lines, size))


def _inside(label: Label, left: float, right: float) -> bool:
    return left <= label.x - label.wide / 2 and label.x + label.wide / 2 <= right


def _on(area: Area, size: float, over: float) -> Iterator[Label]:
    """The places where a name stands on its own area and hardly beyond it, best first: in one line where its
    area is as wide, else in several."""
    name, x, y, wide = area[1], area[3], area[4], area[5]
    whole, broken = (name,), tuple(part for part in re.split(r" |(?<=-)", name) if part)
    ways = (whole, broken) if _wide(whole, size) <= wide else (broken, whole)
    for down, lines in product(_STEPS, dict.fromkeys(ways)):
        label = Label(lines, x, y + down * size, _wide(lines, size))
        if label.wide <= over * wide:
            yield label


def _wide(lines: Sequence[str], size: float) -> float:
    return max(text_width(line, size) for line in lines) * _BOLD
