"""Native tables on slides: columns as wide as their words need, and as many rows a slide as fit on it."""

import re
from collections.abc import Callable, Iterator, Sequence
from math import ceil

from pptx.enum.text import PP_ALIGN
from pptx.util import Inches, Pt

from dashboard.charts.svg.drawing import print_colour
from dashboard.charts.svg.text import text_width
from dashboard.packs.pptx.slide import BODY_HIGH, BODY_TOP, BRAND, EDGE, WHITE, WIDE, Deck, colour, describe

_FIGURE = re.compile(r"[−£–]?\s?\d[^A-Za-z]*\S*$|–$")  # a number with its unit, or the sign for none
_SIDE, _ABOVE = Pt(4.5), Pt(2.5)  # margins of a cell
# Calibri beside the letters that `text_width` knows: in the mean, and a word in bold that must not be broken.
_LETTER, _WORD = 0.97, 1.1
_LINE = 1.22  # the height of a line beside that of its letters

Rows = Sequence[Sequence[str]]


def table_slides(
    deck: Deck,
    kicker: str,
    title: str,
    notes: Callable[[Rows], str],
    header: Sequence[str],
    rows: Rows,
    size: float,
) -> None:
    """A table on as many slides as it needs, each with its number in the title and `notes` of its rows."""
    found = list(parts(header, rows, size))
    for number, part in enumerate(found, 1):
        heading = title if len(found) == 1 else f"{title} ({number} of {len(found)})"
        add_table(deck.slide(kicker, heading, notes(part)), header, part, heading, size)


def parts(header: Sequence[str], rows: Rows, size: float, wide: int = WIDE - 2 * EDGE) -> Iterator[Rows]:
    """`rows` in as few slides as hold them, filled alike."""
    widths = _widths(header, rows, size, wide)
    heights = [_height(row, widths, size) for row in rows]
    room = BODY_HIGH - _height(header, widths, size)
    count = max(1, ceil(sum(heights) / room))
    part, filled, before, number = [], 0, 0, 1
    for row, height in zip(rows, heights, strict=True):
        end = sum(heights) * number / count - before  # where this slide's share of all rows is full
        if part and (filled + height > room or filled + height / 2 > end):
            yield part
            part, filled, before, number = [], 0, before + filled, number + 1
        part.append(row)
        filled += height
    if part:
        yield part


def table_high(header: Sequence[str], rows: Rows, size: float, wide: int = WIDE - 2 * EDGE) -> int:
    """How high the table will be, about, in English Metric Units."""
    widths = _widths(header, rows, size, wide)
    return sum(_height(row, widths, size) for row in (header, *rows))


def add_table(slide, header: Sequence[str], rows: Rows, alt: str, size: float = 12,
              box: tuple[int, int, int] = (EDGE, BODY_TOP, WIDE - 2 * EDGE)) -> None:  # fmt: skip
    """A native table with a marked header row at `box`: left, top and width."""
    left, top, wide = box
    frame = slide.shapes.add_table(len(rows) + 1, len(header), left, top, wide, Inches(0.3))
    describe(frame, alt)
    widths = _widths(header, rows, size, wide)
    right = [at > 0 and all(_FIGURE.match(row[at]) for row in rows) for at in range(len(header))]
    for column, width in zip(frame.table.columns, widths, strict=True):
        column.width = width
    for number, row in enumerate([header, *rows]):
        frame.table.rows[number].height = _height(row, widths, size)
        for at, text in enumerate(row):
            _fill(frame.table.cell(number, at), text, number == 0, at == 0, right[at], size)


def _widths(header: Sequence[str], rows: Rows, size: float, wide: int) -> list[int]:
    """Short columns as wide as their longest cell, long ones alike; none narrower than its longest word."""
    columns = list(zip(header, *rows, strict=True))
    least = [max(_wide(word, size) for cell in cells for word in (cell.split() or [""])) for cells in columns]
    whole = [max(_wide(cell, size) for cell in cells[1:] or cells) for cells in columns]
    low, high = 0.0, float(wide)
    while high - low > Pt(1):
        most = (low + high) / 2
        low, high = (most, high) if sum(_within(least, whole, most)) <= wide else (low, most)
    found = [int(width) for width in _within(least, whole, low)]
    return [found[0] + max(0, wide - sum(found)), *found[1:]]


def _within(least: Sequence[float], whole: Sequence[float], most: float) -> list[float]:
    return [max(a, min(b, most)) for a, b in zip(least, whole, strict=True)]


def _wide(words: str, size: float) -> float:
    return Pt(text_width(words, size) * _WORD) + 2 * _SIDE


def _height(row: Sequence[str], widths: Sequence[int], size: float) -> int:
    lines = max(
        _lines(cell, (width - 2 * _SIDE) / Pt(1), size) for cell, width in zip(row, widths, strict=True)
    )
    return int(Pt(lines * size * _LINE) + 2 * _ABOVE)


def _lines(words: str, room: float, size: float) -> int:
    """The lines that `words` take in `room` points, broken between words."""
    lines, line = 1, ""
    for word in words.split():
        longer = f"{line} {word}".strip()
        if line and text_width(longer, size) * _LETTER > room + 0.5:
            lines, longer = lines + 1, word
        line = longer
    return lines


def _fill(cell, text: str, head: bool, bold: bool, right: bool, size: float) -> None:
    cell.margin_top = cell.margin_bottom = _ABOVE
    cell.margin_left = cell.margin_right = _SIDE
    cell.fill.solid()
    cell.fill.fore_color.rgb = colour(BRAND if head else WHITE)
    paragraph = cell.text_frame.paragraphs[0]
    paragraph.alignment = PP_ALIGN.RIGHT if right else PP_ALIGN.LEFT
    run = paragraph.add_run()
    run.text = text
    run.font.size, run.font.bold = Pt(size), head or bold
    run.font.color.rgb = colour(WHITE if head else print_colour("--ink"))
