"""A Chart or Dots as a plain plotly dict: no template, rounded values, colours as names of CSS variables.

assets/chart.js puts in what only the browser knows: the colours of the reader's theme, and as many labels as
there is room for (`layout.meta`).
"""

from typing import Any

from dashboard.charts.chart import RULED, Chart, Dots, Line, Point, segments
from dashboard.charts.drawing_order import Shading, drawn_lines, shadings
from dashboard.charts.line_styles import CONTEXT, Look, looks
from dashboard.charts.plotly.dots import dots_figure
from dashboard.charts.plotly.layout import line_layout, short
from dashboard.charts.plotly.markers import markers_of
from dashboard.statements.rank_words import limits_phrase

MOST_MARKED_POINTS = 24  # points of a line: beyond these markers would touch


def figure(chart: Chart | Dots) -> dict[str, Any]:
    """The plotly figure of `chart`: {"data": [...], "layout": {...}}."""
    if isinstance(chart, Dots):
        return dots_figure(chart)
    styles = looks(chart)
    data = [_shaded(shading) for shading in shadings(chart)]
    for line in drawn_lines(chart):
        if line.role in RULED:
            data += _ruled(chart, line, styles[line])
        else:
            data += (
                _context(chart, line, styles[line])
                if line.role == "context"
                else _traces(chart, line, styles[line])
            )
    return {"data": data, "layout": line_layout(chart, styles)}


def _traces(chart: Chart, line: Line, look: Look) -> list[dict[str, Any]]:
    """One trace for each run of points that may be joined."""
    markers = look.symbol and len(line.points) <= MOST_MARKED_POINTS
    runs = segments(line, chart.breaks())
    return [
        {
            "type": "scatter",
            "mode": "lines+markers"
            if markers or len(run) == 1 or any(point.special for point in run)
            else "lines",
            "name": line.name,
            "legendgroup": line.name,
            "x": [point.period.isoformat() for point in run],
            "y": [short(point.value) for point in run],
            "text": [hover(chart, line, point) for point in run],
            "hoverinfo": "skip",  # assets/chart_readout.js reads all lines of a date together
            "line": {"color": look.colour, "width": look.width, "dash": look.dash},
            "marker": markers_of(run, look, bool(markers) or len(run) == 1),
            "cliponaxis": False,  # a marker at the edge of the plot is drawn whole
            "showlegend": False,
        }
        for run in runs
    ]


def _context(chart: Chart, line: Line, look: Look) -> list[dict[str, Any]]:
    """A grey line is one trace, its runs parted by an empty point: twenty peers stay cheap to draw."""
    runs = segments(line, chart.breaks())
    points = [item for run in runs for item in (*run, None)][:-1]
    return [
        {
            "type": "scatter",
            "mode": "lines" if all(len(run) > 1 for run in runs) else "lines+markers",
            "name": line.name,
            "legendgroup": line.name,
            "x": [point.period.isoformat() if point else None for point in points],
            "y": [short(point.value) if point else None for point in points],
            "text": [hover(chart, line, point) if point else "" for point in points],
            "hoverinfo": "skip",  # assets/chart_readout.js reads all lines of a date together
            "line": {"color": look.colour, "width": look.width},
            "marker": {"size": 4, "color": look.colour},
            "opacity": 0.7 if look == CONTEXT else 1,
            "meta": "context",
            "cliponaxis": False,
            "showlegend": False,
        }
    ]


def _ruled(chart: Chart, line: Line, look: Look) -> list[dict[str, Any]]:
    """A mean or a limit, afresh for each stretch; without words, so that nobody has to walk along it."""
    return [
        {
            "type": "scatter",
            "mode": "lines",
            "name": line.name,
            "x": [point.period.isoformat() for point in run],
            "y": [short(point.value) for point in run],
            "hoverinfo": "skip",
            "line": {"color": look.colour, "width": look.width, "dash": look.dash},
            "showlegend": False,
        }
        for run in segments(line, chart.breaks())
    ]


def _shaded(shading: Shading) -> dict[str, Any]:
    points = shading.points
    around = [(p.period, p.upper) for p in points] + [(p.period, p.lower) for p in reversed(points)]
    return {
        "type": "scatter",
        "mode": "lines",
        "fill": "toself",
        "x": [period.isoformat() for period, _ in around],
        "y": [short(value) for _, value in around],
        "line": {"width": 0},
        "fillcolor": shading.colour,
        "hoverinfo": "skip",
        "showlegend": False,
    }


def hover(chart: Chart, line: Line, point: Point) -> str:
    """The words of one point: whose, when, how much, how sure, and what is special about it."""
    words = f"<b>{line.name}</b><br>{point.label}: {chart.format(point.value)}"
    if likely := limits_phrase(chart.format, point):
        words += f"<br>{likely}"
    return words + (f"<br>{point.note}" if point.note else "")
