"""What is the office's is nowhere in the public view: not in its file, its process, its answers."""

import json
import shutil
import subprocess
import sys
from dataclasses import replace

import pandas as pd
import pytest

from dashboard.factory import create_app
from dashboard.settings import ROOT
from dashboard.site import SiteKeeper
from tests.security.hostile import CALLBACK

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
SELECT area_code, period, value FROM employment_rate
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
OFFICE_ADDRESSES = [
    "/targets",
    "/pilots",
    "/task-force",
    "/packs",
    "/whats-new",
    "/record/decision",
    "/record/export.json",
    "/pack/mayor-monthly.html",
    "/sign-in",
    "/sign-out",
    "/decisions/new",
    "/download/skills/secretplan.csv",
    "/indicator/skills/secretplan",
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
    known += ["/privacy", "/accessibility", "/place/E08000003", "/data/skills_imperative"]
    known += [f"/theme/{theme}" for theme in dict.fromkeys(key.split("/")[0] for key in indicators)]
    known += [f"/indicator/{key}" for key in list(indicators)[::9]]
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
    files += [f"/download/{key}.csv" for key in list(indicators)[::9]]
    for path in files:
        answer = client.get(path)
        assert answer.status_code == 200, path
        yield path, answer.get_data()


@pytest.mark.full
def test_no_answer_of_the_public_view_names_anything_of_the_office(planted, public_site):
    for path, body in answers(planted, public_site.indicators):
        text = body.decode("utf-8", "replace").lower()
        assert not [name for name in NAMES if name in text], path
        assert '"href":"/record' not in text, path
        assert not [where for where in OFFICE_ADDRESSES[:5] if f'"href":"{where}' in text], path


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
            held = store.frame(f'SELECT area_code, CAST(value AS DOUBLE) AS value FROM "{table}"')  # noqa: S608
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
    assert "dashboard.pages.published" in loaded
    office = (
        "dashboard.record.",
        "dashboard.pages.decision",
        "dashboard.pages.target",
        "dashboard.pages.pilot",
    )
    office += ("dashboard.pages.task_force", "dashboard.pages.packs", "sqlalchemy")
    assert not [name for name in loaded if name.startswith(office)]
