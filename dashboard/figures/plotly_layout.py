"""Axes, rules and labels of a line chart as plotly layout."""

from datetime import date

from dashboard.figures.axis import steps_apart, time_axis, value_axis
from dashboard.figures.chart import Chart, Line, extent
from dashboard.figures.looks import Look
from dashboard.figures.plotly_rules import rules

HEIGHT = 380
FONT = {"family": "'Source Sans 3', 'Segoe UI', sans-serif", "size": 15, "color": "--ink"}


def short(value: float | None) -> float | None:
    """Six digits are more than a screen can show and keep the page small."""
    return None if value is None else float(f"{value:.6g}")


def base_layout(height: int) -> dict:
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


def line_layout(chart: Chart, styles: dict[Line, Look]) -> dict:
    """The layout of a line chart. Vertical margins are fixed: chart.js places end labels before it draws."""
    axis = value_axis(extent(chart), chart.format, chart.zero)
    periods = chart.periods
    return base_layout(HEIGHT) | {
        "margin": {"l": 8, "r": 16, "t": 22, "b": 34},
        "meta": {
            "label": chart.title,
            "summary": chart.summary,
            "apart": steps_apart([period for period, _ in periods]),
            "ends": _ends(chart, styles),
        },
        "xaxis": {
            "type": "date",
            "range": _reach(periods),
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
            "range": [axis.ticks[0], axis.ticks[-1]],
            "tickvals": axis.ticks,
            "ticktext": axis.words,
            "gridcolor": "--line",
            "zeroline": axis.ticks[0] < 0 < axis.ticks[-1],
            "zerolinecolor": "--line-strong",
            "fixedrange": True,
        },
        **rules(chart),
    }


def _reach(periods: list[tuple[date, str]]) -> list[str]:
    """From the first to the last period with a little air for the markers."""
    first, last = periods[0][0].toordinal(), periods[-1][0].toordinal()
    air = max((last - first) * 0.02, 40 if first == last else 3)
    return [date.fromordinal(round(day)).isoformat() for day in (first - air, last + air)]


def _ends(chart: Chart, styles: dict[Line, Look]) -> list[dict]:
    """What may be written at the end of each line that has a name of its own."""
    named = [line for line in chart.lines if line.role != "context" and line.figures]
    return [
        {
            "name": line.name,
            "value": line.end or chart.format(line.figures[-1].value),
            "y": short(line.figures[-1].value),
            "colour": styles[line].colour,
        }
        for line in named
    ]
