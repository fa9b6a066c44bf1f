"""A map on a slide, with names that a room can read, and its legend."""

from math import ceil

from pptx.enum.shapes import MSO_SHAPE
from pptx.util import Inches, Pt

from dashboard.capital_letter import capital
from dashboard.charts.map_svg import NAME_SIZE, NO_FIGURE, letters_of, ratio
from dashboard.charts.svg.drawing import print_colour
from dashboard.charts.svg.text import text_width
from dashboard.packs.pictures import MapPicture
from dashboard.packs.pptx.slide import (
    BODY_HIGH,
    BODY_TOP,
    EDGE,
    WIDE,
    WIDEST,
    WIDEST_BOLD,
    colour,
    describe,
    words,
)
from dashboard.statements.map_words import areas_counted

_STEP = Inches(0.27)  # from one class of the legend to the next
_WIDEST_MAP = int((WIDE - 2 * EDGE) * 0.62)
_TRIES = 4  # larger names stand beside the map sooner, which makes it smaller: again, until they are as large


def drawn_for_room(picture: MapPicture, size: float) -> tuple[str, int, int]:
    """The map with names of `size` points on the slide, and its width and height there.

    Where the names of its lowest and highest, beside it, would make all too small to be read, only those
    stand that have room on it.
    """
    for ends in (True, False):
        names = NAME_SIZE
        for _ in range(_TRIES):
            svg = picture.draw(names, ends)
            shape = ratio(svg)
            wide = min(int(BODY_HIGH * shape), _WIDEST_MAP)
            high = int(wide / shape)
            letters = letters_of(svg, high / Pt(1))
            if letters == 0 or letters >= size * 0.98:
                return svg, wide, high
            names *= size / letters
    return svg, wide, high


def legend(slide, picture: MapPicture, left: int, size: float = 12) -> int:
    """A swatch and its words in `size` for each class, low to high; gives where the legend ends."""
    step = int(_STEP * size / 12)
    unit = picture.shown.indicator.unit
    room = (WIDE - EDGE - left) / Pt(1)
    rows = ceil(text_width(unit, size) * WIDEST_BOLD / room)
    words(
        slide,
        [capital(unit)],
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
        wide = WIDE - EDGE - left - Inches(0.4)
        high = step * ceil(text_width(line, size) * WIDEST / (wide / Pt(1)))
        words(slide, [line], (left + Inches(0.4), top, wide, high), size=size)
        top += high
    return top + Inches(0.2)
