"""Looks: the colour, width, dash and symbol of each line, and the same as a swatch for the legend.

Colours are names of CSS variables, so that one figure serves the light and the dark theme.
"""

from dataclasses import dataclass

from dashboard.charts.chart import Chart, Dots, Line
from dashboard.charts.extremes import extremes

COLOURS = tuple(f"--series-{number}" for number in range(1, 7))
SYMBOLS = ("circle", "square", "diamond", "triangle-up", "triangle-down", "cross")
BANDS = {"projection": "--band-ahead", "limits": "--band-limits"}
SIGNALS = {"better": "--better", "worse": "--worse", "neutral": "--unusual", "": "--signal"}
_OUTLINES = {
    "circle": '<circle cx="17" cy="8" r="4.5"/>',
    "square": '<rect x="13" y="4" width="8" height="8"/>',
    "diamond": '<path d="M17 2.5l5.5 5.5-5.5 5.5-5.5-5.5z"/>',
    "triangle-up": '<path d="M17 2.5l5.5 9.5h-11z"/>',
    "triangle-down": '<path d="M17 13.5l5.5-9.5h-11z"/>',
    "cross": '<path d="M15.3 2.5h3.4v3.8h3.8v3.4h-3.8v3.8h-3.4v-3.8h-3.8v-3.4h3.8z"/>',
}


@dataclass(frozen=True)
class Look:
    """How a line is drawn; `symbol` is empty where it has no markers."""

    colour: str
    width: float
    dash: str = "solid"
    symbol: str = ""


BENCHMARK = Look("--series-benchmark", 2, "dash")
CONTEXT = Look("--series-other", 1)
EXTREME = Look("--ink-soft", 1.5)  # a grey line that is named
TARGET = Look("--target", 2, "dot")
_PLAIN = {
    "benchmark": BENCHMARK,
    "context": CONTEXT,
    "path": Look("--series-1", 2, "dash"),
    "target": TARGET,
    "mean": Look("--ink-soft", 1.5),
    "limit": Look("--ink-soft", 1.25, "dash"),
}


def looks(chart: Chart) -> dict[Line, Look]:
    """The look of every line. The first colour is the focus's, whether or not the chart has a focus."""
    others = [line for line in chart.lines if line.role == "other"]
    named = {each.line for each in extremes(chart)}
    found = {}
    for line in chart.lines:
        if line in named:
            found[line] = EXTREME
        elif line.role in _PLAIN:
            found[line] = _PLAIN[line.role]
        else:
            place = 0 if line.role == "focus" else (others.index(line) + 1) % len(COLOURS)
            found[line] = Look(COLOURS[place], 3 if place == 0 else 2.25, "solid", SYMBOLS[place])
    return found


def dot_looks(chart: Dots) -> list[Look]:
    """The colour and symbol of every dot, in their order; places are coloured as their lines would be."""
    others = [dot for dot in chart.dots if dot.role == "other"]
    plain = {"context": Look("--series-other", 0, symbol="circle"),
             "benchmark": Look("--series-benchmark", 0, symbol="circle-open")}  # fmt: skip
    found = []
    for dot in chart.dots:
        place = 0 if dot.role == "focus" else (others.index(dot) + 1) % len(COLOURS) if dot in others else 0
        found.append(plain.get(dot.role) or Look(COLOURS[place], 0, symbol=SYMBOLS[place]))
    return found


def swatch(look: Look) -> str:
    """SVG of a short piece of line with its symbol."""
    dash = {"dash": ' stroke-dasharray="6 4"', "dot": ' stroke-dasharray="2 3"'}.get(look.dash, "")
    symbol = f'<g stroke="none" fill="var({look.colour})">{_OUTLINES[look.symbol]}</g>' if look.symbol else ""
    return (
        '<svg viewBox="0 0 34 16" width="34" height="16"><path d="M1 8h32" fill="none" '
        f'stroke-width="{look.width}" '
        f'stroke="var({look.colour})"{dash}/>{symbol}</svg>'
    )


def signal_swatch(way: int, tone: str) -> str:
    """SVG of the marker of a signal: up or down, in the colour of its tone."""
    shape = _OUTLINES["triangle-up" if way > 0 else "triangle-down"]
    return (
        '<svg viewBox="0 0 34 16" width="34" height="16">'
        f'<g stroke="none" fill="var({SIGNALS[tone]})">{shape}</g></svg>'
    )


def shade(colour: str = "--band") -> str:
    """SVG of a shaded piece of band."""
    return (
        '<svg viewBox="0 0 34 16" width="34" height="16">'
        f'<rect x="1" y="1" width="32" height="14" fill="var({colour})"/></svg>'
    )
