"""Typesetting: typst with our fonts and our template, and a drawing as a picture.

A letter that our font lacks (₂, ŵ, →, ≥) is drawn by one of those that typst brings along; what none of
them has (emoji, Chinese) has a stand-in, so that no word of a name can stop a pack.
"""

import threading
import unicodedata
from functools import lru_cache
from pathlib import Path
from typing import Any

import typst

STANDARDS = ["a-2a", "ua-1"]
STAND_IN = "□"
# In the order in which a letter is looked for; the template names the same.
FAMILIES = ("Source Sans 3", "DejaVu Sans Mono", "Libertinus Serif", "New Computer Modern Math")
_BYTE_ORDER = "\ufeff"  # is drawn alone, but a PDF for archives may hold it beside no other letter
# Controls, and separators of lines and paragraphs (of which what follows unseen could not be set).
_NOT_DRAWN = frozenset(("Cc", "Zl", "Zp"))
_SURROGATES = frozenset(map(chr, range(0xD800, 0xE000)))
_ONE_LETTER = (
    (
        '#set document(title: "One letter")\n'
        f"#set text(font: ({', '.join(map(repr, FAMILIES))}), fallback: false)\n#sys.inputs.letter"
    )
    .replace("'", '"')
    .encode()
)
TEMPLATE = Path(__file__).with_name("pack.typ")
FONTS = Path(__file__).resolve().parents[3] / "assets" / "fonts"

_compilers = threading.local()


def compiler() -> typst.Compiler:
    """One compiler a thread: it has read the fonts and keeps what did not change."""
    if not hasattr(_compilers, "one"):
        fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[str(FONTS)])
        _compilers.one = typst.Compiler(str(TEMPLATE), root=str(TEMPLATE.parent), font_paths=fonts)
    return _compilers.one


def drawable(value: Any) -> Any:
    """`value` (texts, or JSON of them) with a stand-in for every letter that no font here has."""
    if isinstance(value, str):
        return value if value.isascii() and value.isprintable() else "".join(map(_drawn, value))
    if isinstance(value, dict):
        return {key: drawable(item) for key, item in value.items()}
    return [drawable(item) for item in value] if isinstance(value, list | tuple) else value


@lru_cache(4096)
def _drawn(letter: str) -> str:
    """`letter`, or its plain form, or a box; a blank for what parts words, nothing for what no eye sees."""
    if letter == "\n" or _has(letter):
        return letter
    if letter.isspace():
        return " "
    if unicodedata.category(letter)[0] in "CM" and letter not in _SURROGATES:
        return ""
    plain = unicodedata.normalize("NFKC", letter)
    return plain if plain != letter and all(map(_has, plain)) else STAND_IN


def _has(letter: str) -> bool:
    if letter in _SURROGATES or letter == _BYTE_ORDER or unicodedata.category(letter) in _NOT_DRAWN:
        return False
    if letter.isascii():
        return True
    try:
        compiler().compile(_ONE_LETTER, format="pdf", pdf_standards=STANDARDS, sys_inputs={"letter": letter})
    except typst.TypstError:
        return False
    return True


def svg_png(svg: str, ratio: float, high: int = 1200) -> bytes:
    """`svg` as a PNG picture `high` pixels high, for formats that know no drawings."""
    page = (
        '#set text(font: "Source Sans 3")\n'  # else typst draws the words of an SVG with no font at all
        f"#set page(width: {ratio * 100:.3f}pt, height: 100pt, margin: 0pt, fill: none)\n"
        '#image(bytes(sys.inputs.svg), format: "svg", width: 100%, height: 100%)'
    )
    inputs = {"svg": drawable(svg)}
    return compiler().compile(page.encode(), format="png", ppi=high * 72 / 100, sys_inputs=inputs)
