"""A line chart for print: axes, bands, lines, and the names of the lines at their ends."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from dashboard.figures.axis import time_axis, value_axis
from dashboard.figures.chart import ROLES, Chart, Line, Point, extent, segments
from dashboard.figures.looks import BANDS, Look, looks
from dashboard.figures.print_text import LINE, SIZE, Page, folded, rule, scale, spread, text, text_width

TOP, FOOT, AIR = 14, 16, 5
_DASHES = {"dash": "4 2.5", "dot": "1.5 2"}
MANY = 26  # points of a line: from here on markers would touch


@dataclass(frozen=True)
class _Frame:
    """Where the plot lies on the page and how dates and values lie in it."""

    left: float
    right: float
    top: float
    bottom: float
    x: Callable[[date], float]
    y: Callable[[float], float]


def lines_body(chart: Chart, page: Page) -> str:
    """The SVG elements of `chart` on `page`."""
    ticks, words = value_axis(extent(chart), chart.format, chart.zero)
    styles = looks(chart)
    ends = [line for line in chart.lines if line.role not in ("context",) and line.figures]
    frame = _frame(chart, page, ticks, words, ends)
    parts = [_value_axis(page, frame, ticks, words), _time_axis(chart, page, frame)]
    parts += [_area(frame, list(band.points), page.paint(BANDS[band.kind])) for band in chart.bands]
    for line in sorted(chart.lines, key=lambda line: ROLES.index(line.role)):
        if line.role == "focus" and chart.intervals:
            parts += _limits(chart, line, frame, page)
        parts += _drawn(chart, line, styles[line], frame, page)
    parts += [_mark(chart, mark, frame, page) for mark in chart.marks]
    parts += [_level(level, frame, page) for level in chart.levels]
    return "".join([*parts, _names(chart, ends, styles, frame, page)])


def _frame(chart: Chart, page: Page, ticks: list[float], words: list[str], ends: list[Line]) -> _Frame:
    left = max(text_width(word) for word in words) + AIR
    labels = [word for end in ends for word in (*_folded(chart, end, page), _said(chart, end))]
    right = page.width - max((text_width(word) for word in labels), default=0) - 2 * AIR
    top, bottom = TOP if chart.marks else SIZE, page.height - FOOT
    first, last = chart.periods[0][0].toordinal(), chart.periods[-1][0].toordinal()
    across = scale(first, last, left + AIR, right - 2) if last > first else lambda _: (left + right) / 2
    down = scale(ticks[0], ticks[-1], bottom, top)
    return _Frame(left, right, top, bottom, lambda day: across(day.toordinal()), down)


def _said(chart: Chart, line: Line) -> str:
    return line.end or chart.format(line.figures[-1].value)


def _folded(chart: Chart, line: Line, page: Page) -> list[str]:
    """The name of a line in short lines; a projection's is how often its range holds, which is shorter."""
    bands = [band.name for band in chart.bands if band.kind == "projection" and line.role == "path"]
    return folded(bands[0] if bands else line.name, page.width * 0.27)


def _value_axis(page: Page, frame: _Frame, ticks: list[float], words: list[str]) -> str:
    parts = []
    for tick, word in zip(ticks, words, strict=True):
        at = frame.y(tick)
        colour = page.paint("--line-strong" if tick == 0 else "--line")
        parts.append(rule(frame.left, at, frame.right, at, colour))
        parts.append(text(frame.left - AIR, at + SIZE * 0.33, word, page.paint("--ink-soft"), anchor="end"))
    return "".join(parts)


def _time_axis(chart: Chart, page: Page, frame: _Frame) -> str:
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


def _limits(chart: Chart, line: Line, frame: _Frame, page: Page) -> list[str]:
    runs = [
        [point for point in run if point.lower is not None and point.upper is not None]
        for run in segments(line, chart.breaks())
    ]
    return [_area(frame, run, page.paint("--band")) for run in runs if len(run) > 1]


