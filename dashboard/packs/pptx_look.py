"""How a native PowerPoint chart looks: the same colours, dashes and labels as on the screen."""

from pptx.chart.chart import Chart as NativeChart
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_LABEL_POSITION, XL_LEGEND_POSITION, XL_MARKER_STYLE
from pptx.enum.dml import MSO_LINE
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.util import Pt

from dashboard.figures.chart import Chart, Dots, Line, segments
from dashboard.figures.looks import TARGET, Look, looks
from dashboard.figures.print_dots import shown_dots
from dashboard.figures.print_svg import print_colour

MANY = 26  # points of a line: from here on markers would touch
_DASHES = {"dash": MSO_LINE.DASH, "dot": MSO_LINE.ROUND_DOT}
_DOT_COLOURS = {"focus": "--series-1", "other": "--series-2", "benchmark": "--series-benchmark"}


def rgb(name: str) -> RGBColor:
    """The colour of a CSS variable on paper."""
    return RGBColor.from_string(print_colour(name)[1:].upper())


Runs = list[tuple[Line, str, dict]]


def line_colours(chart: Chart, runs: Runs) -> list[str]:
    """The colour of each series as RRGGBB."""
    styles = _styles(chart, runs)
    return [str(rgb(styles[line].colour)) for line, _, _ in runs]


def _styles(chart: Chart, runs: Runs) -> dict[Line, Look]:
    """The look of every line of the chart, and of the series that stand for its targets."""
    return looks(chart) | {line: TARGET for line, _, _ in runs if line not in chart.lines}


def dress_lines(native: NativeChart, chart: Chart, runs: Runs) -> None:
    """Colours, dashes, markers and end labels; `runs` are the series in their order."""
    styles = _styles(chart, runs)
    periods = [period for period, _ in chart.periods]
    named = [line.figures[-1].value for line, _, _ in runs if line.role != "context" and line.figures]
    for series, (line, name, points) in zip(native.plots[0].series, runs, strict=True):
        look = styles[line]
        series.smooth = False
        series.format.line.color.rgb = rgb(look.colour)
        series.format.line.width = Pt({"focus": 3, "context": 0.75}.get(line.role, 2))
        if look.dash in _DASHES:
            series.format.line.dash_style = _DASHES[look.dash]
        _mark(series, look.colour, _marker_size(chart, line, points))
        if line.role != "context" and "(before a break)" not in name:
            last = points[max(points)]
            above = last.value >= max(named)
            _label_end(series, periods.index(last.period), look.colour, above)
    hidden = [
        at for at, (line, name, _) in enumerate(runs) if line.role == "context" or "(before a break)" in name
    ]
    _legend(native, hidden)


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
        series.marker.format.fill.fore_color.rgb = rgb(colour)
        series.marker.format.line.color.rgb = rgb(colour)


def _label_end(series, at: int, colour: str, above: bool) -> None:
    """The last figure of a line at its end, away from the others."""
    label = series.points[at].data_label
    label.position = XL_LABEL_POSITION.ABOVE if above else XL_LABEL_POSITION.BELOW
    label.font.size, label.font.bold = Pt(12), True
    label.font.color.rgb = rgb(colour)


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


def dress_bars(native: NativeChart, chart: Dots) -> None:
    """Colours and labels of the bars."""
    plot = native.plots[0]
    native.has_legend = False
    native.category_axis.reverse_order = True
    plot.gap_width, plot.vary_by_categories, plot.has_data_labels = 45, False, True
    plot.data_labels.font.size = Pt(11)
    plot.data_labels.position = XL_LABEL_POSITION.OUTSIDE_END
    for number, dot in enumerate(shown_dots(chart)):
        fill = plot.series[0].points[number].format.fill
        fill.solid()
        fill.fore_color.rgb = rgb(_DOT_COLOURS.get(dot.role, "--series-other"))
