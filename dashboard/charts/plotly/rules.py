"""Rules and their words in a line chart: breaks and events stand, targets, means and limits lie."""

from typing import Any

from dashboard.charts.chart import Chart, Level, Mark
from dashboard.charts.marks import Tag, place, tags


def rules(chart: Chart) -> dict[str, Any]:
    """The layout's shapes and annotations for every mark and level of `chart`."""
    return {
        "shapes": [
            *[_rule(chart, mark) for mark in chart.marks],
            *[_level(level) for level in chart.levels],
        ],
        "annotations": [
            *[_note(tag) for tag in tags(chart)],
            *[_label(level) for level in chart.levels],
        ],
    }


def _rule(chart: Chart, mark: Mark) -> dict[str, Any]:
    at = place(chart, mark).isoformat()
    dash = "dot" if mark.kind == "break" else "solid"
    look = {"color": "--line-strong", "width": 1.5, "dash": dash}
    return {"type": "line", "x0": at, "x1": at, "yref": "paper", "y0": 0, "y1": 1, "line": look}


def _note(tag: Tag) -> dict[str, Any]:
    return {
        "x": tag.at.isoformat(),
        "yref": "paper",
        "y": 1,
        "yanchor": "bottom",
        "xanchor": {"start": "left", "middle": "center", "end": "right"}[tag.side],
        "text": tag.words,
        "showarrow": False,
        "font": {"size": 13, "color": "--ink-soft"},
    }


def _level(level: Level) -> dict[str, Any]:
    dash = {"mean": "solid", "limit": "dash", "target": "dashdot"}[level.kind]
    look = {"color": "--target" if level.kind == "target" else "--line-strong", "width": 1.5, "dash": dash}
    return {
        "type": "line",
        "xref": "paper",
        "x0": 0,
        "x1": 1,
        "y0": level.value,
        "y1": level.value,
        "line": look,
    }


def _label(level: Level) -> dict[str, Any]:
    return {
        "xref": "paper",
        "x": 0,
        "xanchor": "left",
        "y": level.value,
        "yanchor": "bottom",
        "text": level.text,
        "showarrow": False,
        "font": {"size": 13, "color": "--ink-soft"},
    }
