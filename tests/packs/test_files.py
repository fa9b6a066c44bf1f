"""The files themselves: accessible, complete, and the same bytes each time."""

import io
import shutil
import subprocess
import time
import zipfile
from dataclasses import replace

import openpyxl
import pikepdf
import pytest
from pptx import Presentation

from dashboard.packs.brief import Brief, SectionRequest
from dashboard.packs.formats import PACK_FORMATS
from dashboard.packs.pdf.writer import pdf_bytes
from tests.speed import allowed

pytestmark = pytest.mark.full

GM = "E47000001"


@pytest.fixture(scope="module")
def pack(pack_of):
    return pack_of("digital-inclusion", GM, annex=True)


@pytest.fixture(scope="module")
def files(file_of):
    """The pack in every format, by its ending, and when that was `made` at the latest."""
    made = {ending: file_of("digital-inclusion", GM, ending, annex=True) for ending in PACK_FORMATS}
    return made | {"made": time.time()}


@pytest.fixture(scope="module")
def pdf(files):
    with pikepdf.open(io.BytesIO(files["pdf"])) as document:
        yield document


@pytest.fixture(scope="module")
def deck(files):
    return Presentation(io.BytesIO(files["pptx"]))


def test_the_pdf_is_a4_and_every_page_says_what_it_is_as_of(pdf, files, pack):
    from tests.packs.reading import pdf_text

    sides = {tuple(sorted(round(float(n)) for n in page.MediaBox[2:])) for page in pdf.pages}
    assert sides == {(595, 842)}
    text = pdf_text(files["pdf"])
    # The cover says it once more.
    if shutil.which("pdftotext"):
        assert text.count(pack.as_of) == len(pdf.pages) + 1
        assert text.count(f"Snapshot {pack.snapshot}") == len(pdf.pages)


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("skills-task-force", "E47000008"),  # districts with long names, side by side
        ("skills-task-force", "E47000007"),  # a full page, with sources at its end
        ("public-summary", "E47000004"),
        ("district-profile", "E07000041"),  # its last table is one row
    ],
)
def test_no_page_of_a_pdf_holds_a_row_or_a_line_alone(file_of, name, code):
    from tests.packs.reading import pdf_pages

    pages = pdf_pages(file_of(name, code, "pdf", annex=True))
    for number, page in enumerate(pages, 1):
        lines = [line for line in page.splitlines() if line.strip()]
        last = number == len(pages)
        assert len(lines) >= (8 if last else 12), f"page {number}: {lines}"


def test_the_same_pack_is_the_same_bytes_at_another_time(pack, files):
    time.sleep(max(0, files["made"] + 1.1 - time.time()))  # the clocks of office files tick in seconds
    for ending, pack_format in PACK_FORMATS.items():
        assert pack_format.write(pack) == files[ending], ending


def test_every_slide_has_a_title_notes_and_a_text_for_what_is_drawn(deck):
    slides = list(deck.slides)
    assert all(slide.shapes.title.text.strip() for slide in slides)
    assert all(slide.notes_slide.notes_text_frame.text.strip() for slide in slides)
    drawn = [s for slide in slides for s in slide.shapes if s.has_chart or s.has_table or s.shape_type == 13]
    assert all(len(shape._element.xpath(".//p:cNvPr")[0].get("descr", "")) > 20 for shape in drawn)


def test_the_titles_of_chart_slides_are_messages_and_their_notes_have_source_and_caveat(deck, pack):
    slides = list(deck.slides)
    with_chart = [slide for slide in slides if any(shape.has_chart for shape in slide.shapes)]
    pictures = [picture for _, picture in pack.pictures()]
    for slide, item in zip(with_chart, pictures, strict=True):
        assert item.chart.foot in slide.notes_slide.notes_text_frame.text
        assert slide.shapes.title.text.startswith(item.indicator.title)


def addresses(slide):
    """Where the words and the drawings of a slide lead to."""
    return {link.target_ref for link in slide.part.rels.values() if link.is_external}


