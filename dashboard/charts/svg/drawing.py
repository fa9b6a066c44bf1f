"""The print format of Chart and Dots: one SVG of a given size, with every colour and size written in.

A line is named at its end, where there is room for it; what cannot be named there stands in `key`. Colours
go through `paint`, so that the same drawing serves paper (PRINT) and a page with themes (`css_colour`).
"""

from collections.abc import Callable
from html import escape

from dashboard.charts.chart import Chart, Dots
from dashboard.charts.svg.dots import dots_body
from dashboard.charts.svg.lines import lines_body
from dashboard.charts.svg.text import Page

# The light theme of assets/app.css, as colours.
PRINT = {
    "--paper": "#ffffff",
    "--ink": "#0b1f33",
    "--ink-soft": "#4a5866",
    "--line": "#d5dbe2",
    "--line-strong": "#8c97a3",
    "--series-1": "#12436d",
    "--series-2": "#1d857d",
    "--series-3": "#801650",
    "--series-4": "#c4490f",
    "--series-5": "#7358a8",
    "--series-6": "#6b5b00",
    "--series-other": "#8c97a3",
    "--series-benchmark": "#3d3d3d",
    "--signal": "#a4240f",
    "--target": "#801650",
    "--band": "rgba(18, 67, 109, 0.14)",
    "--band-limits": "rgba(60, 70, 80, 0.1)",
    "--band-ahead": "rgba(150, 108, 20, 0.18)",
}


def print_colour(name: str) -> str:
    """The colour on paper of a CSS variable's name."""
    return PRINT[name]


def css_colour(name: str) -> str:
    """The variable itself, for a page that has both themes."""
    return f"var({name})"


def chart_svg(
    chart: Chart | Dots, width: float, height: float, paint: Callable[[str], str] = print_colour
) -> tuple[str, float]:
    """The drawing of `chart` `width` points wide, and its height in points: of Dots, what its rows need.

    `height` is that of a line chart. The SVG has a title (the message) and a description (the figures in
    words), and its own size as its viewBox.
    """
    page = Page(width, height, paint)
    body = dots_body(chart, page) if isinstance(chart, Dots) else lines_body(chart, page)
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {page.width:g} {page.height:g}" role="img" '
        f'font-family="Source Sans 3" font-size="8">'
        f"<title>{escape(chart.title)}</title><desc>{escape(chart.summary)}</desc>{body}</svg>"
    )
    return svg, page.height


def drawn_for_screens(chart: Chart | Dots, wide: tuple[float, float], narrow: tuple[float, float]) -> str:
    """The drawing for a web page without scripts, twice: words shrink with a drawing, so a phone has its own.

    The page's style shows one of the two by the room there is (`drawn-wide`, `drawn-narrow`).
    """
    sizes = {"drawn-wide": wide, "drawn-narrow": narrow}
    return "".join(
        f'<div class="{name}">{chart_svg(chart, *size, css_colour)[0]}</div>' for name, size in sizes.items()
    )
