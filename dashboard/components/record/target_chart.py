"""A target as a chart while somebody sets it: the figures so far, the path to the target, the outlook.

Made on the server, with the page and each time that an answer of the form changes. What cannot be a target is
said by the sentence with which it would be refused.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from dash import html

from dashboard.catalogue.indicators import Indicator
from dashboard.charts.ahead import fan_shown, target_path
from dashboard.charts.chart import Chart, Dots, Line
from dashboard.charts.selection import Selection
from dashboard.charts.svg.drawing import drawn_for_screens
from dashboard.charts.trend import trend
from dashboard.components.chart import chart_key
from dashboard.datastore.areas import Area
from dashboard.methods import targets
from dashboard.record.fields import Invalid, read_form
from dashboard.record.forms import target as form
from dashboard.record.kinds import RecordedFigure, Target
from dashboard.record_port import Goal
from dashboard.site import Site
from dashboard.statements.outlook.outlook import Outlook, outlook
from dashboard.statements.outlook.record_targets import target_of
from dashboard.statements.outlook.target_words import asks_for, target_status

ASKED = ("indicator", "area_code", "value", "due")  # the answers that the chart is drawn from
NOTHING = "Choose an indicator and a place: its figures are drawn here."
WIDE, NARROW = (400.0, 230.0), (230.0, 190.0)  # points


def target_chart(site: Site, region: Area, given: Mapping[str, Any], old: Target | None = None) -> html.Div:
    """The chart for the answers `given` (ASKED, as typed), with what the target asks for in words; `old` is
    the target that is being changed."""
    indicator = site.indicators.get(str(given.get("indicator", "")))
    here = {area.code: area for area in (region, *site.geography.places(region.code))}
    area = here.get(str(given.get("area_code", "")))
    if indicator is None or area is None:
        return _note(NOTHING)
    try:
        baseline = form.begins_at(site, indicator, area, old)
    except Invalid as error:
        return _note(f"{error}.")
    goal, wrong = _goal(site, indicator, area, baseline, given)
    return _drawn(site, indicator, area, goal, wrong)


def _goal(
    site: Site, indicator: Indicator, area: Area, baseline: RecordedFigure, given: Mapping[str, Any]
) -> tuple[Goal | None, list[str]]:
    """The goal that the answers stand for, None until they do, and what is wrong with what is typed."""
    typed = [field for field in form.TYPED if str(given.get(field.name, "")).strip()]
    try:
        values = read_form(typed, given)
        if len(typed) < len(form.TYPED):
            return None, []
        value = form.checked(site, indicator, values, baseline)
    except Invalid as error:
        return None, [f"{message}." for message in error.errors.values()]
    return Goal(indicator.id, area.code, value, values["due"], baseline.value, baseline.period, "", ""), []


def _drawn(site: Site, indicator: Indicator, area: Area, goal: Goal | None, wrong: list[str]) -> html.Div:
    target = target_of(site, goal) if goal else None
    ahead = outlook(site, indicator, area, target)
    shown = ahead if fan_shown(ahead, "") else None
    chart = trend(Selection(site, indicator, area, outlook=shown))
    if goal and target and isinstance(chart, Chart):
        chart = _with_target(chart, target_path(indicator, goal, target))
    parts = wrong
    if goal and target:
        parts = [asks_for(indicator, target), _already(site, goal, target), _ahead(ahead)]
    if goal and not target:
        parts = ["Due before the period of the latest figure has ended: choose a later date."]
    return html.Div([*_picture(indicator, chart), *_lines(parts)])


def _already(site: Site, goal: Goal, target: targets.Target) -> str:
    """That the newest figure meets the target before it is set; "" where it does not."""
    indicator = site.indicators[goal.indicator]
    latest = site.observations(indicator).latest(goal.area_code)
    if latest is None or target_status(indicator, target, latest).progress.track != "met":
        return ""
    return f"The latest figure, {indicator.format(latest.value)}, meets it already: it asks not to get worse."


def _ahead(found: Outlook) -> str:
    """What is expected if recent patterns continue; only where the pages of figures say it too."""
    return found.text if found.refused or fan_shown(found, "") else ""


def _with_target(chart: Chart, path: Line) -> Chart:
    """`chart` with the path, and the target as a point at its end."""
    *way, end = path.points
    return replace(
        chart, lines=(*chart.lines, replace(path, points=(*way, replace(end, judged=True)))), levels=()
    )


def _picture(indicator: Indicator, chart: Chart | Dots | None) -> list:
    if chart is None:
        return []
    heading = html.H2(f"{indicator.title}, {indicator.unit}", className="chart-subtitle")
    drawing = html.Div(**{"data-svg": drawn_for_screens(chart, WIDE, NARROW)})
    return [heading, chart_key(chart) if isinstance(chart, Chart) else None, drawing]


def _lines(lines: list[str]) -> list:
    return [html.Div([html.P(words) for words in lines if words], role="status")]


def _note(words: str) -> html.Div:
    return html.Div(_lines([words]))
