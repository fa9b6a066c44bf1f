"""The brief as slides: one message each, in few words, large enough for the back of a room."""

from collections.abc import Sequence
from io import BytesIO

from pptx.util import Inches

from dashboard.charts.svg.drawing import print_colour
from dashboard.packs.model import Ask, Listing, Section
from dashboard.packs.pdf.typesetting import svg_png
from dashboard.packs.pictures import MapPicture, Picture
from dashboard.packs.pptx.chart import add_chart
from dashboard.packs.pptx.map import legend
from dashboard.packs.pptx.slide import BODY_HIGH, BODY_TOP, EDGE, WIDE, Deck, describe, words
from dashboard.packs.tables_text import origins_line
from dashboard.packs.words import lower

READ = 18  # points: the least that is read from the back of a room
MOST_WORDS = 60  # on a slide, without the numbers of its chart and its foot
_GAP = 10
_SIDE = Inches(4.3)  # of the words beside a chart
_BETWEEN = Inches(0.35)


def brief_slides(deck: Deck, section: Section) -> None:
    """What stands out, where, each ask with its chart, then what waits and what changed."""
    _overall(deck, section)
    for picture in section.maps:
        _map(deck, picture)
    drawn = {picture.indicator.id: picture for picture in section.pictures}
    for ask in section.asks:
        _ask(deck, section, ask, drawn.get(ask.statement.indicator))
    waits, rest = section.listings[:-3], section.listings[-3:]
    if waits:
        _lists(deck, "Decided, and what waits", waits, section)
        _lists(deck, "What changed, and what is set aside", rest, section)
    else:
        _lists(deck, "Good news", rest, section)


def _overall(deck: Deck, section: Section) -> None:
    notes = f"{section.lead}\nSources: {origins_line(section.sources)}"
    slide = deck.slide(section.kicker, section.title, notes)
    head = f"{section.kicker} {section.title}"
    lines = [f"{ask.statement.title}: {lower(ask.what)}" for ask in section.asks] or [section.lead]
    if len(within(lines, head)) < len(lines):  # none is left out: each in fewer words
        lines = [line.split(", no clear")[0].split(", as a share")[0] for line in lines]
    box = (EDGE, BODY_TOP, WIDE - 2 * EDGE, BODY_HIGH)
    words(slide, within(lines, head), box, size=26, gap=18)


def _map(deck: Deck, picture: MapPicture) -> None:
    slide = deck.slide("Where", picture.title, f"{picture.alt}\n{picture.foot}")
    wide = min(int(BODY_HIGH * picture.ratio), int((WIDE - 2 * EDGE) * 0.62))
    png = BytesIO(svg_png(picture.svg, picture.ratio))
    drawn = slide.shapes.add_picture(png, EDGE, BODY_TOP, width=wide, height=int(wide / picture.ratio))
    describe(drawn, picture.alt)
    legend(slide, picture, EDGE + wide + Inches(0.5), READ)


def _ask(deck: Deck, section: Section, ask: Ask, picture: Picture | None) -> None:
    """The chart, with what, where, how sure and what was decided beside it."""
    item = ask.statement
    title = f"{item.title}: {lower(ask.what)}"
    notes = "\n".join([item.text, item.reason, item.sure, ask.caveat, picture.chart.foot if picture else ""])
    slide = deck.slide(section.kicker, title, notes)
    figure = f"{ask.figure.value} {ask.figure.indicator.period_phrase(ask.figure.latest.period)}" if (
        ask.figure.latest) else ask.figure.missing  # fmt: skip
    lines = [line for line in (figure, ask.size, ask.where, ask.sure, ask.decided, ask.caveat) if line]
    beside = within(lines, f"{section.kicker} {title}")
    if picture is None:
        words(slide, beside, (EDGE, BODY_TOP, WIDE - 2 * EDGE, BODY_HIGH), size=22, gap=_GAP)
        return
    wide = WIDE - 2 * EDGE - _SIDE - _BETWEEN
    box = (EDGE, BODY_TOP, wide, BODY_HIGH)
    frame = add_chart(slide.shapes, picture.chart, picture.indicator, box, READ)
    frame.name = picture.indicator.title
    describe(frame, picture.alt)
    words(slide, beside, (EDGE + wide + _BETWEEN, BODY_TOP, _SIDE, BODY_HIGH), size=READ, gap=_GAP)


def _lists(deck: Deck, title: str, listings: Sequence[Listing], section: Section) -> None:
    """Short lists under each other; what does not fit into the words of a slide stands in its notes."""
    notes = "\n".join(f"{item.title}: {' '.join(item.said)}" for item in listings)
    slide = deck.slide(section.kicker, title, notes)
    room = MOST_WORDS - _count(section.kicker, title, *(item.title for item in listings))
    lines = []
    for left, item in zip(range(len(listings), 0, -1), listings, strict=True):
        said = " ".join(_fitting(item, room // left))
        room -= _count(said)
        lines.append((item.title, said))
    words(slide, lines, (EDGE, BODY_TOP, WIDE - 2 * EDGE, BODY_HIGH), size=22, gap=16,
          ink=print_colour("--ink"))  # fmt: skip


def _fitting(item: Listing, room: int) -> list[str]:
    """As many lines as there is room for in words; the rest are counted."""
    kept = within(item.lines, "", room - 4 if len(item.lines) > 1 else room)
    left = len(item.lines) - len(kept) + item.more
    if not item.lines:
        return [item.empty]
    return [*kept, *([f"{left} more in the notes."] if left else [])]


def within(lines: Sequence[str], title: str, most: int = MOST_WORDS) -> list[str]:
    """The first of `lines` that make no more than `most` words with the title."""
    kept: list[str] = []
    for line in lines:
        if _count(title, *kept, line) > most:
            break
        kept.append(line)
    return kept


def _count(*texts: str) -> int:
    return sum(len(text.split()) for text in texts)
