"""DOCX: the paragraphs, headings and tables of a Word document, with its footnotes, in their order."""

from collections.abc import Iterator

from lxml import etree

from dashboard.check.draft import HEADING, Block, paragraph, table
from dashboard.check.files.opened import Archive

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_NOTES = ("word/footnotes.xml", "word/endnotes.xml")
MAIN = "word/document.xml"


def blocks(archive: Archive) -> Iterator[Block]:
    """The blocks of the document. Raises Unreadable."""
    above = ""
    for part in (MAIN, *(name for name in _NOTES if name in archive.names)):
        for block in _of(archive.xml(part), above):
            above = block.text if block.kind == HEADING else above
            yield block


def _of(parent: etree._Element, above: str) -> Iterator[Block]:
    """The blocks inside `parent`; those of text boxes come where their paragraph stands."""
    for item in parent:
        if item.tag == f"{_W}p":
            block = paragraph(_text(item), _is_heading(item))
            if block:
                above = block.text if block.kind == HEADING else above
                yield block
            for box in item.iter(f"{_W}txbxContent"):
                if not any(one.tag == _FALLBACK for one in box.iterancestors()):
                    yield from _of(box, above)
        elif item.tag == f"{_W}tbl":
            yield from table(
                [[_cell(cell) for cell in row.iter(f"{_W}tc")] for row in item.iter(f"{_W}tr")], above
            )
        elif item.tag != f"{_W}sectPr":
            yield from _of(item, above)  # content controls, tracked insertions, notes


def _is_heading(item: etree._Element) -> bool:
    style = item.find(f"{_W}pPr/{_W}pStyle")
    name = style.get(f"{_W}val", "") if style is not None else ""
    return name.lower().startswith(("heading", "title", "subtitle"))


def _cell(item: etree._Element) -> str:
    return " ".join(_text(one) for one in item.iter(f"{_W}p"))


def _text(item: etree._Element) -> str:
    """The words of a paragraph as they would be read: without what was deleted or lies in a text box."""
    found: list[str] = []
    for part in item.iter(f"{_W}t", f"{_W}tab", f"{_W}br", f"{_W}cr", f"{_W}noBreakHyphen"):
        above = {one.tag for one in part.iterancestors()}
        if above & {f"{_W}del", f"{_W}moveFrom", _FALLBACK} or _boxed(part, item):
            continue
        hyphen = "-" if part.tag == f"{_W}noBreakHyphen" else " "
        found.append((part.text or "") if part.tag == f"{_W}t" else hyphen)
    return "".join(found)


def _boxed(part: etree._Element, item: etree._Element) -> bool:
    """Whether the part lies in a text box inside the paragraph `item`."""
    for above in part.iterancestors():
        if above is item:
            return False
        if above.tag == f"{_W}txbxContent":
            return True
    return False
