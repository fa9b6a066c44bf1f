"""Native PowerPoint charts: a Chart or Dots with its data in the slide, to be edited there."""

from datetime import date

from pptx.enum.chart import XL_CHART_TYPE, XL_TICK_LABEL_POSITION
from pptx.util import Pt

from dashboard.catalogue.indicators import Indicator
from dashboard.charts.axis import ValueAxis, time_axis, value_axis
from dashboard.charts.chart import AHEAD, Chart, Dot, Dots, Line, Point, extent, segments
from dashboard.charts.extremes import extremes
from dashboard.charts.svg.dots import shown_dots
from dashboard.charts.svg.text import text_width
from dashboard.packs.pptx.bands import draw_bands, whole
from dashboard.packs.pptx.chart_data import Data, Limits, draw_limits
from dashboard.packs.pptx.line_ends import FOOT, LABEL_MARGIN, LABEL_SIZE, Plot, dress_ends, place_plot
from dashboard.packs.pptx.slide import WIDEST
from dashboard.packs.pptx.style import MOST_NAMED_BARS, dress_bars, dress_lines, line_colours, rgb


def number_format(indicator: Indicator) -> str:
    """The indicator's way of writing a figure as a number format: "£"#,##0.00."""
    return _number_format(indicator.prefix, indicator.decimals, indicator.suffix)


def tick_format(indicator: Indicator, axis: ValueAxis) -> str:
    """The same for ticks: with the decimals of `axis`, and a unit in words left to the subtitle."""
    suffix = "" if indicator.suffix.startswith(" ") else indicator.suffix
    return _number_format(indicator.prefix, axis.decimals, suffix)


def _number_format(prefix: str, decimals: int, suffix: str) -> str:
    number = "#,##0" + ("." + "0" * decimals if decimals else "")
    before, after = (f'"{words}"' if words else "" for words in (prefix, suffix))
    return f"{before}{number}{after}"


def add_chart(
    shapes, chart: Chart | Dots, indicator: Indicator, box: tuple[int, int, int, int], size: int = LABEL_SIZE
):
    """Put `chart` on a slide's `shapes` in `box` (left, top, width, height), its words in `size` points.

    Gives its graphic frame.
    """
    if isinstance(chart, Dots):
        data, colours = _bars(chart, indicator), [str(rgb("--ink"))]
        frame = shapes.add_chart(XL_CHART_TYPE.BAR_CLUSTERED, *box, data)
        place_plot(frame.chart, plot := _beside_names(chart, box[2:], size))
        dress_bars(frame.chart, chart, _figures_beyond(chart, plot, size), size)
    else:
        runs = [*_runs(chart), *_levels(chart)]
        data, colours = _lines(chart, runs, indicator), line_colours(chart, runs)
        if all(line.role not in AHEAD for line, _, _ in runs):  # a legend would name the band
            data.banded = {at for at, limits in data.limits.items() if whole(limits)}
        frame = shapes.add_chart(XL_CHART_TYPE.LINE_MARKERS, *box, data)
        dress_lines(frame.chart, chart, runs, size)
        dress_ends(frame.chart, chart, runs, axis_of(chart), box[2:], size)
    draw_limits(frame.chart, data, colours)
    draw_bands(frame.chart, data, colours)
    native = frame.chart
    native.font.size = Pt(size)
    native.font.color.rgb = rgb("--ink-soft")
    native.has_title = False
    _dress_axes(native, chart, indicator)
    if isinstance(chart, Dots):
        native.value_axis.major_unit *= _every_which(axis_of(chart), plot.right - plot.left, size)
    return frame


def _every_which(axis: ValueAxis, room: float, letters: int) -> int:
    """Of how many ticks below each other's words one is drawn, so that none touches the next."""
    steps = len(axis.ticks) - 1
    apart = max(text_width(word, letters) for word in axis.words) * WIDEST + LABEL_MARGIN
    fitting = (every for every in range(1, steps + 1) if steps % every == 0 and room / steps * every >= apart)
    return next(fitting, steps)


