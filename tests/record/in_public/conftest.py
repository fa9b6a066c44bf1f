"""A record of one engine in a data folder, for tests of what stands in public."""

from types import SimpleNamespace

import pytest

from dashboard.record import approved
from dashboard.record.store import Record
from dashboard.settings import Settings


@pytest.fixture
def data(tmp_path):
    """A data folder with nothing in it yet."""
    (tmp_path / "public").mkdir()
    return tmp_path


@pytest.fixture
def record(data):
    record = Record.open(Settings(data=data))
    yield record
    record.engine.dispose()


@pytest.fixture
def own_record(record, monkeypatch):
    monkeypatch.setattr(approved, "office_record", lambda site: SimpleNamespace(shown_record=site.record))
    return record
