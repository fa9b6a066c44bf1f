"""What a monitor and a load balancer are told, also when a new datastore is bad."""

import json
import shutil

import pytest

from dashboard.datastore.assembly.assemble import point
from dashboard.ingest.last_refresh import save_refresh
from dashboard.runtime import code_fingerprint
from dashboard.settings import Settings
from dashboard.site import SiteKeeper
from dashboard.web.application import create_app
from dashboard.web.servers import state

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
    said = client.get("/health").json
    assert (said["status"], client.get("/ready").status_code) == ("degraded", 200)
    assert "the datastore cannot be read" in said["alarm"]
    settings.datastore.unlink()
    assert client.get(page).data == before  # also where the file is gone
    point(settings.datastore, builds / "good.duckdb")
    said = client.get("/health").json
    assert (said["status"], "alarm" in said, keeper.alarm) == ("ok", False, "")


def test_health_says_how_the_last_refresh_ended_and_the_public_not_which_source(own):
    settings, _, client = own
    assert client.get("/health").json["refresh"] is None
    save_refresh(
        settings.data, {"outcome": "refused in part", "refused": {"secret_list": "secret_list.csv, line 2"}}
    )
    told = client.get("/health").json["refresh"]
    assert (told["outcome"], told["refused"], told["hours_ago"]) == ("refused in part", 1, 0.0)
    assert "secret_list" not in json.dumps(client.get("/health").json)


def test_health_says_that_a_changed_program_waits_for_a_restart(own, monkeypatch):
    """The edition, and so every ETag, stays that of the code which answers."""
    _, _, client = own
    before = client.get("/health").json
    assert "restart" not in before
    monkeypatch.setattr(code_fingerprint, "_on_disk", lambda _: "what git pull brought")
    assert "restart" not in client.get("/health").json  # looked at once a minute
    monkeypatch.setitem(state._looked, "until", 0.0)
    after = client.get("/health").json
    assert after["restart"].startswith("another version of the program lies on the disk")
    assert (after["status"], after["edition"]) == ("ok", before["edition"])
    monkeypatch.setitem(state._looked, "until", 0.0)


def test_ready_is_answered_while_a_figure_can_be_read(own):
    _, _, client = own
    answer = client.get("/ready")
    assert (answer.status_code, answer.json["ready"], answer.headers["Cache-Control"]) == (
        200,
        True,
        "no-store",
    )
