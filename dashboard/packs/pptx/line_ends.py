"""The names and figures at the ends of a native chart's lines, and the room that plot and names have.

The plot's place is written into the slide, so that it is known where each label lies: PowerPoint moves none.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from pptx.chart.chart import Chart as NativeChart
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Pt

from dashboard.charts.axis import ValueAxis, steps_apart, time_axis
from dashboard.charts.chart import Chart
from dashboard.charts.line_ends import End, ends, spread
from dashboard.charts.line_styles import Look
from dashboard.charts.svg.text import folded, text_width
from dashboard.packs.pptx.slide import WIDEST
from dashboard.packs.pptx.style import Runs, move, rgb, styles_of

LABEL_SIZE = 12  # points of the labels
LINE, FOOT, LEGEND = 1.25, 2.5, 2.0  # in sizes: from one label to the next, room of the periods, of a legend
LABEL_MARGIN = 10
MOST_OF_WIDTH = 0.4  # of a chart's width, for the names
BOLD = 1.2  # how much wider the stand-ins' bold letters are
FIELD = "{5A8C9A4E-2D0B-4C5D-9A6E-0C2E5F4B7A11}"  # any id: a label has one field
UNNAMED = ("path", "target")  # what lies ahead stands in the legend


@dataclass(frozen=True)
class Plot:
    """Where the plot lies in its chart, in points from its top left corner; the chart's `width`, `height`."""

    left: float
    top: float
    right: float
    bottom: float
    width: float
    height: float


def named_ends(chart: Chart) -> list[End]:
    """The ends that are named beside their lines, highest first."""
    return [end for end in ends(chart) if end.line.role not in UNNAMED]


def dress_ends(native: NativeChart, chart: Chart, runs: Runs, axis: ValueAxis, size: tuple[int, int],
               letters: int = LABEL_SIZE) -> None:  # fmt: skip
    """Give the plot its place in a chart of `size` (in EMU), name its periods and the ends of its lines.

    `runs` are the series in their order; `letters` the size of the labels in points.
    """
    plot = plot_of(chart, axis, size, native.has_legend, letters)
    place_plot(native, plot)
    _name_periods(native, chart, plot, letters)
    _label_ends(native, chart, runs, axis, plot, letters)


def plot_of(
    chart: Chart, axis: ValueAxis, size: tuple[int, int], legend: bool, letters: int = LABEL_SIZE
) -> Plot:
    """The plot of a chart of `size` in EMU, with room for the longest name to its right."""
    width, height = (length / Pt(1) for length in size)
    every = [line for end in named_ends(chart) for line in _lines_of(end, width * MOST_OF_WIDTH, letters)]
    widest = max((text_width(line, letters) * BOLD for line in every), default=0)
    left = max(text_width(word, letters) for word in axis.words) + LABEL_MARGIN
    return Plot(
        left,
        LEGEND * letters if legend else LABEL_MARGIN,
        width - min(widest + LABEL_MARGIN, width * MOST_OF_WIDTH),
        height - FOOT * letters,
        width,
        height,
    )


def place_plot(native: NativeChart, plot: Plot) -> None:
    """Fix the plot in its chart."""
    shares = {
        "x": plot.left / plot.width,
        "y": plot.top / plot.height,
        "w": (plot.right - plot.left) / plot.width,
        "h": (plot.bottom - plot.top) / plot.height,
    }
    values = "".join(f'<c:{name} val="{share:.4f}"/>' for name, share in shares.items())
    area = native._chartSpace.chart.plotArea
    for old in area.findall(qn("c:layout")):
        area.remove(old)
    area.insert(0, parse_xml(
        f'<c:layout {nsdecls("c")}><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/>'
        f'<c:yMode val="edge"/>{values}</c:manualLayout></c:layout>'
    ))  # fmt: skip


def _label_ends(
    native: NativeChart, chart: Chart, runs: Runs, axis: ValueAxis, plot: Plot, letters: int
) -> None:
    """Name, period where a line ends early, and figure at the end of each line, none over another."""
    periods = [period for period, _ in chart.periods]
    found, styles = named_ends(chart), styles_of(chart, runs)
    low, high = axis.ticks[0], axis.ticks[-1]
    places = [
        plot.bottom - (plot.bottom - plot.top) * (end.point.value - low) / (high - low) for end in found
    ]
    told = [_lines_of(end, plot.width * MOST_OF_WIDTH, letters) for end in found]
    middles = spread(places, [LINE * letters * len(lines) for lines in told], 0, plot.height)
    for end, place, middle, lines in zip(found, places, middles, told, strict=True):
        at = max(
            n for n, (line, _, points) in enumerate(runs) if line == end.line and end.point.period in points
        )
        series = native.plots[0].series[at]
        label = series.points[periods.index(end.point.period)].data_label
        # Beside the plot, also where the line ends before it: there what lies ahead would cross it.
        slots = len(periods) - 1 - periods.index(end.point.period)
        across = slots * (plot.right - plot.left) / len(periods) / plot.width
        _write(label, styles[end.line], slots > 0, (across, (middle - place) / plot.height), letters)
        if len(lines) > 1:
            _fold(label, lines[:-1], styles[end.line], letters)
        _lead(series)


