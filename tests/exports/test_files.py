"""Files are safe to open, say what they hold, and are made once for a snapshot."""

import csv
import io
import json
import time
from dataclasses import replace
from datetime import date
from threading import Barrier, Event, Thread

import openpyxl
import pyarrow as pa
import pytest
import shapely

from dashboard.exports.formats import parquet_bytes
from dashboard.exports.geojson import geometry
from dashboard.exports.sheet import Cells, Column, Sheet
from dashboard.exports.spreadsheet import TooLong, xlsx_bytes
from dashboard.exports.text_files import csv_bytes, json_bytes
from dashboard.web.file_cache import FileCache

pytestmark = pytest.mark.core

DANGEROUS = ["=1+1", "+SUM(A1)", "-cmd|' /C calc'!A0", "@SUM(A1)", "\t=1", "\r=1", "\n=1"]


def sheet(texts, numbers):
    table = pa.table({"name": pa.array(texts, pa.string()), "value": pa.array(numbers, pa.float64())})
    columns = (Column("name", "text", "A name"), Column("value", "number", "A figure"))
    return Sheet("a", "A table", "What it is", columns, table, "/data/a", {"Licence": "OGL"}, ("A note.",))


@pytest.mark.parametrize("text", DANGEROUS)
def test_a_text_that_would_run_as_a_formula_gets_an_apostrophe(text):
    made = sheet([text], [-2.5])
    rows = list(csv.reader(io.StringIO(csv_bytes(made).decode(), newline="")))
    assert rows[1] == [f"'{text}", "-2.5"]
    cells = openpyxl.load_workbook(io.BytesIO(xlsx_bytes(made)))["Figures"]
    assert (cells["A4"].data_type, cells["B4"].value) == ("s", -2.5)
    assert str(cells["A4"].value).startswith("'")


@pytest.mark.parametrize("text", ["-2.5", "+3", "Stockton-on-Tees", "", "A = B"])
def test_numbers_and_harmless_texts_stay_as_they_are(text):
    assert list(csv.reader(io.StringIO(csv_bytes(sheet([text], [1.0])).decode())))[1][0] == text


def test_a_workbook_has_a_cover_notes_and_one_marked_table_without_merged_cells():
    book = openpyxl.load_workbook(io.BytesIO(xlsx_bytes(sheet(["a", "b"], [1.0, None]))))
    assert book.sheetnames == ["Cover", "Notes", "Figures"]
    for page in book:
        assert not page.merged_cells.ranges
        assert page["A1"].value
    assert [*book["Figures"].tables] == ["figures"]
    assert book["Figures"].tables["figures"].ref == "A3:B5"
    assert book["Figures"]["B5"].value == "[x]"
    explained = {row[0] for row in book["Notes"].iter_rows(values_only=True)}
    assert {"[x]", "[c]", "[low]", "Column value", "Note 1"} <= explained


EVERY_KIND = {
    "text": ["Ash", 'say "ł"', "=1+1", "-2.5", "-2.5\n", " =x", "", None],
    "number": [589.3, 4.0, -0.1, 1 / 3, 0.0001, 123456789.125, 0.0, None],
    "whole": [1, 0, -3, 2**40, 5, 6, 7, None],
    "date": [date(2023, 4, 1)] * 7 + [None],
    "flag": [True, False, True, True, True, True, True, None],
}


@pytest.mark.parametrize("write", [csv_bytes, json_bytes, parquet_bytes])
def test_a_table_of_lists_gives_the_file_that_the_same_table_gives_as_arrow(write):
    columns = tuple(Column(kind, kind, "What it holds") for kind in EVERY_KIND)
    plain = replace(sheet([], []), columns=columns, table=Cells(columns, tuple(EVERY_KIND.values())))
    assert write(plain) == write(replace(plain, table=plain.arrow()))


def test_a_table_too_long_for_a_spreadsheet_says_which_file_to_take():
    with pytest.raises(TooLong, match="take the CSV or parquet file"):
        xlsx_bytes(sheet(["a"] * 100_001, [1.0] * 100_001))


def test_a_csv_file_names_its_metadata_and_the_metadata_describes_every_column(client):
    answer = client.get("/download/data/claimant_count.csv")
    address = answer.headers["Link"].split(">")[0].strip("<")
    said = json.loads(client.get(address).data)
    header = next(csv.reader(io.StringIO(answer.data.decode())))
    assert [column["name"] for column in said["tableSchema"]["columns"]] == header
    assert said["url"].endswith("/download/data/claimant_count.csv")
    assert said["tableSchema"]["columns"][0]["valueUrl"].startswith("http://statistics.data.gov.uk/id/")


def test_a_square_with_a_hole_and_an_island_keeps_them():
    found = shapely.from_geojson(
        geometry("M40000-40000l100 0 0-100-100 0zM40020-40020l50 0 0-50-50 0zM40200-40000l10 0 0-10-10 0z")
    )
    assert sorted(len(part.interiors) for part in found.geoms) == [0, 1]
    assert all(part.exterior.is_ccw for part in found.geoms)


