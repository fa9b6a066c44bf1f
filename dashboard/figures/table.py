"""A Chart as a table: one row a period, one column a line."""

from dashboard.figures.chart import Chart


def table(chart: Chart) -> tuple[list[str], list[list[str]]]:
    """The header and rows of `chart`, newest period first; an en dash where a line has no figure."""
    header = ["Period", *[line.name for line in chart.lines]]
    columns = [{point.period: point.value for point in line.points} for line in chart.lines]
    rows = [
        [label, *[chart.format(column.get(period)) for column in columns]]
        for period, label in reversed(chart.periods)
    ]
    return header, rows
