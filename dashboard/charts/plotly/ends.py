"""The names of the lines at their ends on a wide screen: chart.js puts them where this says.

Only the left edge and how far a line reaches depend on the width of the screen; places from the top do not.
"""

from textwrap import wrap
from typing import Any

from dashboard.charts.chart import Chart, Line
from dashboard.charts.line_ends import End, ends, spread
from dashboard.charts.line_styles import Look

LONGEST_LINE = 20  # letters of a name in one line
LINE, BETWEEN = 17, 3  # pixels: of a line of text (chart.css), and from one name to the next
TOP, FOOT = 22, 34  # margins of the plot, in which its axis and its marks are named


def labels(
    chart: Chart, styles: dict[Line, Look], span: tuple[float, float], height: int
) -> tuple[list[dict[str, Any]], int]:
    """What to write at the ends of lines, and the height that the chart needs for it, at least `height`.

    `span` is the value axis from its lower to its upper edge.

    Each has the `name` of its line, its `lines` of words (the last is the figure), its `colour`, its `middle`
    in pixels from the top, and where its line ends: `x` as a date, `y` in pixels from the top.
    """
    found = ends(chart)
    words = [_words(end) for end in found]
    tall = [LINE * len(lines) + BETWEEN for lines in words]
    height = max(height, sum(tall))
    plot = height - TOP - FOOT
    low, high = span
    places = [TOP + plot * (high - end.point.figure) / (high - low) for end in found]
    # Beside the plot where there is room, so that the newest period's name below it stays free.
    middles = spread(places, tall, 0, max(TOP + plot + 4, min(sum(tall), height)))
    return [
        {
            "name": end.name,
            "lines": lines,
            "colour": styles[end.line].colour,
            "middle": round(middle),
            "x": end.until.isoformat(),
            "y": round(place, 1),
        }
        for end, lines, middle, place in zip(found, words, middles, places, strict=True)
    ], height


def _words(end: End) -> list[str]:
    called = wrap(end.called, LONGEST_LINE) if end.called else []
    return [*wrap(end.name, LONGEST_LINE, break_long_words=False), *called, end.value]
