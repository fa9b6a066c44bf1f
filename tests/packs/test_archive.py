"""What veraPDF checks of PDF/A-2a and PDF/UA-1 and can be checked here, on every page of every ready pack.

veraPDF is a Java program that is not on the package indexes used here. docs/packs.md lists these checks.
"""

import io
import re
from itertools import pairwise

import pikepdf
import pytest

from tests.packs.ready import BRIEFS, REGIONS

TEXT = {"Tj", "TJ", "'", '"'}
PAINT = {"f", "f*", "F", "S", "s", "B", "B*", "b", "b*", "sh", "Do"}


STANDARD = {
    *("/Document", "/Part", "/Sect", "/Div", "/P", "/H", "/H1", "/H2", "/H3", "/L", "/LI", "/Lbl", "/LBody"),
    *("/Table", "/TR", "/TH", "/TD", "/THead", "/TBody", "/TFoot", "/Span", "/Link", "/Reference", "/Figure"),
    *("/Caption", "/TOC", "/TOCI", "/NonStruct", "/Note", "/BlockQuote", "/Code", "/Annot", "/Artifact"),
}


def packs():
    """A pack with its annex, the six of a region as sent (`full`), and those of three more (`soak`)."""
    yield pytest.param(("digital-inclusion", "E47000001", True), id="with-its-annex")
    for region, district in REGIONS.items():
        marks = pytest.mark.full if region == "E47000006" else pytest.mark.soak
        for name in BRIEFS:
            code = district if name == "district-profile" else region
            yield pytest.param((name, code, False), id=f"{name}-{region}", marks=marks)


@pytest.fixture(scope="module", params=packs())
def asked(request):
    return request.param


@pytest.fixture(scope="module")
def pack(pack_of, asked):
    return pack_of(*asked)


@pytest.fixture(scope="module")
def file(file_of, asked):
    name, code, annex = asked
    return file_of(name, code, "pdf", annex)


@pytest.fixture(scope="module")
def pdf(file):
    with pikepdf.open(io.BytesIO(file)) as document:
        yield document


def elements(node, kind=None):
    """Every structure element, or those of a `kind`, in reading order."""
    if isinstance(node, pikepdf.Array):
        for item in node:
            yield from elements(item, kind)
    elif isinstance(node, pikepdf.Dictionary):
        if "/S" in node and kind in (None, str(node.S)):
            yield node
        if "/K" in node:
            yield from elements(node.K, kind)


def test_the_pdf_says_that_it_is_archivable_and_accessible(pdf, pack):
    with pdf.open_metadata() as metadata:
        assert metadata["pdfaid:part"] == "2"
        assert metadata["pdfaid:conformance"] == "A"
        assert metadata["pdfuaid:part"] == "1"
        assert metadata["dc:title"] == f"{pack.title} – {pack.place.name}"


def test_the_pdf_has_tags_a_language_its_title_on_show_and_bookmarks(pdf, pack):
    assert pdf.Root.MarkInfo.Marked
    assert pdf.Root.Lang == "en-GB"
    assert pdf.Root.ViewerPreferences.DisplayDocTitle
    with pdf.open_outline() as outline:
        assert len(outline.root) == len(pack.sections)


def test_every_figure_of_the_pdf_has_its_text(pdf, pack):
    alts = [str(item.Alt) for item in elements(pdf.Root.StructTreeRoot, "/Figure")]
    assert sorted(alts) == sorted(
        item.alt for section in pack.sections for item in (*section.pictures, *section.maps)
    )
    assert all(len(alt) > 40 for alt in alts)


def test_every_table_of_the_pdf_has_header_cells(pdf, pack):
    tables = list(elements(pdf.Root.StructTreeRoot, "/Table"))
    maps = [item for section in pack.sections if section.kind == "map" for item in section.maps]
    wanted = len(maps) + sum(len(section.profiles) + len(section.comparisons) for section in pack.sections)
    assert len(tables) == wanted
    assert all(next(elements(table, "/TH"), None) is not None for table in tables)


def test_every_font_of_the_pdf_is_embedded(pdf):
    fonts = [font for page in pdf.pages for font in page.Resources.get("/Font", {}).values()]
    assert fonts
    for font in fonts:
        inside = font.DescendantFonts[0].FontDescriptor
        assert any(key in inside for key in ("/FontFile2", "/FontFile3"))


def test_the_file_begins_as_pdf_1_7_with_binary_bytes_and_has_an_identity(file, pdf):
    assert re.match(rb"%PDF-1\.[4-7]\s+%[\x80-\xff]{4}", file)
    assert "/ID" in pdf.trailer
    assert "/Encrypt" not in pdf.trailer


def test_colours_are_defined_by_an_embedded_profile(pdf):
    (intent,) = pdf.Root.OutputIntents
    assert intent.S == "/GTS_PDFA1"
    assert len(intent.DestOutputProfile.read_bytes()) > 100