def _write(label, look: Look, early: bool, moved: tuple[float, float], letters: int) -> None:
    """A label to the right of its point, `moved` across and down from there in shares of the chart."""
    label.font.size, label.font.bold = Pt(letters), True
    label.font.color.rgb = rgb(look.colour)
    element = label._dLbl
    element.find(f"{qn('c:txPr')}/{qn('a:bodyPr')}").set("wrap", "none")
    move(label, *moved)
    element.find(qn("c:showSerName")).set("val", "1")
    element.find(qn("c:showCatName")).set("val", "1" if early else "0")
    element.find(qn("c:showLegendKey")).addprevious(parse_xml(f'<c:dLblPos {nsdecls("c")} val="r"/>'))
    element.append(parse_xml(f"<c:separator {nsdecls('c')}>, </c:separator>"))


def _lines_of(end: End, room: float, letters: int) -> list[str]:
    """What is said at an end, in one line where `room` holds it, else the name in several and the figure."""
    whole = ", ".join(filter(None, (end.name, end.called, end.value)))
    if text_width(whole, letters) * BOLD <= room:
        return [whole]
    name = ", ".join(filter(None, (end.name, end.called)))
    return [*folded(name, room / BOLD, letters), end.value]


def _fold(label, name: Sequence[str], look: Look, letters: int) -> None:
    """The name in several lines, then the figure, which follows the chart's data as in any other label."""
    fill = f'<a:solidFill><a:srgbClr val="{rgb(look.colour)}"/></a:solidFill>'
    ink = f'<a:rPr lang="en-GB" sz="{letters * 100}" b="1">{fill}</a:rPr>'
    lines = "".join(f"<a:p><a:r>{ink}<a:t>{escape(line)}</a:t></a:r></a:p>" for line in name)
    figure = f'<a:p><a:fld id="{FIELD}" type="VALUE">{ink}<a:t>[VALUE]</a:t></a:fld></a:p>'
    label._dLbl.find(qn("c:layout")).addnext(parse_xml(
        f'<c:tx {nsdecls("c", "a")}><c:rich><a:bodyPr wrap="none"/>{lines}{figure}</c:rich></c:tx>'
    ))  # fmt: skip


def _lead(series) -> None:
    """A thin line from a figure to its label where that stands away from it (PowerPoint 2013 and later)."""
    labels = series._element.find(qn("c:dLbls"))
    for old in labels.findall(qn("c:showLeaderLines")):
        labels.remove(old)  # of pies only
    labels.append(parse_xml(
        f'<c:extLst {nsdecls("c", "a")}><c:ext uri="{{CE6537A1-D6FC-4f65-9D91-7224C49458BB}}" '
        'xmlns:c15="http://schemas.microsoft.com/office/drawing/2012/chart"><c15:showLeaderLines val="1"/>'
        f'<c15:leaderLines><c:spPr><a:ln w="6350"><a:solidFill><a:srgbClr val="{rgb("--series-other")}"/>'
        '</a:solidFill><a:prstDash val="sysDot"/></a:ln></c:spPr></c15:leaderLines></c:ext></c:extLst>'
    ))  # fmt: skip


def _name_periods(native: NativeChart, chart: Chart, plot: Plot, letters: int) -> None:
    """As many periods named as there is room for, upright and evenly apart, the newest among them."""
    labels = [label for _, label in time_axis(chart.periods)]
    last, slot = len(labels) - 1, (plot.right - plot.left) / len(labels)
    room = max(text_width(label, letters) for label in labels) * WIDEST + LABEL_MARGIN
    wide = [step for step in steps_apart([period for period, _ in chart.periods]) if step * slot >= room]
    step = next((step for step in wide if last % step == 0), last or 1)
    axis = native.category_axis
    axis.tick_labels.font.size = Pt(letters)
    element = axis._element
    body = element.find(f"{qn('c:txPr')}/{qn('a:bodyPr')}")
    body.set(
        "rot", "1"
    )  # upright: of no angle at all LibreOffice breaks the words instead of leaving some out
    body.set("vert", "horz")
    for name in ("tickMarkSkip", "tickLblSkip"):
        element.find(qn("c:lblOffset")).addnext(parse_xml(f'<c:{name} {nsdecls("c")} val="{step}"/>'))
