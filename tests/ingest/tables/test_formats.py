"""One table in each kind of file is read to the same rows: text, workbook, parquet, R, and four of JSON."""

import gzip
import json
import zipfile

import pandas as pd
import pytest
import xlsxwriter

from dashboard.ingest.refusal import Refused
from dashboard.ingest.tables.cells import read_cell
from dashboard.ingest.tables.grids import read_grid
from tests.conftest import SOURCES
from tests.ingest.ods import write_ods

HEAD = ["code", "year", "value"]
ROWS = [["E08000001", "2023", "1.5"], ["E08000002", "2024", ""]]
FRAME = pd.DataFrame({"code": ["E08000001", "E08000002"], "year": [2023, 2024], "value": [1.5, None]})
CSV = "code,year,value\nE08000001,2023,1.5\nE08000002,2024,\n"


TYPED = [HEAD, ["E08000001", 2023, 1.5], ["E08000002", 2024, ""]]


def write_book(path):
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("Data")
        sheet.write_row(0, 0, ["A title"])
        for at, row in enumerate(TYPED, 2):
            sheet.write_row(at, 0, row)


def write_zip(path):
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("folder/data.CSV", CSV)
        archive.writestr("read me.txt", "About")
        archive.writestr("__MACOSX/folder/._data.csv", b"\0")


FRAME_JSON = {name: [None if value != value else value for value in FRAME[name]] for name in HEAD}
RECORDS = [dict(zip(HEAD, values, strict=True)) for values in zip(*FRAME_JSON.values(), strict=True)]
WRITTEN = {
    "data.csv": lambda path: path.write_text(CSV, "utf-8"),
    "data.csv.gz": lambda path: path.write_bytes(gzip.compress(CSV.encode())),
    "data.zip": write_zip,
    "data.xlsx": write_book,
    "data.xlsm": write_book,
    "data.ods": lambda path: write_ods(path, {"Data": TYPED}),
    "data.parquet": lambda path: FRAME.to_parquet(path),
    "columns.json": lambda path: path.write_text(json.dumps({"id": 1} | FRAME_JSON), "utf-8"),
    "records.json": lambda path: path.write_text(json.dumps({"results": RECORDS}), "utf-8"),
    "data.geojson": lambda path: path.write_text(
        json.dumps(
            {
                "type": "FeatureCollection",
                "features": [{"type": "Feature", "properties": each, "geometry": None} for each in RECORDS],
            }
        ),
        "utf-8",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", WRITTEN)
def test_one_table_in_every_kind_of_file(name, tmp_path):
    WRITTEN[name](tmp_path / name)
    grid = read_grid(tmp_path / name, {}, ("Code",), ("value",))
    at = [grid.at(each) for each in HEAD]
    assert [[cells[column] for column in at] for _, cells in grid.rows] == ROWS


CUBE = {
    "version": "2.0",
    "class": "dataset",
    "id": ["geography", "time"],
    "size": [2, 2],
    "dimension": {
        "geography": {
            "category": {"index": {"E08000002": 1, "E08000001": 0}, "label": {"E08000001": "Bolton"}}
        },
        "time": {"category": {"index": ["2023", "2024"]}},
    },
    "value": {"0": 1.5, "3": 4},
    "status": {"1": "c"},
}


def test_json_stat_has_a_row_for_each_cell_with_codes_and_labels(tmp_path):
    path = tmp_path / "cube.json"
    for given in (CUBE, {"dataset": {k: v for k, v in CUBE.items() if k not in ("id", "size")} | {
        "dimension": CUBE["dimension"] | {"id": CUBE["id"], "size": CUBE["size"]}}}):  # fmt: skip
        path.write_text(json.dumps(given), "utf-8")
        grid = read_grid(path, {}, ("geography",), ("time", "value"))
        assert grid.titles == ["geography", "geography label", "time", "time label", "value", "status"]
        assert [cells for _, cells in grid.rows] == [
            ["E08000001", "Bolton", "2023", "2023", "1.5", ""],
            ["E08000001", "Bolton", "2024", "2024", "", "c"],
            ["E08000002", "E08000002", "2023", "2023", "", ""],
            ["E08000002", "E08000002", "2024", "2024", "4", ""],
        ]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"value": [1, 2, 3]}, "with 3 values where its dimensions make 4"),
        ({"size": [2, 3]}, "whose time has 2 categories and the size 3"),
        ({"id": None}, "without id and size"),
    ],
)
def test_json_stat_that_does_not_fit_itself_is_refused(tmp_path, change, said):
    (tmp_path / "cube.json").write_text(json.dumps(CUBE | change), "utf-8")
    with pytest.raises(Refused, match=said):
        read_grid(tmp_path / "cube.json", {}, ("geography",))


