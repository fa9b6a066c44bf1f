"""Bands of native charts: PowerPoint shades none, so the limits of a line are two areas, one on the other.

The lower one reaches up to the lower limit and is not seen; the upper one is what lies between the limits, as
translucent as on the screen. An area falls to nothing where a period has no limits, and would shade what
nobody knows: only limits of every period of the chart are a band, others are error bars (chart_data.py).
"""

from copy import deepcopy
from html import escape

from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn

from dashboard.packs.pptx.chart_data import Data, Limits, cells

OPACITY = 15_000  # of 100,000: that of the screen's band


def whole(limits: Limits) -> bool:
    """Whether limits can be a band: every period has them, and there is more than one."""
    return len(limits) > 1 and all(limits)


def draw_bands(native, data: Data, colours: list[str]) -> None:
    """Put the bands of `data` behind the lines of `native`; `colours` (RRGGBB) of all its series."""
    lines = native._chartSpace.chart.plotArea.find(qn("c:lineChart"))
    for number, at in enumerate(sorted(data.banded)):
        lines.addprevious(_areas(lines, data, at, colours[at], len(data) + 2 * number))


def _areas(lines, data: Data, at: int, colour: str, first: int):
    """The two areas of a series, with the axes and periods of its `lines`."""
    limits = [pair for pair in data.limits[at] if pair]
    low, width = [pair[0] for pair in limits], [pair[1] - pair[0] for pair in limits]
    unseen = "<a:noFill/>"
    shade = f'<a:solidFill><a:srgbClr val="{colour}"><a:alpha val="{OPACITY}"/></a:srgbClr></a:solidFill>'
    areas = _area(data, at, 0, low, first, unseen) + _area(data, at, 2, width, first + 1, shade)
    axes = "".join(f'<c:axId val="{item.get("val")}"/>' for item in lines.findall(qn("c:axId")))
    made = parse_xml(
        f'<c:areaChart {nsdecls("c", "a")}><c:grouping val="stacked"/><c:varyColors val="0"/>{areas}{axes}'
        "</c:areaChart>"
    )
    for series in made.findall(qn("c:ser")):
        series.find(qn("c:val")).addprevious(deepcopy(lines.find(f"{qn('c:ser')}/{qn('c:cat')}")))
    return made


def _area(data: Data, at: int, number: int, values: list[float], order: int, fill: str) -> str:
    column = data.column(at, number)
    name = escape(f"{data[at].name}: {data.heads(at)[number]}")
    return (
        f'<c:ser><c:idx val="{order}"/><c:order val="{order}"/><c:tx><c:strRef><c:f>Sheet1!${column}$1</c:f>'
        f'<c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>{name}</c:v></c:pt></c:strCache></c:strRef>'
        "</c:tx>"
        f"<c:spPr>{fill}<a:ln><a:noFill/></a:ln></c:spPr><c:val>{cells(column, values)}</c:val></c:ser>"
    )
