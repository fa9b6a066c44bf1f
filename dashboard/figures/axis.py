"""Axes: round ticks that a reader can read and the range they span, and what periods are called on them."""

import math
import re
from collections.abc import Iterable
from datetime import date

from dashboard.figures.chart import Format

ABOUT = 5  # steps from one end to the other
_DAY = re.compile(r"(\d{1,2} [A-Z][a-z]{2}) (\d{4})")


def value_axis(values: Iterable[float], write: Format, zero: bool = False) -> tuple[list[float], list[str]]:
    """Ticks at round values that enclose `values` (at least one), and their words without a trailing unit."""
    low, high = _span(list(values), zero)
    step = _step((high - low) / ABOUT)
    first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
    # Python's rounding of a product such as 3 * 0.1 would show; twelve digits hide it.
    ticks = [round(number * step, 12) for number in range(first, last + 1)]
    return ticks, _words(ticks, write, step)


def time_axis(periods: list[tuple[date, str]]) -> list[tuple[date, str]]:
    """`periods` with what to call them on an axis: the year alone of a day that is the same every year.

    The day itself stands in the subtitle of the chart.
    """
    days = [_DAY.fullmatch(label) for _, label in periods]
    if not all(days) or len({day[1] for day in days}) != 1:
        return periods
    return [(period, day[2]) for (period, _), day in zip(periods, days, strict=True)]


def _span(values: list[float], zero: bool) -> tuple[float, float]:
    low, high = min(values), max(values)
    if zero:
        low, high = min(low, 0.0), max(high, 0.0)
    if low == high:
        margin = abs(low) * 0.1 or 1.0
        low, high = (low if low == 0 else max(low - margin, 0.0) if low > 0 else low - margin), high + margin
    return low, high


def _step(rough: float) -> float:
    size = 10 ** math.floor(math.log10(rough))
    return next(size * times for times in (1, 2, 2.5, 5, 10) if size * times >= rough * 0.999)


def _words(ticks: list[float], write: Format, step: float) -> list[str]:
    """The format's own words; without decimals that are all zero, and finer where the step is finer."""
    words = [re.sub(r" [a-z ]+$", "", write(tick)) for tick in ticks]
    if len(set(words)) < len(words):
        decimals = max(0, -math.floor(math.log10(step))) + (
            0 if step * 10 ** -math.floor(math.log10(step)) != 2.5 else 1
        )
        return [
            re.sub(r"[\d,]+(\.\d+)?", f"{abs(tick):,.{decimals}f}", word)
            for tick, word in zip(ticks, words, strict=True)
        ]
    whole = [re.sub(r"\.0+(?=\D*$)", "", word) for word in words]
    return whole if all("." not in word for word in whole) else words
