"""Dots for print: a row an area, highest on top, limits as whiskers, the benchmark as a dashed rule."""

from collections.abc import Callable

from dashboard.charts.axis import value_axis
from dashboard.charts.chart import Dot, Dots
from dashboard.charts.line_styles import dot_looks
from dashboard.charts.svg.text import SIZE, Page, rule, scale, text, text_width
from dashboard.statements.rank_words import few_drawn

ROW, TOP, FOOT, AIR = 11.5, 2, 16, 6
AIRY, LOW = 16.0, 64.0  # the most that a row of few takes, and how high few rows would be together
MOST_ROWS, FEW_ROWS = 16, 4  # rows: of more, only both ends are drawn, unless that left out only a few


def dots_body(chart: Dots, page: Page) -> str:
    """The SVG elements of `chart` on `page`, whose height is set to what the rows need."""
    dots = shown_dots(chart)
    row = max(ROW, min(AIRY, LOW / len(dots)))
    page.height = TOP + row * len(dots) + FOOT
    values = [n for dot in dots for n in (dot.value, dot.lower, dot.upper) if n is not None]
    axis = value_axis(values, chart.format)
    left = max(text_width(dot.name) for dot in dots) + AIR
    right = page.width - max(text_width(chart.format(dot.value)) for dot in dots) - AIR
    across = scale(axis.ticks[0], axis.ticks[-1], left + AIR, right - AIR)
    bottom = page.height - FOOT
    parts: list[str] = []
    taken: float = -AIR
    for tick, word in zip(axis.ticks, axis.words, strict=True):
        parts.append(rule(across(tick), TOP, across(tick), bottom, page.paint("--line")))
        half = text_width(word) / 2
        if across(tick) - half >= taken + AIR:
            parts.append(
                text(across(tick), bottom + 3 + SIZE, word, page.paint("--ink-soft"), anchor="middle")
            )
            taken = across(tick) + half
    for dot in chart.dots:
        if dot.role == "benchmark":
            at = across(dot.value)
            parts.append(rule(at, TOP, at, bottom, page.paint("--series-benchmark"), 0.75, "4 2.5"))
    colours = {dot: page.paint(look.colour) for dot, look in zip(chart.dots, dot_looks(chart), strict=True)}
    rows = [_row(chart, dot, colours[dot], TOP + row * (n + 0.5), across, page) for n, dot in enumerate(dots)]
    return "".join([*parts, *rows])


def shown_dots(chart: Dots, most: int = MOST_ROWS) -> list[Dot]:
    """All rows; of more than `most`, those named and the ends of the rest."""
    if len(chart.dots) <= most + (FEW_ROWS if most == MOST_ROWS else 0):
        return list(chart.dots)
    ends = {*chart.dots[: most // 2], *chart.dots[-(most // 2) :]}
    return [dot for dot in chart.dots if dot in ends or dot.role != "context"]


def left_out(chart: Dots, most: int = MOST_ROWS) -> str:
    """That only the ends of many rows are drawn; "" where all are."""
    named = sum(dot.role != "context" for dot in chart.dots)
    if len(shown_dots(chart, most)) == len(chart.dots):
        return ""
    return few_drawn(len(chart.dots) - named, most // 2)


def _row(chart: Dots, dot: Dot, colour: str, y: float, across: Callable[[float], float], page: Page) -> str:
    named = dot.role != "context"
    ink = page.paint("--ink" if named else "--ink-soft")
    fill = "none" if dot.role == "benchmark" else colour
    base = y + SIZE * 0.33
    parts = [text(0, base, dot.name, ink, bold=named)]
    if dot.lower is not None and dot.upper is not None:
        parts.append(rule(across(dot.lower), y, across(dot.upper), y, colour, 1.5))
    parts.append(
        f'<circle cx="{across(dot.value):.1f}" cy="{y:.1f}" r="{3.2 if named else 2.4}" fill="{fill}" '
        f'stroke="{colour}" stroke-width="1.2"/>'
    )
    parts.append(text(page.width, base, chart.format(dot.value), ink, anchor="end", bold=named))
    return "".join(parts)
