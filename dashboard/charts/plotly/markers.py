"""Markers of a line: what is special about a figure has a shape, a size and a colour of its own."""

from typing import Any

from dashboard.charts.chart import Point
from dashboard.charts.line_styles import SIGNALS, Look


def markers_of(run: tuple[Point, ...], look: Look, shown: bool) -> dict[str, Any]:
    """plotly's `marker` for the points of a run, a value a point: open where the publisher is not sure of a
    figure, of another shape and colour for a signal."""
    colours = [SIGNALS[point.tone] if point.signal else look.colour for point in run]
    return {
        "size": [_size(point, shown) for point in run],
        "opacity": 1,  # plotly pales markers whose sizes are a list
        "symbol": [_symbol(point, look) for point in run],
        "color": colours,
        "line": {
            "width": 2,
            "color": ["--paper" if point.judged else c for point, c in zip(run, colours, strict=True)],
        },
    }


def _size(point: Point, shown: bool) -> int:
    if point.signal or point.judged:
        return 13 if point.judged else 11 if point.way else 10
    return 7 if shown or point.unsure else 0


def _symbol(point: Point, look: Look) -> str:
    if point.signal and point.way:
        return "triangle-up" if point.way > 0 else "triangle-down"
    symbol = look.symbol or "circle"
    return f"{symbol}-open" if point.unsure else symbol
