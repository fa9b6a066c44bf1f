"""Draft: the text that is to be checked, block by block, as a reader of files or a form gives it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

HEADING, TEXT, CELL = "heading", "text", "cell"
LONGEST_DRAFT = 600_000  # signs of text in one draft: about 200 pages
MOST_BLOCKS = 20_000  # blocks of one draft
_SHORT = 60
_LIST = re.compile(r"^\s*(?:\(?\d{1,3}(?:\.\d{1,3})*[.)]|[•·▪‣*–-])\s+")
_ENDED = re.compile(r"[.!?;:,]['”\")\]]?\s*$")
_YEAR = re.compile(r"^\d+(?:\.\d+)*\.?\s|\b(?:19|20)\d\d(?:[/-]\d\d)?\b")
_INVISIBLE = re.compile(r"[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff\x00-\x08\x0b\x0c\x0e-\x1f]")


class Unreadable(ValueError):
    """A draft that cannot be read; the message is one sentence that says what to do."""


@dataclass(frozen=True)
class Block:
    """A paragraph, a heading or the cell of a table. `headings` are those of a cell, from the
    nearest to the widest; `row` counts the row of the table that the cell lies in."""

    kind: str
    text: str
    headings: tuple[str, ...] = ()
    row: int = -1


@dataclass(frozen=True)
class DraftText:
    """What a draft is called and its blocks in order."""

    name: str
    blocks: tuple[Block, ...]


def pasted(text: str, name: str = "Pasted text") -> DraftText:
    """The draft of plain text: lines with tabs are rows of a table, blank lines end a paragraph.

    Raises Unreadable for nothing and for too much.
    """
    return drawn_up(name, of_lines(plain(text).splitlines()))


def drawn_up(name: str, blocks: Iterator[Block]) -> DraftText:
    """The draft of `blocks`, within the limits. Raises Unreadable."""
    found: list[Block] = []
    signs = 0
    for block in blocks:
        signs += len(block.text)
        if signs > LONGEST_DRAFT or len(found) >= MOST_BLOCKS:
            raise Unreadable(
                f"The draft is too long: at most {LONGEST_DRAFT:,} letters are checked at a time."
            )
        found.append(block)
    if not found:
        raise Unreadable("There is no text in the draft: a scanned page holds only a picture of it.")
    return DraftText(name, tuple(found))


def plain(text: str) -> str:
    """`text` without signs that nobody sees, with one kind of blank."""
    return re.sub(r"[\u00a0\u2007\u2009\u202f]", " ", _INVISIBLE.sub("", text))


def paragraph(text: str, heading: bool = False) -> Block | None:
    """A block of one paragraph; None for an empty one. A short line that ends like no sentence is a
    heading."""
    text = " ".join(plain(text).split())
    if not text:
        return None
    short = len(text) < 90 and not _ENDED.search(text) and not re.search(r"\d", _YEAR.sub("", text))
    return Block(HEADING if heading or short else TEXT, text)


def table(rows: Sequence[Sequence[str]], above: str = "") -> Iterator[Block]:
    """The cells of a table as blocks: each knows its row's and its column's heading, and what stands
    above."""
    head = next((row for row in rows if any(cell.strip() for cell in row)), ())
    for number, row in enumerate(rows):
        for column, cell in enumerate(row):
            if not (text := " ".join(plain(cell).split())):
                continue
            over = head[column] if row is not head and column < len(head) else ""
            beside = row[0] if column else ""
            corner = head[0] if head and column and row is not head else ""
            cells = tuple(
                filter(None, (plain(beside).strip(), plain(over).strip(), plain(corner).strip(), above))
            )
            yield Block(CELL, text, cells, number)


def of_lines(lines: Sequence[str]) -> Iterator[Block]:
    """Paragraphs and tables of plain lines. A line much shorter than the longest is the last of its own."""
    short = min(_SHORT, 0.6 * max(map(len, lines), default=0))
    current: list[str] = []
    rows: list[list[str]] = []
    above = ""
    for line in [*lines, ""]:
        if "\t" in line:
            rows.append(line.split("\t"))
            line = ""
        elif rows:
            yield from table(rows, above)
            rows = []
        if current and (not line.strip() or _LIST.match(line) or len(current[-1]) < short):
            if block := paragraph(" ".join(current)):
                above = block.text if block.kind == HEADING else above
                yield block
            current = []
        if line.strip():
            current.append(line.strip())
    if rows:
        yield from table(rows, above)
