"""Packs as they are composed: pages filled, no chart twice, nothing clipped, nothing over anything else."""

import io
import re
import shutil
import subprocess
import sys
import time
from dataclasses import replace
from itertools import combinations

import pikepdf
import pytest
from pptx import Presentation
from pptx.util import Pt

from dashboard.charts.map_svg import letters_of
from dashboard.charts.svg.map_labels import overlap, placed
from dashboard.packs.compose import compose
from dashboard.packs.formats import PACK_FORMATS
from dashboard.packs.pdf.typesetting import compiler
from dashboard.packs.pptx.few_words import MOST_WORDS, READABLE_SIZE
from dashboard.packs.pptx.map import drawn_for_room
from dashboard.packs.pptx.slide import EDGE, HIGH, WIDE
from dashboard.record_port import Decided, NothingRecorded, SetAside
from tests.packs.composition import HALF, check, filled, over_each_other, rendered_words
from tests.packs.ready import BRIEFS, REGIONS
from tests.speed import allowed

pytestmark = pytest.mark.core
needs_poppler = pytest.mark.skipif(not shutil.which("pdftoppm"), reason="pdftoppm is not here")


def sweep():
    """Every ready brief in four regions, about a district of theirs where it is about one."""
    for name in BRIEFS:
        for region, district in REGIONS.items():
            code = district if name == "district-profile" else region
            yield pytest.param(name, code, id=f"{name}-{region}", marks=pytest.mark.full)


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
        assert min(sizes) >= READABLE_SIZE
        charts = [s.chart for s in slide.shapes if s.has_chart]
        assert all(chart.font.size.pt >= READABLE_SIZE for chart in charts)
        assert all(chart.legend.font.size.pt >= READABLE_SIZE for chart in charts if chart.has_legend)


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
        assert took < allowed(most), f"{ending}: {took:.1f} s"


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
    assert float(done.stdout) < allowed(most), f"{ending}: {done.stdout.strip()} s"


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
    svg, _, high = drawn_for_room(picture, READABLE_SIZE)
    assert letters_of(svg, high / Pt(1)) >= READABLE_SIZE * 0.95
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
    lists = {item.title: item.shown_lines for item in section.listings}
    assert lists["Decisions and reviews due"] == ("Health and work pilot. Review is due today.",)
    assert lists["Set aside for now"][0].startswith("Employment rate: Set aside until ")
    decided = {ask.statement.indicator: ask.decided for ask in section.asks}
    assert "employment/employment_rate" not in decided
    assert decided["employment/weekly_pay"].startswith("Decided on ")


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
