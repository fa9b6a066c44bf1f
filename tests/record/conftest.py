"""A record on each engine: SQLite in a temporary file, and a real PostgreSQL started for the tests."""

import pytest

from dashboard.record.store import Record
from dashboard.settings import Settings
from tests.record.postgres import Postgres, why_not


@pytest.fixture(scope="session")
def postgres(tmp_path_factory):
    """A running PostgreSQL of our own, or a skip that says why there is none."""
    if reason := why_not():
        pytest.skip(reason)
    server = Postgres()
    server.start()
    yield server
    server.remove()


@pytest.fixture(params=["sqlite", "postgresql"])
def settings(request, tmp_path):
    """Settings whose record is empty, on each engine."""
    if request.param == "sqlite":
        return Settings(data=tmp_path)
    return Settings(data=tmp_path, database_url=request.getfixturevalue("postgres").new_database())


@pytest.fixture
def record(settings):
    """An empty record on each engine."""
    record = Record.open(settings)
    yield record
    record.engine.dispose()
