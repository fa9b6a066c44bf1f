"""Ends: what is written beside the end of each line and where it goes, the same in every format."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dashboard.charts.axis import time_axis
from dashboard.charts.chart import RULED, Chart, Line, Point
from dashboard.charts.extremes import extremes


@dataclass(frozen=True)
class End:
    """The words at the end of `line`, which belong to its figure `point`: a name, and what it comes to.

    `called` says what a grey line is named for: "highest (worst)". `until` is how far something is drawn from
    the figure on at its height: a projection that stays there, else only the figure itself.
    """

    line: Line
    point: Point
    name: str
    value: str
    until: date
    called: str = ""


def ends(chart: Chart) -> list[End]:
    """The ends of the lines that have a name of their own and of the extreme grey ones, highest first.

    A line that ends before the chart does says when that was.
    """
    named = [(line, line.figures[-1], "") for line in chart.lines if line.role != "context" and line.figures]
    found = [
        End(line, point, line.name, _value(chart, line, point), _until(chart, line, point), called)
        for line, point, called in (*named, *extremes(chart))
    ]
    return sorted(found, key=lambda end: -end.point.figure)


def _until(chart: Chart, line: Line, point: Point) -> date:
    paths = [other.figures for other in chart.lines if other.role == "path" and line.role == "focus"]
    level = [
        path[-1].period
        for path in paths
        if path
        and path[0].period == point.period
        and chart.format(path[-1].value) == chart.format(point.value)
    ]
    return max(level, default=point.period)


def _value(chart: Chart, line: Line, point: Point) -> str:
    if line.end:
        return line.end
    written = chart.format(point.value)
    labels = dict(time_axis(chart.periods))
    early = point.period < max(labels) and line.role not in RULED
    return f"{written} ({labels[point.period]})" if early else written


def spread(places: Sequence[float], heights: Sequence[float], top: float, bottom: float) -> list[float]:
    """`places` (centres, in order from the top) moved apart so that boxes of `heights` do not overlap.

    Each stays as near to its place as the others let it (least squares, by pooling neighbours that would
    overlap), in its order, between `top` and `bottom`; what cannot fit goes on below.
    """
    before = [sum(heights[:at]) + height / 2 for at, height in enumerate(heights)]
    pools: list[tuple[float, int]] = []  # (the mean of what its members ask for, how many they are)
    for place, offset in zip(places, before, strict=True):
        mean, count = place - offset, 1
        while pools and pools[-1][0] > mean:
            above, many = pools.pop()
            mean, count = (above * many + mean * count) / (many + count), many + count
        pools.append((mean, count))
    wanted = [mean for mean, count in pools for _ in range(count)]
    lowest = bottom - sum(heights)
    return [max(min(want, lowest), top) + offset for want, offset in zip(wanted, before, strict=True)]
