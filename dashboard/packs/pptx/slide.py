"""Slides: title, words and speaker notes, all in the places a screen reader looks for."""

import re
from collections.abc import Callable, Sequence
from io import BytesIO
from math import ceil

from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.util import Inches, Pt

from dashboard.catalogue.indicators import Indicator
from dashboard.charts.svg.drawing import print_colour
from dashboard.charts.svg.text import text_width

WIDE, HIGH, EDGE = Inches(13.333), Inches(7.5), Inches(0.6)
BODY_TOP, BODY_HIGH = Inches(1.75), Inches(5.0)
BRAND, WHITE, LINKS = "#12304f", "#ffffff", "#1a5a96"
TITLES, TITLE_HIGH = (28, 24, 20), Inches(1.05)
# The widest letters that Calibri is shown in (DejaVu Sans, where LibreOffice has no better stand-in), beside
# those that `text_width` knows.
WIDEST, WIDEST_BOLD = 1.2, 1.35
BROKEN = 1.08  # lines end between words
_TITLE_SLIDE, _TITLE_ONLY = 0, 5  # layouts of the standard template


class Deck:
    """A presentation in 16:9 whose every slide has a title, a foot and notes; `page_about` gives the address
    of the page of an indicator by id, "" where it is not known."""

    def __init__(self, foot: str, page_about: Callable[[str], str]):
        self.file, self.page_about = Presentation(), page_about
        self.file.slide_width, self.file.slide_height = WIDE, HIGH
        self._foot = foot
        _ink_of_links(self.file)
        self._titles: set[str] = set()

    def cover(self, title: str, lines: Sequence[str], notes: str) -> None:
        """The first slide, on the brand's colour."""
        slide = self.file.slides.add_slide(self.file.slide_layouts[_TITLE_SLIDE])
        slide.background.fill.solid()
        slide.background.fill.fore_color.rgb = colour(BRAND)
        place(slide.shapes.title, EDGE, Inches(2), WIDE - 2 * EDGE, Inches(1.6))
        write(slide.shapes.title.text_frame, [title], size=44, bold=True, ink=WHITE)
        below = slide.placeholders[1]
        place(below, EDGE, Inches(3.7), WIDE - 2 * EDGE, Inches(2.4))
        write(below.text_frame, lines, size=20, ink=WHITE)
        slide.notes_slide.notes_text_frame.text = notes

    def slide(self, kicker: str, title: str, notes: str):
        """A slide with its message as the title. What stands on it is added to `.shapes`."""
        slide = self.file.slides.add_slide(self.file.slide_layouts[_TITLE_ONLY])
        place(slide.shapes.title, EDGE, Inches(0.62), WIDE - 2 * EDGE, TITLE_HIGH)
        box = self._own(short_title(title), kicker)
        size = next(size for size in TITLES if size == TITLES[-1] or _fits(box, size))
        write(slide.shapes.title.text_frame, [box], size=size, bold=True)
        words(
            slide,
            [kicker],
            (EDGE, Inches(0.25), WIDE - 2 * EDGE, Inches(0.35)),
            size=18,
            bold=True,
            ink="#1a5a96",
        )
        foot = (EDGE, HIGH - Inches(0.5), WIDE - 2 * EDGE, Inches(0.35))
        words(slide, [self._foot], foot, size=10, ink=print_colour("--ink-soft"))
        slide.notes_slide.notes_text_frame.text = notes
        return slide

    def _own(self, title: str, kicker: str) -> str:
        """The title, with its subject before it where another slide has the same."""
        sentence = title if title not in self._titles else f"{kicker}: {title}"
        self._titles.add(sentence)
        return sentence

    def page_of(self, indicator: Indicator) -> str:
        """The address of an indicator's page, "" where it is not known."""
        return self.page_about(indicator.id)

    def bytes(self) -> bytes:
        """The presentation as a file."""
        out = BytesIO()
        self.file.save(out)
        return out.getvalue()


def _ink_of_links(file) -> None:
    """Links in the brand's blue: the standard template's is brighter than words may be."""
    theme = file.slide_master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    links = re.compile(rb'(<a:(?:hlink|folHlink)>\s*<a:srgbClr val=")[0-9A-F]{6}')
    theme._blob = links.sub(rb"\g<1>" + LINKS[1:].upper().encode(), theme.blob)


def short_title(title: str) -> str:
    """The title, or what of it still says the same where all of it takes more than its box holds in the
    smallest letters: without its asides in brackets, then without its last clauses."""
    bare = re.sub(r" \([^)]*\)", "", title)
    clauses = bare.split("; ")[0].split(", ")
    shorter = [", ".join(clauses[:count]) for count in range(len(clauses), 0, -1)]
    parts = (title, title.split("; ")[0], bare, *shorter)
    return next((part for part in parts if _fits(part, TITLES[-1])), parts[-1])


def _fits(title: str, size: float) -> bool:
    return words_high([title], size, 0, letters=WIDEST_BOLD) <= TITLE_HIGH


def colour(code: str) -> RGBColor:
    """A colour written as #rrggbb."""
    return RGBColor.from_string(code[1:].upper())


def place(shape, left: int, top: int, width: int, height: int) -> None:
    """Put `shape` there."""
    shape.left, shape.top, shape.width, shape.height = left, top, width, height


def words(slide, lines: Sequence[str | tuple[str, str]], box: tuple[int, int, int, int], **look):
    """A text box with a paragraph for each line."""
    shape = slide.shapes.add_textbox(*box)
    write(shape.text_frame, lines, **look)
    return shape


def words_high(
    lines: Sequence[str | tuple[str, str]],
    size: float,
    gap: float,
    wide: int = WIDE - 2 * EDGE,
    letters: float = WIDEST,
) -> int:
    """How high `words` will be in a box as `wide`, about, in English Metric Units: in the widest letters."""
    long = [text_width(line if isinstance(line, str) else ": ".join(line), size) for line in lines]
    rows = [ceil(points * letters * BROKEN / (wide / Pt(1))) for points in long]
    return int(sum(Pt(row * size * 1.2 + gap) for row in rows) + Inches(0.1))


def write(frame, lines: Sequence[str | tuple[str, str]], size: float, bold: bool = False, ink: str = "",
          gap: float = 0, pages: Sequence[str] = ()) -> None:  # fmt: skip
    """Fill a text frame, a paragraph a line; of a pair (subject, words) the subject is in bold.

    `pages` are the addresses that the lines lead to, "" for none; of a pair its subject does: LibreOffice
    breaks a long link inside its words.
    """
    frame.word_wrap, frame.vertical_anchor = True, MSO_ANCHOR.TOP
    frame.margin_left = frame.margin_right = 0
    for number, line in enumerate(lines):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        paragraph.alignment, paragraph.space_after = PP_ALIGN.LEFT, Pt(gap)
        runs = [(line, bold)] if isinstance(line, str) else [(line[0], True), (f": {line[1]}", bold)]
        for at, (text, strong) in enumerate(runs):
            run = paragraph.add_run()
            run.text = text
            run.font.size, run.font.bold = Pt(size), strong
            if at == 0 and number < len(pages) and pages[number]:
                run.hyperlink.address = pages[number]
            else:
                run.font.color.rgb = colour(ink or print_colour("--ink"))


def describe(shape, alt: str, page: str = "") -> None:
    """Give a shape its text alternative, and the address that a click on it leads to."""
    named = shape._element.xpath(".//p:cNvPr")[0]
    named.set("descr", alt)
    if page:
        link = shape.part.relate_to(page, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        named.insert(0, parse_xml(f'<a:hlinkClick {nsdecls("a", "r")} r:id="{link}"/>'))
