"""A release under embargo: in no file, no view and no answer but the named people's, until its second."""

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from dashboard.build.datastores import build
from dashboard.datastore.store import connect
from dashboard.ingest import reader
from dashboard.ingest.refresh_request import RefreshRequest
from dashboard.ingest.run import refresh
from dashboard.pages.data import release_words
from dashboard.settings import Settings
from dashboard.settings.environment import InvalidSetting, Provider
from dashboard.settings.prerelease import folder_of
from dashboard.signin.gate import KEY
from dashboard.site import SiteKeeper
from dashboard.web import embargo
from dashboard.web.application import create_app
from tests.callbacks import post_page
from tests.ingest.conftest import *  # noqa: F403 - the workshop
from tests.ingest.conftest import OPTIONS

pytestmark = pytest.mark.full

OLD = "code,year,n\nE08000003,2023,10\nE08000006,2023,20\nE92000001,2023,30\n"
NEW = OLD.replace("30", "30.7171717")
UNTIL = datetime(2031, 5, 1, 9, 30, tzinfo=UTC)
HELD = f"embargo_until = {UNTIL.isoformat()}\n{OPTIONS}"
SECRET = "0123456789abcdefghijklmnopqrstuvwxyz"  # noqa: S105 - of this test alone


@pytest.fixture
def held(workshop):
    """Figures that are published, and a new release of them under embargo."""
    workshop.source("bins.csv", OLD)
    workshop.entry("bins", "bins.csv", "long_csv", OPTIONS)
    assert workshop.run().refused == {}
    workshop.source("bins.csv", NEW)
    workshop.entry("bins", "bins.csv", "long_csv", HELD)
    return workshop


@pytest.fixture
def served_too(held):
    """The same, and the datastores of what is published."""
    held.serving = True
    held.build()
    return held


def bytes_of(folder):
    return b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())


def values(folder, audience):
    store = connect(folder / audience / "datastore.duckdb")
    return [row[0] for row in store.rows("SELECT value FROM bins ORDER BY value")]


def test_before_the_second_the_release_is_in_no_file(served_too):
    outcome = served_too.run(accept=("bins",))
    assert outcome.notes["bins"] == [f"is under embargo until {UNTIL.isoformat()}: not read, the old stays"]
    for audience in ("public", "office"):
        assert values(served_too.out, audience) == [10, 20, 30]
    assert b"30.7171717" not in bytes_of(served_too.out)


def test_from_the_second_on_it_is_published(served_too, monkeypatch):
    class Clock(datetime):
        at = UNTIL - timedelta(seconds=1)

        @classmethod
        def now(cls, tz=None):
            return cls.at

    monkeypatch.setattr(reader, "datetime", Clock)
    served_too.run(accept=("bins",))
    assert values(served_too.out, "public") == [10, 20, 30]
    Clock.at = UNTIL
    served_too.run(accept=("bins",))
    assert values(served_too.out, "public") == [10, 20, 30.7171717]


def test_an_embargo_without_a_time_zone_is_refused(served_too):
    served_too.entry("bins", "bins.csv", "long_csv", f"embargo_until = 2031-05-01T09:30:00\n{OPTIONS}")
    assert "embargo_until needs a time zone" in served_too.run().refused["bins"]
    assert values(served_too.out, "public") == [10, 20, 30]


@pytest.fixture
def prerelease(held, tmp_path):
    """A client of the pre-release view, made as `refresh --prerelease` makes it, and its settings."""
    data = folder_of(held.out)
    own = replace(held, out=data)
    order = RefreshRequest(own.folder, own.out, own.register, prerelease=True)
    refresh(order, lambda: build(own.settings, say=lambda text: None))
    listed = tmp_path / "list.toml"
    listed.write_text('[[people]]\nsubject = "s-1"\nname = "Ada"\n')
    provider = Provider("http://127.0.0.1:1", "x", "x", "http://localhost")
    settings = replace(own.settings, provider=provider, session_secret=SECRET, prerelease=listed)
    return create_app(SiteKeeper(settings)).server.test_client(), settings


