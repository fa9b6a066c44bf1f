"""The last slides of a brief: what waits, what changed, who decides, as short lists."""

from collections.abc import Sequence

from dashboard.charts.svg.drawing import print_colour
from dashboard.packs.model import Listing
from dashboard.packs.pptx.few_words import MOST_WORDS, within, words_in
from dashboard.packs.pptx.slide import BODY_HIGH, BODY_TOP, EDGE, WIDE, Deck, words
from dashboard.packs.words import first_sentence

ALL, NEXT = "What waits, and what changed", "Next"
PUBLIC_LISTS = 3  # lists of a pack for the public


def list_slides(deck: Deck, listings: Sequence[Listing]) -> None:
    """The lists of a brief, of the office or of the public, on one slide or two."""
    if len(listings) <= PUBLIC_LISTS:
        _lists(deck, "Who decides", listings[:1])
        _lists(deck, "What was decided, and what is better", listings[1:])
    else:
        _what_waits(deck, listings)


def _what_waits(deck: Deck, listings: Sequence[Listing]) -> None:
    """What waits and what changed on one slide where nothing waits or words are few, else on two."""
    waits, rest = listings[:2], listings[2:]
    aside = listings[-1]
    shown = listings if aside.lines else listings[:-1]  # that no line is set aside, the notes say
    if not any(item.lines for item in waits) or words_in(NEXT, ALL, *_all_said(shown)) <= MOST_WORDS:
        _lists(deck, ALL, shown, listings)
    else:
        _lists(deck, "Decided, and what waits", waits)
        _lists(deck, "What changed, and what is set aside", rest)


def _all_said(listings: Sequence[Listing]) -> list[str]:
    """Each title with its lines, of an empty list its first sentence."""
    return [
        " ".join((item.title, *(item.shown_lines if item.lines else [first_sentence(item.empty)])))
        for item in listings
    ]


def _lists(deck: Deck, title: str, listings: Sequence[Listing], noted: Sequence[Listing] = ()) -> None:
    """Short lists under each other; what does not fit into the words of a slide stands in its notes, as does
    every other list that is to be `noted`."""
    notes = "\n".join(f"{item.title}: {' '.join(item.shown_lines)}" for item in noted or listings)
    slide = deck.slide(NEXT, title, notes)
    room = MOST_WORDS - words_in(NEXT, title, *(item.title for item in listings))
    room -= words_in(
        *(first_sentence(item.empty) for item in listings if not item.lines)
    )  # these are said whole
    left = sum(bool(item.lines) for item in listings)
    lines = []
    for item in listings:
        sentence = " ".join(_fitting(item, room // max(left, 1)))
        if item.lines:
            room, left = room - words_in(sentence), left - 1
        lines.append((item.title, sentence))
    words(slide, lines, (EDGE, BODY_TOP, WIDE - 2 * EDGE, BODY_HIGH), size=22, gap=16,
          ink=print_colour("--ink"))  # fmt: skip


def _fitting(item: Listing, room: int) -> list[str]:
    """As many lines as there is room for in words; the rest are counted."""
    kept = within(item.lines, "", room - 4 if len(item.lines) > 1 else room) or list(item.lines[:1])
    left = len(item.lines) - len(kept) + item.more
    if not item.lines:
        return [first_sentence(item.empty)]
    return [*kept, *([f"{left} more in the notes."] if left else [])]
