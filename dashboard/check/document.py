"""The checked draft as HTML: what is to be mended first, then the text with its marks; as a file of its own
too."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from dashboard.catalogue.periods import day_words
from dashboard.check.check import CheckedDraft
from dashboard.check.draft import CELL, Block
from dashboard.check.mark import FAULTS, GOOD, NOT_CHECKED, NOT_HELD, STATES, UNSURE, DraftMark

FOLDER = Path(__file__).parent
GROUPS = (
    ("To put right", FAULTS),
    ("To look at: could be either", (UNSURE,)),
    ("Not checked: look yourself, the reason is beside each", (NOT_CHECKED,)),
    ("Not held here, so not checked", (NOT_HELD,)),
    ("Right", GOOD),
)
LETTERS_AROUND = 110  # letters of the sentence that are shown with a number


@dataclass(frozen=True)
class Piece:
    """A stretch of a block's text, with the mark on it and its number in the list, or without."""

    text: str
    mark: DraftMark | None = None
    number: int = 0


@dataclass(frozen=True)
class TextPart:
    """A block, or the blocks of a whole table by row, in pieces."""

    kind: str
    pieces: tuple[Piece, ...] = ()
    rows: tuple[tuple[tuple[Piece, ...], ...], ...] = ()


def fragment(checked: CheckedDraft) -> str:
    """The result as HTML to stand in a page."""
    return _template("result.html.j2", checked, "", 3)


def document(checked: CheckedDraft) -> str:
    """The result as one HTML file that needs nothing else. Its links lead to where it was made; where nobody
    has said what address that is, it has no links, since a file stands on no site."""
    return _template("document.html.j2", checked, checked.origin, 2)


def summary(marks: Iterable[DraftMark]) -> list[tuple[str, int]]:
    """How many marks there are of each state, of those that there are, in the order of STATES."""
    counted = Counter(mark.state for mark in marks)
    return [(label, counted[state]) for state, label in STATES.items() if counted[state]]


def _template(name: str, checked: CheckedDraft, origin: str, level: int) -> str:
    numbered = dict(enumerate(checked.marks, 1))
    return _templates().get_template(name).render(
        checked=checked,
        origin=origin,
        linked=level == 3 or bool(origin),
        level=level,
        counts=summary(checked.marks),
        groups=[(label, _grouped(checked, numbered, states), states == GOOD) for label, states in GROUPS],
        parts=list(_parts(checked, numbered)),
        states=STATES,
        tone=_tone,
        day=day_words(datetime.now(UTC).date()),
        style=Markup((FOLDER / "result.css").read_text("utf-8")),  # noqa: S704 - our own file
    )  # fmt: skip


@cache
def _templates() -> Environment:
    return Environment(
        loader=FileSystemLoader(FOLDER), autoescape=True, undefined=StrictUndefined, trim_blocks=True
    )


def _tone(state: str) -> str:
    return "right" if state in GOOD else "fault" if state in FAULTS else "open"


def _grouped(
    checked: CheckedDraft, numbered: dict[int, DraftMark], states: tuple[str, ...]
) -> list[tuple[int, DraftMark, str, str, str]]:
    """The marks of some states, each with its number, the words around it, and the headings of its cell."""
    found = []
    for number, mark in numbered.items():
        if mark.state in states:
            text = checked.draft.blocks[mark.block].text
            before, after = text[: mark.start], text[mark.end :]
            heads = ", ".join(checked.draft.blocks[mark.block].headings[:2])
            found.append((number, mark, _cut(before, -1), _cut(after, 1), heads))
    return found


def _cut(text: str, side: int) -> str:
    """The words of `text` nearest to the number, which stands at its end (-1) or its beginning (1)."""
    if len(text) <= LETTERS_AROUND:
        return text
    kept = text[-LETTERS_AROUND:] if side < 0 else text[:LETTERS_AROUND]
    return re.sub(r"^\S*\s", "… ", kept) if side < 0 else re.sub(r"\s\S*$", " …", kept)


def _parts(checked: CheckedDraft, numbered: dict[int, DraftMark]) -> Iterator[TextPart]:
    by_block: dict[int, list[tuple[int, DraftMark]]] = {}
    for number, mark in numbered.items():
        by_block.setdefault(mark.block, []).append((number, mark))
    rows: list[list[tuple[Piece, ...]]] = []
    last = -1
    for at, block in enumerate(checked.draft.blocks):
        pieces = tuple(_pieces(block, sorted(by_block.get(at, []), key=lambda item: item[1].start)))
        if block.kind == CELL:
            if block.row != last:
                if block.row < last:
                    yield _table(rows)
                    rows = []
                rows.append([])
            rows[-1].append(pieces)
            last = block.row
            continue
        if rows:
            yield _table(rows)
        rows, last = [], -1
        yield TextPart(block.kind, pieces)
    if rows:
        yield _table(rows)


def _table(rows: list[list[tuple[Piece, ...]]]) -> TextPart:
    return TextPart(CELL, rows=tuple(map(tuple, rows)))


def _pieces(block: Block, marks: list[tuple[int, DraftMark]]) -> Iterator[Piece]:
    at = 0
    for number, mark in marks:
        if mark.start < at:  # two marks on one span: the first stands in the text, both in the list
            continue
        yield Piece(block.text[at : mark.start])
        yield Piece(block.text[mark.start : mark.end], mark, number)
        at = mark.end
    yield Piece(block.text[at:])
