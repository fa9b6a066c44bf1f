"""Packs as they are composed: pages filled, no chart twice, nothing clipped, nothing over anything else."""

import io
import re
import shutil
import subprocess
import sys
import time
from collections import Counter
from dataclasses import replace
from itertools import combinations
from xml.etree import ElementTree

import pikepdf
import pytest
from PIL import Image
from pptx import Presentation
from pptx.util import Pt

from dashboard.charts.map_svg import letters_of
from dashboard.charts.svg.drawing import chart_svg
from dashboard.charts.svg.map_labels import overlap, placed
from dashboard.charts.svg.text import text_width
from dashboard.packs.compose import compose
from dashboard.packs.formats import PACK_FORMATS
from dashboard.packs.pdf.typesetting import compiler
from dashboard.packs.pptx.few_words import MOST_WORDS, READ
from dashboard.packs.pptx.map import drawn_for_room
from dashboard.packs.pptx.slide import EDGE, HIGH, WIDE, WIDEST
from dashboard.record_port import Decided, NothingRecorded, SetAside
from tests.packs.ready import BRIEFS, REGIONS

pytestmark = pytest.mark.core

HALF = 0.5
FOOT = 0.925  # of a page: below stands its foot
DRAWN = {"full": (493.0, 160.0), "half": (239.0, 122.0)}  # points, as on paper
needs_poppler = pytest.mark.skipif(not shutil.which("pdftoppm"), reason="pdftoppm is not here")


def sweep():
    """Every ready brief in four regions, about a district of theirs where it is about one."""
    for name in BRIEFS:
        for region, district in REGIONS.items():
            code = district if name == "district-profile" else region
            yield pytest.param(name, code, id=f"{name}-{region}", marks=pytest.mark.full)


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


@pytest.mark.parametrize(("name", "code"), list(sweep()))
def test_a_pack_is_composed(pack_of, file_of, name, code):
    check(pack_of(name, code), file_of(name, code, "pdf"), file_of(name, code, "pptx"))


@pytest.mark.soak
@pytest.mark.parametrize("name", BRIEFS)
def test_every_pack_of_every_region_is_composed(service, name):
    brief = service.brief(name, "housing").without_annex()
    regions = service.site(brief.audience).geography.regions
    places = [place for region in regions for place in service.places(brief, region.code)]
    assert len(places) >= len(regions)
    assert list(filter(None, (fault(service, brief, place) for place in places))) == []


def fault(service, brief, place) -> str:
    """What is wrong with a pack, with its place; "" where nothing is: all are looked at, not the first."""
    pack = service.pack(brief, place)
    try:
        check(pack, PACK_FORMATS["pdf"].write(pack), PACK_FORMATS["pptx"].write(pack))
    except AssertionError as error:
        return f"{place.name}: {str(error)[:300]}"
    return ""


@pytest.fixture(scope="module", params=["E47000001", "E47000006"])
def brief(service, request):
    found = service.brief("mayor-monthly").without_annex()
    return service.pack(found, service.site("office").geography[request.param])


def test_the_brief_is_two_pages(brief):
    with pikepdf.open(io.BytesIO(PACK_FORMATS["pdf"].write(brief))) as document:
        assert len(document.pages) == 2


def test_the_brief_asks_for_up_to_three_things_and_says_what_waits(brief):
    (section,) = brief.sections
    assert 1 <= len(section.asks) <= 3
    assert all(ask.what and ask.where and ask.sure and ask.decided for ask in section.asks)
    decisions, targets, changed, better, aside = [item.title for item in section.listings]
    assert (decisions, targets) == ("Decisions and reviews due", "Targets and frameworks on track")
    assert changed.startswith("What changed since ")
    assert (better, aside) == ("Better than before", "Set aside for now")


def test_the_brief_is_at_most_eight_slides_of_one_message_in_few_and_large_words(brief):
    slides = list(Presentation(io.BytesIO(PACK_FORMATS["pptx"].write(brief))).slides)
    assert len(slides) <= 8
    titles = [slide.shapes.title.text for slide in slides]
    assert len(set(titles)) == len(titles)
    for slide in slides:
        read = [s for s in slide.shapes if s.has_text_frame and s.top < HIGH - EDGE]
        words = [word for shape in read for word in shape.text_frame.text.split()]
        assert len(words) <= MOST_WORDS, f"{len(words)} words: {' '.join(words)}"
        sizes = [r.font.size.pt for s in read for p in s.text_frame.paragraphs for r in p.runs]
        assert min(sizes) >= READ
        charts = [s.chart for s in slide.shapes if s.has_chart]
        assert all(chart.font.size.pt >= READ for chart in charts)
        assert all(chart.legend.font.size.pt >= READ for chart in charts if chart.has_legend)


@pytest.mark.full
@pytest.mark.parametrize(
    ("name", "code"), [("district-profile", "E09000002"), ("mayor-monthly", "E47000001")]
)
def test_every_ask_is_on_the_first_slide_of_a_brief(pack_of, file_of, name, code):
    (first, *_) = pack_of(name, code).sections
    slides = Presentation(io.BytesIO(file_of(name, code, "pptx"))).slides
    words = " ".join(shape.text_frame.text for shape in slides[1].shapes if shape.has_text_frame)
    assert len(first.asks) == 3
    assert all(f"{ask.statement.title}: {ask.figure.value}" in words for ask in first.asks)


