"""Versions are read and written in one transaction: whoever may not write writes nothing."""

from datetime import date

import pytest

from dashboard.record.store import Record
from dashboard.settings import Settings
from tests.record.things import REGION, decision


@pytest.fixture
def record(tmp_path):
    record = Record.open(Settings(data=tmp_path))
    yield record
    record.engine.dispose()


def test_a_right_is_asked_of_the_newest_version_and_without_it_nothing_is_written(record):
    entry = record.add("decision", REGION, decision("Cap"), "Ada")
    newer = record.change(entry.id, 1, decision("Cap again"), "Ada")
    asked = []

    def refuse(newest):
        asked.append(newest)
        raise PermissionError("not yours")

    for write in (
        lambda: record.change(entry.id, 2, decision("Mine"), "Ben", allow=refuse),
        lambda: record.withdraw(entry.id, 2, "Ben", refuse),
    ):
        with pytest.raises(PermissionError):
            write()
    assert asked == [newer, newer]
    assert record.history(entry.id) == [entry, newer]


def test_everything_and_its_size_and_days_are_of_every_version(record):
    assert (record.everything(), record.size(), record.days()) == ([], 0, ())
    entry = record.add("decision", REGION, decision(), "Ada")
    newer = record.change(entry.id, 1, decision("Another"), "Ada")
    assert record.everything() == [entry, newer]
    assert record.size() == 2
    assert record.days() == tuple(sorted({entry.at.date(), newer.at.date()}))


def test_on_a_past_day_the_record_is_as_it_stood_at_its_end(record):
    entry = record.add("decision", REGION, decision(), "Ada")
    assert record.current("decision", day=entry.at.date()) == [entry]
    assert record.current("decision", day=date.max) == [entry]
    assert record.current("decision", day=date(2026, 1, 1)) == []
