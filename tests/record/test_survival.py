"""kill -9 in the middle of 1,000 writes: whatever was answered is there, whole, and writing goes on."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import text

from dashboard.record.store import Record
from dashboard.settings import Settings
from tests.record.postgres import Postgres, why_not
from tests.record.things import REGION, event

ROOT = Path(__file__).resolve().parents[2]
WRITES = 1000
KILLED_AT = (137, 402, 733)


def writer(settings: Settings, writes: int) -> subprocess.Popen:
    environment = {"DATA_DIR": str(settings.data), "DATABASE_URL": settings.database_url}
    return subprocess.Popen(
        [sys.executable, "-m", "tests.record.writer", str(writes)],
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
