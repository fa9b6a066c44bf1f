"""PPTX: the titles, texts and tables of slides, each with what is said in its notes."""

import re
from collections.abc import Iterator

from lxml import etree

from dashboard.check.draft import HEADING, TEXT, Block, paragraph, table
from dashboard.check.files.opened import Archive

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_SLIDE = re.compile(r"^ppt/slides/slide(\d+)\.xml$")
MAIN = "ppt/presentation.xml"


def blocks(archive: Archive) -> Iterator[Block]:
    """The blocks of all slides in the order of their numbers. Raises Unreadable."""
    slides = sorted((int(found[1]), name) for name in archive.names if (found := _SLIDE.match(name)))
    for number, name in slides:
        yield from _slide(archive.xml(name))
        notes = f"ppt/notesSlides/notesSlide{number}.xml"
        if notes in archive.names:
            yield from _texts(archive.xml(notes), "")


def _slide(root: etree._Element) -> Iterator[Block]:
    titles = [shape for shape in root.iter(f"{_P}sp") if _is_title(shape)]
    title = " ".join(_text(one) for shape in titles for one in shape.iter(f"{_A}p"))
    if made := paragraph(title, heading=True):
        yield Block(HEADING, made.text)
    yield from _texts(root, title)


def _texts(root: etree._Element, title: str) -> Iterator[Block]:
    for item in root.iter(f"{_A}p", f"{_A}tbl"):
        if item.tag == f"{_A}tbl":
            rows = [[_cell(cell) for cell in row.iter(f"{_A}tc")] for row in item.iter(f"{_A}tr")]
            yield from table(rows, title)
        elif not any(one.tag == f"{_A}tbl" or _is_title(one) for one in item.iterancestors()):
            made = paragraph(_text(item))
            yield from [Block(TEXT, made.text)] if made else []  # a bullet is short and no heading


def _is_title(shape: etree._Element) -> bool:
    place = shape.find(f"{_P}nvSpPr/{_P}nvPr/{_P}ph")
    return place is not None and place.get("type") in ("title", "ctrTitle")


def _cell(item: etree._Element) -> str:
    return " ".join(_text(one) for one in item.iter(f"{_A}p"))


def _text(item: etree._Element) -> str:
    parts = (part.text or "" if part.tag == f"{_A}t" else " " for part in item.iter(f"{_A}t", f"{_A}br"))
    return "".join(parts)
