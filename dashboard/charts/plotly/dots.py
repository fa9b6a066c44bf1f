"""Dots as a plain plotly dict: a row an area, highest on top, limits as whiskers, the benchmark as a rule."""

from textwrap import wrap
from typing import Any

from dashboard.charts.axis import value_axis
from dashboard.charts.chart import Dot, Dots
from dashboard.charts.line_styles import Look, dot_looks
from dashboard.charts.plotly.layout import base_layout, short
from dashboard.statements.rank_words import limits_phrase

ROW, FRAME = 30, 64
NAME_WIDTH = 20
LETTER = 8.5  # pixels of a bold letter beside the plot


def dots_figure(chart: Dots) -> dict[str, Any]:
    """The plotly figure of `chart`: {"data": [...], "layout": {...}}, one trace a row."""
    looks = zip(chart.dots, dot_looks(chart), strict=True)
    data = [_trace(chart, dot, look, -row) for row, (dot, look) in enumerate(looks)]
    return {"data": data, "layout": _layout(chart)}


def _trace(chart: Dots, dot: Dot, look: Look, row: int) -> dict[str, Any]:
    colour = look.colour
    trace = {
        "type": "scatter",
        "mode": "markers",
        "name": dot.name,
        "legendgroup": "dots",
        "x": [short(dot.value)],
        "y": [row],
        "text": [_hover(chart, dot)],
        "hovertemplate": "%{text}<extra></extra>",
        "marker": {"size": 9 if dot.role == "context" else 12, "symbol": look.symbol, "color": colour,
                   "line": {"width": 2, "color": colour}},
        "showlegend": False,
    }  # fmt: skip
    if dot.lower is not None and dot.upper is not None:
        trace["error_x"] = {
            "type": "data",
            "symmetric": False,
            "array": [short(dot.upper - dot.value)],
            "arrayminus": [short(dot.value - dot.lower)],
            "color": colour,
            "thickness": 2,
            "width": 0,
        }
    return trace


def _hover(chart: Dots, dot: Dot) -> str:
    words = f"<b>{dot.name}</b><br>{chart.format(dot.value)}"
    if likely := limits_phrase(chart.format, dot):
        words += f"<br>{likely}"
    return words + (f"<br>{dot.note}" if dot.note else "")


def _layout(chart: Dots) -> dict[str, Any]:
    values = [n for dot in chart.dots for n in (dot.value, dot.lower, dot.upper) if n is not None]
    axis = value_axis(values, chart.format)
    longest = max((len(chart.format(dot.value)) for dot in chart.dots), default=0)
    rows = [-row for row in range(len(chart.dots))]
    return base_layout(FRAME + ROW * len(chart.dots)) | {
        "margin": {"l": 8, "r": max(72, 16 + LETTER * longest), "t": 8, "b": 34},
        "meta": {"label": chart.title, "summary": chart.summary, "ends": []},
        "xaxis": {
            "range": [axis.ticks[0] - axis.step * 0.15, axis.ticks[-1] + axis.step * 0.15],
            "tickvals": axis.ticks,
            "ticktext": axis.words,
            "gridcolor": "--line",
            "zeroline": False,
            "fixedrange": True,
        },
        "yaxis": {
            "range": [rows[-1] - 0.7, 0.7],
            "tickvals": rows,
            "ticktext": [_name(dot) for dot in chart.dots],
            "showgrid": False,
            "zeroline": False,
            "fixedrange": True,
        },
        "shapes": [_rule(dot) for dot in chart.dots if dot.role == "benchmark"],
        "annotations": [_value(chart, dot, row) for dot, row in zip(chart.dots, rows, strict=True)],
    }


def _name(dot: Dot) -> str:
    words = "<br>".join(wrap(dot.name, NAME_WIDTH))
    return words if dot.role == "context" else f"<b>{words}</b>"


def _rule(dot: Dot) -> dict[str, Any]:
    look = {"color": "--series-benchmark", "width": 1.5, "dash": "dash"}
    return {"type": "line", "x0": dot.value, "x1": dot.value, "yref": "paper", "y0": 0, "y1": 1, "line": look,
            "layer": "below"}  # fmt: skip


def _value(chart: Dots, dot: Dot, row: int) -> dict[str, Any]:
    text = chart.format(dot.value)
    return {
        "xref": "paper",
        "x": 1,
        "xanchor": "left",
        "xshift": 8,
        "y": row,
        "text": text if dot.role == "context" else f"<b>{text}</b>",
        "showarrow": False,
        "font": {"size": 14},
    }
