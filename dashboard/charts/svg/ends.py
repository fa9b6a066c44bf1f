"""The names of the lines at their ends for print, each with a thin line to where it belongs."""

from dashboard.charts.chart import Chart
from dashboard.charts.line_ends import End, spread
from dashboard.charts.line_styles import looks
from dashboard.charts.svg.frame import GAP, Frame
from dashboard.charts.svg.text import LINE, SIZE, Page, folded, text, text_width

BETWEEN = 2.5  # points from the words at one end to those at the next
BOLD = 1.08  # how much wider bold words are
NEAR = LINE / 2  # how far words may stand from the end of their line without a line to it


def words_of(chart: Chart, end: End, page: Page) -> list[str]:
    """The words at an end, line by line: name, what it is named for, figure.

    A projection's name is how often its range holds, which no key says on paper.
    """
    bands = [band.name for band in chart.bands if band.kind == "projection" and end.line.role == "path"]
    room = page.width * 0.27
    called = folded(end.called, room) if end.called else []
    return [*folded(bands[0] if bands else end.name, room), *called, end.value]


def room_for(chart: Chart, found: list[End], page: Page) -> tuple[float, float]:
    """The width and the height that the words at all ends take."""
    words = [words_of(chart, end, page) for end in found]
    widest = max((text_width(word, SIZE * BOLD) for lines in words for word in lines), default=0)
    return widest, sum(LINE * len(lines) + BETWEEN for lines in words)


def ends_svg(chart: Chart, found: list[End], frame: Frame, page: Page) -> str:
    """Each line's words in its colour, moved apart where they would touch; `found` is highest first."""
    words = [words_of(chart, end, page) for end in found]
    heights = [LINE * len(lines) + BETWEEN for lines in words]
    places = [frame.y(end.point.figure) for end in found]
    middles = spread(places, heights, frame.top - SIZE, frame.bottom + 4)
    styles, parts = looks(chart), []
    for end, lines, middle, height in zip(found, words, middles, heights, strict=True):
        colour, first = page.paint(styles[end.line].colour), middle - (height - BETWEEN) / 2 + SIZE * 0.9
        parts.append(_leader(end, middle, colour, frame))
        for row, word in enumerate(lines):
            bold = row == len(lines) - 1 or end.line.role == "focus"
            parts.append(text(frame.right + GAP, first + row * LINE, word, colour, bold=bold))
    return "".join(parts)


def _leader(end: End, middle: float, colour: str, frame: Frame) -> str:
    """A dotted line from the last figure to its words, where they do not stand right beside it."""
    x, y = frame.x(end.until), frame.y(end.point.figure)
    if frame.right - x < GAP and abs(middle - y) < NEAR:
        return ""
    return (
        f'<path class="leader" d="M{x + 3:.1f} {y:.1f}L{frame.right:.1f} {y:.1f} '
        f'{frame.right + GAP - 1:.1f} {middle:.1f}" fill="none" stroke="{colour}" stroke-width="0.5" '
        'stroke-dasharray="0.75 1.75"/>'
    )
