"""What a monitor and a load balancer are told, also when a new datastore is bad."""

import json
import shutil

import pytest

from dashboard.datastore.assembly.assemble import point
from dashboard.ingest.last_refresh import keep
from dashboard.settings import Settings
from dashboard.site import SiteKeeper
from dashboard.web.application import create_app

pytestmark = pytest.mark.core


@pytest.fixture
def own(built_in, tmp_path):
    """(its settings, its keeper, a client) of a public view over a datastore file of its own."""
    data = tmp_path / "data"
    builds = data / "public" / "builds"
    builds.mkdir(parents=True)
    for name in ("sources", "assets", "needs.toml", "briefs", "regions"):
        (data / name).symlink_to(built_in / name)
    shutil.copy((built_in / "public" / "datastore.duckdb").resolve(), builds / "good.duckdb")
    point(data / "public" / "datastore.duckdb", builds / "good.duckdb")
    settings = Settings(data=data, audience="public")
    keeper = SiteKeeper(settings)
    return settings, keeper, create_app(keeper).server.test_client()


def test_a_bad_replacement_leaves_the_good_figures_served_with_an_alarm(own):
    settings, keeper, client = own
    page = "/api/v1/indicators/employment/employment_rate/observations?area=E08000003"
    before = client.get(page).data
    builds = settings.datastore.with_name("builds")
    (builds / "torn.duckdb").write_bytes(b"torn" * 5000)
    point(settings.datastore, builds / "torn.duckdb")
    assert client.get(page).data == before
    state = client.get("/health").json
    assert (state["status"], client.get("/ready").status_code) == ("degraded", 200)
    assert "the datastore cannot be read" in state["alarm"]
    settings.datastore.unlink()
    assert client.get(page).data == before  # also where the file is gone
    point(settings.datastore, builds / "good.duckdb")
    state = client.get("/health").json
    assert (state["status"], "alarm" in state, keeper.alarm) == ("ok", False, "")


def test_health_says_how_the_last_refresh_ended_and_the_public_not_which_source(own):
    settings, _, client = own
    assert client.get("/health").json["refresh"] is None
    keep(settings.data, {"outcome": "refused in part", "refused": {"secret_list": "secret_list.csv, line 2"}})
    state = client.get("/health").json["refresh"]
    assert (state["outcome"], state["refused"], state["hours_ago"]) == ("refused in part", 1, 0.0)
    assert "secret_list" not in json.dumps(client.get("/health").json)


def test_ready_is_answered_while_a_figure_can_be_read(own):
    _, _, client = own
    answer = client.get("/ready")
    assert (answer.status_code, answer.json["ready"], answer.headers["Cache-Control"]) == (
        200,
        True,
        "no-store",
    )
