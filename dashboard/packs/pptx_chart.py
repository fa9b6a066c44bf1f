"""Native PowerPoint charts: a Chart or Dots with its data in the slide, to be edited there."""

from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Pt

from dashboard.catalogue.indicators import Indicator
from dashboard.figures.axis import value_axis
from dashboard.figures.chart import Chart, Dots, Line, Point, segments
from dashboard.figures.print_dots import shown_dots
from dashboard.packs.pptx_look import dress_bars, dress_lines, rgb


def number_format(indicator: Indicator) -> str:
    """The indicator's way of writing a figure as a number format: "£"#,##0.00."""
    number = "#,##0" + ("." + "0" * indicator.decimals if indicator.decimals else "")
    prefix, suffix = (f'"{words}"' if words else "" for words in (indicator.prefix, indicator.suffix))
    return f"{prefix}{number}{suffix}"


def add_chart(shapes, chart: Chart | Dots, indicator: Indicator, box: tuple[int, int, int, int]):
    """Put `chart` on a slide's `shapes` in `box` (left, top, width, height); gives its graphic frame."""
    if isinstance(chart, Dots):
        frame = shapes.add_chart(XL_CHART_TYPE.BAR_CLUSTERED, *box, _bars(chart, indicator))
        dress_bars(frame.chart, chart)
    else:
        runs = _runs(chart)
        frame = shapes.add_chart(XL_CHART_TYPE.LINE_MARKERS, *box, _lines(chart, runs, indicator))
        dress_lines(frame.chart, chart, runs)
    native = frame.chart
    native.font.size = Pt(12)
    native.font.color.rgb = rgb("--ink-soft")
    native.has_title = False
    axis = native.value_axis
    axis.tick_labels.number_format = number_format(indicator)
    axis.tick_labels.number_format_is_linked = False
    axis.major_gridlines.format.line.color.rgb = rgb("--line")
    axis.format.line.fill.background()
    _reach(axis, chart)
    native.category_axis.format.line.color.rgb = rgb("--line-strong")
    native.category_axis.has_major_gridlines = False
    return frame


def _reach(axis, chart: Chart | Dots) -> None:
    """The axis of a line chart as on the screen; bars begin at zero."""
    if isinstance(chart, Dots):
        return
    values = [point.value for line in chart.lines for point in line.figures]
    ticks, _ = value_axis(values, chart.format, chart.zero)
    axis.minimum_scale, axis.maximum_scale, axis.major_unit = ticks[0], ticks[-1], ticks[1] - ticks[0]


def _runs(chart: Chart) -> list[tuple[Line, str, dict]]:
    """A series for each stretch of a line between breaks: (line, name, values by period)."""
    found = []
    for line in chart.lines:
        stretches: list[dict] = [{}]
        for run in segments(line, chart.breaks()):
            before = max(stretches[-1], default=None)
            if before and any(before < since <= run[0].period for since in chart.breaks()):
                stretches.append({})
            stretches[-1] |= {point.period: point for point in run}
        last = len(stretches) - 1
        for number, points in enumerate(stretches):
            if points:
                found.append((line, line.name if number == last else f"{line.name} (before a break)", points))
    return found


def _lines(
    chart: Chart, runs: list[tuple[Line, str, dict[object, Point]]], indicator: Indicator
) -> CategoryChartData:
    data = CategoryChartData(number_format=number_format(indicator))
    data.categories = [label for _, label in chart.periods]
    for _, name, points in runs:
        values = [points[period].value if period in points else None for period, _ in chart.periods]
        data.add_series(name, values)
    return data


def _bars(chart: Dots, indicator: Indicator) -> CategoryChartData:
    data = CategoryChartData(number_format=number_format(indicator))
    dots = shown_dots(chart)
    data.categories = [dot.name for dot in dots]
    data.add_series(indicator.title, [dot.value for dot in dots])
    return data