def _area(frame: _Frame, points: list[Point], fill: str) -> str:
    around = [(p.period, p.upper) for p in points] + [(p.period, p.lower) for p in reversed(points)]
    path = "L".join(f"{frame.x(period):.1f} {frame.y(value):.1f}" for period, value in around)
    return f'<path d="M{path}Z" fill="{fill}"/>'


def _drawn(chart: Chart, line: Line, look: Look, frame: _Frame, page: Page) -> list[str]:
    """A path for each run that may be joined; markers where there are few points or one stands alone."""
    colour = page.paint(look.colour)
    width = {"focus": 2, "context": 0.5}.get(line.role, 1.4)
    dash = f' stroke-dasharray="{_DASHES[look.dash]}"' if look.dash in _DASHES else ""
    parts = []
    for run in segments(line, chart.breaks()):
        path = "L".join(f"{frame.x(point.period):.1f} {frame.y(point.value):.1f}" for point in run)
        if len(run) > 1:
            parts.append(
                f'<path d="M{path}" fill="none" stroke="{colour}" stroke-width="{width:g}" '
                f'stroke-linejoin="round"{dash}/>'
            )
        marked = line.role in ("focus", "other") and len(line.points) <= MANY
        parts += [
            _marker(frame, point, colour, page) for point in run if marked or len(run) == 1 or point.signal
        ]
    return parts


def _marker(frame: _Frame, point: Point, colour: str, page: Page) -> str:
    """A dot; open where something is special about the figure, in the warning colour for a signal."""
    colour = page.paint("--signal") if point.signal else colour
    fill = "none" if point.note else colour
    return (
        f'<circle cx="{frame.x(point.period):.1f}" cy="{frame.y(point.value):.1f}" r="2" fill="{fill}" '
        f'stroke="{colour}" stroke-width="1"/>'
    )


def _mark(chart: Chart, mark, frame: _Frame, page: Page) -> str:
    """An event stands on its day; a break halfway between the figures that it parts."""
    before = [period for period, _ in chart.periods if period < mark.period]
    at = frame.x(mark.period)
    if mark.kind == "break" and before:
        at = (at + frame.x(before[-1])) / 2
    words = text(at, frame.top - 5, mark.text, page.paint("--ink-soft"), anchor="middle")
    dash = "1.5 2" if mark.kind == "break" else ""
    return rule(at, frame.top, at, frame.bottom, page.paint("--line-strong"), 0.75, dash) + words


def _level(level, frame: _Frame, page: Page) -> str:
    at = frame.y(level.value)
    colour = page.paint("--target" if level.kind == "target" else "--line-strong")
    dash = {"mean": "", "limit": "4 2.5", "target": "6 2 1.5 2"}[level.kind]
    words = text(frame.left + 2, at - 2, level.text, page.paint("--ink-soft"))
    return rule(frame.left, at, frame.right, at, colour, 0.75, dash) + words


def _names(chart: Chart, ends: list[Line], styles: dict[Line, Look], frame: _Frame, page: Page) -> str:
    """Each line's name and last figure at its end, in its colour, pushed apart where they would touch."""
    lines = sorted(ends, key=lambda line: -line.figures[-1].value)
    labels = [(_folded(chart, line, page), _said(chart, line)) for line in lines]
    heights = [LINE * (len(words) + 1) for words, _ in labels]
    places = [frame.y(line.figures[-1].value) for line in lines]
    found = spread(places, heights, frame.top - SIZE, frame.bottom + 4)
    parts = []
    for line, (words, value), middle, height in zip(lines, labels, found, heights, strict=True):
        colour, y = page.paint(styles[line].colour), middle - height / 2 + SIZE * 0.9
        for row, word in enumerate([*words, value]):
            bold = row == len(words) or line.role == "focus"
            parts.append(text(frame.right + AIR, y + row * LINE, word, colour, bold=bold))
    return "".join(parts)
