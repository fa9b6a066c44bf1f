"""A workbook whose cells lie too far apart is refused before a reader asks for the memory up to them."""

import time
import zipfile

import pytest

from dashboard.ingest.refusal import Refused
from dashboard.ingest.tables.weight import weigh

SHEET = (
    '<worksheet><sheetData><row r="1"><c r="A1"/></row>'
    '<row r="{row}"><c r="{cell}"/></row></sheetData></worksheet>'
)


def workbook(path, row, cell, name="xl/worksheets/sheet1.xml"):
    with zipfile.ZipFile(path, "w") as book:
        book.writestr(name, SHEET.format(row=row, cell=cell))
    return path


@pytest.mark.parametrize(
    ("row", "cell", "said"),
    [
        (1_000_000_000, "B1000000000", "row 1,000,000,000, column 2"),
        (1_048_577, "A1048577", "row 1,048,577, column 1"),
        (1_048_576, "XFD1048576", "row 1,048,576, column 16,384"),
    ],
)
def test_a_cell_too_far_out_is_refused_at_once(tmp_path, row, cell, said):
    path = workbook(tmp_path / "far.xlsx", row, cell)
    begun = time.perf_counter()
    with pytest.raises(Refused, match=said):
        weigh(path)
    assert time.perf_counter() - begun < 0.5


@pytest.mark.parametrize(("row", "cell"), [(1_048_576, "Z1048576"), (1_000, "XFD1000")])
def test_a_long_or_a_wide_sheet_is_read(tmp_path, row, cell):
    weigh(workbook(tmp_path / "long.xlsx", row, cell))


def test_a_place_cut_by_two_blocks_is_seen(tmp_path, monkeypatch):
    path = workbook(tmp_path / "cut.xlsx", 2_000_000, "A2000000")
    for block in range(61, 90):
        monkeypatch.setattr("dashboard.ingest.tables.extent._BLOCK", block)
        with pytest.raises(Refused):
            weigh(path)
