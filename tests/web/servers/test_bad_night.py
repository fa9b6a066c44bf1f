"""A night in which sources, an indicator and at last the datastore are bad: readers notice nothing."""

import itertools
import json
import os
import subprocess
import sys
import threading

import pytest

from dashboard.datastore.assembly.assemble import point
from tests.conftest import ROOT
from tests.local_server import local_server
from tests.web.servers.workers import asked, folders, workers

pytestmark = pytest.mark.soak  # minutes: two workers, and a build of both datastores beside readers

OBSERVED = "/api/v1/indicators/employment/employment_rate/observations?area=E08000003"
PATHS = (
    OBSERVED,
    "/?region=E47000001",
    "/indicator/employment/employment_rate?region=E47000001",
    "/download/employment/employment_rate.csv",
    "/maps/E47000001/district.json",
    "/ready",
    "/health",
)
READERS = 3
ENTRY = """title = "Bins"
publisher = "A council"
licence = "Open Government Licence v3.0"
address = "https://example.gov.uk"
path = "bins.csv"
adapter = "long_csv"
cadence = "yearly"
next_release = "2030"
owner = "Waste team"
audience = "public"
disclosure = "none"
description = "Bins."
[options]
area = "code"
date = "year"
value = "n"
series = "Bins"
periods = "calendar year"
"""
QUERY = """/*
title = "{title}"
question = "How many bins are there?"
unit = "bins"
period = "calendar year"
better = "neither"
audience = "public"
decimals = 0
owner = "Waste team"
reviewed = 2026-01-01
method = "Counted."
caveat = "None."
*/
SELECT area_code, period, value, status FROM bins {where}
"""
BAD = {  # dataset -> what its file is that night
    "vacant_homes": b"area,figure\nE08000003,1\n",
    "private_rents": b"areacd,period,monthly_rent_gbp\nE08000003,2026-07,many\n",
    "homelessness": b"PAR1 and no more",
}


@pytest.fixture
def told():
    """(address of a webhook, what it was told)."""
    with local_server() as (address, said):
        yield f"{address}/hook", said


class Readers:
    """Readers who ask for page after page; `failed`: what they got that was no good answer."""

    def __init__(self, address):
        self.address, self.failed, self.count = address, [], 0
        self._over = threading.Event()
        self._threads = [threading.Thread(target=self._read) for _ in range(READERS)]

    def _read(self):
        for path in itertools.cycle(PATHS):
            if self._over.is_set():
                return
            try:
                status, _, body = asked(self.address, path)
            except OSError as error:
                status, body = 0, str(error).encode()
            self.count += 1
            if status != 200 or not body:
                self.failed.append((path, status, body[:200]))

    def __enter__(self):
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, *_):
        self._over.set()
        for thread in self._threads:
            thread.join()


def _night(town, data, queries, webhook):
    """The refresh as the timer runs it; its exit code."""
    for name, content in BAD.items():
        entry = (data / "sources" / f"{name}.toml").read_text("utf-8")
        path = town / next(line for line in entry.splitlines() if line.startswith("path")).split('"')[1]
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    (town / "bins.csv").write_text("code,year,n\nE08000003,2023,10\nE08000006,2023,20\n", "utf-8")
    (data / "sources" / "bins.toml").write_text(ENTRY, "utf-8")
    home = queries / "environment"
    (home / "bins.sql").write_text(QUERY.format(title="Bins", where=""), "utf-8")
    (home / "no_bins.sql").write_text(QUERY.format(title="No bins", where="WHERE area_code = 'x'"), "utf-8")
    given = ["refresh", "--from", str(town), "--no-packs", "--only", "bins", *BAD]
    around = os.environ | {"DATA_DIR": str(data), "QUERIES_DIR": str(queries), "REFRESH_WEBHOOK": webhook}
    ended = subprocess.run([sys.executable, "-m", "dashboard", *given], cwd=ROOT, env=around, check=False)
    return ended.returncode


def test_readers_notice_nothing_of_a_bad_night_and_those_who_watch_are_told(built_in, tmp_path, told):
    data, queries = folders(built_in, tmp_path)
    (data / "public" / "builds" / "first.duckdb").symlink_to(
        (built_in / "public" / "datastore.duckdb").resolve()
    )
    point(data / "public" / "datastore.duckdb", data / "public" / "builds" / "first.duckdb")
    (tmp_path / "town").mkdir()
    webhook, said = told
    with workers(data, queries, tmp_path / "log") as address, Readers(address) as readers:
        before = json.loads(asked(address, OBSERVED)[2])["items"]
        assert _night(tmp_path / "town", data, queries, webhook) == 4
        assert sorted(said[0]["refused"]) == sorted(BAD)
        assert list(said[0]["withheld"]) == ["environment/no_bins"]
        assert asked(address, "/api/v1/indicators/environment/bins")[0] == 200  # the good one is there
        assert asked(address, "/api/v1/indicators/environment/no_bins")[0] == 404
        health = json.loads(asked(address, "/health")[2])
        assert "alarm" not in health
        assert (health["refresh"]["outcome"], health["refresh"]["refused"]) == ("refused in part", 3)
        bad = data / "public" / "builds" / "bad.duckdb"
        bad.write_bytes(b"this is no datastore")
        point(data / "public" / "datastore.duckdb", bad)
        for _ in range(6):
            assert asked(address, "/ready")[0] == 200
            assert "bad.duckdb" in json.loads(asked(address, "/health")[2])["alarm"]
        assert json.loads(asked(address, OBSERVED)[2])["items"] == before
        assert asked(address, "/api/v1/indicators/environment/bins")[0] == 200
    assert readers.failed == []
    assert readers.count > 100
