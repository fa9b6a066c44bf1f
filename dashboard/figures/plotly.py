"""A Chart as a plain plotly dict: no template, rounded values, colours as names of CSS variables.

assets/chart.js puts the colours of the reader's theme in before it draws.
"""

from dashboard.figures.chart import Chart, Line, Point, segments

HEIGHT = 380
MOST_TICKS = 8
_COLOURS = ("--series-1", "--series-2", "--series-3", "--series-4", "--series-5")
_SHAPES = ("circle", "square", "diamond", "triangle-up", "cross")


def figure(chart: Chart) -> dict:
    """The plotly figure of `chart`: {"data": [...], "layout": {...}}."""
    styles = _styles(chart)
    data = [trace for line, style in styles for trace in _traces(chart, line, style)]
    return {"data": data, "layout": _layout(chart, styles)}


def _styles(chart: Chart) -> list[tuple[Line, dict]]:
    """Each line with its look, drawn in this order: grey ones first, the focus on top."""
    coloured = [line for line in chart.lines if line.role in ("focus", "other")]
    looks = {}
    for line in chart.lines:
        if line.role == "benchmark":
            looks[line.name] = {"colour": "--series-benchmark", "width": 2, "dash": "dash", "symbol": "circle-open"}
        elif line.role == "context":
            looks[line.name] = {"colour": "--series-other", "width": 1, "dash": "solid", "symbol": "circle"}
        else:
            place = coloured.index(line) % len(_COLOURS)
            width = 3 if line.role == "focus" else 2
            looks[line.name] = {
                "colour": _COLOURS[place], "width": width, "dash": "solid", "symbol": _SHAPES[place]
            }
    drawn = ("context", "benchmark", "other", "focus")
    return [(line, looks[line.name]) for line in sorted(chart.lines, key=lambda item: drawn.index(item.role))]


def _traces(chart: Chart, line: Line, look: dict) -> list[dict]:
    runs = segments(line, chart.breaks())
    traces = [_band(run, look) for run in runs if line.role == "focus" and run[0].lower is not None]
    many = sum(len(run) for run in runs) > 40
    for run in runs:
        traces.append(
            {
                "type": "scatter",
                "mode": "lines" if many or line.role == "context" else "lines+markers",
                "name": line.name,
                "x": [point.period.isoformat() for point in run],
                "y": [_short(point.value) for point in run],
                "text": [_hover(chart, line, point) for point in run],
                "hovertemplate": "%{text}<extra></extra>",
                "line": {"color": look["colour"], "width": look["width"], "dash": look["dash"]},
                "marker": {"size": 7 if line.role == "focus" else 6, "symbol": look["symbol"]},
                "showlegend": run is runs[0],
                "legendgroup": line.name,
            }
        )
    return traces


def _band(run: tuple[Point, ...], look: dict) -> dict:
    """The published 95% intervals of one run as a shaded outline."""
    there = [point for point in run if point.lower is not None and point.upper is not None]
    outline = [(point.period, point.upper) for point in there]
    outline += [(point.period, point.lower) for point in reversed(there)]
    return {
        "type": "scatter",
        "mode": "lines",
        "fill": "toself",
        "x": [period.isoformat() for period, _ in outline],
        "y": [_short(value) for _, value in outline],
        "line": {"width": 0},
        "fillcolor": "--band",
        "hoverinfo": "skip",
        "showlegend": False,
    }


def _hover(chart: Chart, line: Line, point: Point) -> str:
    words = f"{line.name}, {point.label}: {chart.format(point.value)}"
    if point.lower is not None and point.upper is not None:
        words += f"<br>likely between {chart.format(point.lower)} and {chart.format(point.upper)}"
    return words


def _layout(chart: Chart, styles: list[tuple[Line, dict]]) -> dict:
    ticks = _ticks(chart)
    return {
        "height": HEIGHT,
        "margin": {"l": 8, "r": 8, "t": 8, "b": 8},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "font": {"family": "Source Sans 3, sans-serif", "size": 15, "color": "--ink"},
        "hovermode": "closest",
        "hoverlabel": {"bgcolor": "--paper", "bordercolor": "--line-strong", "font": {"color": "--ink"}},
        "legend": {"orientation": "h", "x": 0, "y": 1.02, "yanchor": "bottom", "itemclick": False, "itemdoubleclick": False},
        "xaxis": {
            "tickvals": [period.isoformat() for period, _ in ticks],
            "ticktext": [label for _, label in ticks],
            "showgrid": False,
            "ticks": "outside",
            "tickcolor": "--line-strong",
            "linecolor": "--line-strong",
            "automargin": True,
            "fixedrange": True,
        },
        "yaxis": {
            "gridcolor": "--line",
            "zeroline": chart.zero,
            "zerolinecolor": "--line-strong",
            "rangemode": "tozero" if chart.zero else "normal",
            "automargin": True,
            "fixedrange": True,
            "nticks": 6,
        },
        "shapes": [_rule(mark) for mark in chart.marks],
        "annotations": [_note(mark) for mark in chart.marks],
    }


def _ticks(chart: Chart) -> list:
    """At most MOST_TICKS labelled periods, evenly stepped and ending with the newest."""
    periods = chart.periods
    step = -(-len(periods) // MOST_TICKS)
    return periods[::-1][:: max(step, 1)][::-1]


def _rule(mark) -> dict:
    return {
        "type": "line",
        "x0": mark.period.isoformat(),
        "x1": mark.period.isoformat(),
        "yref": "paper",
        "y0": 0,
        "y1": 1,
        "line": {"color": "--line-strong", "width": 1, "dash": "dot"},
    }


def _note(mark) -> dict:
    return {
        "x": mark.period.isoformat(),
        "yref": "paper",
        "y": 1,
        "yanchor": "top",
        "xanchor": "right",
        "text": mark.text,
        "showarrow": False,
        "font": {"size": 13, "color": "--ink-soft"},
    }


def _short(value: float | None) -> float | None:
    """Six digits are more than a screen can show and keep the page small."""
    return None if value is None else float(f"{value:.6g}")
