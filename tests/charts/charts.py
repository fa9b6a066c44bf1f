"""Small charts that a person can check by eye."""

from datetime import date

from dashboard.charts.chart import Chart, Line, Point


def percent(value: float | None) -> str:
    return "–" if value is None else f"{value:.1f}%"


def line(
    name: str, values: list, role: str = "focus", spread: float | None = None, first: int = 2020
) -> Line:
    """A point a year from `first`; with `spread`, limits that far to each side."""
    points = []
    for year, value in enumerate(values, start=first):
        around = spread is not None and value is not None
        low, high = (value - spread, value + spread) if around else (None, None)
        points.append(Point(date(year, 1, 1), str(year), value, low, high))
    return Line(name, tuple(points), role)


def chart(*lines: Line, **more) -> Chart:
    given = {
        "title": "Title",
        "subtitle": "What",
        "unit": "% of people",
        "format": percent,
        "summary": "Said",
    }
    return Chart(**(given | more), lines=lines)