def test_an_archive_of_several_files_is_refused_with_its_mend(tmp_path):
    with zipfile.ZipFile(tmp_path / "all.zip", "w") as archive:
        archive.writestr("a.csv", CSV)
        archive.writestr("b.csv", CSV)
    with pytest.raises(Refused, match="an archive with 2 files of text, unpack it"):
        read_grid(tmp_path / "all.zip", {}, ("code",))


def test_a_number_of_a_workbook_has_no_thousands_where_its_texts_have_decimal_commas(tmp_path):
    with xlsxwriter.Workbook(tmp_path / "both.xlsx") as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["code", "value"])
        for row, cell in enumerate(("75,5", 1.234, 0.00001, 7), 1):
            sheet.write_row(row, 0, ["E08000003", cell])
    said = {"decimal": ","}
    texts = [cells[1] for _, cells in read_grid(tmp_path / "both.xlsx", said, ("code",)).rows]
    assert [read_cell(text, said)[0] for text in texts] == ["75.5", "1.234", "1e-05", "7"]


def test_a_sheet_is_found_though_a_blank_stands_after_its_name(tmp_path):
    with xlsxwriter.Workbook(tmp_path / "two.xlsx") as book:
        for name in ("Table 1 ", "Table 2"):
            book.add_worksheet(name).write_row(0, 0, ["code", name])
            book.get_worksheet_by_name(name).write_row(1, 0, ["E08000003", "7"])
    assert read_grid(tmp_path / "two.xlsx", {"sheet": "Table 1"}, ("code",)).titles == ["code", "Table 1"]


def test_a_damaged_workbook_is_not_told_to_be_saved_as_text(tmp_path):
    (tmp_path / "table.ods").write_bytes(b"PK\x03\x04 and nothing more")
    with pytest.raises(Refused, match=r"is no spreadsheet that can be read .*download it again"):
        read_grid(tmp_path / "table.ods", {}, ("code",))


def test_two_rows_of_headers_are_one_and_the_table_ends_where_it_is_said(tmp_path):
    lines = [
        "Title,,,",
        "Code,2023,,2024,",
        ",Number,%,Number,%",
        "E08000001,1,2,3,4",
        "Notes: none,,,,",
        "x,,,,",
    ]
    (tmp_path / "two.csv").write_text("\n".join(lines) + "\n", "utf-8")
    grid = read_grid(tmp_path / "two.csv", {"headers": 2, "until": "notes"}, ("Code",))
    assert grid.titles == ["Code", "2023 Number", "2023 %", "2024 Number", "2024 %"]
    assert grid.rows == [(4, ["E08000001", "1", "2", "3", "4"])]
    with pytest.raises(Refused, match="no row begins with 'Source'"):
        read_grid(tmp_path / "two.csv", {"headers": 2, "until": "Source"}, ("Code",))


@pytest.mark.sources
def test_a_real_file_of_save_holds_its_one_table_by_its_name():
    path = SOURCES / "labour" / "dfe-local-skills-C_Geog-2025-09-02.rdata"
    grid = read_grid(path, {"sheet": "C_Geog"}, ("areaCode",), ("inemploymentRate",))
    manchester = next(cells for _, cells in grid.rows if cells[grid.at("areaCode")] == "E08000003")
    assert manchester[grid.at("areaName")] == "Manchester"
    with pytest.raises(Refused, match=r"has no table 'Areas' \(it has C_Geog\)"):
        read_grid(path, {"sheet": "Areas"}, ("areaCode",))
