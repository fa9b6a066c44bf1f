"""The public process holds neither the record nor its pages; what is published reaches it as a file."""

import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from dashboard.address import address as addresses
from dashboard.address.query_params import BadAddress
from dashboard.pages import pages_for
from tests.built import link_into
from tests.record.reading import text_of

pytestmark = pytest.mark.core

ROOT = Path(__file__).resolve().parents[2]
LOADED = """
import sys
from app import server
client = server.test_client()
for path in ("/decision/new", "/targets", "/pilot/new", "/task-force", "/champion", "/first-day"):
    assert client.get(path).status_code == 404, path
for path in ("/decisions", "/promises", "/pilots", "/questions"):
    assert client.get(path).status_code == 200, path
assert client.get("/record/export.json").status_code in (404, 405)
assert client.post("/record/decision", json={}).status_code in (404, 405)
bad = [name for name in sys.modules if name.startswith(("dashboard.record.", "sqlalchemy", "psycopg"))]
assert "dashboard.record" not in sys.modules and not bad, bad
print("clean")
"""


@pytest.mark.full
def test_the_public_process_never_loads_the_record(served, tmp_path):
    link_into(tmp_path)
    environment = os.environ | {"AUDIENCE": "public", "DATA_DIR": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-c", LOADED], cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    assert done.stdout.strip().endswith("clean"), done.stderr[-1500:]
    assert not list(tmp_path.glob("record.sqlite*"))


def test_the_public_view_shows_what_was_published_with_its_evidence(tmp_path, public_site):
    view = {
        "address": "/compare?region=E47000001&as_of=2026-11-23",
        "title": "Compare",
        "day": "2026-11-23",
        "snapshot": "s",
        "words": "",
    }
    decision = {
        **{"id": "d1", "region": "E47000001", "version": 1, "title": "Cap fares", "decided": "At £2"},
        **{"why": "Cost", "options": "", "owner": "Transport", "day": "2026-05-01", "review": "2027-05-01"},
        **{"indicator": "", "area_code": "", "expected": "", "baseline": None, "evidence": [view]},
    }
    elsewhere = decision | {"id": "d2", "region": "E47000007", "title": "Elsewhere"}
    (tmp_path / "public").mkdir()
    (tmp_path / "public" / "decisions.json").write_text(json.dumps({"decisions": [decision, elsewhere]}))
    site = replace(public_site, settings=replace(public_site.settings, data=tmp_path))
    address = addresses.read(site, pages_for("public"), "/decisions", "")
    text = text_of(address.page.layout(site, address))
    assert "Cap fares" in text
    assert view["address"] in text
    assert "Elsewhere" not in text
    assert "Decisions by year" not in str(address.page.layout(site, address))


def test_of_many_decisions_the_last_fifty_are_shown_and_the_others_by_their_year(tmp_path, public_site):
    plain = {
        "version": 1,
        "decided": "At £2",
        "why": "Cost",
        "options": "",
        "owner": "Transport",
        "evidence": [],
    }
    plain |= {"indicator": "", "area_code": "", "expected": "", "baseline": None, "region": "E47000001"}
    days = [f"{2020 + number // 20}-{number % 12 + 1:02}-01" for number in range(60)]
    listed = [plain | {"id": f"d{at}", "title": f"Number {at}.", "day": day} for at, day in enumerate(days)]
    (tmp_path / "public").mkdir()
    (tmp_path / "public" / "decisions.json").write_text(json.dumps({"decisions": listed}))
    site = replace(public_site, settings=replace(public_site.settings, data=tmp_path))

    def told(query: str) -> str:
        address = addresses.read(site, pages_for("public"), "/decisions", query)
        return text_of(address.page.layout(site, address))

    assert told("").count("Number ") == 50
    assert all(way in told("") for way in ("The last 50", "2022 (20)", "2021 (20)", "2020 (20)"))
    assert [f"Number {at}." in told("?year=2020") for at in (0, 19, 20)] == [True, True, False]
    assert "No decision of 2019 has been published yet." in told("?year=2019")
    with pytest.raises(BadAddress, match="“19” is no year of a decision"):
        told("?year=19")
