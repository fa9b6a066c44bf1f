"""Two workers of gunicorn, as production runs them: a changed definition is served by all routes at once, and
Prometheus is told of both."""

import json
import shutil
import time

import duckdb
import pandas as pd
import pytest

from dashboard.catalogue.regions import load_regions
from dashboard.datastore.assembly.assemble import point
from dashboard.ingest.editions.manifest import digest, write_parquet
from tests.datastores import assemble
from tests.web.servers.workers import asked, folders, workers

pytestmark = pytest.mark.soak  # minutes: two processes that start and warm up, and figures worked out anew

RATE = "employment/employment_rate"
PATHS = (
    f"/indicator/{RATE}?region=E47000001",
    f"/download/{RATE}.csv",
    f"/download/{RATE}.json",
    f"/download/{RATE}.parquet",
    f"/download/{RATE}.csv-metadata.json",
    f"/api/v1/indicators/{RATE}",
    f"/api/v1/indicators/{RATE}/observations?area=E08000003",
    "/api/v1/indicators",
    "/catalogue.jsonld",
    "/datapackage.json",
    f"/embed/{RATE}?region=E47000001",
    "/maps/E47000001/district.json",
    "/audit.json?region=E47000001",
)
TOKEN = "a-token-of-the-test"  # noqa: S105
ASKED = 6  # times each: enough for both workers to answer


@pytest.fixture(scope="module")
def town(built_in, tmp_path_factory):
    """(address, data, queries, swap) of two workers; swap(name): another file with the same figures."""
    home = tmp_path_factory.mktemp("two")
    data, queries = folders(built_in, home)
    builds = data / "public" / "builds"

    def swap(name):
        shutil.copyfile((built_in / "public" / "datastore.duckdb").resolve(), builds / name)
        point(data / "public" / "datastore.duckdb", builds / name)

    swap("first.duckdb")
    more = {"METRICS_TOKEN": TOKEN, "ACCESS_LOG": "on"}
    with workers(data, queries, home / "log", **more) as address:
        yield address, data, queries, swap


def _query(data, queries):
    file = queries / f"{RATE}.sql"
    text = file.read_text("utf-8")
    title = text.split('title = "', 1)[1] if 'title = "' in text else text.split('title    = "', 1)[1]
    file.write_text(text.replace(title.split('"')[0], "Share of people at work", 1), "utf-8")


def _register(data, queries):
    """As a refresh publishes a changed entry: in the table of datasets, and in its file."""
    path = data / "public" / "datasets.parquet"
    frame = pd.read_parquet(path)
    frame.loc[frame["dataset"] == "employment_rate", "publisher"] = "Bureau of Statistics"
    path.unlink()
    write_parquet(frame, path)
    manifest = data / "public" / "manifest.json"
    said = json.loads(manifest.read_text("utf-8"))
    said["files"]["datasets.parquet"]["sha256"] = digest(path)
    manifest.unlink()
    manifest.write_text(json.dumps(said), "utf-8")


def _region(data, queries):
    file = data / "regions" / "cumbria.toml"
    text = file.read_text("utf-8")
    name = text.split("name", 1)[1].split('"')[1]
    file.write_text(text.replace(f'"{name}"', '"Cumbria and the Lakes"', 1), "utf-8")


def _framework(data, queries):
    file = next((data / "frameworks").glob("*.toml"))
    file.write_text(file.read_text("utf-8") + "\n# read again\n", "utf-8")


def _assemble(data, before):
    """As a build does; what is derived of the figures, which are the same, is taken from `before`."""

    def finish(path):
        with duckdb.connect(str(path)) as made:
            made.execute(f"ATTACH '{before}' AS before (READ_ONLY)")
            derived = (
                "SELECT table_name FROM duckdb_tables() WHERE database_name = 'before' EXCEPT "
                "SELECT table_name FROM duckdb_tables() WHERE database_name <> 'before'"
            )
            for (table,) in made.sql(derived).fetchall():
                made.execute(f'CREATE TABLE "{table}" AS FROM before."{table}"')

    public = data / "public"
    assemble(public, public / "datastore.duckdb", finish, None, load_regions(data / "regions"))


def _wait_for_both(address, path, tag):
    """Ask for `path` until no worker answers with `tag`: each reads new figures ahead before."""
    until = time.monotonic() + 60
    while tag in {asked(address, path)[1] for _ in range(ASKED)}:
        assert time.monotonic() < until, f"{path} is still answered from the file before"
        time.sleep(0.5)


@pytest.mark.parametrize(
    ("changed", "assembled"),
    [(_query, False), (_framework, False), (_region, True), (_register, True)],
    ids=["a query", "a framework", "a region", "the register"],
)
def test_a_changed_definition_is_another_answer_of_every_route_in_every_worker(
    built_in, town, changed, assembled
):
    address, data, queries, swap = town
    before = {path: asked(address, path) for path in PATHS}
    assert {path: found[0] for path, found in before.items()} == dict.fromkeys(PATHS, 200)
    assert all(found[1] for found in before.values())
    changed(data, queries)
    if assembled:
        _assemble(data, (built_in / "public" / "datastore.duckdb").resolve())
    else:
        swap(f"{changed.__name__}.duckdb")
    _wait_for_both(address, PATHS[-1], before[PATHS[-1]][1])
    after = {path: [asked(address, path) for _ in range(ASKED)] for path in PATHS}
    assert {path: len({tag for _, tag, _ in found}) for path, found in after.items()} == dict.fromkeys(
        PATHS, 1
    )
    # A page's tag is that of its words: the same where these are the same.
    stale = [path for path in PATHS if before[path][1] == after[path][0][1]]
    assert [path for path in stale if path != PATHS[0] or before[path][2] != after[path][0][2]] == []
    for path in {*PATHS} - {*stale}:
        assert asked(address, path, **{"If-None-Match": before[path][1]})[0] == 200
    if changed is _query:
        assert b"Share of people at work" in asked(address, f"/api/v1/indicators/{RATE}")[2]
        assert b"Share of people at work" in asked(address, PATHS[0])[2]
    if changed is _region:
        assert b"Cumbria and the Lakes" in asked(address, PATHS[0])[2]
    if changed is _register:
        assert b"Bureau of Statistics" in asked(address, "/catalogue.jsonld")[2]


def test_prometheus_is_told_of_both_workers_and_nobody_else_is_told_anything(town):
    address, data, *_ = town
    for _ in range(ASKED):
        asked(address, "/health")
    assert asked(address, "/metrics")[0] == 404
    assert asked(address, "/metrics", Authorization="Bearer another")[0] == 404
    status, _, body = asked(address, "/metrics", Authorization=f"Bearer {TOKEN}")
    assert status == 200
    lines = dict(line.rsplit(" ", 1) for line in body.decode().splitlines() if not line.startswith("#"))
    assert float(lines["dashboard_workers"]) == 2
    assert float(lines['dashboard_requests_total{method="GET",route="/health",status="200"}']) >= ASKED
    assert float(lines['dashboard_request_seconds_count{route="/health"}']) >= ASKED
    assert float(lines["dashboard_alarm"]) == 0
    assert float(lines["dashboard_indicators"]) > 100
    assert "dashboard_record_up" not in lines  # the public has none
    assert any(name.startswith("dashboard_answers_from_memory_total") for name in lines)
    said = (data.parent / "log").read_text("utf-8")
    assert '"logger": "dashboard.access"' in said
    assert "127.0.0.1" not in said.partition("dashboard.access")[2]