def test_manchester_is_where_it_is(client):
    answer = client.get("/download/employment/claimants.geojson?region=E47000001").json
    place = next(item for item in answer["features"] if item["id"] == "E08000003")
    area = shapely.geometry.shape(place["geometry"])
    assert area.is_valid
    assert area.contains(shapely.Point(-2.2446, 53.4794))  # the town hall
    assert (place["properties"]["value"], place["properties"]["period"]) == (6, "2025-01-01")
    texts = [str(number) for ring in shapely.get_coordinates(area).tolist() for number in ring]
    assert max(len(text.split(".")[1]) for text in texts) <= 5


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        ("/download/employment/nothing.csv", "There is no indicator called"),
        ("/download/data/nothing.csv", "There is no dataset called"),
        ("/download/data/lait.xlsx", "is not offered as .xlsx; take one of: csv, json, parquet."),
        ("/download/employment/claimants.csv?region=E1", "There is no city region"),
    ],
)
def test_a_file_that_is_not_there_is_a_404_with_a_sentence(client, address, sentence):
    answer = client.get(address)
    assert answer.status_code == 404
    assert sentence in answer.data.decode()


def test_a_shelf_makes_a_file_once_and_stays_within_its_limit():
    files, made = FileCache(limit=10_000, largest=6_000), []

    def make(name, size):
        return lambda: made.append(name) or b"x" * size

    for name, size in (
        ("a", 4_000),
        ("a", 4_000),
        ("b", 5_000),
        ("large", 7_000),
        ("large", 7_000),
        ("c", 4_000),
        ("b", 5_000),
        ("a", 4_000),
    ):
        files.get(name, make(name, size))
        assert files.size <= 10_000
    assert made == ["a", "b", "large", "large", "c", "a"]


def test_files_that_are_empty_stay_within_the_limit_with_their_keys():
    files, made = FileCache(limit=10_000), []
    for number in range(50):
        files.get(("edition", f"{number:02}" * 500), lambda: made.append(1) or b"")
    assert files.size <= 10_000
    files.get(("edition", "49" * 500), lambda: made.append(1) or b"")
    assert len(made) == 50  # the last is kept
    files.get(("edition", "00" * 500), lambda: made.append(1) or b"")
    assert len(made) == 51  # and the first is not


def test_what_many_ask_for_at_once_is_made_once_and_few_are_made_at_a_time():
    files, made, at_once, most = FileCache(largest=1), [], [], []
    begin = Barrier(12)

    def make(name):
        at_once.append(name)
        most.append(len(at_once))
        made.append(name)
        time.sleep(0.02)
        at_once.remove(name)
        return b"larger than is kept"

    def ask(name):
        begin.wait()
        files.get(name, lambda: make(name))

    asking = [Thread(target=ask, args=(name,)) for name in "abcd" * 3]
    for each in asking:
        each.start()
    for each in asking:
        each.join()
    assert sorted(made) == ["a", "b", "c", "d"]
    assert max(most) <= 2


def test_what_is_quick_does_not_wait_for_spreadsheets():
    files = FileCache()
    with files._at_once[True], files._at_once[True]:  # as many as are written at once
        assert files.get("a.csv", lambda: b"quick") == b"quick"


def test_what_many_wait_for_fails_once_for_all_of_them():
    files, tried, asked, go_on = FileCache(), [], [], Event()

    def make():
        tried.append(1)
        go_on.wait(5)
        raise RuntimeError("no room")

    def ask():
        asked.append(1)
        with pytest.raises(RuntimeError, match="no room"):
            files.get("a", make)

    asking = [Thread(target=ask) for _ in range(6)]
    for each in asking:
        each.start()
    while len(asked) < 6:
        time.sleep(0.01)
    time.sleep(0.05)
    go_on.set()
    for each in asking:
        each.join(5)
    assert len(tried) < 6  # all but who came when it had failed
    assert files.get("a", lambda: b"room again") == b"room again"


@pytest.mark.parametrize("before", ["", "\x00", "\ufeff", "\u200b", " ", "\xa0", "\x1f"])
@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20"])
def test_no_text_becomes_a_formula_whatever_stands_before_its_sign(before, sign):
    from dashboard.exports.sheet import neutral

    texts = pa.table({"text": [f"{before}{sign}cmd", "Ash", "-2.5", "A=B"]})
    assert neutral(texts).column("text").to_pylist() == [f"'{before}{sign}cmd", "Ash", "-2.5", "A=B"]


@pytest.mark.parametrize(
    ("asked", "described"),
    [
        ("?fbclid=one", ""),
        ("?region=E47000001&utm_source=mail&areas=all", "?region=E47000001&areas=all"),
        ("?areas=all&as_of=2026-01-05&region=", "?as_of=2026-01-05&areas=all"),
    ],
)
def test_a_description_of_columns_names_the_file_where_it_was_asked_for(client, asked, described):
    address = "/download/employment/claimants.csv"
    for host in ("one.example", "two.example"):
        answer = client.get(f"{address}-metadata.json{asked}", headers={"Host": host})
        assert answer.json["url"] == f"http://{host}{address}{described}"


def test_a_known_file_is_answered_with_304(client):
    first = client.get("/download/employment/claimants.csv")
    assert (
        client.get(
            "/download/employment/claimants.csv", headers={"If-None-Match": first.headers["ETag"]}
        ).data
        == b""
    )
