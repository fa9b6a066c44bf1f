"""A chart as a picture that stands alone: message, what is plotted, drawing, source and day."""

from datetime import date
from html import escape

from dashboard.charts.chart import Chart, Dots
from dashboard.charts.svg.drawing import chart_svg, print_colour
from dashboard.charts.svg.text import folded

WIDTH, HEIGHT = 440.0, 225.0  # points: of the drawing, as wide as a column of a report
EDGE = 14.0
_TITLE, _WORDS, _SMALL = 12.0, 8.0, 7.0
_PITCH = 1.3  # of its size: from one line of text to the next


def poster(chart: Chart | Dots, address: str, day: date) -> tuple[str, float, float]:
    """The picture of `chart` as SVG on white, its width and its height in points.

    Its foot names the source, the caveat, the `address` of the page and the `day` on which it was taken.
    """
    taken = f"{address}, taken on {day.day} {day:%B %Y}"
    key = f"{chart.context}: grey lines." if isinstance(chart, Chart) and chart.context else ""
    y = EDGE
    parts = []
    for words, size, colour, weight in (
        (chart.title, _TITLE, "--ink", 600),
        (f"{chart.subtitle} {key}".strip(), _WORDS, "--ink-soft", 400),
    ):
        block, y = _block(words, size, colour, weight, y)
        parts.append(block)
    drawing, high = chart_svg(chart, WIDTH, HEIGHT)
    parts.append(
        drawing.replace("<svg ", f'<svg x="{EDGE}" y="{y:.1f}" width="{WIDTH}" height="{high:.1f}" ', 1)
    )
    y += high + _SMALL
    for words in (chart.foot, taken):
        block, y = _block(words, _SMALL, "--ink-soft", 400, y)
        parts.append(block)
    width, height = WIDTH + 2 * EDGE, y + EDGE
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height:.1f}" role="img" '
        f'font-family="Source Sans 3, Segoe UI, sans-serif"><title>{escape(chart.title)}</title>'
        f'<rect width="100%" height="100%" fill="{print_colour("--paper")}"/>{"".join(parts)}</svg>',
        width,
        height,
    )


def _block(words: str, size: float, colour: str, weight: int, y: float) -> tuple[str, float]:
    """Lines of text from `y` down, and where they end."""
    lines = folded(words, WIDTH, size) if words else []
    look = f'font-size="{size:g}" font-weight="{weight}" fill="{print_colour(colour)}"'
    drawn = "".join(
        f'<text x="{EDGE}" y="{y + size * (1 + at * _PITCH):.1f}" {look}>{escape(line)}</text>'
        for at, line in enumerate(lines)
    )
    return drawn, y + len(lines) * size * _PITCH + (size * 0.4 if lines else 0)
