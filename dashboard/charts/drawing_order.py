"""The order of drawing, the same in every format: every shaded range first, then the lines, the focus last.

Shaded ranges let through what lies under them (their colours are translucent in every theme and on paper).
"""

from typing import NamedTuple

from dashboard.charts.chart import ROLES, Chart, Line, Point, segments
from dashboard.charts.line_styles import BANDS


class Shading(NamedTuple):
    """A range to shade: points that all have limits, and the name of its colour."""

    points: tuple[Point, ...]
    colour: str


def shadings(chart: Chart) -> list[Shading]:
    """What is shaded: the chart's bands, and the published limits of its focus, each run on its own."""
    found = [Shading(band.points, BANDS[band.kind]) for band in chart.bands]
    for line in chart.lines:
        if line.role == "focus" and chart.intervals:
            runs = (_limited(run) for run in segments(line, chart.breaks()))
            found += [Shading(piece, "--band") for run in runs for piece in run if len(piece) > 1]
    return found


def drawn_lines(chart: Chart) -> list[Line]:
    """The lines in the order of ROLES: grey ones lie undermost."""
    return sorted(chart.lines, key=lambda line: ROLES.index(line.role))


def _limited(run: tuple[Point, ...]) -> list[tuple[Point, ...]]:
    """The stretches of a run whose points all have limits: no range is shaded across one without."""
    found: list[list[Point]] = [[]]
    for point in run:
        if point.lower is None or point.upper is None:
            found.append([])
        else:
            found[-1].append(point)
    return [tuple(piece) for piece in found if piece]
