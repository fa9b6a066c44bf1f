"""How a native PowerPoint chart looks: the same colours and dashes as on the screen."""

from collections.abc import Sequence

from pptx.chart.chart import Chart as NativeChart
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_LABEL_POSITION, XL_LEGEND_POSITION, XL_MARKER_STYLE
from pptx.enum.dml import MSO_LINE
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Pt

from dashboard.charts.chart import AHEAD, Chart, Dots, Line, segments
from dashboard.charts.line_styles import EXTREME, TARGET, Look, dot_looks, looks
from dashboard.charts.svg.dots import shown_dots
from dashboard.charts.svg.drawing import print_colour

# Of a slide that has their names in 18 points, besides those of the place and England.
MOST_NAMED_BARS = 12
MOST_MARKED_POINTS = 26  # points of a line: from here on markers would touch
_DASHES = {"dash": MSO_LINE.DASH, "dot": MSO_LINE.ROUND_DOT}
_WIDTHS = {"focus": 3, "context": 0.75}


def rgb(name: str) -> RGBColor:
    """The colour of a CSS variable on paper."""
    return RGBColor.from_string(print_colour(name)[1:].upper())


Runs = list[tuple[Line, str, dict]]


def line_colours(chart: Chart, runs: Runs) -> list[str]:
    """The colour of each series as RRGGBB."""
    styles = styles_of(chart, runs)
    return [str(rgb(styles[line].colour)) for line, _, _ in runs]


def styles_of(chart: Chart, runs: Runs) -> dict[Line, Look]:
    """The look of every line of the chart, and of the series that stand for its targets."""
    return looks(chart) | {line: TARGET for line, _, _ in runs if line not in chart.lines}


def dress_lines(native: NativeChart, chart: Chart, runs: Runs, size: int) -> None:
    """Colours, dashes and markers; `runs` are the series in their order. The legend, in `size` points, holds
    what lies ahead."""
    styles = styles_of(chart, runs)
    for series, (line, _, points) in zip(native.plots[0].series, runs, strict=True):
        look = styles[line]
        series.smooth = False
        series.format.line.color.rgb = rgb(look.colour)
        series.format.line.width = Pt(_WIDTHS.get(line.role, 2) if look != EXTREME else 1.5)
        if look.dash in _DASHES:
            series.format.line.dash_style = _DASHES[look.dash]
        _mark(series, look.colour, _marker_size(chart, line, points))
    _legend(native, [at for at, (line, _, _) in enumerate(runs) if line.role not in AHEAD], size)


def _marker_size(chart: Chart, line: Line, points: dict) -> int:
    """Markers where there are few points, and where a point of a line stands alone; 0 for none."""
    alone = any(len(run) == 1 for run in segments(line, chart.breaks()))
    if line.role in ("focus", "other") and len(points) <= MOST_MARKED_POINTS:
        return 6
    return 5 if alone else 0


def _mark(series, colour: str, size: int) -> None:
    series.marker.style = XL_MARKER_STYLE.CIRCLE if size else XL_MARKER_STYLE.NONE
    if size:
        series.marker.size = size
        series.marker.format.fill.solid()
        series.marker.format.fill.fore_color.rgb = rgb(colour)
        series.marker.format.line.color.rgb = rgb(colour)


def _legend(native: NativeChart, hidden: list[int], size: int) -> None:
    """A legend without the series at `hidden`; none where that leaves nothing."""
    native.has_legend = len(hidden) < len(native.plots[0].series)
    if not native.has_legend:
        return
    native.legend.position = XL_LEGEND_POSITION.TOP
    native.legend.include_in_layout = False
    native.legend.font.size = Pt(size)
    position = native.legend._element.find("{*}legendPos")
    for at in reversed(hidden):
        entry = f'<c:legendEntry {nsdecls("c")}><c:idx val="{at}"/><c:delete val="1"/></c:legendEntry>'
        position.addnext(parse_xml(entry))


def dress_bars(native: NativeChart, chart: Dots, beyond: Sequence[float | None], size: int) -> None:
    """Colours of the bars, and their labels in `size` points.

    `beyond` says of each bar that is too short for its figure how far past its end that stands, as a share of
    the chart; None of one that has it at its foot.
    """
    plot = native.plots[0]
    native.has_legend = False
    native.category_axis.reverse_order = True
    # Of rows turned round the last is lowest. (python-pptx writes this for a category axis to no avail.)
    native.value_axis._element.find(qn("c:crosses")).set("val", "max")
    _every_name(native, size)
    plot.gap_width, plot.vary_by_categories, plot.has_data_labels = 45, False, True
    plot.data_labels.font.size = Pt(size)
    looks_of = dict(zip(chart.dots, dot_looks(chart), strict=True))
    for number, (dot, past) in enumerate(zip(shown_dots(chart, MOST_NAMED_BARS), beyond, strict=True)):
        point = plot.series[0].points[number]
        point.format.fill.solid()
        point.format.fill.fore_color.rgb = rgb(looks_of[dot].colour)
        label, inside = point.data_label, past is None
        label.position = XL_LABEL_POSITION.INSIDE_BASE if inside else XL_LABEL_POSITION.OUTSIDE_END
        label.font.size = Pt(size)
        label.font.color.rgb = rgb("--paper" if inside and dot.role != "context" else "--ink")
        if past:
            move(label, past, 0)


def move(label, across: float, down: float) -> None:
    """Move a label of a chart from its place, `across` and `down` in shares of the chart."""
    place = f'<c:x val="{across:.4f}"/><c:y val="{down:.4f}"/>'
    layout = f"<c:layout {nsdecls('c')}><c:manualLayout>{place}</c:manualLayout></c:layout>"
    label._dLbl.find(qn("c:idx")).addnext(parse_xml(layout))


def _every_name(native: NativeChart, size: int) -> None:
    """No bar without its name: PowerPoint and LibreOffice leave some out where they seem too close."""
    axis = native.category_axis
    axis.tick_labels.font.size = Pt(size)
    element = axis._element
    body = element.find(f"{qn('c:txPr')}/{qn('a:bodyPr')}")
    body.set("rot", "0")  # LibreOffice lets words of no angle stand close
    body.set("vert", "horz")
    element.find(qn("c:lblOffset")).addnext(parse_xml(f'<c:tickLblSkip {nsdecls("c")} val="1"/>'))
