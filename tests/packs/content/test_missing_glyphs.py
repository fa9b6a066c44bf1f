"""No letter of a name stops a pack: another font draws it, or a stand-in does."""

import pytest

from dashboard.packs.pdf.typesetting import STANDARDS, compiler, drawable


@pytest.mark.parametrize("words", ["CO₂e", "Tŷ Gwyn", "to → from", "≥ 5 homes", "✓ łŴș", "non‑breaking"])
def test_letters_that_our_font_lacks_are_drawn_by_another(words):
    assert drawable(words) == words


@pytest.mark.parametrize(
    ("words", "drawn"),
    [
        ("park 😀", "park □"),
        ("中", "□"),
        ("a\x07b", "ab"),
        ("\ud800", "□"),
        ("bus\tfares\u2028now\x0bthen", "bus fares now then"),  # as PowerPoint and Excel paste it
        ("\ufeffbus\ufeff fares", "bus fares"),
    ],
)
def test_what_no_font_has_gets_a_stand_in(words, drawn):
    assert drawable({"words": [words]}) == {"words": [drawn]}


def test_what_is_drawable_can_be_set_as_a_pdf():
    page = (
        '#set document(title: "x")\n#set text(font: ("Source Sans 3", "DejaVu Sans Mono"))\n#sys.inputs.words'
    )
    inputs = {"words": drawable("CO₂ → Ŵ 😀 bus\ufefffares\u2028\u200bnow")}
    assert compiler().compile(page.encode(), format="pdf", pdf_standards=STANDARDS, sys_inputs=inputs)
