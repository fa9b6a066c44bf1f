"""The brief as slides: one message each, in few words, large enough for the back of a room."""

from collections.abc import Callable, Sequence
from io import BytesIO

from pptx.util import Inches, Pt

from dashboard.catalogue.indicators import Indicator
from dashboard.charts.chart import Dots
from dashboard.charts.svg.dots import left_out
from dashboard.charts.svg.drawing import print_colour
from dashboard.charts.svg.text import text_width
from dashboard.packs.model import DecisionItem, Section
from dashboard.packs.pdf.typesetting import svg_png
from dashboard.packs.pictures import MapPicture, Picture
from dashboard.packs.pptx.chart import add_chart
from dashboard.packs.pptx.few_words import LINE_GAP, READABLE_SIZE, within
from dashboard.packs.pptx.lists import list_slides
from dashboard.packs.pptx.map import drawn_for_room, legend
from dashboard.packs.pptx.slide import (
    BODY_HIGH,
    BODY_TOP,
    EDGE,
    WIDE,
    WIDEST_BOLD,
    Deck,
    describe,
    words,
)
from dashboard.packs.pptx.style import MOST_NAMED_BARS
from dashboard.packs.tables_text import origins_line
from dashboard.packs.words import lower, map_finding

OPEN = "Open its page"
NUMBERS = 5  # large numbers on a slide
_SIDE = Inches(4.3)  # of the words beside a chart
_BETWEEN = Inches(0.35)


def brief_slides(deck: Deck, section: Section) -> None:
    """What stands out, where, each ask with its chart, then what waits and what changed."""
    if section.figures:
        numbers_slide(deck, section)
    _overall(deck, section)
    for picture in section.maps:
        map_slide(deck, "Where", map_finding(picture.shown), picture)
    drawn = {picture.indicator.id: picture for picture in section.pictures}
    for ask in section.asks:
        _ask(deck, section, ask, drawn.get(ask.statement.indicator))
    list_slides(deck, section.listings)


def _overall(deck: Deck, section: Section) -> None:
    parts = [section.lead, section.edited, f"Sources: {origins_line(section.sources)}"]
    kicker = f"{section.kicker} (headline edited)" if section.edited else section.kicker
    slide = deck.slide(kicker, section.title, "\n".join(filter(None, parts)))
    head = f"{section.kicker} {section.title}"
    lines = _asks_in_lines(section.asks, head) or [section.lead]
    pages = [deck.page_of(ask.figure.indicator) for ask in section.asks]
    box = (EDGE, BODY_TOP, WIDE - 2 * EDGE, BODY_HIGH)
    shown = [tuple(line.split(": ", 1)) if section.asks else line for line in within(lines, head)]
    words(slide, shown, box, size=26, gap=18, pages=pages, ink=print_colour("--ink"))


def _asks_in_lines(asks: Sequence[DecisionItem], head: str) -> list[str]:
    """Each ask with its figure and what is seen: in as few words as leave none of them out."""
    ways: tuple[Callable[[str], str], ...] = (
        str,
        lambda what: what.split(", no clear")[0].split(", as a share")[0],
        lambda what: what.split(", ")[0],
    )
    every = [[_in_a_line(ask, way(lower(ask.what))) for ask in asks] for way in ways]
    return next((lines for lines in every if len(within(lines, head)) == len(lines)), every[-1])


def _in_a_line(ask: DecisionItem, what: str) -> str:
    """What is asked about, its figure, and what is seen: "Weekly pay: £579, lower than England"."""
    figure = f"{ask.figure.value}, " if ask.figure.latest else ""
    return f"{ask.statement.title}: {figure}{what}"


