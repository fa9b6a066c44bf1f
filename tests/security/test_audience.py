"""What is the office's is nowhere in the public view: not in its file, its process, its answers."""

import json
import logging
import subprocess
import sys
from dataclasses import replace

import pandas as pd
import pytest

from dashboard.packs.brief import ready_briefs
from dashboard.packs.formats import PACK_FORMATS
from dashboard.settings import ROOT, Settings
from dashboard.site import SiteKeeper
from dashboard.web.application import create_app
from tests.security.hostile import CALLBACK
from tests.security.planted import NAMES, OFFICE_ADDRESSES, VALUES, answers, laid_open, of_the_office

pytestmark = pytest.mark.core


class Heard(logging.Handler):
    """Every word that this process logs."""

    def __init__(self):
        super().__init__(logging.DEBUG)
        self.said: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.said.append(f"{record.getMessage()} {record.__dict__}")


@pytest.fixture
def log():
    heard, root = Heard(), logging.getLogger()
    before = root.level
    root.addHandler(heard)
    root.setLevel(logging.DEBUG)
    yield heard
    root.removeHandler(heard)
    root.setLevel(before)


@pytest.mark.parametrize(
    "every", [pytest.param(12, marks=pytest.mark.full), pytest.param(1, marks=pytest.mark.soak)]
)
def test_no_answer_and_no_line_of_the_log_of_the_public_view_holds_anything_of_the_office(
    planted, public_site, log, every
):
    for path, body in answers(planted, list(public_site.indicators)[::every]):
        assert of_the_office(body) == [], path
    for path in OFFICE_ADDRESSES:  # what is not there is not explained either
        inside = [name for name in NAMES if name in planted.get(path).text.lower() and name not in path]
        assert inside == [], path
    planted.post(CALLBACK, data=b"{")
    logged = [line for line in log.said if "secretplan" not in line.split("path", 1)[-1][:300]]
    assert not VALUES.findall("\n".join(log.said).encode())
    assert of_the_office("\n".join(logged).encode()) == []


@pytest.fixture(scope="module")
def planted_office(site, queries):
    """The office's view over the same queries: it shows the planted indicator, and makes public packs too."""
    keeper = SiteKeeper(replace(site.settings, queries=queries))
    client = create_app(keeper).server.test_client()
    client.environ_base["REMOTE_ADDR"] = "127.0.0.1"
    return client


def test_what_the_search_looks_for_is_found_where_it_may_be(planted_office):
    sheet = planted_office.get("/download/skills/secretplan.xlsx").get_data()
    assert {"secretplan", "secretunits"} <= set(of_the_office(sheet))
    assert VALUES.search(laid_open(sheet))
    assert VALUES.search(planted_office.get("/download/skills/secretplan.csv").get_data())


@pytest.mark.full
@pytest.mark.parametrize("ending", list(PACK_FORMATS))
def test_a_pack_for_the_public_that_the_office_makes_holds_nothing_of_the_office(planted_office, ending):
    briefs = [name for name, brief in ready_briefs(Settings().briefs).items() if brief.audience == "public"]
    assert briefs
    for name in briefs:
        for place in ("E47000001", "E47000006"):
            pack = planted_office.get(f"/pack/{name}.{ending}?place={place}")
            assert pack.status_code == 200
            assert of_the_office(pack.get_data()) == [], (name, place)


@pytest.mark.parametrize("path", OFFICE_ADDRESSES)
def test_the_offices_addresses_are_not_there(planted, path):
    assert planted.get(path).status_code == 404
    assert planted.post(path, json={}).status_code in (404, 405)


def test_the_public_file_holds_no_figure_that_only_the_office_may_see(public_site):
    store = public_site.store
    detail = pd.read_parquet(ROOT / "data" / "office" / "skills_imperative_detail.parquet")
    public = pd.read_parquet(ROOT / "data" / "public" / "skills_imperative.parquet")
    keys = [name for name in detail.columns if name not in ("value", "status")]
    both = detail.merge(public, on=keys, how="left", suffixes=("", "_public"))
    only = both[both["value"].notna() & both["value_public"].isna()][["area_code", "value"]]
    assert len(only) > 1000
    raw = store.path.read_bytes().lower()
    assert not [name for name in NAMES if name.encode() in raw]
    assert "skills_imperative_detail" not in store.tables()
    assert store.rows("SELECT count(*) FROM datasets WHERE audience <> 'public'") == [(0,)]
    precise = only[(only["value"] * 1000).round() % 10 != 0]  # three decimals: no other figure has them
    assert len(precise) > 500
    for table in store.tables() - {"skills_imperative"}:
        if {"area_code", "value"} <= set(store.columns(f'FROM "{table}"')):
            held = store.arrow(f'SELECT area_code, CAST(value AS DOUBLE) AS value FROM "{table}"').to_pandas()  # noqa: S608
            assert precise.merge(held, on=["area_code", "value"]).empty, table


def test_the_public_process_never_loads_the_record_or_an_office_page(served):
    program = (
        "import sys, json, app; print(json.dumps([name for name in sys.modules "
        "if name.startswith(('dashboard.record.', 'dashboard.pages.', 'sqlalchemy'))]))"
    )
    environment = {"AUDIENCE": "public", "DATA_DIR": str(served.data), "PATH": "/usr/bin:/bin"}
    run = subprocess.run(
        [sys.executable, "-c", program],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
    )
    loaded = json.loads(run.stdout.splitlines()[-1])
    assert "dashboard.pages.record.published_page" in loaded
    office = (
        "dashboard.record.",
        "dashboard.pages.record.decision",
        "dashboard.pages.record.targets",
        "dashboard.pages.record.task_force",
        "dashboard.pages.packs",
        "sqlalchemy",
    )
    assert not [name for name in loaded if name.startswith(office)]
