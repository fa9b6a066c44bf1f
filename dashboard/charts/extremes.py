"""Extremes: which of the grey lines is the highest and which the lowest, and which of the two is better."""

from collections import Counter
from datetime import date
from typing import NamedTuple

from dashboard.charts.chart import Chart, Line, Point

# What the highest and the lowest are called, by the way in which figures are better.
_CALLED = {
    "higher": ("highest (best)", "lowest (worst)"),
    "lower": ("highest (worst)", "lowest (best)"),
    "neither": ("highest", "lowest"),
}


class Extreme(NamedTuple):
    """A grey line, the figure by which it is highest or lowest, and what it is called for that."""

    line: Line
    point: Point
    called: str


def extremes(chart: Chart) -> list[Extreme]:
    """The highest and the lowest grey line in the newest period that at least half of them have.

    None where `chart.better` is "" (its grey lines are not ranked) or where all are written the same. Where
    others are written the same as an extreme, it says how many.
    """
    grey = [line for line in chart.lines if line.role == "context" and line.figures]
    period = _common(grey)
    if not chart.better or period is None:
        return []
    there = [(line, point) for line in grey for point in line.figures if point.period == period]
    there.sort(key=lambda pair: -pair[1].figure)
    if chart.format(there[0][1].value) == chart.format(there[-1][1].value):
        return []
    pairs = zip((there[0], there[-1]), _CALLED[chart.better], strict=True)
    return [Extreme(line, point, called + _shared(chart, there, point)) for (line, point), called in pairs]


def _shared(chart: Chart, there: list[tuple[Line, Point]], extreme: Point) -> str:
    written = chart.format(extreme.value)
    others = sum(chart.format(point.value) == written for _, point in there) - 1
    return f", with {others} more" if others else ""


def _common(lines: list[Line]) -> date | None:
    """The newest period that at least half of the lines have a figure for."""
    known = Counter(point.period for line in lines for point in line.figures)
    return max((period for period, count in known.items() if 2 * count >= len(lines)), default=None)
