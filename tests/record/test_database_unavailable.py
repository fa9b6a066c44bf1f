"""A database that is away takes nothing with it: the figures are served, a sentence says what is missing."""

import json
import os
import signal
import sqlite3
import threading
import time
from contextlib import contextmanager, nullcontext
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import psycopg
import pytest
from sqlalchemy import Engine
from sqlalchemy.exc import OperationalError

from dashboard.record import access
from dashboard.record.access import RecordUnavailable
from dashboard.record.store import Record
from dashboard.record.watch import Watch
from dashboard.runtime import postgres as postgres_connection
from dashboard.settings import Settings
from dashboard.settings.environment import InvalidSetting
from dashboard.site import SiteKeeper
from dashboard.web.application import create_app
from dashboard.web.writing.record_answers import UNSAVED
from tests.built import link_into
from tests.callbacks import post_page
from tests.record.factories import REGION, event
from tests.speed import allowed

NOWHERE = "postgresql://record@127.0.0.1:1/none"
RECORD_PAGES = ("/decisions", "/targets", "/pilots", "/task-force")
SENT = {"region": REGION, "values": {"start": "2026-10-12", "purpose": "More digital skills"}}


@pytest.fixture
def office(tmp_path):
    """office(database_url) -> a client of the office over the built-in snapshot, with its own record."""
    link_into(tmp_path)

    def office(database_url=""):
        keeper = SiteKeeper(replace(Settings(data=tmp_path), database_url=database_url))
        return create_app(keeper).server.test_client()

    return office


def shown(client, path: str) -> str:
    """The page as its callback gives it."""
    answer = post_page(client, path)
    assert answer.status_code == 200
    return json.dumps(answer.get_json(), ensure_ascii=False)


@pytest.fixture(params=["unreachable", "corrupt", "refused by the disk"])
def client(request, office, tmp_path):
    """A client of an office whose record is away."""
    if request.param == "corrupt":
        (tmp_path / "record.sqlite").write_bytes(b"This is not a database. " * 300)
    if request.param == "refused by the disk":
        (tmp_path / "record.sqlite").symlink_to(tmp_path / "away" / "record.sqlite")
    return office(NOWHERE if request.param == "unreachable" else "")


def test_the_overview_and_every_page_of_the_record_are_served_without_it(client):
    overview = shown(client, "/")
    assert access.SAID in overview
    assert "Employment rate" in overview
    for path in RECORD_PAGES:
        assert client.get(path).status_code == 200
        assert access.SAID in shown(client, path)
    assert access.SAID in shown(client, "/indicator/employment/employment_rate")


def test_a_write_is_refused_with_one_sentence_and_503(client):
    answer = client.post("/record/programme", json=SENT)
    assert (answer.status_code, answer.get_json()) == (503, {"message": UNSAVED})
    assert client.get("/record/export.json").status_code == 503
    gone = client.get("/decision/0123456789ab")
    assert (gone.status_code, access.SAID in gone.text) == (503, True)


def test_when_it_is_back_all_is_as_before_and_no_answer_without_it_was_kept(office, monkeypatch):
    clock = [0.0]
    monkeypatch.setattr(access, "time", SimpleNamespace(monotonic=lambda: clock[0]))
    client = office()
    assert client.post("/record/programme", json=SENT).status_code == 201
    pages = ("/task-force", "/", "/indicator/employment/employment_rate")
    whole = [shown(client, path) for path in pages[:2]]  # the third is asked for first while it is away
    with monkeypatch.context() as outage:
        outage.setattr(Engine, "connect", gone)
        assert access.SAID in shown(client, pages[0])
        assert shown(client, pages[1]) == whole[1]  # kept, and what it was made of has not changed
        assert access.SAID in shown(client, pages[2])
    clock[0] = access.PAUSE_SECONDS
    assert [shown(client, path) for path in pages[:2]] == whole
    assert access.SAID not in shown(client, pages[2])


def gone(engine):
    raise OperationalError("SELECT", {}, Exception("the server closed the connection"))


def test_a_database_that_is_away_is_not_asked_again_for_each_figure(tmp_path, monkeypatch):
    asked = []
    record = Record.of_settings(Settings(data=tmp_path, database_url=NOWHERE))
    monkeypatch.setattr(access, "prepare", lambda engine: asked.append(1) or real(engine))
    for _ in range(5):
        with pytest.raises(access.RecordUnavailable):
            record.current("event")
    assert len(asked) == 1