def _beside_names(chart: Dots, size: tuple[int, int], letters: int) -> Plot:
    """The plot of bars, with room for the longest name in one line to its left."""
    width, height = (length / Pt(1) for length in size)
    longest = max(text_width(dot.name, letters) for dot in shown_dots(chart, MOST_NAMED_BARS)) * WIDEST
    left = min(longest + LABEL_MARGIN, width / 2)
    return Plot(left, LABEL_MARGIN, width - 2 * letters, height - FOOT * letters, width, height)


def _figures_beyond(chart: Dots, plot: Plot, letters: int) -> list[float | None]:
    """How far past the end of each bar its figure stands, as a share of the chart: past its upper limit; None
    where its foot has room for it, clear of its lower limit."""
    axis = axis_of(chart)
    scale = (plot.right - plot.left) / (axis.ticks[-1] - axis.ticks[0])
    found: list[float | None] = []
    for dot in shown_dots(chart, MOST_NAMED_BARS):
        low, high = (dot.value if end is None else end for end in (dot.lower, dot.upper))
        words = text_width(chart.format(dot.value), letters) * WIDEST + LABEL_MARGIN
        found.append(None if low * scale >= words else (high - dot.value) * scale / plot.width)
    return found


def _dress_axes(native, chart: Chart | Dots, indicator: Indicator) -> None:
    axis, found = native.value_axis, axis_of(chart)
    axis.minimum_scale, axis.maximum_scale, axis.major_unit = found.ticks[0], found.ticks[-1], found.step
    axis.tick_labels.number_format = tick_format(indicator, found)
    axis.tick_labels.number_format_is_linked = False
    axis.major_gridlines.format.line.color.rgb = rgb("--line")
    axis.format.line.fill.background()
    native.category_axis.format.line.color.rgb = rgb("--line-strong")
    native.category_axis.has_major_gridlines = False
    # At the edge, not at zero, which may lie across the chart.
    native.category_axis.tick_label_position = XL_TICK_LABEL_POSITION.LOW


def axis_of(chart: Chart | Dots) -> ValueAxis:
    """The value axis of a line chart as on the screen; bars begin at zero, or would not show their sizes."""
    if isinstance(chart, Chart):
        return value_axis(extent(chart), chart.format, chart.zero)
    values = [
        n
        for dot in shown_dots(chart, MOST_NAMED_BARS)
        for n in (dot.value, dot.lower, dot.upper)
        if n is not None
    ]
    return value_axis(values, chart.format, zero=True)


Run = tuple[Line, str, dict[date, Point]]


def _runs(chart: Chart) -> list[Run]:
    """A series for each stretch of a line between breaks: (line, name, values by period)."""
    found, called = [], {each.line: f", {each.called}" for each in extremes(chart)}
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
                found.append((line, _name(chart, line, number < last) + called.get(line, ""), points))
    return found


def _name(chart: Chart, line: Line, before: bool) -> str:
    """The name of a series; the middle of a projection says what its bars are."""
    band = next((band for band in chart.bands if band.kind == "projection"), None)
    if line.role == "path" and band:
        return f"{line.name} (bars: {band.name[:1].lower()}{band.name[1:]})"
    return f"{line.name} (before a break)" if before else line.name


def _levels(chart: Chart) -> list[Run]:
    """A target is a series of one value."""
    found = []
    for level in (item for item in chart.levels if item.kind == "target"):
        points = {period: Point(period, label, level.value) for period, label in chart.periods}
        found.append((Line(level.text, tuple(points.values()), "target", level.text), level.text, points))
    return found


def _lines(chart: Chart, runs: list[Run], indicator: Indicator) -> Data:
    data = Data(number_format(indicator))
    data.categories = [label for _, label in time_axis(chart.periods)]
    for line, name, points in runs:
        found = [points.get(period) for period, _ in chart.periods]
        drawn = line.role == "path" or (line.role == "focus" and chart.intervals)
        data.add(name, [point and point.value for point in found], _limits(found) if drawn else None)
    return data


def _limits(points: list[Point | Dot | None]) -> Limits:
    known = [point and (point.lower, point.upper) for point in points]
    return [pair if pair and None not in pair else None for pair in known]


def _bars(chart: Dots, indicator: Indicator) -> Data:
    data = Data(number_format(indicator))
    dots = shown_dots(chart, MOST_NAMED_BARS)
    data.categories = [dot.name for dot in dots]
    data.add(indicator.title, [dot.value for dot in dots], _limits(dots))
    return data
