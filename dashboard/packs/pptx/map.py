"""A map on a slide: a picture with its legend, and its areas as a native table."""

from io import BytesIO
from math import ceil

from pptx.enum.shapes import MSO_SHAPE
from pptx.util import Inches, Pt

from dashboard.charts.map_svg import NO_FIGURE
from dashboard.charts.svg.drawing import print_colour
from dashboard.charts.svg.text import text_width
from dashboard.packs.model import Section
from dashboard.packs.pdf.typesetting import svg_png
from dashboard.packs.pictures import MapPicture
from dashboard.packs.pptx.slide import (
    BODY_HIGH,
    BODY_TOP,
    EDGE,
    WIDE,
    Deck,
    colour,
    describe,
    words,
    words_high,
)
from dashboard.packs.pptx.table import add_table
from dashboard.packs.tables_text import map_table
from dashboard.statements.map_words import areas_counted

WIDEST = 1.35  # the letters of LibreOffice's stand-in, bold, beside those that `text_width` knows
_STEP = Inches(0.27)  # from one class of the legend to the next


def map_slide(deck: Deck, section: Section, picture: MapPicture) -> None:
    """The slide of one map."""
    slide = deck.slide(section.kicker, section.title, f"{picture.alt}\n{picture.foot}")
    wide = min(int(BODY_HIGH * picture.ratio), int((WIDE - 2 * EDGE) * 0.6))
    png = BytesIO(svg_png(picture.svg, picture.ratio))
    drawn = slide.shapes.add_picture(png, EDGE, BODY_TOP, width=wide, height=int(wide / picture.ratio))
    describe(drawn, picture.alt)
    left = EDGE + wide + Inches(0.4)
    top = legend(slide, picture, left)
    table = map_table(picture)
    high = words_high([table.caption], 12, 0, WIDE - EDGE - left)
    words(slide, [table.caption], (left, top, WIDE - EDGE - left, high), size=12, bold=True)
    top += high + Inches(0.05)
    room = BODY_TOP + BODY_HIGH - top
    size = min(12, (room / Pt(1) / (len(table.rows) + 1) - 5.5) / 1.22)  # a row: 1.22 lines, its margins
    add_table(
        slide,
        table.header,
        table.rows,
        f"{table.caption}.",
        size=int(size * 2) / 2,
        box=(left, top, min(WIDE - EDGE - left, Inches(4.6))),
    )


def legend(slide, picture: MapPicture, left: int, size: float = 12) -> int:
    """A swatch and its words in `size` for each class, low to high; gives where the legend ends."""
    step = int(_STEP * size / 12)
    unit = picture.shown.indicator.unit
    room = (WIDE - EDGE - left) / Pt(1)
    rows = ceil(text_width(unit, size) * WIDEST / room)
    words(
        slide,
        [f"{unit[:1].upper()}{unit[1:]}"],
        (left, BODY_TOP, WIDE - EDGE - left, step * rows),
        size=size,
        bold=True,
    )
    lines = [(shade.colour, f"{shade.words} ({areas_counted(shade.count)})") for shade in picture.legend]
    if picture.shown.without:
        lines.append((NO_FIGURE, f"Hatched: {picture.no_figure} ({areas_counted(picture.shown.without)})"))
    top = BODY_TOP + step * rows + Inches(0.05)
    for fill, line in lines:
        swatch = slide.shapes.add_shape(
            MSO_SHAPE.RECTANGLE, left, top + int(step * 0.26), Inches(0.28), Inches(0.18)
        )
        swatch.shadow.inherit = False
        swatch.fill.solid()
        swatch.fill.fore_color.rgb = colour(fill)
        swatch.line.color.rgb, swatch.line.width = colour(print_colour("--line-strong")), Pt(0.5)
        describe(swatch, f"The colour of {line}")
        words(slide, [line], (left + Inches(0.4), top, WIDE - EDGE - left - Inches(0.4), step), size=size)

        top += step
    return top + Inches(0.2)