def test_nothing_runs_and_nothing_lies_outside_the_file(pdf):
    assert not {"/AA", "/OpenAction"} & set(pdf.Root.keys())
    names = pdf.Root.get("/Names", {})
    assert not {"/JavaScript", "/EmbeddedFiles"} & set(names.keys() if names else ())
    for entry in pdf.objects:
        if isinstance(entry, pikepdf.Stream):
            assert "/F" not in entry
            assert "/LZWDecode" not in str(entry.get("/Filter", ""))
        if isinstance(entry, pikepdf.Dictionary) and entry.get("/Type") == "/Action":
            assert entry.S in ("/GoTo", "/URI")


def test_the_metadata_say_the_same_as_the_document(pdf):
    with pdf.open_metadata() as metadata:
        assert metadata["dc:title"] == str(pdf.docinfo["/Title"])
        assert "en-GB" in str(metadata.get("dc:language", "en-GB"))
        assert metadata["xmp:CreateDate"][:10].replace("-", "") in str(pdf.docinfo["/CreationDate"])


def test_every_font_says_which_letters_its_shapes_are(pdf):
    fonts = {name: font for page in pdf.pages for name, font in page.Resources.get("/Font", {}).items()}
    assert fonts
    assert all("/ToUnicode" in font for font in fonts.values())


def test_every_mark_on_every_page_is_tagged_or_an_artifact(pdf):
    for page in pdf.pages:
        depth = 0
        for operands, operator in pikepdf.parse_content_stream(page):
            name = str(operator)
            if name in ("BDC", "BMC"):
                depth += 1
                tagged = name == "BDC" and "/MCID" in (operands[1] if len(operands) > 1 else {})
                assert tagged or str(operands[0]) == "/Artifact" or depth > 1
            depth -= name == "EMC"
            assert depth or name not in TEXT | PAINT, f"page {page.index + 1}: {name} outside of any tag"
        assert depth == 0


def test_pages_are_in_the_structure_and_walked_in_its_order(pdf):
    assert "/ParentTree" in pdf.Root.StructTreeRoot
    for page in pdf.pages:
        assert "/StructParents" in page
        assert "/Annots" not in page or page.get("/Tabs") == "/S"


def test_every_link_is_in_the_structure_and_says_where_it_leads(pdf, pack):
    links = [link for page in pdf.pages for link in page.get("/Annots", []) if link.Subtype == "/Link"]
    assert links or not pack.address
    assert all("/StructParent" in link for link in links)
    assert all("/Contents" in link for link in links)


def test_headings_leave_out_no_level(pdf):
    kinds = [str(item.S) for item in elements(pdf.Root.StructTreeRoot)]
    levels = [int(kind[2]) for kind in kinds if re.match(r"/H\d", kind)]
    assert levels
    assert levels[0] == 1
    assert all(later <= before + 1 for before, later in pairwise(levels))


def test_header_cells_say_which_cells_they_head(pdf):
    for head in elements(pdf.Root.StructTreeRoot, "/TH"):
        given = head.A if isinstance(head.A, pikepdf.Array) else [head.A]
        assert any(part.get("/Scope") in ("/Column", "/Row", "/Both") for part in given)


def test_tags_are_standard_ones_or_mapped_to_them(pdf):
    mapped = set(pdf.Root.StructTreeRoot.get("/RoleMap", {}).keys())
    used = {str(item.S) for item in elements(pdf.Root.StructTreeRoot)}
    assert used <= STANDARD | mapped


INSIDE = {
    "/LI": {"/L"}, "/LBody": {"/LI"}, "/Lbl": {"/LI", "/TOCI"}, "/TOCI": {"/TOC"}, "/THead": {"/Table"},
    "/TBody": {"/Table"}, "/TFoot": {"/Table"}, "/TR": {"/Table", "/THead", "/TBody", "/TFoot"},
    "/TH": {"/TR"}, "/TD": {"/TR"},
}  # fmt: skip


def test_parts_of_lists_and_tables_stand_in_them(pdf):
    found = list(elements(pdf.Root.StructTreeRoot))
    assert "/P" in {str(item.S) for item in found}
    wrong = [
        (str(item.S), str(item.P.S))
        for item in found
        if str(item.P.get("/S", "")) not in INSIDE.get(str(item.S), {str(item.P.get("/S", ""))})
    ]
    assert wrong == []


def test_nothing_is_content_and_an_artifact_at_once(pdf):
    for page in pdf.pages:
        kinds: list[str] = []
        for operands, operator in pikepdf.parse_content_stream(page):
            if str(operator) in ("BDC", "BMC"):
                content = str(operator) == "BDC" and "/MCID" in operands[1]
                kind = "artifact" if str(operands[0]) == "/Artifact" else "content" if content else ""
                assert {kind, *kinds} != {"artifact", "content"}
                kinds.append(kind)
            elif str(operator) == "EMC":
                kinds.pop()


def test_nothing_is_hidden_in_layers_or_forms(pdf):
    assert not {"/OCProperties", "/AcroForm", "/Collection"} & set(pdf.Root.keys())
    assert not pdf.Root.MarkInfo.get("/Suspects", False)
