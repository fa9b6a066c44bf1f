"""What PDF/UA-1 asks of a file, as far as a machine can see it: checkpoints of the Matterhorn Protocol 1.1.

veraPDF would check the same; it is in none of the registries that this project installs from.
"""

import io
import itertools

import pikepdf
import pytest

pytestmark = pytest.mark.full

PAINTS = {"Tj", "TJ", "'", '"', "f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "sh", "Do", "INLINE IMAGE"}
STANDARD = {  # of the types of ISO 32000-1, those that a pack may need
    "Document", "Part", "Sect", "Div", "NonStruct", "TOC", "TOCI", "Reference", "H1", "H2", "H3", "P", "L",
    "LI", "Lbl", "LBody", "Table", "THead", "TBody", "TFoot", "TR", "TH", "TD", "Span", "Note", "Link",
    "Figure", "Caption",
}  # fmt: skip
INSIDE = {
    "LI": {"L"}, "Lbl": {"LI", "TOCI"}, "LBody": {"LI"}, "TR": {"Table", "THead", "TBody", "TFoot"},
    "TH": {"TR"}, "TD": {"TR"}, "THead": {"Table"}, "TBody": {"Table"}, "TFoot": {"Table"}, "TOCI": {"TOC"},
}  # fmt: skip


@pytest.fixture(
    scope="module", params=[("mayor-monthly", "E47000014"), ("district-profile", "E06000002")], ids=str
)
def pdf(request, file_of):
    """Packs with asks, charts, a map and a table, and one with many cards."""
    name, code = request.param
    with pikepdf.open(io.BytesIO(file_of(name, code, "pdf", annex=name == "district-profile"))) as document:
        yield document


def parts(node, above=""):
    """(type, element, type of what holds it) of every structure element, in reading order."""
    for item in node if isinstance(node, pikepdf.Array) else [node]:
        if not isinstance(item, pikepdf.Dictionary):
            continue
        kind = str(item.get("/S", ""))[1:] or above
        if "/S" in item:
            yield kind, item, above
        if "/K" in item:
            yield from parts(item.K, kind)


@pytest.fixture(scope="module")
def tree(pdf):
    return list(parts(pdf.Root.StructTreeRoot.K))


def test_all_that_is_painted_is_tagged_or_an_artifact_and_never_both(pdf):
    for page in pdf.pages:
        levels: list[str] = []
        for operands, operator in pikepdf.parse_content_stream(page):
            word = str(operator)
            if word in ("BDC", "BMC"):
                tagged = word == "BDC" and "/MCID" in dict(operands[1])
                kind = "artifact" if str(operands[0]) == "/Artifact" else "content" if tagged else ""
                assert not kind or not {"artifact", "content"} - {kind} & set(levels)
                levels.append(kind)
            elif word == "EMC":
                levels.pop()
            elif word in PAINTS:
                assert any(levels), f"{word} is neither content nor artifact"


def test_every_part_is_of_a_standard_type_where_it_may_stand(pdf, tree):
    roles = {
        str(name)[1:]: str(kind)[1:] for name, kind in pdf.Root.StructTreeRoot.get("/RoleMap", {}).items()
    }
    assert {roles.get(kind, kind) for kind, _, _ in tree} <= STANDARD
    assert not STANDARD & roles.keys()
    assert [(kind, above) for kind, _, above in tree if above not in INSIDE.get(kind, {above})] == []


def test_headings_leave_no_level_out(tree):
    levels = [int(kind[1]) for kind, _, _ in tree if kind in ("H1", "H2", "H3", "H4", "H5", "H6")]
    assert levels[0] == 1
    assert all(later <= earlier + 1 for earlier, later in itertools.pairwise(levels))


def test_header_cells_say_what_they_head(tree):
    heads = [item for kind, item, _ in tree if kind == "TH"]
    assert all("/A" in item and "/Scope" in repr(item.A) for item in heads)


def test_every_link_is_tagged_says_where_it_leads_and_is_reached_in_reading_order(pdf, tree):
    links = [note for page in pdf.pages for note in page.get("/Annots", []) if str(note.Subtype) == "/Link"]
    assert links
    assert all("/StructParent" in note and str(note.get("/Contents", "")) for note in links)
    assert sum(kind == "Link" for kind, _, _ in tree) > 0
    assert all(str(page.Tabs) == "/S" for page in pdf.pages if "/Annots" in page)


def test_nothing_hides_what_assistive_software_needs(pdf):
    assert not pdf.is_encrypted
    assert "/OCProperties" not in pdf.Root
    assert "/AcroForm" not in pdf.Root
    assert not {"/JavaScript", "/EmbeddedFiles"} & set(pdf.Root.get("/Names", {}))
    assert not pdf.Root.MarkInfo.get("/Suspects", False)


def test_every_letter_can_be_read_out(pdf):
    fonts = [font for page in pdf.pages for font in page.Resources.get("/Font", {}).values()]
    assert fonts
    assert all("/ToUnicode" in font for font in fonts)
