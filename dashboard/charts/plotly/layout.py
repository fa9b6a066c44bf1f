"""Axes, rules and labels of a line chart as plotly layout."""

from datetime import date
from typing import Any

from dashboard.charts.axis import steps_apart, time_axis, value_axis
from dashboard.charts.chart import Chart, Line, extent
from dashboard.charts.line_styles import Look
from dashboard.charts.marks import reach
from dashboard.charts.plotly.ends import FOOT, TOP, labels
from dashboard.charts.plotly.rules import rules

HEIGHT = 380
FONT = {"family": "'Source Sans 3', 'Segoe UI', sans-serif", "size": 15, "color": "--ink"}


def short(value: float | None) -> float | None:
    """Six digits are more than a screen can show and keep the page small."""
    return None if value is None else float(f"{value:.6g}")


def base_layout(height: int) -> dict[str, Any]:
    """What every figure shares."""
    return {
        "height": height,
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "font": FONT,
        "hovermode": "closest",
        "hoverdistance": 30,
        "hoverlabel": {
            "bgcolor": "--paper",
            "bordercolor": "--line-strong",
            "font": {"color": "--ink"},
            "align": "left",
        },
        "showlegend": False,
        "dragmode": False,
    }


def line_layout(chart: Chart, styles: dict[Line, Look]) -> dict[str, Any]:
    """The layout of a line chart. Vertical margins are fixed, so that names at ends have their places."""
    axis = value_axis(extent(chart), chart.format, chart.zero)
    periods = chart.periods
    span = axis.reach(extent(chart))
    names, height = labels(chart, styles, span, HEIGHT)
    return base_layout(height) | {
        "margin": {"l": 8, "r": 16, "t": TOP, "b": FOOT},
        "meta": {
            "label": chart.title,
            "summary": chart.summary,
            "apart": steps_apart([period for period, _ in periods]),
            "ends": names,
        },
        "xaxis": {
            "type": "date",
            "range": _reach(chart),
            "tickvals": [period.isoformat() for period, _ in periods],
            "ticktext": [label for _, label in time_axis(periods)],
            "tickangle": 0,
            "showgrid": False,
            "ticks": "outside",
            "tickcolor": "--line-strong",
            "linecolor": "--line-strong",
            "fixedrange": True,
        },
        "yaxis": {
            "range": list(span),
            "tickvals": axis.ticks,
            "ticktext": axis.words,
            "gridcolor": "--line",
            "zeroline": axis.ticks[0] < 0 < axis.ticks[-1],
            "zerolinecolor": "--line-strong",
            "fixedrange": True,
        },
        **rules(chart),
    }


def _reach(chart: Chart) -> list[str]:
    """The time axis with a little air for the markers."""
    first, last = (day.toordinal() for day in reach(chart))
    air = max((last - first) * 0.02, 40 if first == last else 3)
    return [date.fromordinal(round(day)).isoformat() for day in (first - air, last + air)]
