"""Two workers of gunicorn, as production runs them: a changed definition is served by all routes at once, and
Prometheus is told of both."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request

import pytest

from dashboard.datastore.assembly.assemble import point
from tests.conftest import ROOT

pytestmark = pytest.mark.soak  # half a minute: two processes that start and warm up

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


def asked(address, path, **headers):
    """(status, ETag, body) of an answer of its own connection."""
    headers |= {"Connection": "close", "Accept": "*/*"}
    request = urllib.request.Request(address + path, headers=headers)  # noqa: S310
    try:
        with urllib.request.urlopen(request, timeout=60) as answer:  # noqa: S310
            return answer.status, answer.headers.get("ETag"), answer.read()
    except urllib.error.HTTPError as error:
        return error.code, error.headers.get("ETag"), error.read()


@pytest.fixture(scope="module")
def town(built_in, tmp_path_factory):
    """(address, queries, swap) of two workers over a datastore and queries of their own."""
    home = tmp_path_factory.mktemp("two")
    data, queries = home / "data", home / "queries"
    builds = data / "public" / "builds"
    builds.mkdir(parents=True)
    for name in (
        "sources",
        "assets",
        "needs.toml",
        "briefs",
        "regions",
        "frameworks",
        "synonyms.toml",
        "ask.toml",
    ):
        (data / name).symlink_to(built_in / name)
    shutil.copytree(ROOT / "queries", queries)

    def swap(name):
        shutil.copyfile((built_in / "public" / "datastore.duckdb").resolve(), builds / name)
        point(data / "public" / "datastore.duckdb", builds / name)

    swap("first.duckdb")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    around = os.environ | {"DATA_DIR": str(data), "QUERIES_DIR": str(queries), "AUDIENCE": "public"}
    around |= {"PORT": str(port), "WORKERS": "2", "METRICS_TOKEN": TOKEN, "ACCESS_LOG": "on"}
    log = (home / "log").open("wb")
    server = subprocess.Popen(
        [sys.executable, "-m", "dashboard"], cwd=ROOT, env=around, stdout=log, stderr=log
    )
    address = f"http://127.0.0.1:{port}"
    deadline = time.monotonic() + 90
    while time.monotonic() < deadline:
        try:
            if asked(address, "/ready")[0] == 200:
                break
        except OSError:
            time.sleep(0.2)
    yield address, queries, swap, home / "log"
    server.terminate()
    assert server.wait(20) == 0
    log.close()


def test_a_changed_definition_is_another_answer_of_every_route_in_every_worker_at_once(town):
    address, queries, swap, _ = town
    before = {path: asked(address, path) for path in PATHS}
    assert {path: found[0] for path, found in before.items()} == dict.fromkeys(PATHS, 200)
    assert all(found[1] for found in before.values())
    query = queries / f"{RATE}.sql"
    text = query.read_text("utf-8")
    title = text.split('title = "', 1)[1] if 'title = "' in text else text.split('title    = "', 1)[1]
    query.write_text(text.replace(title.split('"')[0], "Share of people at work", 1), "utf-8")
    swap("second.duckdb")
    after = {path: {asked(address, path)[1] for _ in range(ASKED)} for path in PATHS}
    assert {path: len(tags) for path, tags in after.items()} == dict.fromkeys(PATHS, 1)
    assert [path for path, tags in after.items() if before[path][1] in tags] == []
    assert b"Share of people at work" in asked(address, f"/api/v1/indicators/{RATE}")[2]
    assert b"Share of people at work" in asked(address, PATHS[0])[2]
    for path in PATHS:
        assert asked(address, path, **{"If-None-Match": before[path][1]})[0] == 200


def test_prometheus_is_told_of_both_workers_and_nobody_else_is_told_anything(town):
    address, _, _, log = town
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
    said = log.read_text("utf-8")
    assert '"logger": "dashboard.access"' in said
    assert "127.0.0.1" not in said.partition("dashboard.access")[2]
