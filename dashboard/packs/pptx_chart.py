"""Native PowerPoint charts: a Chart or Dots with its data in the slide, to be edited there."""

from pptx.chart.chart import Chart as NativeChart
from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_LEGEND_POSITION, XL_MARKER_STYLE
from pptx.enum.dml import MSO_LINE
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.util import Pt

from dashboard.catalogue.indicators import Indicator
from dashboard.figures.axis import value_axis
from dashboard.figures.chart import Chart, Dots, Line, Point, segments
from dashboard.figures.looks import looks
from dashboard.figures.print_dots import shown_dots
from dashboard.figures.print_svg import print_colour

MANY = 26  # points of a line: from here on markers would touch
_DASHES = {"dash": MSO_LINE.DASH, "dot": MSO_LINE.ROUND_DOT}
_DOT_COLOURS = {"focus": "--series-1", "other": "--series-2", "benchmark": "--series-benchmark"}


def number_format(indicator: Indicator) -> str:
    """The indicator's way of writing a figure as a number format: "£"#,##0.00."""
    number = "#,##0" + ("." + "0" * indicator.decimals if indicator.decimals else "")
    prefix, suffix = (f'"{words}"' if words else "" for words in (indicator.prefix, indicator.suffix))
    return f"{prefix}{number}{suffix}"


def add_chart(shapes, chart: Chart | Dots, indicator: Indicator, box: tuple[int, int, int, int]):
    """Put `chart` on a slide's `shapes` in `box` (left, top, width, height); gives its graphic frame."""
    if isinstance(chart, Dots):
        frame = shapes.add_chart(XL_CHART_TYPE.BAR_CLUSTERED, *box, _bars(chart, indicator))
        _dress_bars(frame.chart, chart)
    else:
        runs = _runs(chart)
        frame = shapes.add_chart(XL_CHART_TYPE.LINE_MARKERS, *box, _lines(chart, runs, indicator))
        _dress_lines(frame.chart, chart, runs)
    native = frame.chart
    native.font.size = Pt(12)
    native.font.color.rgb = _rgb("--ink-soft")
    native.has_title = False
    axis = native.value_axis
    axis.tick_labels.number_format = number_format(indicator)
    axis.tick_labels.number_format_is_linked = False
    axis.major_gridlines.format.line.color.rgb = _rgb("--line")
    axis.format.line.fill.background()
    _reach(axis, chart)
    native.category_axis.format.line.color.rgb = _rgb("--line-strong")
    native.category_axis.has_major_gridlines = False
    return frame


def _reach(axis, chart: Chart | Dots) -> None:
    """The axis of a line chart as on the screen; bars begin at zero."""
    if isinstance(chart, Dots):
        return
    values = [point.value for line in chart.lines for point in line.figures]
    ticks, _ = value_axis(values, chart.format, chart.zero)
    axis.minimum_scale, axis.maximum_scale, axis.major_unit = ticks[0], ticks[-1], ticks[1] - ticks[0]


def _rgb(name: str) -> RGBColor:
    return RGBColor.from_string(print_colour(name)[1:].upper())


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


def _dress_lines(native: NativeChart, chart: Chart, runs: list[tuple[Line, str, dict]]) -> None:
    styles = looks(chart)
    periods = [period for period, _ in chart.periods]
    named = [line.figures[-1].value for line in chart.lines if line.role != "context" and line.figures]
    for series, (line, name, points) in zip(native.plots[0].series, runs, strict=True):
        look = styles[line]
        series.smooth = False
        series.format.line.color.rgb = _rgb(look.colour)
        series.format.line.width = Pt({"focus": 3, "context": 0.75}.get(line.role, 2))
        if look.dash in _DASHES:
            series.format.line.dash_style = _DASHES[look.dash]
        _mark(series, look.colour, _marker_size(chart, line, points))
        if line.role != "context" and name == line.name:
            last = points[max(points)]
            above = last.value >= max(named)
            _label_end(series, periods.index(last.period), look.colour, above)
    _legend(
        native, [at for at, (line, name, _) in enumerate(runs) if line.role == "context" or name != line.name]
    )


def _marker_size(chart: Chart, line: Line, points: dict) -> int:
    """Markers where there are few points, and where a point of a line stands alone; 0 for none."""
    alone = any(len(run) == 1 for run in segments(line, chart.breaks()))
    if line.role in ("focus", "other") and len(points) <= MANY:
        return 6
    return 5 if alone else 0


def _mark(series, colour: str, size: int) -> None:
    series.marker.style = XL_MARKER_STYLE.CIRCLE if size else XL_MARKER_STYLE.NONE
    if size:
        series.marker.size = size
        series.marker.format.fill.solid()
        series.marker.format.fill.fore_color.rgb = _rgb(colour)
        series.marker.format.line.color.rgb = _rgb(colour)


def _label_end(series, at: int, colour: str, above: bool) -> None:
    """The last figure of a line at its end, away from the others."""
    label = series.points[at].data_label
    label.position = XL_LABEL_POSITION.ABOVE if above else XL_LABEL_POSITION.BELOW
    label.font.size, label.font.bold = Pt(12), True
    label.font.color.rgb = _rgb(colour)


def _legend(native: NativeChart, hidden: list[int]) -> None:
    """A legend of the named lines only: the series at `hidden` are left out."""
    native.has_legend = True
    native.legend.position = XL_LEGEND_POSITION.TOP
    native.legend.include_in_layout = False
    native.legend.font.size = Pt(13)
    position = native.legend._element.find("{*}legendPos")
    for at in reversed(hidden):
        entry = f'<c:legendEntry {nsdecls("c")}><c:idx val="{at}"/><c:delete val="1"/></c:legendEntry>'
        position.addnext(parse_xml(entry))


def _dress_bars(native: NativeChart, chart: Dots) -> None:
    plot = native.plots[0]
    native.has_legend = False
    native.category_axis.reverse_order = True
    plot.gap_width, plot.vary_by_categories, plot.has_data_labels = 45, False, True
    plot.data_labels.font.size = Pt(11)
    plot.data_labels.position = XL_LABEL_POSITION.OUTSIDE_END
    for number, dot in enumerate(shown_dots(chart)):
        fill = plot.series[0].points[number].format.fill
        fill.solid()
        fill.fore_color.rgb = _rgb(_DOT_COLOURS.get(dot.role, "--series-other"))
