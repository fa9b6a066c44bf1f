"""The data behind a native chart, with its limits: in the chart's own workbook, drawn as error bars.

PowerPoint shades no band. Its error bars take the distance to either limit from cells; here those cells hold
formulas over the figure and its limits, so that all of them can be edited in PowerPoint.
"""

from collections.abc import Sequence

from pptx.chart.data import CategoryChartData
from pptx.chart.xlsx import CategoryWorkbookWriter
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import lazyproperty

Limits = Sequence[tuple[float, float] | None]
_HEADS = ("likely from", "likely to", "down to it", "up to it")


class Data(CategoryChartData):
    """Chart data whose series may have limits; those of a series stand in four columns after all series."""

    def __init__(self, number_format: str):
        super().__init__(number_format=number_format)
        self.limits: dict[int, Limits] = {}

    def add(self, name: str, values: Sequence[float | None], limits: Limits | None = None) -> None:
        """A series, and its limits where it has any."""
        if limits and any(limits):
            self.limits[len(self)] = limits
        self.add_series(name, values)

    @lazyproperty
    def _workbook_writer(self) -> CategoryWorkbookWriter:
        return _Writer(self)

    def column(self, series: int, number: int) -> str:
        """The letter of one of the four columns of a series' limits."""
        place = list(self.limits).index(series)
        return _Writer._column_reference(2 + len(self) + 4 * place + number)


class _Writer(CategoryWorkbookWriter):
    """Writes the columns of limits beside python-pptx's own."""

    def _populate_worksheet(self, workbook, worksheet) -> None:
        super()._populate_worksheet(workbook, worksheet)
        data: Data = self._chart_data
        shape = workbook.add_format({"num_format": data.number_format})
        for at, limits in data.limits.items():
            own = self._column_reference(2 + at)
            letters = [data.column(at, number) for number in range(4)]
            for letter, head in zip(letters, _HEADS, strict=True):
                worksheet.write(f"{letter}1", f"{data[at].name}: {head}")
            values = list(data[at].values)
            for row, (value, pair) in enumerate(zip(values, limits, strict=True), 2):
                if pair is None or value is None:
                    continue
                for letter, limit in zip(letters, pair, strict=False):
                    worksheet.write_number(f"{letter}{row}", limit, shape)
                low, high, down, up = letters
                worksheet.write_formula(f"{down}{row}", f"={own}{row}-{low}{row}", shape, value - pair[0])
                worksheet.write_formula(f"{up}{row}", f"={high}{row}-{own}{row}", shape, pair[1] - value)


def draw_limits(native, data: Data, colours: Sequence[str]) -> None:
    """Put error bars on the series of `native` that have limits; `colours` (RRGGBB) of all its series."""
    for at, limits in data.limits.items():
        series = native.plots[0].series[at]._element
        values = list(data[at].values)
        moves = [
            None if pair is None or value is None else (value - pair[0], pair[1] - value)
            for value, pair in zip(values, limits, strict=True)
        ]
        down, up = ([None if move is None else move[side] for move in moves] for side in (0, 1))
        bars = (
            f'<c:errBars {nsdecls("c", "a")}>{_direction(series)}<c:errBarType val="both"/>'
            f'<c:errValType val="cust"/><c:noEndCap val="0"/>'
            f"<c:plus>{_cells(data.column(at, 3), up)}</c:plus>"
            f"<c:minus>{_cells(data.column(at, 2), down)}</c:minus>"
            f'<c:spPr><a:ln w="12700"><a:solidFill><a:srgbClr val="{colours[at]}"/></a:solidFill></a:ln>'
            "</c:spPr></c:errBars>"
        )
        series.find(qn("c:cat")).addprevious(parse_xml(bars))


def _direction(series) -> str:
    """Bars know but one direction and name none."""
    return '<c:errDir val="y"/>' if series.getparent().tag == qn("c:lineChart") else ""


def _cells(column: str, values: Sequence[float | None]) -> str:
    known = [(at, value) for at, value in enumerate(values) if value is not None]
    points = "".join(f'<c:pt idx="{at}"><c:v>{value!r}</c:v></c:pt>' for at, value in known)
    count = len(values)
    return (
        f"<c:numRef><c:f>Sheet1!${column}$2:${column}${count + 1}</c:f><c:numCache>"
        f'<c:formatCode>General</c:formatCode><c:ptCount val="{count}"/>{points}</c:numCache></c:numRef>'
    )