def numbers_slide(deck: Deck, section: Section) -> None:
    """The first figures of a section as large numbers, each with what it is and its period."""
    shown = [item for item in section.figures if item.latest][:NUMBERS]
    rest = [f"{item.indicator.title}: {item.value}, {item.period}" for item in section.figures if item.latest]
    title = f"{len(shown)} figures of {shown[0].area.name}" if shown else section.title
    slide = deck.slide("In figures", title, "\n".join([*rest, f"Sources: {origins_line(section.sources)}"]))
    wide = (WIDE - 2 * EDGE) // max(len(shown), 1)
    room = wide - Inches(0.2)
    longest = max((text_width(item.value.partition(" ")[0], 1) for item in shown), default=1)
    size = next((size for size in (40, 32, 26) if longest * size * WIDEST_BOLD <= room / Pt(1)), 22)
    for at, item in enumerate(shown):
        left = EDGE + at * wide
        number, _, unit = item.value.partition(" ")
        page = deck.page_of(item.indicator)
        words(slide, [number], (left, BODY_TOP, room, Inches(0.9)), size=size, bold=True, pages=[page])
        lines = [*filter(None, [unit]), item.indicator.title, item.period.split(", ")[0]]
        words(
            slide,
            lines,
            (left, BODY_TOP + Inches(1), room, BODY_HIGH - Inches(1)),
            size=READABLE_SIZE,
            gap=LINE_GAP,
        )


def map_slide(deck: Deck, kicker: str, title: str, picture: MapPicture) -> None:
    """A map with its legend, and the first caveat where it changes how the map is read."""
    slide = deck.slide(kicker, title, f"{picture.alt}\n{picture.foot}")
    svg, wide, high = drawn_for_room(picture, READABLE_SIZE)
    png = BytesIO(svg_png(svg, wide / high))
    drawn = slide.shapes.add_picture(png, EDGE, BODY_TOP, width=wide, height=high)
    describe(drawn, picture.alt, deck.page_of(picture.shown.indicator))
    legend(slide, picture, EDGE + wide + Inches(0.5), READABLE_SIZE)


def _ask(deck: Deck, section: Section, ask: DecisionItem, picture: Picture | None) -> None:
    """The chart, with what, where, how sure and what was decided beside it."""
    item = ask.statement
    title = f"{item.title}: {lower(ask.what)}"
    notes = "\n".join([item.text, item.reason, item.sure, ask.caveat, picture.chart.foot if picture else ""])
    figure = f"{ask.figure.value} {ask.figure.indicator.period_phrase(ask.figure.latest.period)}" if (
        ask.figure.latest) else ask.figure.missing  # fmt: skip
    lines = [line for line in (figure, ask.size, ask.where, ask.sure, ask.decided, ask.caveat) if line]
    chart_slide(deck, section.kicker, title, lines, notes, picture, ask.figure.indicator)


def chart_slide(
    deck: Deck,
    kicker: str,
    title: str,
    lines: Sequence[str],
    notes: str,
    picture: Picture | None,
    indicator: Indicator,
) -> None:
    """A native chart with as many of `lines` beside it as a room can read; a click on it opens its page."""
    slide = deck.slide(kicker, title, notes)
    page = deck.page_of(indicator)
    head = f"{kicker} {slide.shapes.title.text}" + (f" {OPEN}" if page else "")
    beside = within([*_left_out(picture), *lines], head, size=READABLE_SIZE, wide=_SIDE)
    beside += [OPEN] if page else []
    pages = ["" if line != OPEN else page for line in beside]
    if picture is None:
        wide = (EDGE, BODY_TOP, WIDE - 2 * EDGE, BODY_HIGH)
        words(slide, beside, wide, size=22, gap=LINE_GAP, pages=pages)
        return
    wide = WIDE - 2 * EDGE - _SIDE - _BETWEEN
    box = (EDGE, BODY_TOP, wide, BODY_HIGH)
    frame = add_chart(slide.shapes, picture.chart, picture.indicator, box, READABLE_SIZE)
    frame.name = picture.indicator.title
    describe(frame, picture.alt, page)
    words(
        slide,
        beside,
        (EDGE + wide + _BETWEEN, BODY_TOP, _SIDE, BODY_HIGH),
        size=READABLE_SIZE,
        gap=LINE_GAP,
        pages=pages,
    )


def _left_out(picture: Picture | None) -> list[str]:
    """That only the ends of many bars are shown."""
    if picture is None or not isinstance(picture.chart, Dots):
        return []
    return list(filter(None, [left_out(picture.chart, MOST_NAMED_BARS)]))
