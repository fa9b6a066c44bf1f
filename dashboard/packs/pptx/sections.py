"""The slides of a pack: what is said, each chart and each map, with notes to speak from.

Tables are for the PDF and the spreadsheet: at letters that a room can read a slide holds five rows of one.
"""

import re
from collections.abc import Sequence

from dashboard.charts.svg.drawing import print_colour
from dashboard.packs.model import Section
from dashboard.packs.pptx.brief import brief_slides, chart_slide, map_slide, numbers_slide
from dashboard.packs.pptx.few_words import LINE_GAP, READABLE_SIZE, within
from dashboard.packs.pptx.slide import BODY_HIGH, BODY_TOP, EDGE, WIDE, Deck, words
from dashboard.packs.tables_text import origins_line
from dashboard.packs.words import first_sentence, subject_and_words

TABLES = "The PDF and the spreadsheet of this pack have the table."


def section_slides(deck: Deck, section: Section) -> None:
    """The slides of one section, in the order of its page; none for the data notes."""
    if section.kind == "brief":
        brief_slides(deck, section)
        return
    if section.figures:
        numbers_slide(deck, section)
    if section.statements:
        _statements(deck, section)
    for picture in section.pictures:
        chart = picture.chart
        beside = [chart.subtitle.split(". ")[0], *picture.ahead[:1], first_sentence(picture.indicator.caveat)]
        notes = "\n".join([chart.summary, *picture.ahead, chart.foot])
        title = _of_what(picture.indicator.title, chart.title)
        chart_slide(deck, section.kicker, title, beside, notes, picture, picture.indicator)
    for picture in section.maps:
        map_slide(deck, section.kicker, section.title, picture)
    if (section.profiles or section.comparisons) and not section.pictures:
        _text(deck, section, [section.lead.split(". ")[0] + ".", TABLES], section.lead)


def _of_what(subject: str, message: str) -> str:
    """A chart's message that says what it is of: a slide has no other caption."""
    if message.startswith(subject):
        return message
    place, colon, text = message.partition(": ")
    return f"{subject}, {place}: {text}" if colon and "." not in place else f"{subject}: {message}"


def _statements(deck: Deck, section: Section) -> None:
    """The message, and as much of what else is said as a room can read; the rest in the notes."""
    why = [f"{subject_and_words(item)[0]}: {item.reason} {item.sure}" for item in section.statements]
    lines = [": ".join(subject_and_words(item)).split("; ")[0].rstrip(".") for item in section.others]
    pages = [deck.page_about(item.indicator) for item in section.others]
    lines = lines or [first_sentence(item.reason) for item in section.statements[:1]]
    _text(deck, section, lines, "\n".join([*why, f"Sources: {origins_line(section.sources)}"]), pages)


def _text(deck: Deck, section: Section, lines: list[str], notes: str, pages: Sequence[str] = ()) -> None:
    slide = deck.slide(section.kicker, section.title, notes or section.title)
    head = f"{section.kicker} {slide.shapes.title.text}"
    kept = within(lines, head) or within([re.sub(r" \([^)]*\)", "", line) for line in lines], head)
    shown = [tuple(line.split(": ", 1)) if ": " in line else line for line in kept]
    box = (EDGE, BODY_TOP, WIDE - 2 * EDGE, BODY_HIGH)
    words(slide, shown, box, size=READABLE_SIZE + 4, gap=LINE_GAP, pages=pages, ink=print_colour("--ink"))
