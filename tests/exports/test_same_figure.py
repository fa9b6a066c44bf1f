"""One figure is the same, byte for byte, on the page, in the API and in every file."""

import csv
import io
import json

import openpyxl
import pyarrow.parquet as pq
import pytest

from dashboard.exports.figure_text import number_text
from dashboard.statements.headline import headline

pytestmark = pytest.mark.core

INDICATORS = (
    "employment/weekly_pay",
    "employment/claimants",
    "people/population",
    "transport/road_casualties",
)
REGION = "E47000001"


def csv_rows(client, indicator):
    text = client.get(f"/download/{indicator}.csv?region={REGION}").data.decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text)))


OF_THE_API = ("absence", "editions")  # lists and records, which no row of a file can hold


def api_rows(client, indicator):
    """The API's observations with every number as the text that was sent."""
    found, address = [], f"/api/v1/indicators/{indicator}/observations?within={REGION}&limit=1000"
    while address:
        page = json.loads(client.get(address).data, parse_float=str, parse_int=str)
        found, address = found + page["items"], page["next"]
    return found


@pytest.mark.parametrize("name", INDICATORS)
def test_api_and_csv_send_the_same_bytes(client, name):
    sent = {(row["area_code"], row["period"] or ""): row for row in api_rows(client, name)}
    files = {(r["area_code"], r["period"]): r for r in csv_rows(client, name) if r["area_code"][0] == "E"}
    shared = sent.keys() & files.keys()
    assert shared == sent.keys()
    for key in shared:
        row = {k: "" if v is None else v for k, v in sent[key].items() if k not in OF_THE_API}
        assert row == files[key]


@pytest.mark.parametrize("name", INDICATORS)
def test_the_page_shows_what_the_file_calls_shown(public_site, client, name):
    indicator, area = public_site.indicators[name], public_site.geography["E08000003"]
    said = headline(public_site, indicator, area)
    row = next(
        r for r in csv_rows(client, name)
        if (r["area_code"], r["period"]) == ("E08000003", said.latest.period.isoformat())
    )  # fmt: skip
    assert (row["shown"], row["value"]) == (said.value, number_text(round(said.latest.value, 10)))


@pytest.mark.parametrize("name", INDICATORS)
def test_every_kind_of_file_holds_the_same_values(client, name):
    expected = [row["value"] for row in csv_rows(client, name)]
    address = f"/download/{name}.%s?region={REGION}"
    plain = json.loads(client.get(address % "json").data, parse_float=str, parse_int=str)
    index = [field["name"] for field in plain["fields"]].index("value")
    assert [row[index] or "" for row in plain["rows"]] == expected
    table = pq.read_table(io.BytesIO(client.get(address % "parquet").data))
    assert [number_text(value) for value in table.column("value").to_pylist()] == expected
    sheet = openpyxl.load_workbook(io.BytesIO(client.get(address % "xlsx").data))["Figures"]
    column = [cell.value for cell in sheet[3]].index("value")
    cells = [row[column] for row in sheet.iter_rows(min_row=4, values_only=True)]
    assert ["" if isinstance(cell, str) else number_text(cell) for cell in cells] == expected


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (6.0, "6"),
        (589.3, "589.3"),
        (-2.5, "-2.5"),
        (0.1 + 0.2, "0.30000000000000004"),
        (None, ""),
        (-0.0, "0"),
    ],
)
def test_a_number_is_written_in_full(value, text):
    assert number_text(value) == text


def test_a_dataset_has_the_same_digits_in_csv_and_json(client):
    table = list(
        csv.reader(io.StringIO(client.get("/download/data/gross_value_added.csv").data.decode("utf-8-sig")))
    )
    plain = json.loads(
        client.get("/download/data/gross_value_added.json").data, parse_float=str, parse_int=str
    )
    assert table[1:] == [["" if cell is None else cell for cell in row] for row in plain["rows"]]


@pytest.mark.full
def test_the_file_of_a_place_holds_its_rows_of_every_indicators_file(client):
    text = client.get("/download/place/E08000003.csv").data.decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert len({row["indicator"] for row in rows}) > 60
    for name in INDICATORS:
        own = [row for row in rows if row["indicator"] == name]
        theirs = [row for row in csv_rows(client, name) if row["area_code"] == "E08000003"]
        assert [{key: row[key] for key in theirs[0]} for row in own] == theirs


@pytest.mark.parametrize(
    ("file", "status"),
    [
        pytest.param("E08000003.xlsx", 200, marks=pytest.mark.full),
        ("E08000003.geojson", 404),
        ("E47000001.csv", 404),
        ("nowhere.csv", 404),
    ],
)
def test_the_file_of_a_place_is_offered_for_districts_and_counties(client, file, status):
    assert client.get(f"/download/place/{file}").status_code == status


@pytest.mark.full
def test_a_file_says_of_each_place_without_a_figure_why(client):
    text = client.get("/download/transport/road_casualties.csv?region=E47000012").data.decode("utf-8-sig")
    rows = {row["area_name"]: row for row in csv.DictReader(io.StringIO(text))}
    assert (rows["York"]["value"], rows["York"]["period"], rows["York"]["status"]) == ("", "", "h")
    assert rows["York"]["status_meaning"].startswith(
        "Not held here: published by the Department for Transport"
    )
    assert "https://www.data.gov.uk/" in rows["York"]["status_meaning"]
    book = client.get("/download/transport/road_casualties.xlsx?region=E47000012").data
    figures = openpyxl.load_workbook(io.BytesIO(book))["Figures"].iter_rows(values_only=True)
    assert "[h]" in next(row for row in figures if "York" in row)
    place = csv.DictReader(io.StringIO(client.get("/download/place/E07000008.csv").data.decode("utf-8-sig")))
    (neet,) = [row for row in place if row["indicator"] == "skills/neet"]
    assert (neet["status"], neet["value"]) == ("z", "")
    assert "Cambridgeshire as a whole" in neet["status_meaning"]
