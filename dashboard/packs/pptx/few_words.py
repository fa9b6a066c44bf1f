"""How much a slide says: few words, in letters that are read from the back of a room."""

from collections.abc import Sequence

from dashboard.packs.pptx.slide import BODY_HIGH, EDGE, WIDE, words_high

READABLE_SIZE = 18  # points: the least that is read from the back of a room
MOST_WORDS = 60  # on a slide, without the numbers of its chart and its foot
LINE_GAP = 10  # points between lines


def within(
    lines: Sequence[str],
    title: str,
    most: int = MOST_WORDS,
    size: float = READABLE_SIZE + 4,
    wide: int = WIDE - 2 * EDGE,
) -> list[str]:
    """The first of `lines` that make no more than `most` words with the title, and no more than the body of a
    slide holds in `size` points."""
    kept: list[str] = []
    for line in lines:
        if words_in(title, *kept, line) > most or words_high([*kept, line], size, LINE_GAP, wide) > BODY_HIGH:
            break
        kept.append(line)
    return kept


def words_in(*texts: str) -> int:
    """How many words texts have together."""
    return sum(len(text.split()) for text in texts)
