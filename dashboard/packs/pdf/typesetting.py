"""Typesetting: typst with our fonts and our template, and a drawing as a picture."""

import threading
from pathlib import Path

import typst

TEMPLATE = Path(__file__).with_name("pack.typ")
FONTS = Path(__file__).resolve().parents[3] / "assets" / "fonts"

_compilers = threading.local()


def compiler() -> typst.Compiler:
    """One compiler a thread: it has read the fonts and keeps what did not change."""
    if not hasattr(_compilers, "one"):
        fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FONTS)])
        _compilers.one = typst.Compiler(str(TEMPLATE), root=str(TEMPLATE.parent), font_paths=fonts)
    return _compilers.one


def svg_png(svg: str, ratio: float, high: int = 1200) -> bytes:
    """`svg` as a PNG picture `high` pixels high, for faces that know no drawings."""
    page = (
        '#set text(font: "Source Sans 3")\n'  # else typst draws the words of an SVG with no font at all
        f"#set page(width: {ratio * 100:.3f}pt, height: 100pt, margin: 0pt, fill: none)\n"
        '#image(bytes(sys.inputs.svg), format: "svg", width: 100%, height: 100%)'
    )
    return compiler().compile(page.encode(), format="png", ppi=high * 72 / 100, sys_inputs={"svg": svg})