real = access.prepare


def test_a_record_that_was_away_at_the_start_is_opened_when_it_comes(tmp_path, monkeypatch):
    monkeypatch.setattr(access, "PAUSE_SECONDS", 0.0)
    path = tmp_path / "record.sqlite"
    path.write_bytes(b"not yet")
    record = Record.of_settings(Settings(data=tmp_path))
    with pytest.raises(access.RecordUnavailable):
        record.current("event")
    path.unlink()
    record.add("event", REGION, event("Back"), "Ann")
    assert [entry.item.text for entry in record.current("event")] == ["Back"]


def test_what_is_written_after_the_file_was_taken_away_or_replaced_is_never_lost(tmp_path, monkeypatch):
    monkeypatch.setattr(access, "PAUSE_SECONDS", 0)
    settings = Settings(data=tmp_path / "office")
    record = Record.open(settings)
    record.add("event", REGION, event("Opened"), "Ann")
    watch = Watch(record.engine)
    before = watch.version()
    other = Record.open(Settings(data=tmp_path / "restored"))
    other.add("event", REGION, event("Of the backup"), "Ann")
    other.engine.dispose()
    for name in ("", "-wal", "-shm"):
        Path(f"{settings.record}{name}").unlink()
    for ask in (lambda: record.add("event", REGION, event("Closed"), "Ann"), record.everything):
        with pytest.raises(RecordUnavailable):
            ask()
    assert not settings.record.exists()
    (tmp_path / "restored" / "record.sqlite").rename(settings.record)
    record.add("event", REGION, event("Closed"), "Ann")
    assert watch.version() not in (before, None)
    kept = sqlite3.connect(settings.record).execute("SELECT count(*) FROM versions").fetchone()
    assert [entry.item.text for entry in record.current("event")] == ["Of the backup", "Closed"]
    assert kept == (2,)


def test_nobody_waits_for_ever_for_a_table_that_somebody_has_locked(postgres, tmp_path, monkeypatch):
    monkeypatch.setattr(postgres_connection, "PATIENCE", 0.5)  # seconds
    address = postgres.new_database()
    record = Record.open(Settings(data=tmp_path, database_url=address))
    record.add("event", REGION, event("Opened"), "Ann")
    done = threading.Event()

    def ask():
        for read in (lambda: record.add("event", REGION, event("Closed"), "Ann"), record.everything):
            with pytest.raises(RecordUnavailable):
                read()
        done.set()

    with psycopg.connect(address) as somebody:
        somebody.execute("LOCK TABLE versions IN ACCESS EXCLUSIVE MODE")
        threading.Thread(target=ask, daemon=True).start()
        assert done.wait(allowed(10))
    record.engine.dispose()


def test_nobody_waits_for_ever_for_a_server_that_is_frozen(postgres, tmp_path, monkeypatch):
    monkeypatch.setattr(postgres_connection, "PATIENCE", 0.5)  # seconds
    record = Record.open(Settings(data=tmp_path, database_url=postgres.new_database()))
    added = record.add("event", REGION, event("Opened"), "Ann")
    with frozen(record):
        begun = time.monotonic()
        assert [entry.id for entry in record.everything()] == [added.id]  # by another connection
        assert time.monotonic() - begun < allowed(3)
    with record.engine.connect() as connection, frozen(record, connection):
        with pytest.raises(OperationalError, match=r"has not answered for 0\.75 seconds"):
            connection.exec_driver_sql("SELECT 1")
        assert connection.closed or connection.invalidated
    record.engine.dispose()


@contextmanager
def frozen(record, connection=None):
    """The server's process behind `connection`, or behind the one that the pool gives next, does nothing."""
    with nullcontext(connection) if connection else record.engine.connect() as asked:
        process = asked.exec_driver_sql("SELECT pg_backend_pid()").scalar_one()
    os.kill(process, signal.SIGSTOP)
    try:
        yield
    finally:
        os.kill(process, signal.SIGCONT)


def test_an_address_that_is_none_still_stops_the_start(office):
    with pytest.raises(InvalidSetting, match="DATABASE_URL"):
        office("mysql://a@b/c")
