"""OData: a client library reads the tables, and page by page they are the parquet."""

import datetime
import io
import re

import pyarrow.compute as pc
import pyarrow.parquet as pq
import pytest

from tests.conftest import ROOT
from tests.served import listening

OF_THE_API = ("absence", "editions")  # lists and records, which OData has no column for

ROOT_PATH = "/odata/v4"
OBSERVATIONS = f"{ROOT_PATH}/Observations"
CLAIMANTS = f"{OBSERVATIONS}?$filter=indicator eq 'employment/claimants'"


@pytest.fixture(scope="module")
def service(wsgi):
    """The service as a client library knows it from its metadata."""
    odata = pytest.importorskip("odata")
    with listening(wsgi) as address:
        yield odata.ODataService(f"{address}{ROOT_PATH}/", reflect_entities=True, quiet_progress=True)


def pages(client, address, **headers):
    """Every row from `address` on, page by page."""
    rows = []
    while address:
        page = client.get(address, headers=headers).json
        rows += page["value"]
        address = page.get("@odata.nextLink")
    return rows


def test_a_client_library_finds_the_latest_claimant_rate_of_manchester(service):
    figures = service.entities["Observations"]
    query = service.query(figures)
    query = query.filter(figures.indicator == "employment/claimants").filter(figures.area_code == "E08000003")
    newest = query.order_by(figures.period.desc()).limit(1).first()
    assert (newest.value, newest.area_name, newest.shown) == (6, "Manchester", "6.0%")
    assert newest.period in (datetime.date(2025, 1, 1), "2025-01-01")


def test_a_client_library_reads_all_pages(service):
    figures = service.entities["Observations"]
    rows = [*service.query(figures).filter(figures.indicator == "employment/claimants")]
    assert len(rows) == 8575
    assert len({(row.area_code, row.period) for row in rows}) == 8575


def test_a_client_library_lists_the_indicators_and_the_areas(service, public_site):
    indicators, areas = service.entities["Indicators"], service.entities["Areas"]
    assert len([*service.query(indicators)]) == len(public_site.indicators)
    wigan = service.query(areas).filter(areas.area_name == "Wigan").first()
    assert (wigan.area_code, wigan.city_region) == ("E08000010", "E47000001")


def test_all_pages_together_are_the_parquet(client):
    rows = pages(client, CLAIMANTS, Prefer="odata.maxpagesize=3000")
    table = pq.read_table(ROOT / "data" / "public" / "claimant_count.parquet")
    table = table.filter(pc.equal(table["series"], "Claimant Count"))
    given = {(row["area_code"], row["period"], row["value"]) for row in rows}
    columns = (table[name].to_pylist() for name in ("area_code", "period", "value"))
    assert len(rows) == table.num_rows == client.get(f"{CLAIMANTS}&$count=true&$top=0").json["@odata.count"]
    assert given == {(code, str(day)[:10], value) for code, day, value in zip(*columns, strict=True)}


@pytest.mark.full
def test_the_pages_of_everything_are_as_many_as_the_queries_give(client, public_site):
    rows = sum(len(public_site.observations(item)) for item in public_site.indicators.values())
    assert int(client.get(f"{OBSERVATIONS}/$count").text) == rows


def test_neighbourhoods_are_those_of_the_file_of_a_region(client):
    wanted = "indicator eq 'people/deprivation_score' and city_region eq 'E47000001' and level eq 'msoa'"
    rows = pages(client, f"{ROOT_PATH}/NeighbourhoodObservations?$filter={wanted}")
    given = client.get("/download/people/deprivation_score.parquet?region=E47000001")
    listed = pq.read_table(io.BytesIO(given.data)).to_pylist()
    assert {row["area_code"]: row["value"] for row in rows} == {
        row["area_code"]: row["value"] for row in listed if row["level"] == "msoa"
    }


def test_a_row_says_what_the_api_says(client):
    row = client.get(
        f"{OBSERVATIONS}(indicator='employment/claimants',area_code='E08000003',period=2025-01-01)"
    ).json
    address = "/api/v1/indicators/employment/claimants/observations?area=E08000003&period=2025-01-01"
    (said,) = client.get(address).json["items"]
    assert {name: row[name] for name in said if name not in OF_THE_API} == {
        name: value for name, value in said.items() if name not in OF_THE_API
    }


def test_columns_are_chosen_and_ordered(client):
    address = f"{CLAIMANTS} and level eq 'city_region'&$orderby=value desc&$select=area_name,value&$top=2"
    rows = client.get(address).json["value"]
    assert [*rows[0]] == ["area_name", "value"]
    assert rows[0]["value"] >= rows[1]["value"]


def test_a_known_snapshot_is_answered_with_304(client):
    first = client.get(CLAIMANTS)
    again = client.get(CLAIMANTS, headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")
    assert first.headers["OData-Version"] == "4.0"


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/Observations?$filter=value gt 'much'", 400),
        ("/Observations?$filter=" + "(" * 500, 400),
        ("/Observations?$expand=Area", 400),
        ("/Observations?$top=-1", 400),
        ("/Observations?$top=1&$top=2", 400),
        ("/Observations?$skiptoken=employment/nothing~5", 400),
        ("/Observations?$skiptoken=x", 400),
        ("/Observations?colour=red", 400),
        ("/Observations?as_of=yesterday", 400),
        ("/Observations(1)", 400),
        ("/Observations(indicator='x',area_code='y',period=2025-01-01)", 404),
        ("/Indicators('employment/nothing')", 404),
        ("/Decisions", 404),
    ],
)
def test_what_cannot_be_given_is_refused_as_odata_refuses(client, address, status):
    answer = client.get(ROOT_PATH + address)
    assert (answer.status_code, answer.mimetype) == (status, "application/json")
    assert answer.json["error"]["message"].count("\n") == 0
    assert answer.json["error"]["message"].endswith(".")


def test_nothing_is_written(client):
    answer = client.post(OBSERVATIONS, json={})
    assert (answer.status_code, answer.json["error"]["code"]) == (405, "MethodNotAllowed")


def test_what_the_public_may_not_see_is_no_row(client, public_site):
    listed = {row["indicator"] for row in pages(client, f"{ROOT_PATH}/Indicators?$select=indicator")}
    assert listed == set(public_site.indicators)


def test_the_file_for_power_bi_leads_to_the_service(client):
    file = client.get("/connect/city-region-figures.pbids")
    (connection,) = file.get_json(force=True)["connections"]
    assert connection["details"]["protocol"] == "odata"
    assert client.get(connection["details"]["address"]["url"]).json["value"][0]["name"] == "Observations"


def test_the_query_for_excel_asks_for_figures_that_are_there(client):
    text = client.get("/connect/employment/claimants.pq?region=E47000008").text
    service, table = re.search(r'Feed\("(.+?)"', text)[1], re.search(r'Name = "(.+?)"', text)[1]
    wanted = re.search(r"each (.+)\)", text)[1]
    condition = re.sub(r"\[(\w+)\] = \"(.+?)\"", r"\1 eq '\2'", wanted)
    rows = client.get(f"{service}{table}?$filter={condition}").json["value"]
    assert {row["city_region"] for row in rows} == {"E47000008"}
    assert len(rows) == 8 * 25  # Cambridgeshire and Peterborough: itself, one county, six districts


@pytest.mark.parametrize(
    "path", ["employment/nothing.pq", "employment/claimants.pq?region=x", "claimants.pbids"]
)
def test_a_query_of_what_is_not_there_is_refused(client, path):
    assert client.get(f"/connect/{path}").status_code in (400, 404)
