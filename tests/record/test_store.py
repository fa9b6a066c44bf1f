"""The record keeps every version, and tells the second of two writers."""

import threading

import pytest
from sqlalchemy import delete, text, update
from sqlalchemy.exc import DBAPIError

from dashboard.record.models import Version
from dashboard.record.office import OfficeRecord
from dashboard.record.store import EditConflict, Record
from dashboard.record.versions import EntryNotFound
from dashboard.settings import Settings
from dashboard.settings.environment import InvalidSetting
from tests.record.factories import REGION, decision, event


def test_a_change_is_a_new_version_and_the_old_one_stays(record):
    first = record.add("decision", REGION, decision("Cap fares"), "Ann")
    record.change(first.id, 1, decision("Cap bus fares"), "Ben")
    told = [(entry.version, entry.item.title, entry.by) for entry in record.history(first.id)]
    assert told == [(1, "Cap fares", "Ann"), (2, "Cap bus fares", "Ben")]
    assert record.get(first.id).item == decision("Cap bus fares")


def test_the_second_of_two_writers_is_told_and_nothing_is_lost(record):
    first = record.add("decision", REGION, decision("Cap fares"), "Ann")
    record.change(first.id, 1, decision("Cap bus fares"), "Ben")
    with pytest.raises(EditConflict) as told:
        record.change(first.id, 1, decision("Cap all fares"), "Ann")
    assert (told.value.theirs.by, told.value.theirs.item.title) == ("Ben", "Cap bus fares")
    assert [entry.item.title for entry in record.history(first.id)] == ["Cap fares", "Cap bus fares"]


def test_of_many_writers_at_once_one_wins_and_every_other_is_told(record):
    first = record.add("event", REGION, event("Opened"), "Ann")
    told, start = [], threading.Barrier(8)

    def write(number: int) -> None:
        start.wait()
        try:
            record.change(first.id, 1, event(f"Opened {number}"), "Ben")
            told.append("written")
        except EditConflict:
            told.append("told")

    threads = [threading.Thread(target=write, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(told) == ["told"] * 7 + ["written"]
    assert [entry.version for entry in record.history(first.id)] == [1, 2]


def test_a_version_cannot_be_skipped(record):
    first = record.add("event", REGION, event("Opened"), "Ann")
    with pytest.raises(EditConflict):
        record.change(first.id, 5, event("Closed"), "Ann")


def test_what_is_withdrawn_leaves_the_list_and_keeps_its_history(record):
    first = record.add("event", REGION, event("Opened"), "Ann")
    record.add("event", "E47000007", event("Elsewhere"), "Ann")
    record.withdraw(first.id, 1, "Ben")
    assert record.current("event", REGION) == []
    assert [entry.withdrawn for entry in record.history(first.id)] == [False, True]
    assert [entry.item.text for entry in record.current("event")] == ["Elsewhere"]


@pytest.mark.parametrize("change", [update(Version).values(changed_by="Eve"), delete(Version)])
def test_the_database_itself_refuses_to_change_or_delete_a_version(record, change):
    record.add("event", REGION, event("Opened"), "Ann")
    with pytest.raises(DBAPIError, match="append-only"), record.engine.begin() as connection:
        connection.execute(change)
    assert [entry.by for entry in record.current("event")] == ["Ann"]


def test_a_version_is_not_replaced_either_and_the_file_is_this_accounts_alone(tmp_path):
    record = Record.open(Settings(data=tmp_path))
    first = record.add("event", REGION, event("Opened"), "Ann")
    replace = "INSERT OR REPLACE INTO versions SELECT record_id, version, kind, region, changed_at, 'Eve', "
    with pytest.raises(DBAPIError, match="append-only"), record.engine.begin() as connection:
        connection.exec_driver_sql(replace + "withdrawn, body, subject FROM versions")
    assert record.get(first.id).by == "Ann"
    assert {path.stat().st_mode & 0o777 for path in tmp_path.glob("record.sqlite*")} == {0o600}


def test_a_file_of_an_earlier_version_gets_the_rules_it_lacks(tmp_path):
    record = Record.open(Settings(data=tmp_path))
    with record.engine.begin() as connection:
        connection.exec_driver_sql("DROP TRIGGER versions_never_replaced")
    Record.open(Settings(data=tmp_path))
    with record.engine.connect() as connection:
        found = connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'trigger'").scalars()
        assert "versions_never_replaced" in set(found)


def test_what_is_not_there_is_said_to_be_missing(record):
    with pytest.raises(EntryNotFound, match="no-such-id"):
        record.get("no-such-id")


def test_a_thing_is_written_only_as_its_own_kind(record):
    with pytest.raises(TypeError, match=r"^a decision is written as Decision, not Event$"):
        record.add("decision", REGION, event("Opened"), "Ann")


def test_a_second_process_opens_the_same_record(record, settings):
    record.add("event", REGION, event("Opened"), "Ann")
    again = Record.open(settings)
    assert [entry.item.text for entry in again.current("event")] == ["Opened"]
    again.engine.dispose()


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("mysql://a@b/c", "is not offered"),
        ("nonsense", "write it as postgresql://"),
        ("postgresql://record@127.0.0.1:1/none", "cannot be opened"),
    ],
)
def test_a_database_that_cannot_be_used_is_one_sentence(tmp_path, address, said):
    with pytest.raises(InvalidSetting, match=f"^DATABASE_URL: .*{said}") as told:
        Record.open(Settings(data=tmp_path, database_url=address))
    assert "\n" not in str(told.value)


def test_the_stamp_changes_with_every_write_by_whatever_process(record, settings):
    office, elsewhere = OfficeRecord(record), Record.open(settings)
    stamps = [office.stamp(), office.stamp()]
    assert stamps[0] == stamps[1]
    for writer in (record, elsewhere, elsewhere, record):
        writer.add("event", REGION, event("Opened"), "Ann")
        stamps.append(office.stamp())
    elsewhere.engine.dispose()
    assert len(set(stamps)) == 5


def test_two_records_never_share_a_stamp(record, settings, tmp_path):
    other = Record.open(Settings(data=tmp_path / "other"))
    stamps = {OfficeRecord(record).stamp(), OfficeRecord(record).stamp(), OfficeRecord(other).stamp()}
    other.engine.dispose()
    assert len(stamps) == 3


def test_a_record_of_before_there_were_longer_codes_takes_them(record, settings):
    with record.engine.begin() as connection:
        if record.engine.dialect.name == "postgresql":
            connection.execute(text("ALTER TABLE versions ALTER COLUMN region TYPE VARCHAR(9)"))
    reopened = Record.open(settings)
    reopened.add("decision", "cheshire-and-warrington", decision(), "Ann")
    assert [each.region for each in reopened.current("decision")] == ["cheshire-and-warrington"]
    reopened.engine.dispose()
