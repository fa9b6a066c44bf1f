"""What is the office's is nowhere in the public view: not in its file, its process, its answers."""

import io
import json
import logging
import re
import shutil
import subprocess
import sys
import zipfile
import zlib
from dataclasses import replace

import pandas as pd
import pytest

from dashboard.exports.offers import indicator_formats
from dashboard.packs.brief import ready_briefs
from dashboard.packs.formats import PACK_FORMATS
from dashboard.settings import ROOT, Settings
from dashboard.site import SiteKeeper
from dashboard.web.application import create_app
from tests.security.hostile import CALLBACK

pytestmark = pytest.mark.core

PLANTED = """/*
title = "Secretplan"
question = "What is planned in secret?"
unit = "secretunits"
period = "calendar year"
better = "higher"
audience = "office"
decimals = 0
owner = "Secretteam"
reviewed = 2026-10-01
method = "Secretmethod."
caveat = "Secretcaveat."
*/
SELECT area_code, period, value + 918273645 AS value FROM employment_rate
"""
NAMES = [
    "secretplan",
    "secretunits",
    "secretteam",
    "secretmethod",
    "secretcaveat",
    "skills_imperative_detail",
    "skills imperative 2035, in detail",
    "the office (nobody is signed in)",
]
VALUES = re.compile(rb"918[,\s]?273[,\s]?[67]")  # of the planted indicator, however it is written
OFFICE_ADDRESSES = [
    "/targets",
    "/task-force",
    "/packs",
    "/packs/schedule",
    "/alerts",
    "/new-file",
    "/check",
    "/record/decision",
    "/record/export.json",
    "/pack/mayor-monthly.html",
    "/sign-in",
    "/sign-out",
    "/decisions/new",
    "/download/skills/secretplan.csv",
    "/indicator/skills/secretplan",
    "/feeds/indicator/skills/secretplan.atom",
    "/embed/skills/secretplan",
    "/api/v1/indicators/skills/secretplan",
    "/data/skills_imperative_detail",
    "/download/data/skills_imperative_detail.csv",
    "/api/v1/datasets/skills_imperative_detail",
]


@pytest.fixture(scope="module")
def queries(tmp_path_factory):
    """The product's queries and one of the office's beside them."""
    folder = tmp_path_factory.mktemp("planted") / "queries"
    shutil.copytree(ROOT / "queries", folder)
    (folder / "skills" / "secretplan.sql").write_text(PLANTED)
    return folder


@pytest.fixture(scope="module")
def planted(served, queries):
    """The public view over them."""
    return create_app(SiteKeeper(replace(served, queries=queries))).server.test_client()


def page(client, path, search=""):
    """What the browser is given for a page: the document, and the tree that its callback gives."""
    inputs = [
        {"id": "location", "property": "pathname", "value": path},
        {"id": "location", "property": "search", "value": search},
    ]
    outputs = {"id": "page", "property": "children"}
    body = {"output": "page.children", "outputs": outputs, "inputs": inputs, "changedPropIds": []}
    tree = client.post(CALLBACK, json=body)
    assert tree.status_code == 200, path
    return client.get(path + search).get_data() + tree.get_data()


def answers(client, indicators):
    """Every kind of public answer, by address."""
    known = ["/", "/compare", "/neighbourhoods", "/priority", "/data", "/audit", "/decisions", "/about"]
    known += ["/whats-new", "/privacy", "/accessibility", "/place/E08000003", "/data/skills_imperative"]
    known += [f"/theme/{theme}" for theme in dict.fromkeys(key.split("/")[0] for key in indicators)]
    known += [f"/indicator/{key}" for key in indicators]
    yield from ((path, page(client, path)) for path in known)
    files = [
        "/catalogue.jsonld",
        "/datapackage.json",
        "/audit.json",
        "/health",
        "/robots.txt",
        "/_dash-layout",
    ]
    files += ["/_dash-dependencies", "/api/v1/indicators?limit=1000", "/api/v1/datasets?limit=1000"]
    files += ["/api/v1/openapi.json", "/maps/E47000001/district.json"]
    files += ["/catalogue.ttl", "/feeds/region.atom", "/feeds/decisions.atom", "/calendar/releases.ics"]
    files += ["/feeds/theme/skills.atom", "/feeds/place/E08000003.atom", "/calendar/reviews.ics"]
    files += ["/api/v1/changes?since=2001-01-01&limit=1000"]
    for key in indicators:
        files += [f"/download/{key}.{item.ending}" for item in indicator_formats()]
        files += [
            f"/feeds/indicator/{key}.atom",
            f"/embed/{key}",
            f"/api/v1/indicators/{key}/observations?limit=1000",
        ]
    for path in files:
        answer = client.get(path)
        # A neighbourhood's index is no series: it has no chart to embed.
        assert answer.status_code == 200 or (path.startswith("/embed/") and answer.status_code == 404), path
        yield path, answer.get_data()


def laid_open(body: bytes) -> bytes:
    """A file's bytes and all that is packed inside: the parts of a spreadsheet, the streams of a PDF."""
    inside = [body]
    if body[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(body)) as parts:
            inside += [parts.read(name) for name in parts.namelist()]
    if body[:4] == b"%PDF":
        for stream in re.findall(rb"stream\r?\n(.*?)endstream", body, re.DOTALL):
            try:
                inside.append(zlib.decompress(stream))
            except zlib.error:
                continue
    return b"\n".join(inside)


def of_the_office(body: bytes) -> list[str]:
    """What of the office's is in `body`: names, values, links."""
    bare = laid_open(body)
    text = bare.decode("utf-8", "replace").lower()
    found = [name for name in NAMES if name in text] + VALUES.findall(bare)
    links = ["/record", *OFFICE_ADDRESSES[:5]]
    return [*map(str, found), *(link for link in links if f'"href":"{link}' in text)]


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
