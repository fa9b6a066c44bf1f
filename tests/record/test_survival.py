"""kill -9 in the middle of 1,000 writes: whatever was answered is there, whole, and writing goes on.

The same of drafts and of the public's questions, which have files or tables of their own.
"""

import os
import signal
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import text

from dashboard.inbox.reader import prepare, questions
from dashboard.inbox.writer import add
from dashboard.record.drafts import Drafts
from dashboard.record.store import Record
from dashboard.settings import Settings
from tests.record.factories import REGION, event
from tests.record.postgres import Postgres, why_not

ROOT = Path(__file__).resolve().parents[2]
WRITES = 1000
KILLED_AT = (137, 402, 733)


def writer(settings: Settings, writes: int, what: str = "record", first: int = 0) -> subprocess.Popen:
    environment = {"DATA_DIR": str(settings.data), "DATABASE_URL": settings.database_url}
    environment["INBOX_URL"] = settings.inbox_url
    return subprocess.Popen(
        [sys.executable, "-m", "tests.record.writer", what, str(first), str(writes)],
        cwd=ROOT, env=os.environ | environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
    )  # fmt: skip


def answered(process: subprocess.Popen, until: int) -> list[int]:
    """The writes that were answered, up to `until` of them or the end."""
    said = []
    for line in process.stdout:
        said.append(int(line))
        if len(said) == until:
            break
    return said


def held(record: Record) -> list[str]:
    return [entry.item.text for entry in record.current("event")]


@pytest.mark.full
def test_a_writer_killed_again_and_again_loses_nothing_it_was_answered(settings):
    total = []
    for number in KILLED_AT:
        process = writer(settings, WRITES)
        said = answered(process, number - len(total))
        os.kill(process.pid, signal.SIGKILL)
        said += [int(line) for line in process.stdout if line.endswith("\n")]
        process.wait()
        total += said
    process = writer(settings, WRITES - len(total))
    total += answered(process, WRITES)
    process.wait()
    assert len(total) >= WRITES
    record = Record.open(settings)
    found = held(record)
    # A write may be on the disk before its answer was read: one for each kill at most, never fewer.
    assert len(total) <= len(found) <= len(total) + len(KILLED_AT)
    assert all(found.count(f"write {n}") >= total.count(n) for n in set(total))
    check(record)
    record.engine.dispose()


def drafts_held(settings: Settings, numbers: Iterable[int]) -> set[int]:
    """Of the drafts `numbers` those that hold what was written last."""
    drafts = Drafts.of_settings(settings)
    found = {number: drafts.of(f"writer {number}", "decision") for number in numbers}
    drafts.keep("somebody", "decision", {"title": "after"}, None, "")
    assert drafts.of("somebody", "decision").values == {"title": "after"}
    drafts._engine.dispose()
    return {
        number for number, draft in found.items() if draft and draft.values == {"title": f"write {number}"}
    }


def questions_held(settings: Settings, numbers: Iterable[int]) -> set[int]:
    """The questions that are there, whole; and one more can be asked."""
    found = questions(settings, REGION)
    assert all(item.words == f"write {int(item.id)}" for item in found)
    add(settings, replace(found[0], id="after"))
    return {int(item.id) for item in found}


HELD = {"drafts": drafts_held, "inbox": questions_held}
MORE_WRITES = 300


@pytest.fixture
def both(settings):
    """The settings of the record, with an inbox in the same database."""
    if not settings.database_url:
        return settings
    found = replace(settings, inbox_url=settings.database_url.replace("+psycopg", ""))
    prepare(found)
    return found


@pytest.mark.full
@pytest.mark.parametrize("what", HELD)
def test_drafts_and_questions_are_there_after_kills(both, what):
    said: list[int] = []
    for number in (40, 110):
        # The number after the last may have been written although nobody was told: it is not used again.
        process = writer(both, MORE_WRITES, what, said[-1] + 2 if said else 0)
        said += answered(process, number - len(said))
        os.kill(process.pid, signal.SIGKILL)
        said += [int(line) for line in process.stdout if line.endswith("\n")]
        process.wait()
    assert 110 <= len(said) < MORE_WRITES
    assert {*said} <= HELD[what](both, said)


@pytest.mark.full
@pytest.mark.parametrize("what", HELD)
def test_drafts_and_questions_are_there_after_a_server_was_killed(tmp_path, what):
    if reason := why_not():
        pytest.skip(reason)
    server = Postgres()
    server.start()
    try:
        address = server.new_database()
        own = Settings(data=tmp_path, database_url=address, inbox_url=address.replace("+psycopg", ""))
        prepare(own)
        process = writer(own, WRITES, what)
        said = answered(process, 100)
        server.kill()
        said += [int(line) for line in process.stdout if line.endswith("\n")]
        process.wait()
        assert 100 <= len(said) < WRITES
        server.start()
        assert {*said} <= HELD[what](own, said)
    finally:
        server.remove()


def check(record: Record) -> None:
    """The file is whole, and takes another write."""
    if record.engine.dialect.name == "sqlite":
        with record.engine.connect() as connection:
            assert connection.execute(text("PRAGMA integrity_check")).scalar() == "ok"
            assert connection.execute(text("PRAGMA synchronous")).scalar() == 2
            assert connection.execute(text("PRAGMA journal_mode")).scalar() == "wal"
    assert record.get(record.add("event", REGION, event("after"), "Ann").id).item.text == "after"


@pytest.mark.full
def test_a_postgresql_server_killed_in_the_middle_loses_nothing_it_answered(tmp_path):
    if reason := why_not():
        pytest.skip(reason)
    server = Postgres()
    server.start()
    try:
        settings = Settings(data=tmp_path, database_url=server.new_database())
        process = writer(settings, WRITES)
        said = answered(process, 500)
        server.kill()
        said += [int(line) for line in process.stdout if line.endswith("\n")]
        process.wait()
        assert 500 <= len(said) < WRITES
        server.start()
        record = Record.open(settings)
        found = held(record)
        assert [f"write {number}" for number in said] == found[: len(said)]
        assert len(found) <= len(said) + 1
        check(record)
        record.engine.dispose()
    finally:
        server.remove()
