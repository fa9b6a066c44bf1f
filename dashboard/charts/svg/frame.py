"""The frame of a line chart for print: where the plot lies on the page, its axes, and the room for names."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from dashboard.charts.axis import ValueAxis, named_periods, time_axis
from dashboard.charts.chart import Chart
from dashboard.charts.marks import reach
from dashboard.charts.svg.text import SIZE, Page, rule, scale, text, text_width

TOP, FOOT, AIR = 14, 16, 5
GAP = 10  # from the plot to the names of its lines


@dataclass(frozen=True)
class Frame:
    """Where the plot lies on the page and how dates and values lie in it."""

    left: float
    right: float
    top: float
    bottom: float
    x: Callable[[date], float]
    y: Callable[[float], float]


def frame_of(chart: Chart, page: Page, axis: ValueAxis, names: tuple[float, float]) -> Frame:
    """The Frame of `chart` with its value axis, beside names of the width and height `names`.

    The page grows where the names are taller than it.
    """
    left = max(text_width(word) for word in axis.words) + AIR
    newest = text_width(time_axis(chart.periods)[-1][1]) / 2
    right = page.width - max(newest, names[0] + GAP)
    page.height = max(page.height, names[1] + FOOT + TOP)
    top, bottom = TOP if chart.marks else SIZE, page.height - FOOT
    first, last = (day.toordinal() for day in reach(chart))
    across = scale(first, last, left + AIR, right - 2) if last > first else lambda _: (left + right) / 2
    down = scale(axis.ticks[0], axis.ticks[-1], bottom, top)
    return Frame(left, right, top, bottom, lambda day: across(day.toordinal()), down)


def value_axis_svg(page: Page, frame: Frame, axis: ValueAxis) -> str:
    """The value axis: a rule and a word for each tick."""
    parts = []
    for tick, word in zip(axis.ticks, axis.words, strict=True):
        at = frame.y(tick)
        colour = page.paint("--line-strong" if tick == 0 else "--line")
        parts.append(rule(frame.left, at, frame.right, at, colour))
        parts.append(text(frame.left - AIR, at + SIZE * 0.33, word, page.paint("--ink-soft"), anchor="end"))
    return "".join(parts)


def time_axis_svg(chart: Chart, page: Page, frame: Frame) -> str:
    """The axis with as many periods named as there is room for, evenly apart, the last always among them."""
    colour, soft = page.paint("--line-strong"), page.paint("--ink-soft")
    parts = [rule(frame.left, frame.bottom, frame.right, frame.bottom, colour, 0.75)]
    labels = time_axis(chart.periods)
    days = [period for period, _ in labels]
    a_point = (days[-1] - days[0]).days / (frame.x(days[-1]) - frame.x(days[0]) or 1)
    widest = max(text_width(label) for _, label in labels) + AIR
    for place in named_periods(days, widest * a_point):
        period, label = labels[place]
        at = frame.x(period)
        parts.append(rule(at, frame.bottom, at, frame.bottom + 3, colour, 0.75))
        if at >= text_width(label) / 2:
            parts.append(text(at, frame.bottom + 3 + SIZE, label, soft, anchor="middle"))
    return "".join(parts)
