"""HTML: the pack as one file that needs nothing else: accessible, light and dark, and fit to print.

The templates beside this file escape every word; only drawings and the style are markup of our own.
"""

import base64
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from dashboard.capital_letter import capital
from dashboard.packs.html import parts
from dashboard.packs.model import Pack
from dashboard.packs.tables_text import comparison_table, map_table, origins_line, plain, profile_table
from dashboard.packs.words import subject_and_words, unit_after
from dashboard.statements.map_words import areas_counted

FOLDER = Path(__file__).parent
STYLE = FOLDER / "pack.css"
FONT = FOLDER.parents[2] / "assets" / "fonts" / "source-sans-3.woff2"
_WORDS = (
    subject_and_words,
    unit_after,
    plain,
    areas_counted,
    origins_line,
    profile_table,
    comparison_table,
    map_table,
)
_PARTS = (parts.drawn, parts.marked, parts.figures, parts.map_drawn, parts.facts, capital)


def html_bytes(pack: Pack) -> bytes:
    """`pack` as one HTML document in UTF-8. The same pack gives the same bytes."""
    return _templates().get_template("pack.html.j2").render(pack=pack, style=_style()).encode()


@cache
def _templates() -> Environment:
    made = Environment(
        loader=FileSystemLoader(FOLDER),
        autoescape=True,
        undefined=StrictUndefined,  # a word that is missing fails here, and never in print
        keep_trailing_newline=True,
    )
    made.filters |= {each.__name__: each for each in (*_WORDS, *_PARTS)}
    return made


@cache
def _style() -> Markup:
    font = base64.b64encode(FONT.read_bytes()).decode()
    face = (
        '@font-face{font-family:"Source Sans 3";font-weight:200 900;font-display:swap;'
        f'src:url(data:font/woff2;base64,{font}) format("woff2")}}'
    )
    return Markup(face + STYLE.read_text(encoding="utf-8"))  # noqa: S704
