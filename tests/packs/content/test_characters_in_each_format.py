"""The same letters in every format of a pack: as they are, or with a stand-in, and never as a failure.

On slides, sheets and pages the reader's own fonts draw them, and its programs look for a letter in another
font by themselves: the letter is kept as it is. A PDF brings its fonts along, so what they lack is replaced.
"""

import io
from datetime import date

import openpyxl
import pytest
from pptx import Presentation

from dashboard.datastore.areas import Area
from dashboard.packs.formats import PACK_FORMATS
from dashboard.packs.model import Listing, Pack, Section
from tests.packs.reading import html_text, pdf_text

LETTERS = "Homes ≥ 5 → Tŷ Ŵern ✓ łódź Iași non‑breaking 😀 end"
HERE = Area("E08000001", "Bolton", "district")


def pack(words: str) -> Pack:
    listing = Listing("What was decided", (words,))
    return Pack(
        name="brief",
        title=words,
        about=words,
        audience="office",
        place=HERE,
        day=date(2026, 11, 29),
        as_of="29 November 2026",
        snapshot="abc",
        messages=(words,),
        sections=(Section("a", "decisions", "Decisions", words, lead=words, listings=(listing,)),),
        sources=(),
    )


def words_of(ending: str, file: bytes) -> str:
    if ending == "pdf":
        return pdf_text(file)
    if ending == "html":
        return html_text(file)
    if ending == "pptx":
        slides = Presentation(io.BytesIO(file)).slides
        return " ".join(
            shape.text_frame.text for one in slides for shape in one.shapes if shape.has_text_frame
        )
    cells = (
        cell for sheet in openpyxl.load_workbook(io.BytesIO(file)) for row in sheet.values for cell in row
    )
    return " ".join(map(str, filter(None, cells)))


@pytest.mark.parametrize("ending", PACK_FORMATS)
def test_every_letter_is_read_back_from_every_face(ending):
    drawn = LETTERS.replace("😀", "□") if ending == "pdf" else LETTERS
    assert drawn in words_of(ending, PACK_FORMATS[ending].write(pack(LETTERS)))
