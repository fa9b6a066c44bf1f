"""Files of drafts: what is read of a DOCX, PPTX or PDF, and what a hostile one can do: nothing."""

import io
import zipfile

import pytest

from dashboard.check.draft import CELL, HEADING, Unreadable
from dashboard.check.files import opened
from dashboard.check.files.kinds import draft_of
from dashboard.check.files.reader import LARGEST_FILE, read

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def _paragraph(text, style=""):
    named = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{named}<w:r><w:t>{text}</w:t></w:r></w:p>"


def _docx(body, before="", packing=zipfile.ZIP_DEFLATED):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", packing) as archive:
        text = f'<?xml version="1.0"?>{before}<w:document xmlns:w="{_W}"><w:body>{body}</w:body></w:document>'
        archive.writestr("word/document.xml", text)
    return file.getvalue()


def _pptx():
    from pptx import Presentation
    from pptx.util import Inches

    made = Presentation()
    slide = made.slides.add_slide(made.slide_layouts[1])
    slide.shapes.title.text = "Wigan"
    slide.placeholders[1].text = "The employment rate was 70.0% in 2023"
    table = slide.shapes.add_table(2, 2, Inches(1), Inches(4), Inches(4), Inches(1)).table
    for (row, column), text in {(0, 1): "Population", (1, 0): "Wigan", (1, 1): "344,922"}.items():
        table.cell(row, column).text = text
    slide.notes_slide.notes_text_frame.text = "Say it slowly."
    file = io.BytesIO()
    made.save(file)
    return file.getvalue()


def test_a_word_document_gives_headings_paragraphs_and_cells_with_their_headings():
    table = "".join(
        f"<w:tr>{''.join(f'<w:tc>{_paragraph(cell)}</w:tc>' for cell in row)}</w:tr>"
        for row in (("Place", "2023"), ("Bolton", "65.6%"))
    )
    gone = "<w:p><w:del><w:r><w:delText>Old</w:delText></w:r></w:del><w:r><w:t>New words.</w:t></w:r></w:p>"
    body = f"{_paragraph('Employment rate', 'Heading1')}{gone}<w:tbl>{table}</w:tbl>"
    blocks = draft_of(_docx(body), "draft").blocks
    assert [(block.kind, block.text) for block in blocks[:2]] == [
        (HEADING, "Employment rate"),
        ("text", "New words."),
    ]
    assert (blocks[-1].kind, blocks[-1].headings) == (CELL, ("Bolton", "2023", "Place", "Employment rate"))


def test_slides_give_titles_texts_tables_and_notes():
    blocks = draft_of(_pptx(), "slides").blocks
    assert [block.text for block in blocks if block.kind != CELL] == [
        "Wigan", "The employment rate was 70.0% in 2023", "Say it slowly.",
    ]  # fmt: skip
    assert [block.headings for block in blocks if block.text == "344,922"] == [
        ("Wigan", "Population", "Wigan")
    ]


def test_slides_come_as_they_are_shown_each_with_its_own_notes():
    from pptx import Presentation

    made = Presentation()
    for title in ("Bolton", "Wigan", "Bury"):
        made.slides.add_slide(made.slide_layouts[5]).shapes.title.text = title
    made.slides[1].notes_slide.notes_text_frame.text = "Of Wigan."  # the first notes of the file
    order = made.slides._sldIdLst
    order.insert(0, order[2])
    file = io.BytesIO()
    made.save(file)
    texts = [block.text for block in draft_of(file.getvalue(), "slides").blocks]
    assert texts == ["Bury", "Bolton", "Wigan", "Of Wigan."]


def test_a_text_of_notepad_is_read():
    text = "Unemployment in Bolton was 5.3%."
    assert draft_of(text.encode("utf-16"), "a.txt").blocks[0].text == text
    with pytest.raises(Unreadable, match="no document"):
        draft_of(b"\xff\xfe\x00", "a.txt")


def test_a_pdf_is_read_by_a_process_of_its_own(tmp_path):
    import typst

    source = tmp_path / "a.typ"
    source.write_text("= Bolton\nIn 2023 the employment rate was 65.6%, and\nthat is all.", encoding="utf-8")
    draft = read(typst.compile(str(source)), "speech.pdf")
    assert (draft.name, draft.blocks[0].text) == ("speech.pdf", "Bolton")
    assert "65.6%" in draft.blocks[1].text


ENTITIES = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]>'
HOSTILE = {
    "entities": (_docx(_paragraph("&b;&f;"), ENTITIES), "instructions"),
    "bomb": (_docx(f"<!--{' ' * 40_000_000}-->"), "larger once unpacked"),
    "deep": (_docx("<w:sdt>" * 5000 + "</w:sdt>" * 5000), "cannot be read"),
    "broken xml": (_docx("<w:p>"), "cannot be read"),
    "no document": (b"PK\x03\x04" + b"x" * 500, "cannot be read"),
    "cut off": (_docx(_paragraph("Bolton"))[:-40], "cannot be read"),
    "an old file": (b"\xd0\xcf\x11\xe0" + b"\0" * 500, "older kind"),
    "a program": (b"MZ\x90\0\x03\xff\xfe", "no document"),
    "a web page": (b"<!DOCTYPE html><html>", "no document"),
    "a broken pdf": (b"%PDF-1.7\n1 0 obj\n<<", "cannot be read"),
    "nothing": (_docx(""), "no text"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_what_is_no_honest_document_is_refused_in_a_sentence(name):
    file, said = HOSTILE[name]
    with pytest.raises(Unreadable, match=said):
        draft_of(file, name)


def test_what_is_too_large_never_reaches_the_process():
    with pytest.raises(Unreadable, match="too large"):
        read(b"x" * (LARGEST_FILE + 1), "big")


def test_all_parts_together_have_a_limit(monkeypatch):
    monkeypatch.setattr(opened, "LARGEST_WHOLE", 100)
    with pytest.raises(Unreadable, match="larger once unpacked"):
        draft_of(_docx(_paragraph("x" * 200)), "draft")


def test_a_reader_that_never_ends_is_stopped(monkeypatch):
    monkeypatch.setattr("dashboard.check.files.reader.READING_SECONDS", 0.001)
    with pytest.raises(Unreadable, match="too long to read"):
        read(b"Some words of text.", "slow")
