"""What the reader of workbooks leaves unsaid: raised numbers of notes, errors, formulas not worked out."""

import re
import zipfile

import pytest
import xlsxwriter

from dashboard.ingest.tables.cells import mend
from dashboard.ingest.tables.formats.workbook_xml import with_all_said
from dashboard.ingest.tables.grids import plain, read_grid
from tests.ingest.ods import write_ods


def test_the_raised_number_of_a_note_is_no_digit_of_a_figure(tmp_path):
    """In a workbook “41” with a raised 1 is the text 411 to whoever does not look at its letters."""
    path = tmp_path / "raised.xls"  # a name that is another kind's
    with xlsxwriter.Workbook(path) as book:
        sheet, raised = book.add_worksheet(), book.add_format({"font_script": 1})
        sheet.write_row(0, 0, ["code", "value"])
        for row, text in enumerate(("41", "2"), 1):
            sheet.write(row, 0, "E08000003")
            sheet.write_rich_string(row, 1, text, raised, "1", " ")
    assert [cells[1] for _, cells in read_grid(path, {}, ("code",)).rows] == ["41¹", "2¹"]
    assert plain("Duties ended¹,²") == plain("Duties ended1,2")


def test_a_workbook_that_unpacks_too_large_is_not_unpacked_to_look_for_notes(tmp_path, monkeypatch):
    path = tmp_path / "large.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        sheet.write_rich_string(0, 0, "41", book.add_format({"font_script": 1}), "1", " ")
    raw = path.read_bytes()
    assert with_all_said(raw) != raw
    monkeypatch.setattr("dashboard.ingest.tables.formats.workbook_xml.MOST_BYTES", 1000)
    assert with_all_said(raw) == raw


def test_the_raised_number_of_a_note_is_none_in_an_open_document_either(tmp_path):
    path = tmp_path / "raised.ods"
    write_ods(path, {"Data": [["code", "value"], ["E08000003", "41RAISED"]]})
    with zipfile.ZipFile(path) as packed:
        parts = {name: packed.read(name).decode() for name in packed.namelist()}
    raised = '<style:text-properties style:text-position="super 58%"/>'
    style = f'<style:style style:name="T1">{raised}</style:style>'
    names = ' xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"'
    content = parts["content.xml"].replace("<office:document-content", f"<office:document-content{names}")
    body = f"<office:automatic-styles>{style}</office:automatic-styles><office:body>"
    content = content.replace("<office:body>", body)
    parts["content.xml"] = content.replace("RAISED", '<text:span text:style-name="T1">1</text:span>')
    with zipfile.ZipFile(path, "w") as packed:
        for name, text in parts.items():
            packed.writestr(name, text)
    assert read_grid(path, {}, ("code",)).rows[0][1][1] == "41¹"


def test_an_error_in_a_cell_is_a_text_that_somebody_must_explain(tmp_path):
    """A formula that failed is no gap: it was read as “not available” without a word."""
    with xlsxwriter.Workbook(tmp_path / "errors.xlsx") as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["code", "value"])
        sheet.write(1, 0, "E08000003")
        sheet.write_formula(1, 1, "=1/0", None, "#DIV/0!")
    assert read_grid(tmp_path / "errors.xlsx", {}, ("code",)).rows[0][1][1] == "#DIV/0!"


@pytest.mark.parametrize(("stored", "read"), [("7", "7"), ("", "=SUM(A1:A2)"), (0, "=SUM(A1:A2)")])
def test_a_formula_that_nobody_has_worked_out_is_no_gap_and_no_0(tmp_path, stored, read):
    """Programs write formulas without a value or with a 0, which Excel replaces when the file is opened."""
    path = tmp_path / "written.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["code", "value"])
        sheet.write(1, 0, "E08000003")
        sheet.write_formula(1, 1, "=SUM(A1:A2)", None, stored)
    text = read_grid(path, {}, ("code",)).rows[0][1][1]
    assert text == read
    if read != stored:
        assert "open the workbook and save it again" in mend({})(text)


def test_a_formula_of_an_open_document_that_nobody_has_worked_out_is_no_gap(tmp_path):
    path = tmp_path / "written.ods"
    write_ods(path, {"Data": [["code", "value"], ["E08000003", "FORMULA"]]})
    with zipfile.ZipFile(path) as packed:
        parts = {name: packed.read(name).decode() for name in packed.namelist()}
    cell = re.compile(r"<table:table-cell[^>]*><text:p>FORMULA</text:p></table:table-cell>")
    unvalued = '<table:table-cell table:formula="of:=SUM([.A1:.A2])"/>'
    parts["content.xml"], found = cell.subn(unvalued, parts["content.xml"])
    with zipfile.ZipFile(path, "w") as packed:
        for name, text in parts.items():
            packed.writestr(name, text)
    assert found == 1
    assert read_grid(path, {}, ("code",)).rows[0][1][1] == "=SUM([.A1:.A2])"
