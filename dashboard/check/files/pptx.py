"""PPTX: the titles, texts and tables of slides, each with what is said in its notes."""

from collections.abc import Iterator
from posixpath import join, normpath

from lxml import etree

from dashboard.check.draft import HEADING, TEXT, Block, paragraph, table
from dashboard.check.files.opened import Archive

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
MAIN = "ppt/presentation.xml"


def blocks(archive: Archive) -> Iterator[Block]:
    """The blocks of all slides as they are shown, each with its notes. Raises Unreadable."""
    for name in _shown(archive):
        yield from _slide(archive.xml(name))
        for notes in _related(archive, name, "notesSlide").values():
            yield from _texts(archive.xml(notes), "")


def _shown(archive: Archive) -> list[str]:
    """The slides in the order in which they are shown: their file names tell when they were made."""
    parts = _related(archive, MAIN, "slide")
    return [
        parts[item.get(_ID, "")] for item in archive.xml(MAIN).iter(f"{_P}sldId") if item.get(_ID) in parts
    ]


def _related(archive: Archive, name: str, kind: str) -> dict[str, str]:
    """The parts of one kind that the part `name` leads to, by their ids there."""
    folder, _, file = name.rpartition("/")
    rels = f"{folder}/_rels/{file}.rels"
    items = archive.xml(rels) if rels in archive.names else ()
    found = {
        item.get("Id", ""): normpath(join("/", folder, item.get("Target", ""))).lstrip("/")
        for item in items
        if item.get("Type", "").endswith(f"/{kind}") and item.get("TargetMode") != "External"
    }
    return {key: part for key, part in found.items() if part in archive.names}


def _slide(root: etree._Element) -> Iterator[Block]:
    titles = [shape for shape in root.iter(f"{_P}sp") if _is_title(shape)]
    title = " ".join(_text(one) for shape in titles for one in shape.iter(f"{_A}p"))
    if block := paragraph(title, heading=True):
        yield Block(HEADING, block.text)
    yield from _texts(root, title)


def _texts(root: etree._Element, title: str) -> Iterator[Block]:
    for item in root.iter(f"{_A}p", f"{_A}tbl"):
        if item.tag == f"{_A}tbl":
            rows = [[_cell(cell) for cell in row.iter(f"{_A}tc")] for row in item.iter(f"{_A}tr")]
            yield from table(rows, title)
        elif not any(one.tag == f"{_A}tbl" or _is_title(one) for one in item.iterancestors()):
            block = paragraph(_text(item))
            yield from [Block(TEXT, block.text)] if block else []  # a bullet is short and no heading


def _is_title(shape: etree._Element) -> bool:
    place = shape.find(f"{_P}nvSpPr/{_P}nvPr/{_P}ph")
    return place is not None and place.get("type") in ("title", "ctrTitle")


def _cell(item: etree._Element) -> str:
    return " ".join(_text(one) for one in item.iter(f"{_A}p"))


def _text(item: etree._Element) -> str:
    parts = (part.text or "" if part.tag == f"{_A}t" else " " for part in item.iter(f"{_A}t", f"{_A}br"))
    return "".join(parts)
