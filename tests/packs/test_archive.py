"""What veraPDF checks of PDF/A-2a and PDF/UA-1 and can be checked here, on every page of a pack.

veraPDF is a Java program that is not on the package indexes used here. docs/packs.md lists these checks.
"""

import io
import re
from itertools import pairwise

import pikepdf
import pytest

TEXT = {"Tj", "TJ", "'", '"'}
PAINT = {"f", "f*", "F", "S", "s", "B", "B*", "b", "b*", "sh", "Do"}


STANDARD = {
    *("/Document", "/Part", "/Sect", "/Div", "/P", "/H", "/H1", "/H2", "/H3", "/L", "/LI", "/Lbl", "/LBody"),
    *("/Table", "/TR", "/TH", "/TD", "/THead", "/TBody", "/TFoot", "/Span", "/Link", "/Reference", "/Figure"),
    *("/Caption", "/TOC", "/TOCI", "/NonStruct", "/Note", "/BlockQuote", "/Code", "/Annot", "/Artifact"),
}


@pytest.fixture(scope="module")
def file(file_of):
    return file_of("digital-inclusion", "E47000001", "pdf", annex=True)


@pytest.fixture(scope="module")
def pdf(file):
    with pikepdf.open(io.BytesIO(file)) as document:
        yield document


def elements(node):
    """Every structure element, in reading order."""
    if isinstance(node, pikepdf.Array):
        for item in node:
            yield from elements(item)
    elif isinstance(node, pikepdf.Dictionary):
        if "/S" in node:
            yield node
        if "/K" in node:
            yield from elements(node.K)


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


def test_every_link_is_in_the_structure_and_says_where_it_leads(pdf):
    links = [link for page in pdf.pages for link in page.get("/Annots", []) if link.Subtype == "/Link"]
    assert links
    assert all("/StructParent" in link for link in links)
    assert all("/Contents" in link for link in links)


def test_headings_leave_out_no_level(pdf):
    kinds = [str(item.S) for item in elements(pdf.Root.StructTreeRoot)]
    levels = [int(kind[2]) for kind in kinds if re.match(r"/H\d", kind)]
    assert levels
    assert levels[0] == 1
    assert all(later <= before + 1 for before, later in pairwise(levels))


def test_header_cells_say_which_cells_they_head(pdf):
    heads = [item for item in elements(pdf.Root.StructTreeRoot) if item.S == "/TH"]
    assert heads
    for head in heads:
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
    assert "/TR" in {str(item.S) for item in found}
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