def test_the_same_brief_is_the_same_bytes_in_1_5_and_2_seconds_of_work(brief, service):
    """The figures are in memory, as in a process that serves."""
    for ending, most in (("pdf", 1.5), ("pptx", 2.0)):
        before = PACK_FORMATS[ending].write(brief)
        started = time.process_time()
        found = service.brief("mayor-monthly").without_annex()
        again = PACK_FORMATS[ending].write(service.pack(found, brief.place))
        took = time.process_time() - started
        assert again == before
        assert took < most, f"{ending}: {took:.1f} s"


FIRST = """
import sys, time
from pathlib import Path
from dashboard.packs.formats import PACK_FORMATS
from dashboard.packs.service import PackService
from dashboard.settings import Settings
service = PackService.over(Settings(data=Path(sys.argv[1])))
place = service.site("office").geography[sys.argv[2]]
started = time.process_time()
PACK_FORMATS[sys.argv[3]].write(service.pack(service.brief("mayor-monthly").without_annex(), place))
print(time.process_time() - started)
"""


@pytest.mark.full
@pytest.mark.parametrize(("ending", "most"), [("pdf", 1.5), ("pptx", 2.0)])
def test_the_first_brief_of_a_process_takes_1_5_and_2_seconds_of_work_too(service, ending, most):
    """Nothing is in memory: figures are read, and what writes the file is loaded."""
    command = [sys.executable, "-c", FIRST, str(service.site("office").settings.data), "E12000007", ending]
    done = subprocess.run(command, check=True, capture_output=True, text=True, timeout=120)
    assert float(done.stdout) < most, f"{ending}: {done.stdout.strip()} s"


def test_the_public_pack_begins_with_five_numbers_and_says_who_decides(service):
    site = service.site("public")
    pack = service.pack(service.brief("public-summary").without_annex(), site.geography["E47000006"])
    (section,) = pack.sections
    assert len(section.figures) == 5
    assert [item.title for item in section.listings] == [
        "What the mayor decides, by law", "What was decided", "Better than before",
    ]  # fmt: skip
    assert section.listings[0].lines
    slides = Presentation(io.BytesIO(PACK_FORMATS["pptx"].write(pack))).slides
    assert len(slides) <= 9
    assert not any(
        "0 more" in s.text_frame.text for slide in slides for s in slide.shapes if s.has_text_frame
    )


def test_names_on_a_map_stand_over_no_other():
    areas = [["a", "Stockton-on-Tees", "", 50, 50, 30], ["b", "Middlesbrough", "", 60, 51, 20],
             ["c", "Redcar and Cleveland", "", 90, 49, 60]]  # fmt: skip
    labels = placed(areas, 8, (0, 0, 130, 60))
    assert len(labels) == 3
    assert not any(overlap(one, other, 8) for one, other in combinations(labels, 2))


@pytest.mark.full
@pytest.mark.parametrize(
    ("name", "code"),
    [("mayor-monthly", "E47000014"), ("mayor-monthly", "E12000007"), ("skills-task-force", "E12000007")],
)
def test_names_on_a_map_of_a_slide_are_read_from_the_back_of_a_room(pack_of, name, code):
    (picture,) = pack_of(name, code).sections[0].maps
    svg, _, high = drawn_for_room(picture, READ)
    assert letters_of(svg, high / Pt(1)) >= READ * 0.95
    assert len(re.findall("<text ", svg)) >= 5


@needs_poppler
def test_an_empty_page_is_seen():
    pages = '#set page(paper: "a4")\n#rect(height: 60%)\n#pagebreak()\nalone\n#pagebreak()\nend'
    file = compiler().compile(pages.encode())
    first, second, _ = filled(file)
    assert first > HALF > second


class OneOfEach(NothingRecorded):
    """A decision whose review is due, and a line set aside."""

    def decisions(self, day):
        asked = "employment/weekly_pay"
        return (Decided("d1", "Health and work pilot", "E47000001", day, day, asked),)

    def set_aside(self, region, day):
        return {"employment/employment_rate": SetAside("employment/employment_rate", day, "Ann", "Too old.")}


def test_what_was_decided_and_what_is_set_aside_are_said(service):
    site = replace(service.site("office"), record=OneOfEach())
    made = compose(site, service.brief("mayor-monthly").without_annex(), site.geography["E47000001"])
    (section,) = made.sections
    lists = {item.title: item.said for item in section.listings}
    assert lists["Decisions and reviews due"] == ("Health and work pilot. Review is due today.",)
    assert lists["Set aside for now"][0].startswith("Employment rate: Set aside until ")
    decided = {ask.statement.indicator: ask.decided for ask in section.asks}
    assert "employment/employment_rate" not in decided
    assert decided["employment/weekly_pay"].startswith("Decided on ")


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


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not here")
@pytest.mark.parametrize(
    ("name", "code"),
    [
        pytest.param("mayor-monthly", "E12000007", marks=pytest.mark.full),
        *(pytest.param(name, REGIONS[code] if name == "district-profile" else code, marks=pytest.mark.soak)
          for name in BRIEFS for code in REGIONS),
    ],
)  # fmt: skip
def test_no_word_of_a_rendered_slide_is_cut_or_under_another(file_of, tmp_path, name, code):
    slides = rendered_words(file_of(name, code, "pptx"), tmp_path)
    assert len(slides) > 4
    for words in slides:
        for left, top, right, bottom, word in words:
            assert left >= -1, word
            assert top >= -1, word
            assert right <= WIDE / Pt(1) + 1, word
            assert bottom <= HIGH / Pt(1) + 1, word
        for one, other in combinations(words, 2):
            assert not over_each_other(one, other), f"{one[4]} and {other[4]} lie over each other"
