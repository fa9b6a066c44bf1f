"""Rules and their words in a line chart: breaks and events stand, targets, means and limits lie."""

from datetime import date

from dashboard.figures.chart import Chart, Level, Mark


def rules(chart: Chart) -> dict:
    """The layout's shapes and annotations for every mark and level of `chart`."""
    periods = chart.periods
    return {
        "shapes": [
            *[_rule(mark, periods) for mark in chart.marks],
            *[_level(level) for level in chart.levels],
        ],
        "annotations": [
            *[_note(mark, periods) for mark in chart.marks],
            *[_said(level) for level in chart.levels],
        ],
    }


def _place(mark: Mark, periods: list[tuple[date, str]]) -> str:
    """An event stands on its day; a break halfway between the figures that it parts."""
    before = [period for period, _ in periods if period < mark.period]
    if mark.kind != "break" or not before:
        return mark.period.isoformat()
    return date.fromordinal((before[-1].toordinal() + mark.period.toordinal()) // 2).isoformat()


def _rule(mark: Mark, periods: list[tuple[date, str]]) -> dict:
    at = _place(mark, periods)
    dash = "dot" if mark.kind == "break" else "solid"
    look = {"color": "--line-strong", "width": 1.5, "dash": dash}
    return {"type": "line", "x0": at, "x1": at, "yref": "paper", "y0": 0, "y1": 1, "line": look}


def _note(mark: Mark, periods: list[tuple[date, str]]) -> dict:
    return {
        "x": _place(mark, periods),
        "yref": "paper",
        "y": 1,
        "yanchor": "bottom",
        "xanchor": "center",
        "text": mark.text,
        "showarrow": False,
        "font": {"size": 13, "color": "--ink-soft"},
    }


def _level(level: Level) -> dict:
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


def _said(level: Level) -> dict:
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