def test_every_figure_of_a_slide_leads_to_its_page(deck, pack):
    drawn = [slide for slide in deck.slides if any(shape.has_chart for shape in slide.shapes)]
    for slide, (_, item) in zip(drawn, pack.pictures(), strict=True):
        assert addresses(slide) == {pack.page_of(item.indicator)}
        (chart,) = (shape for shape in slide.shapes if shape.has_chart)
        assert chart._element.xpath(".//p:cNvPr/a:hlinkClick")
    numbers, overall = deck.slides[1], deck.slides[2]
    large = [item.indicator for item in pack.sections[0].figures if item.latest]
    assert addresses(numbers) == {pack.page_of(indicator) for indicator in large}
    asked = [ask.figure.indicator for ask in pack.sections[0].asks]
    assert addresses(overall) == {pack.page_of(indicator) for indicator in asked}
    maps = [item.shown.indicator for section in pack.sections for item in section.maps]
    with_map = [s for s in deck.slides if any(shape.shape_type == 13 for shape in s.shapes)]
    assert [addresses(slide) for slide in with_map] == [{pack.page_of(indicator)} for indicator in maps]


def test_the_workbook_follows_the_governments_guidance(files):
    book = openpyxl.load_workbook(io.BytesIO(files["xlsx"]))
    assert book.sheetnames[:2] == ["Cover", "Notes"]
    for sheet in book.worksheets:
        assert not sheet.merged_cells.ranges
        assert sheet["A1"].value
        assert len(sheet.tables) == (0 if sheet.title == "Cover" else 1)
        for table in sheet.tables.values():
            for row in sheet[table.ref]:
                assert all(cell.value is not None or row is not sheet[table.ref][0] for cell in row)
    shorthand = {row[0].value for row in book["Notes"].iter_rows(min_row=4)}
    assert {"[c]", "[x]", "[u]"} <= shorthand


def test_the_page_needs_nothing_from_elsewhere(files):
    page = files["html"].decode()
    assert "<script" not in page
    assert "src=" not in page.replace("src:url(data:", "")
    assert '<html lang="en-GB">' in page
    assert page.count("<h1>") == 1


def test_twelve_sections_and_twenty_four_charts_are_made_in_a_few_seconds(service):
    themes = ("transport", "housing", "employment", "skills", "economy", "people")
    parts = [
        SectionRequest("summary"),
        SectionRequest("attention", charts=0),
        SectionRequest("profile"),
        SectionRequest("places"),
    ]
    parts += [SectionRequest("theme", themes=(theme,), charts=4) for theme in themes]
    parts += [SectionRequest("map", indicators=("people/deprivation_score",), level="lsoa")]
    brief = Brief("bench", "Bench", "Twelve sections.", "office", "region", tuple(parts))
    site = service.site("office")
    service.pack(brief, site.geography["E47000003"])  # the figures are read once
    started = time.process_time()
    pack = service.pack(replace(brief, title="Warm"), site.geography[GM])
    assert pdf_bytes(pack).startswith(b"%PDF")
    took = time.process_time() - started
    assert (len(pack.sections), len(list(pack.pictures()))) == (12, 24)
    assert took < allowed(6), f"{took:.1f} s of work; 3 s are promised on a quiet machine"


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not here")
def test_libreoffice_opens_the_slides(files, tmp_path):
    slides = tmp_path / "pack.pptx"
    slides.write_bytes(files["pptx"])
    home = f"-env:UserInstallation=file://{tmp_path}/home"
    command = ["soffice", home, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(slides)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    with pikepdf.open(tmp_path / "pack.pdf") as document:
        assert len(document.pages) == len(Presentation(slides).slides)


def test_office_files_carry_no_clock(files):
    for ending in ("pptx", "xlsx"):
        with zipfile.ZipFile(io.BytesIO(files[ending])) as parts:
            assert {item.date_time[:3] for item in parts.infolist()} == {(1980, 1, 1)}
