"""A line chart for print: bands, lines, and the names of the lines at their ends."""

from dashboard.charts.axis import value_axis
from dashboard.charts.chart import Chart, Level, Line, Mark, Point, extent, segments
from dashboard.charts.drawing_order import Shading, drawn_lines, shadings
from dashboard.charts.line_ends import ends
from dashboard.charts.line_styles import EXTREME, Look, looks
from dashboard.charts.marks import place, tags
from dashboard.charts.svg.ends import ends_svg, room_for
from dashboard.charts.svg.frame import Frame, frame_of, time_axis_svg, value_axis_svg
from dashboard.charts.svg.text import Page, rule, text

_DASHES = {"dash": "4 2.5", "dot": "1.5 2"}
MOST_MARKED_POINTS = 26  # points of a line: from here on markers would touch


def lines_body(chart: Chart, page: Page) -> str:
    """The SVG elements of `chart` on `page`."""
    axis = value_axis(extent(chart), chart.format, chart.zero)
    styles = looks(chart)
    found = ends(chart)
    frame = frame_of(chart, page, axis, room_for(chart, found, page))
    parts = [value_axis_svg(page, frame, axis), time_axis_svg(chart, page, frame)]
    parts += [_area(frame, shading, page) for shading in shadings(chart)]
    for line in drawn_lines(chart):
        parts += _drawn(chart, line, styles[line], frame, page)
    parts += [_mark(chart, mark, frame, page) for mark in chart.marks]
    parts += [
        text(frame.x(tag.at), frame.top - 5, tag.words, page.paint("--ink-soft"), anchor=tag.side)
        for tag in tags(chart)
    ]
    parts += [_level(level, frame, page) for level in chart.levels]
    return "".join([*parts, ends_svg(chart, found, frame, page)])


def _area(frame: Frame, shading: Shading, page: Page) -> str:
    points = shading.points
    around = [(p.period, p.upper) for p in points] + [(p.period, p.lower) for p in reversed(points)]
    edges = ((period, value) for period, value in around if value is not None)
    path = "L".join(f"{frame.x(period):.1f} {frame.y(value):.1f}" for period, value in edges)
    return f'<path d="M{path}Z" fill="{page.paint(shading.colour)}"/>'


def _drawn(chart: Chart, line: Line, look: Look, frame: Frame, page: Page) -> list[str]:
    """A path for each run that may be joined; markers where there are few points or one stands alone."""
    colour = page.paint(look.colour)
    width = 1 if look == EXTREME else {"focus": 2, "context": 0.5}.get(line.role, 1.4)
    dash = f' stroke-dasharray="{_DASHES[look.dash]}"' if look.dash in _DASHES else ""
    parts = []
    for run in segments(line, chart.breaks()):
        path = "L".join(f"{frame.x(point.period):.1f} {frame.y(point.figure):.1f}" for point in run)
        if len(run) > 1:
            parts.append(
                f'<path d="M{path}" fill="none" stroke="{colour}" stroke-width="{width:g}" '
                f'stroke-linejoin="round"{dash}/>'
            )
        marked = line.role in ("focus", "other") and len(line.points) <= MOST_MARKED_POINTS
        parts += [
            _marker(frame, point, colour, page) for point in run if marked or len(run) == 1 or point.special
        ]
    return parts


def _marker(frame: Frame, point: Point, colour: str, page: Page) -> str:
    """A dot; open where its publisher is not sure of the figure, in the warning colour for a signal."""
    colour = page.paint("--signal") if point.signal else colour
    fill = page.paint("--paper") if point.unsure else colour
    return (
        f'<circle cx="{frame.x(point.period):.1f}" cy="{frame.y(point.figure):.1f}" r="2" fill="{fill}" '
        f'stroke="{colour}" stroke-width="1"/>'
    )


def _mark(chart: Chart, mark: Mark, frame: Frame, page: Page) -> str:
    at = frame.x(place(chart, mark))
    dash = "1.5 2" if mark.kind == "break" else ""
    return rule(at, frame.top, at, frame.bottom, page.paint("--line-strong"), 0.75, dash)


def _level(level: Level, frame: Frame, page: Page) -> str:
    at = frame.y(level.value)
    colour = page.paint("--target" if level.kind == "target" else "--line-strong")
    dash = {"mean": "", "limit": "4 2.5", "target": "6 2 1.5 2"}[level.kind]
    words = text(frame.left + 2, at - 2, level.text, page.paint("--ink-soft"))
    return rule(frame.left, at, frame.right, at, colour, 0.75, dash) + words
