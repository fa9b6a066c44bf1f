"""A Chart or Dots as a table: every figure that is drawn, with what is special about it."""

from datetime import date

from dashboard.capital_letter import capital
from dashboard.charts.chart import AHEAD, Chart, Dot, Dots, Point
from dashboard.charts.extremes import extremes
from dashboard.statements.rank_words import LIKELY, LIKELY_HEAD, limits_words


def table(chart: Chart | Dots) -> tuple[list[str], list[list[str]]]:
    """Header and rows: one row a period and one column a line; of Dots, one row an area.

    The newest published period comes first; what lies ahead of it comes last, the nearest first.

    A line with limits has a second column for them; an en dash stands where a line has no figure. A grey line
    that is the highest or the lowest says so in its column's name.
    """
    if isinstance(chart, Dots):
        return _dots(chart)
    header, columns = ["Period"], []
    called = {each.line: f", {each.called}" for each in extremes(chart)}
    for line in chart.lines:
        by_period = {point.period: point for point in line.points}
        header.append(line.name + called.get(line, ""))
        columns.append({period: _figure(chart, point) for period, point in by_period.items()})
        if any(point.lower is not None for point in line.points):
            header.append(f"{line.name}: {LIKELY}")
            columns.append({period: _between(chart, point) for period, point in by_period.items()})
    rows = [[label, *[column.get(period, "–") for column in columns]] for period, label in _ordered(chart)]
    return header, rows


def _ordered(chart: Chart) -> list[tuple[date, str]]:
    published = [point.period for line in chart.lines if line.role not in AHEAD for point in line.points]
    newest = max(published, default=date.min)
    ahead = [each for each in chart.periods if each[0] > newest]
    return [each for each in reversed(chart.periods) if each[0] <= newest] + ahead


def _dots(chart: Dots) -> tuple[list[str], list[list[str]]]:
    limits = any(dot.lower is not None for dot in chart.dots)
    header = ["Area", capital(chart.unit), *([LIKELY_HEAD] if limits else [])]
    rows = [
        [dot.name, _figure(chart, dot), *([_between(chart, dot)] if limits else [])] for dot in chart.dots
    ]
    return header, rows


def _figure(chart: Chart | Dots, item: Point | Dot) -> str:
    words = chart.format(item.value)
    return f"{words} ({item.note})" if item.note else words


def _between(chart: Chart | Dots, item: Point | Dot) -> str:
    return limits_words(chart.format, item) or "–"
