"""Axes: ticks that say exactly what they stand for and the range they span, and which periods are named.

One rule for every format: a step that the chart's own figures can be written in, so no tick is rounded.
"""

import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import pairwise

from dashboard.charts.chart import Format

HAIR = 0.008  # of the axis: half a line's width
ABOUT = 5  # steps from one end to the other
_STEPS = tuple(Decimal(step) for step in ("1", "2", "2.5", "5", "10"))
_DAY = re.compile(r"(\d{1,2} [A-Z][a-z]{2}) (\d{4})")
_TWELVE = re.compile(r"([A-Z][a-z]{2}) \d{4} (to [A-Z][a-z]{2} \d{4})")
_NUMBER = re.compile(r"\d[\d,]*(?:\.(\d+))?")
# By how many periods two named ones may differ, by the months that a period takes: in the end whole years.
_APART = {1: (1, 2, 3, 6, 12, 24, 60), 3: (1, 2, 4, 8, 20), 6: (1, 2, 4, 10, 20)}
_YEARS = (1, 2, 3, 4, 5, 6, 8, 10, 15, 20, 25, 50)


@dataclass(frozen=True)
class ValueAxis:
    """Ticks from low to high in the chart's unit, their words without a trailing unit, their decimals."""

    ticks: list[float]
    words: list[str]
    decimals: int

    def reach(self, values: Iterable[float]) -> tuple[float, float]:
        """From the first to the last tick, and a hair beyond one that a value lies on: a line there is drawn
        whole, where the edge of the plot would cut it in two."""
        hair = (self.ticks[-1] - self.ticks[0]) * HAIR
        low, high = min(values), max(values)
        return (
            self.ticks[0] - hair * (low < self.ticks[0] + hair),
            self.ticks[-1] + hair * (high > self.ticks[-1] - hair),
        )

    @property
    def step(self) -> float:
        """From one tick to the next."""
        return self.ticks[1] - self.ticks[0]


def value_axis(values: Iterable[float], write: Format, zero: bool = False) -> ValueAxis:
    """The axis that encloses `values` (at least one), whose figures `write` writes; `zero` is always on it.

    Each tick's words are its value, with as many decimals as the step needs; never more than the figures.
    """
    low, high = _span(list(values), zero)
    step = _step((high - low) / ABOUT, Decimal(1).scaleb(-_decimals(write)))
    first = math.floor(low / float(step) + 1e-9)
    last = max(math.ceil(high / float(step) - 1e-9), first + 1)
    ticks = [number * step for number in range(first, last + 1)]
    decimals = max(0, -int(step.normalize().as_tuple().exponent))
    return ValueAxis(
        [float(tick) for tick in ticks], [_words(tick, write, decimals) for tick in ticks], decimals
    )


def time_axis(periods: list[tuple[date, str]]) -> list[tuple[date, str]]:
    """`periods` with what to call them on an axis: the year of a day that is the same every year, and of
    twelve months that begin in the same one the end.

    What is left out stands in the subtitle of the chart.
    """
    for pattern in (_DAY, _TWELVE):
        found = [each for _, label in periods if (each := pattern.fullmatch(label))]
        if len(found) == len(periods) and len({each[1] for each in found}) == 1:
            return [(period, each[2]) for (period, _), each in zip(periods, found, strict=True)]
    return periods


def steps_apart(periods: Sequence[date]) -> tuple[int, ...]:
    """By how many periods two named ones may differ, finest first: months in twos, threes, sixes, years."""
    gaps = sorted((later - earlier).days for earlier, later in pairwise(periods))
    months = round(gaps[len(gaps) // 2] / 30.4) if gaps else 12
    return _APART.get(months, _YEARS)


def named_periods(periods: Sequence[date], room: float) -> list[int]:
    """The places of the periods to name where a name takes `room` days: evenly apart, the newest last."""
    for step in steps_apart(periods):
        kept = list(range(len(periods) - 1, -1, -step))
        if all((periods[late] - periods[early]).days >= room for late, early in pairwise(kept)):
            return kept[::-1]
    return [len(periods) - 1]


def _span(values: list[float], zero: bool) -> tuple[float, float]:
    low, high = min(values), max(values)
    if zero:
        low, high = min(low, 0.0), max(high, 0.0)
    if low == high:
        margin = abs(low) * 0.1 or 1.0
        low, high = (low if low == 0 else max(low - margin, 0.0) if low > 0 else low - margin), high + margin
    return low, high


def _step(rough: float, finest: Decimal) -> Decimal:
    """The smallest round step of at least about `rough` that is a whole number of `finest`."""
    size = Decimal(1).scaleb(math.floor(math.log10(rough)))
    steps = (size * times for times in _STEPS)
    return next((step for step in steps if step >= rough * 0.999 and step % finest == 0), finest)


def _decimals(write: Format) -> int:
    return len(_number(write(1000.0))[1] or "")


def _number(written: str) -> re.Match[str]:
    """The figure in what a format wrote. Raises ValueError where it wrote none."""
    if found := _NUMBER.search(written):
        return found
    raise ValueError(f"a format wrote {written!r} for a number")


def _words(tick: Decimal, write: Format, decimals: int) -> str:
    """The tick between the signs that the format puts round such a number."""
    sign = (tick > 0) - (tick < 0)
    example = write(sign * 1000.0)
    number = _number(example)
    before, after = example[: number.start()], example[number.end() :]
    before = before if sign else before.strip("+")
    return f"{before}{abs(tick):,.{decimals}f}{re.sub(r'^ [a-z ]+$', '', after)}"
