"""The file of a large table is written in pieces, and is the file that one sheet would give."""

import io
import os
import pickle
import subprocess
import sys
from threading import Thread

import openpyxl
import pyarrow.parquet as pq
import pytest

from dashboard.exports import large
from dashboard.exports.dataset import dataset_sheet, downloadable_datasets
from dashboard.exports.large import MOST_CELLS, fits_a_spreadsheet, is_large, large_file, spreadsheet
from dashboard.exports.offers import dataset_formats
from dashboard.exports.spreadsheet import MEMORY, TooLong, xlsx_bytes
from dashboard.exports.tables import Shape, shapes_of_tables
from dashboard.exports.text_files import csv_bytes, json_bytes
from dashboard.settings import ROOT

# A table with areas and dates, and one whose texts have letters beyond ASCII; and rows of a piece of each.
TABLES = {"affordable_homes_by_tenure": 7_000, "occupations": 100}
WHOLE = {"csv": csv_bytes, "json": json_bytes}


@pytest.mark.parametrize("ending", WHOLE)
def test_the_pieces_together_are_the_bytes_of_the_whole_file(site, ending):
    for name, rows in TABLES.items():
        item = downloadable_datasets(site)[name]
        pieces = list(large_file(site, item, ending, piece=rows))
        assert len(pieces) > 2, name
        assert b"".join(pieces) == WHOLE[ending](dataset_sheet(site, item)), name


def test_parquet_holds_the_same_table_and_says_the_same_of_it(site):
    item = downloadable_datasets(site)["affordable_homes_by_tenure"]
    whole = dataset_sheet(site, item)
    read = pq.read_table(io.BytesIO(b"".join(large_file(site, item, "parquet", piece=7_000))))
    assert read.replace_schema_metadata(None).equals(whole.arrow())
    assert read.schema.metadata[b"title"].decode() == item.title


def test_a_table_is_large_by_its_cells_and_from_900_000_no_spreadsheet(site):
    columns = (("a", "text"), ("b", "number"))
    assert not is_large(Shape(MOST_CELLS // 2, columns))
    assert is_large(Shape(MOST_CELLS // 2 + 1, columns))
    offered = {
        name: {kind.ending for kind in dataset_formats(site, name)} for name in downloadable_datasets(site)
    }
    shapes = shapes_of_tables(site)
    assert {name for name in offered if "xlsx" not in offered[name]} == {
        name for name in offered if not fits_a_spreadsheet(shapes[name])
    }
    assert "xlsx" not in offered["local_skills"]
    assert {"xlsx"} == offered["imd_2025"] & {"xlsx", "geojson"}
    assert fits_a_spreadsheet(Shape(100_000, columns))
    assert not fits_a_spreadsheet(Shape(100_001, columns))  # refused when it is made
    assert fits_a_spreadsheet(Shape(90_000, columns * 5))
    assert not fits_a_spreadsheet(Shape(90_001, columns * 5))
    assert "xlsx" not in offered["bus_punctuality"]  # 101,265 rows
    assert "xlsx" in offered["claimant_count"]


def test_a_large_file_is_sent_in_pieces_and_a_small_one_whole(client):
    large = client.get("/download/data/imd_2025_subdomains.csv")
    assert "Content-Length" not in large.headers
    assert large.headers["Content-Disposition"].endswith('"imd_2025_subdomains.csv"')
    again = {"If-None-Match": large.headers["ETag"]}
    assert client.get("/download/data/imd_2025_subdomains.csv", headers=again).status_code == 304
    assert "Content-Length" in client.get("/download/data/claimant_count.csv").headers


def cells(body):
    """Sheet -> its rows, of a workbook's bytes."""
    book = openpyxl.load_workbook(io.BytesIO(body), read_only=True)
    return {page.title: list(page.iter_rows(values_only=True)) for page in book}


@pytest.mark.parametrize("name", ["affordable_homes_by_tenure", "occupations"])
def test_a_spreadsheet_that_a_process_of_its_own_writes_is_the_same(site, monkeypatch, name):
    sheet = dataset_sheet(site, downloadable_datasets(site)[name], range(500))
    here = cells(xlsx_bytes(sheet))
    monkeypatch.setattr(large, "MOST_CELLS", 10)
    monkeypatch.setattr(large, "xlsx_bytes", None)  # it is not written here
    assert cells(spreadsheet(sheet)) == here


def test_a_table_too_long_is_refused_before_a_process_starts(site, monkeypatch):
    monkeypatch.setattr(large, "output_of", None)
    monkeypatch.setattr("dashboard.exports.spreadsheet.MOST_ROWS", 100)
    monkeypatch.setattr(large, "MOST_ROWS", 100)
    monkeypatch.setattr(large, "MOST_CELLS", 10)
    with pytest.raises(TooLong, match="too many for a spreadsheet"):
        spreadsheet(
            dataset_sheet(site, downloadable_datasets(site)["affordable_homes_by_tenure"], range(101))
        )


@pytest.fixture
def small_is_large(monkeypatch):
    """A table of a few cells counts as a large one."""
    monkeypatch.setattr(large, "MOST_CELLS", 10)


def test_each_client_pays_for_its_own_process_alone(site, small_is_large):
    """Two at once: the second waits for the first, and is told of its own seconds."""
    sheet = dataset_sheet(site, downloadable_datasets(site)["occupations"], range(500))
    paid = {"first": [], "second": []}
    threads = [Thread(target=spreadsheet, args=(sheet, each.append)) for each in paid.values()]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    ((first,), (second,)) = paid.values()
    assert min(first, second) > 0.05
    assert max(first, second) < 1.7 * min(first, second)


def test_a_process_that_fails_is_one_sentence_and_one_line_of_the_log(
    client, small_is_large, monkeypatch, caplog
):
    monkeypatch.setattr(large, "_WRITER", ["-c", "raise SystemExit('no room on this machine')"])
    answer = client.get("/download/data/vacant_homes.xlsx")
    assert answer.status_code == 503
    assert answer.headers["Retry-After"] == "60"
    assert "take the CSV or parquet file" in answer.get_data(as_text=True)
    assert "vacant_homes cannot be written: it ended with 1: no room on this machine" in caplog.text
    monkeypatch.undo()
    assert client.get("/download/data/vacant_homes.xlsx").status_code == 200


def test_who_finds_another_being_written_waits_a_while_and_no_longer(site, small_is_large, monkeypatch):
    monkeypatch.setattr(large, "WAITING_SECONDS", 0.01)
    with large._ONE, pytest.raises(large.NotWritten, match="Another large spreadsheet"):
        spreadsheet(dataset_sheet(site, downloadable_datasets(site)["occupations"], range(500)))


@pytest.mark.full
def test_the_largest_spreadsheet_takes_less_than_half_of_the_addresses_it_may(site):
    """On a machine of any number of cores: a thread of OpenBLAS for each would take 40 MB of them."""
    sheet = dataset_sheet(site, downloadable_datasets(site)["imd_2025"])
    code = (
        "import sys; from dashboard.exports.spreadsheet import main; main(); "
        "sys.stderr.write(next(line for line in open('/proc/self/status') if line.startswith('VmPeak')))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        input=pickle.dumps(sheet),
        capture_output=True,
        env=large._AROUND | {"PATH": os.environ["PATH"]},
        cwd=ROOT,
        check=True,
    )
    assert int(done.stderr.split()[-2]) * 1024 < MEMORY / 2