def signed_in(client, subject, name):
    with client.session_transaction() as session:
        until = datetime.now(UTC).timestamp() + 60
        session[KEY] = {"subject": subject, "name": name, "role": "publisher", "until": until, "seen": until}


def accesses(settings):
    return [json.loads(line) for line in (settings.data / embargo.ACCESSES).read_text().splitlines()]


def test_a_named_person_sees_it_and_every_access_and_the_list_are_recorded(prerelease):
    client, settings = prerelease
    assert values(settings.data, "office") == [10, 20, 30.7171717]
    signed_in(client, "s-1", "Ada")
    answer = client.get("/download/data/bins.csv")
    assert "30.7171717" in answer.text
    listed, seen = accesses(settings)
    assert listed["list"] == {"s-1": "Ada"}
    assert (seen["name"], seen["allowed"], seen["asked"]) == ("Ada", True, "/download/data/bins.csv?")


def test_who_is_not_named_sees_nothing_whatever_their_role_and_that_is_recorded(prerelease):
    client, settings = prerelease
    signed_in(client, "s-2", "Ada")  # another person of the same name
    paths = ["/", "/download/data/bins.csv", "/api/v1/datasets", "/catalogue.jsonld", "/datapackage.json"]
    for path in [*paths, "/audit.json", "/record/export.json", "/pack/mayor-monthly.html", "/_dash-layout"]:
        assert client.get(path).status_code == 403, path
    assert {entry["allowed"] for entry in accesses(settings)[1:]} == {False}


def test_who_is_struck_off_is_out_at_once_and_a_broken_list_admits_nobody(prerelease):
    client, settings = prerelease
    signed_in(client, "s-1", "Ada")
    assert client.get("/api/v1/datasets").status_code == 200
    settings.prerelease.write_text("[[people")
    assert client.get("/api/v1/datasets").status_code == 403


def test_nothing_is_shown_where_the_access_cannot_be_recorded(prerelease):
    client, settings = prerelease
    signed_in(client, "s-1", "Ada")
    (settings.data / embargo.ACCESSES).unlink(missing_ok=True)
    (settings.data / embargo.ACCESSES).mkdir()
    assert client.get("/download/data/bins.csv").status_code == 503


def test_a_process_without_the_list_refuses_the_folder(held):
    data = folder_of(held.out)
    for audience in ("public", "office"):
        with pytest.raises(InvalidSetting, match="it holds figures under embargo; set PRERELEASE"):
            Settings.from_environment({"DATA_DIR": str(data), "AUDIENCE": audience})


def test_until_the_refresh_at_the_second_the_page_says_that_a_release_is_coming():
    built = UNTIL.date() - timedelta(days=9)
    before = release_words.embargo_sentence(UNTIL, built, UNTIL - timedelta(seconds=1))
    assert before.startswith(
        "A new release is held back until 09:30 (UTC) on 1 May 2031. It appears here when"
    )
    after = release_words.embargo_sentence(UNTIL, built, UNTIL)
    assert after.startswith("A new release came out at 09:30 (UTC) on 1 May 2031.")
    assert (
        release_words.embargo_sentence(UNTIL, UNTIL.date() + timedelta(days=1), UNTIL + timedelta(days=2))
        == ""
    )
    assert release_words.embargo_sentence(None, built, UNTIL) == ""


def test_the_public_page_of_the_dataset_says_so_and_gives_nothing_away(held):
    held.serving = True
    held.run(accept=("bins",))
    held.build()
    (held.out / "sources").symlink_to(held.register)
    settings = replace(held.settings, audience="public")
    app = create_app(SiteKeeper(settings))
    client = app.server.test_client()
    said = post_page(client, "/data/bins").get_data(as_text=True)
    assert "A new release is held back until 09:30 (UTC) on 1 May 2031" in said
    assert "30.7171717" not in said + client.get("/download/data/bins.csv").text
