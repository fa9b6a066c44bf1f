"""Versions are read and written in one transaction: whoever may not write writes nothing."""

import json
from datetime import UTC, date, datetime

import pytest
from sqlalchemy import create_engine, event
from sqlalchemy.exc import IntegrityError

from dashboard.record.store import EditConflict, Record
from dashboard.record.transfer import exported
from dashboard.record.typed import body_of
from dashboard.record.versions import EntryNotFound
from dashboard.settings import Settings
from tests.record.factories import REGION, decision


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


def test_a_record_that_is_opened_when_first_asked_is_the_one_its_settings_name(record, tmp_path):
    entry = record.add("decision", REGION, decision(), "Ada")
    later = Record.of_settings(Settings(data=tmp_path))
    assert later.everything() == [entry]
    later.engine.dispose()


def test_whoever_is_second_at_the_key_of_a_version_is_told_whose_came_first(record, tmp_path):
    """As on PostgreSQL: a transaction of this engine locks nothing until it writes."""
    entry = record.add("decision", REGION, decision("Cap"), "Ada")
    both_read = Record(create_engine(f"sqlite:///{record.engine.url.database}"))
    came_first = []

    def meanwhile(newest):
        came_first.append(record.change(newest.id, newest.version, decision("Theirs"), "Ben"))

    with pytest.raises(EditConflict, match="version 2 was written by Ben") as told:
        both_read.change(entry.id, 1, decision("Mine"), "Ada", allow=meanwhile)
    assert [told.value.theirs] == came_first
    assert record.history(entry.id) == [entry, *came_first]
    both_read.engine.dispose()


def test_versions_of_elsewhere_are_taken_all_or_none(record, tmp_path):
    other = Record.open(Settings(data=tmp_path / "other"))
    entry = other.add("decision", REGION, decision("Cap"), "Ada")
    newer = other.change(entry.id, 1, decision("Cap again"), "Ada")
    rows = json.loads(exported(other))["versions"]
    assert (record.take([]), record.take(iter(rows[:1])), record.everything()) == (0, 1, [entry])
    with pytest.raises(IntegrityError):
        record.take(reversed(rows))  # the first of them is new, the second is held
    assert record.everything() == [entry]
    assert (record.take(rows[1:]), record.everything()) == (1, [entry, newer])
    other.engine.dispose()


def test_what_is_not_there_is_told_by_at_most_60_letters_of_what_was_asked_for(record):
    with pytest.raises(EntryNotFound, match=f"the id “{'x' * 60}” in the record"):
        record.get("x" * 61)


def test_the_id_of_a_new_thing_is_twelve_letters_that_an_address_can_hold(record):
    added = [record.add("decision", REGION, decision(), "Ada").id for _ in range(2)]
    assert [len(set(each) - set("0123456789abcdef")) for each in added] == [0, 0]
    assert [len(each) for each in added] == [12, 12]
    assert added[0] != added[1]


def version(record_id: str, number: int, changed_at: str, **more) -> dict:
    """A row of the table, of a decision."""
    row = {"record_id": record_id, "version": number, "kind": "decision", "region": REGION}
    row |= {"changed_at": f"{changed_at}.000000+00:00", "changed_by": "Ada", "withdrawn": False}
    return row | {"body": body_of(decision())} | more


# Written in this order; b is withdrawn on its second day, d was last changed when a was.
ROWS = [
    version("d", 1, "2026-05-02T23:59:59"),
    version("b", 2, "2026-05-02T00:00:00", withdrawn=True),
    version("a", 1, "2026-05-02T23:59:59"),
    version("c", 1, "2026-05-01T12:00:00", region="E47000002"),
    version("b", 1, "2026-05-01T09:00:00"),
]


@pytest.fixture
def filled(record):
    """A record of ROWS; where no order is asked for, its database gives another than they were written in."""
    record.take(ROWS)
    record.engine.dispose()

    @event.listens_for(record.engine, "connect")
    def shuffle(connection, _):
        connection.execute("PRAGMA reverse_unordered_selects = ON")

    return record


def told(entries) -> list[str]:
    return [f"{entry.id}{entry.version}" for entry in entries]


def test_each_list_of_the_record_has_an_order_of_its_own(filled):
    assert told(filled.history("b")) == ["b1", "b2"]
    assert filled.get("b").version == 2
    assert told(filled.everything()) == ["a1", "b1", "b2", "c1", "d1"]
    assert told(filled.current("decision")) == ["c1", "a1", "d1"]
    assert filled.days() == (date(2026, 5, 1), date(2026, 5, 2))


@pytest.mark.parametrize(
    ("day", "region", "found"),
    [
        (date(2026, 4, 30), None, []),
        (date(2026, 5, 1), None, ["b1", "c1"]),
        (date(2026, 5, 1), REGION, ["b1"]),
        (date(2026, 5, 2), None, ["c1", "a1", "d1"]),
        (None, "E47000002", ["c1"]),
    ],
)
def test_on_each_day_the_record_has_what_was_written_by_its_last_second(filled, day, region, found):
    assert told(filled.current("decision", region, day)) == found
    assert filled.current("event", region, day) == []


def test_a_version_says_when_it_was_written_in_utc(record):
    before = datetime.now(UTC)
    entry = record.add("decision", REGION, decision(), "Ada")
    assert before <= entry.at <= datetime.now(UTC)
    assert record.history(entry.id) == [entry]
