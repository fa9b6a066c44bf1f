"""The frame of a line chart for print: where the plot lies on the page, its axes, and the room for names."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from dashboard.figures.axis import time_axis
from dashboard.figures.chart import Chart, Line
from dashboard.figures.print_text import SIZE, Page, folded, rule, scale, text, text_width

TOP, FOOT, AIR = 14, 16, 5


@dataclass(frozen=True)
class Frame:
    """Where the plot lies on the page and how dates and values lie in it."""

    left: float
    right: float
    top: float
    bottom: float
    x: Callable[[date], float]
    y: Callable[[float], float]


def frame_of(chart: Chart, page: Page, ticks: list[float], words: list[str], ends: list[Line]) -> Frame:
    """The Frame of `chart` with the ticks and words of its value axis, and room for the names of `ends`."""
    left = max(text_width(word) for word in words) + AIR
    labels = [word for end in ends for word in (*name_of(chart, end, page), said(chart, end))]
    right = page.width - max((text_width(word) for word in labels), default=0) - 2 * AIR
    top, bottom = TOP if chart.marks else SIZE, page.height - FOOT
    first, last = chart.periods[0][0].toordinal(), chart.periods[-1][0].toordinal()
    across = scale(first, last, left + AIR, right - 2) if last > first else lambda _: (left + right) / 2
    down = scale(ticks[0], ticks[-1], bottom, top)
    return Frame(left, right, top, bottom, lambda day: across(day.toordinal()), down)


def said(chart: Chart, line: Line) -> str:
    """What stands under a line's name: its last figure."""
    return line.end or chart.format(line.figures[-1].value)


def name_of(chart: Chart, line: Line, page: Page) -> list[str]:
    """The name of a line in short lines; a projection's is how often its range holds, which is shorter."""
    bands = [band.name for band in chart.bands if band.kind == "projection" and line.role == "path"]
    return folded(bands[0] if bands else line.name, page.width * 0.27)


def value_axis_svg(page: Page, frame: Frame, ticks: list[float], words: list[str]) -> str:
    """The value axis: a rule and a word for each tick."""
    parts = []
    for tick, word in zip(ticks, words, strict=True):
        at = frame.y(tick)
        colour = page.paint("--line-strong" if tick == 0 else "--line")
        parts.append(rule(frame.left, at, frame.right, at, colour))
        parts.append(text(frame.left - AIR, at + SIZE * 0.33, word, page.paint("--ink-soft"), anchor="end"))
    return "".join(parts)


def time_axis_svg(chart: Chart, page: Page, frame: Frame) -> str:
    """The axis with as many periods named as there is room for, the last always among them."""
    colour, soft = page.paint("--line-strong"), page.paint("--ink-soft")
    parts = [rule(frame.left, frame.bottom, frame.right, frame.bottom, colour, 0.75)]
    taken = page.width + AIR
    for period, label in reversed(time_axis(chart.periods)):
        half = text_width(label) / 2
        at = min(max(frame.x(period), half), page.width - half)
        if at + half + AIR <= taken:
            parts.append(rule(frame.x(period), frame.bottom, frame.x(period), frame.bottom + 3, colour, 0.75))
            parts.append(text(at, frame.bottom + 3 + SIZE, label, soft, anchor="middle"))
            taken = at - half
    return "".join(parts)
