"""The data behind a native chart, with its limits: in the chart's own workbook, so that they can be edited.

Error bars take the distance to either limit from cells, a band (bands.py) the one limit and what lies between
both; these cells hold formulas over the figure and its limits.
"""

from collections.abc import Sequence

from pptx.chart.data import CategoryChartData
from pptx.chart.xlsx import CategoryWorkbookWriter
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import lazyproperty

Limits = Sequence[tuple[float, float] | None]
_BARS = ("likely from", "likely to", "down to it", "up to it")
_BAND = ("likely from", "likely to", "between them")


class Data(CategoryChartData):
    """Chart data whose series may have limits; theirs stand in columns after all series.

    `banded` are those whose limits are drawn as a band and not as error bars.
    """

    def __init__(self, number_format: str):
        super().__init__(number_format=number_format)
        self.limits: dict[int, Limits] = {}
        self.banded: set[int] = set()

    def add(self, name: str, values: Sequence[float | None], limits: Limits | None = None) -> None:
        """A series, and its limits where it has any."""
        if limits and any(limits):
            self.limits[len(self)] = limits
        self.add_series(name, values)

    @lazyproperty
    def _workbook_writer(self) -> CategoryWorkbookWriter:
        return _Writer(self)

    def heads(self, series: int) -> tuple[str, ...]:
        """What the columns of a series' limits hold."""
        return _BAND if series in self.banded else _BARS

    def column(self, series: int, number: int) -> str:
        """The letter of one of the columns of a series' limits."""
        before = sum(len(self.heads(other)) for other in self.limits if other < series)
        return _Writer._column_reference(2 + len(self) + before + number)


class _Writer(CategoryWorkbookWriter):
    """Writes the columns of limits beside python-pptx's own."""

    def _populate_worksheet(self, workbook, worksheet) -> None:
        # A name is a name, whatever it begins with.
        worksheet.strings_to_formulas = worksheet.strings_to_urls = False
        super()._populate_worksheet(workbook, worksheet)
        data: Data = self._chart_data
        shape = workbook.add_format({"num_format": data.number_format})
        for at, limits in data.limits.items():
            letters = [data.column(at, number) for number in range(len(data.heads(at)))]
            for letter, head in zip(letters, data.heads(at), strict=True):
                worksheet.write(f"{letter}1", f"{data[at].name}: {head}")
            for row, (value, pair) in enumerate(zip(data[at].values, limits, strict=True), 2):
                if pair is None or value is None:
                    continue
                for letter, limit in zip(letters, pair, strict=False):
                    worksheet.write_number(f"{letter}{row}", limit, shape)
                for letter, formula, result in self._moves(at, letters, row, value, pair):
                    worksheet.write_formula(f"{letter}{row}", formula, shape, result)

    def _moves(self, at: int, letters: Sequence[str], row: int, value: float, pair: tuple[float, float]):
        """The cells that a band or a bar is drawn from: column, formula, and what it comes to."""
        low, high, *drawn = letters
        own = self._column_reference(2 + at)
        if at in self._chart_data.banded:
            return [(drawn[0], f"={high}{row}-{low}{row}", pair[1] - pair[0])]
        down, up = drawn
        return [
            (down, f"={own}{row}-{low}{row}", value - pair[0]),
            (up, f"={high}{row}-{own}{row}", pair[1] - value),
        ]


def draw_limits(native, data: Data, colours: Sequence[str]) -> None:
    """Error bars for the series of `native` whose limits are no band; `colours` (RRGGBB) of all series."""
    for at, limits in data.limits.items():
        if at in data.banded:
            continue
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
            f"<c:plus>{cells(data.column(at, 3), up)}</c:plus>"
            f"<c:minus>{cells(data.column(at, 2), down)}</c:minus>"
            f'<c:spPr><a:ln w="12700"><a:solidFill><a:srgbClr val="{colours[at]}"/></a:solidFill></a:ln>'
            "</c:spPr></c:errBars>"
        )
        series.find(qn("c:cat")).addprevious(parse_xml(bars))


def _direction(series) -> str:
    """Bars know but one direction and name none."""
    return '<c:errDir val="y"/>' if series.getparent().tag == qn("c:lineChart") else ""


def cells(column: str, values: Sequence[float | None]) -> str:
    """A reference to the cells of a column below its head, with what they hold."""
    known = [(at, value) for at, value in enumerate(values) if value is not None]
    points = "".join(f'<c:pt idx="{at}"><c:v>{value!r}</c:v></c:pt>' for at, value in known)
    count = len(values)
    return (
        f"<c:numRef><c:f>Sheet1!${column}$2:${column}${count + 1}</c:f><c:numCache>"
        f'<c:formatCode>General</c:formatCode><c:ptCount val="{count}"/>{points}</c:numCache></c:numRef>'
    )
