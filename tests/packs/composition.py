"""How a pack is composed: how far its pages are filled, where words and charts end, what meets what."""

import io
import re
import shutil
import subprocess
from collections import Counter
from itertools import combinations
from xml.etree import ElementTree

from PIL import Image
from pptx import Presentation
from pptx.util import Pt

from dashboard.charts.svg.drawing import chart_svg
from dashboard.charts.svg.text import text_width
from dashboard.packs.pptx.slide import HIGH, WIDE, WIDEST

HALF = 0.5
FOOT = 0.925  # of a page: below stands its foot
DRAWN = {"full": (493.0, 160.0), "half": (239.0, 122.0)}  # points, as on paper


def filled(file: bytes) -> list[float]:
    """How far down each page of a PDF is filled, of 1 above its foot, as it is seen."""
    pages = subprocess.run(
        ["pdftoppm", "-r", "20", "-gray", "-"], input=file, capture_output=True, check=True
    ).stdout
    stream, found = io.BytesIO(pages), []
    while stream.readline().strip() == b"P5":
        wide, high = map(int, stream.readline().split())
        stream.readline()
        page = Image.frombytes("L", (wide, high), stream.read(wide * high))
        above = page.crop((0, 0, wide, int(high * FOOT))).point(lambda light: 255 * (light < 200))
        box = above.getbbox()
        found.append(box[3] / (high * FOOT) if box else 0.0)
    return found


def check_pages(file):
    *but_last, _ = filled(file)
    assert [at for at, part in enumerate(but_last, 1) if part < HALF] == []


BODY_ENDS = 800.0  # points from the top of a page: below stand the words of its foot alone
WORD = r'<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)</word>'


def words_of_pages(file: bytes) -> list[list[tuple[float, float, float, float, str]]]:
    """The words of each page of a PDF with where they stand: left, top, right, bottom, word."""
    told = subprocess.run(["pdftotext", "-bbox", "-", "-"], input=file, check=True, capture_output=True)
    pages = re.findall(r"<page[^>]*>(.*?)</page>", told.stdout.decode(), re.DOTALL)
    return [[(*map(float, found[:4]), found[4]) for found in re.findall(WORD, page)] for page in pages]


def below_the_body(file: bytes) -> list[list[str]]:
    """The words of each page that stand in its foot, in alphabetical order."""
    return [sorted(word[4] for word in page if word[3] > BODY_ENDS) for page in words_of_pages(file)]


def check_foot(pack, file):
    """Nothing but the foot stands in the foot of a page: what ran out of the page above it would."""
    said = (
        f"{pack.title}, {pack.place.name}. {pack.as_of}. {pack.handling}. Sources: named with each figure. "
    )
    said += f"Snapshot {pack.snapshot}."
    pages = below_the_body(file)
    for number, words in enumerate(pages, 1):
        assert words == sorted([*said.split(), "Page", str(number), "of", str(len(pages))]), number


def check_charts(pack):
    drawn = Counter((picture.indicator.id, picture.chart.title) for _, picture in pack.pictures())
    assert [key for key, count in drawn.items() if count > 1] == []


def check_drawing(svg: str):
    """Every word of a drawing lies inside it."""
    root = ElementTree.fromstring(re.sub(r'\sxmlns="[^"]*"', "", svg))  # noqa: S314 - our own
    left, top, wide, high = map(float, root.get("viewBox").split())
    size = float(root.get("font-size", 8))
    for text in root.iter("text"):
        words = "".join(text.itertext())
        length, x, y = text_width(words, size), float(text.get("x")), float(text.get("y"))
        start = {"end": x - length, "middle": x - length / 2}.get(text.get("text-anchor"), x)
        slack = 0.08 * length + 2  # `text_width` leaves room
        assert start >= left - slack, f"cut off on the left: {words}"
        assert start + length <= left + wide + slack, f"cut off on the right: {words}"
        assert top <= y <= top + high, f"outside: {words}"


def box(shape):
    return shape.left, shape.top, shape.left + shape.width, shape.top + shape.height


SLACK = Pt(2)


def meet(one, other):
    a, b, slack = box(one), box(other), SLACK
    return a[0] + slack < b[2] and b[0] + slack < a[2] and a[1] + slack < b[3] and b[1] + slack < a[3]


def text_high(frame, width):
    """How high the words of a frame are in the widest stand-in, in English Metric Units."""
    high = 0
    for paragraph in frame.paragraphs:
        size = max((run.font.size.pt for run in paragraph.runs if run.font.size), default=12)
        lines, line = 1, ""
        for word in paragraph.text.split():
            longer = f"{line} {word}".strip()
            if line and text_width(longer, size) * WIDEST > width / Pt(1):
                lines, longer = lines + 1, word
            line = longer
        high += Pt(lines * size * 1.2) + (paragraph.space_after or 0)
    return high


def filled_shapes(slide):
    return [s for s in slide.shapes if not s.has_text_frame or s.text_frame.text.strip()]


def check_slide(slide):
    shapes = filled_shapes(slide)
    for shape in shapes:
        left, top, right, bottom = box(shape)
        assert min(left, top, WIDE - right, HIGH - bottom) >= 0, f"{shape.name} leaves its slide"
        if shape.has_text_frame:
            high = text_high(shape.text_frame, shape.width)
            assert high <= shape.height + Pt(6), f"runs out of its box: {shape.text_frame.text}"
    for one, other in combinations(shapes, 2):
        assert not meet(one, other), f"{one.name} and {other.name} lie over each other"


def check(pack, pdf, pptx):
    check_charts(pack)
    for _, picture in pack.pictures():
        check_drawing(chart_svg(picture.chart, *DRAWN[picture.width])[0])
    for slide in Presentation(io.BytesIO(pptx)).slides:
        check_slide(slide)
    if shutil.which("pdftoppm"):
        check_pages(pdf)
        check_foot(pack, pdf)


def rendered_words(slides: bytes, folder) -> list[list[tuple[float, float, float, float, str]]]:
    """The words of each slide where LibreOffice puts them: left, top, right, bottom, word."""
    (folder / "pack.pptx").write_bytes(slides)
    home = f"-env:UserInstallation=file://{folder}/home"
    command = ["soffice", home, "--headless", "--convert-to", "pdf", "--outdir", str(folder), "pack.pptx"]
    subprocess.run(command, check=True, capture_output=True, timeout=180, cwd=folder)
    return words_of_pages((folder / "pack.pdf").read_bytes())


def over_each_other(one, other) -> bool:
    """Whether two words share more than a third of the smaller one."""
    wide = min(one[2], other[2]) - max(one[0], other[0])
    high = min(one[3], other[3]) - max(one[1], other[1])
    least = min((each[2] - each[0]) * (each[3] - each[1]) for each in (one, other))
    return wide > 0 and high > 0 and wide * high > least / 3
