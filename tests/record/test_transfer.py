"""Export and import: everything with its history, and never over what is there."""

import json
import time

import pytest

from dashboard.record import __main__ as command
from dashboard.record.access import RecordUnavailable
from dashboard.record.store import Record
from dashboard.record.transfer import ImportRefused, _check_values, exported, take
from dashboard.record.typed import Unreadable
from dashboard.record.versions import Author
from dashboard.settings import Settings
from tests.record.factories import LATER, REGION, decision, event


@pytest.fixture
def other(tmp_path):
    """A second, empty record."""
    return Record.open(Settings(data=tmp_path / "other"))


def filled(record: Record) -> Record:
    ann = Author("Ann", "u1")
    first = record.add("decision", REGION, decision("Cap fares", owner="Zoë"), ann)
    record.change(first.id, 1, decision("Cap bus fares"), "Ben")
    record.withdraw(record.add("event", REGION, event("Opened"), "Ann").id, 1, "Ann")
    return record


def test_what_is_exported_is_imported_with_its_whole_history(record, other):
    text = exported(filled(record))
    assert take(other, text) == 4
    assert other.everything() == record.everything()
    assert exported(other) == text


@pytest.mark.parametrize(
    ("key", "value", "said"),
    [
        ("changed_at", "2026-11-30T14:00:00", "its changed_at is not written as"),  # of no zone
        ("changed_at", "20260101T000000+00:00", "its changed_at is not written as"),
        ("changed_at", "0001-01-01T00:00:00+14:00", "date value out of range"),
        ("record_id", "", "its record_id is not up to 40"),
        ("record_id", "../..", "its record_id is not up to 40"),
        ("region", "", "its region is not a code of up to 60"),
        ("region", "E" * 61, "its region is not a code of up to 60"),
        ("changed_by", "A" * 201, "its changed_by or subject has more than 200"),
        ("subject", 5, "its subject is no text"),
        ("kind", 5, "a key holds a value of another type"),
        ("withdrawn", "no", "a key holds a value of another type"),
        ("version", 0, "its version or kind is unknown"),
        ("version", True, "its version or kind is unknown"),
        ("kind", "secret", "its version or kind is unknown"),
        ("body", {}, r" lacks [a-z_]+, [a-z_]+,"),
    ],
)
def test_what_no_version_is_written_with_is_refused(record, other, key, value, said):
    rows = json.loads(exported(filled(record)))
    rows["versions"][0][key] = value
    with pytest.raises(ImportRefused, match=said):
        take(other, json.dumps(rows))
    assert other.size() == 0


def test_the_longest_names_are_taken(record, other):
    rows = json.loads(exported(filled(record)))
    for row in rows["versions"]:
        row |= {"region": "E" * 60, "changed_by": "A" * 200}
    assert take(other, json.dumps(rows)) == 4
    for row in rows["versions"]:
        row |= {"record_id": f"{row['record_id'][:20]}-2", "region": "E"}
    assert take(other, json.dumps(rows)) == 4


def test_an_export_is_taken_wherever_the_machine_stands(record, other, monkeypatch):
    text = exported(filled(record))
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    time.tzset()
    try:
        assert take(other, text) == 4
    finally:
        monkeypatch.undo()
        time.tzset()


def test_an_export_is_for_people_to_read(record):
    text = exported(filled(record))
    assert "Zoë" in text
    assert '\n "versions": [\n  {\n' in text


def test_a_history_with_a_hole_in_it_is_refused_however_long(record, other):
    first = record.add("event", REGION, event("One"), "Ann")
    for version in (1, 2):
        record.change(first.id, version, event(f"Then {version}"), "Ann")
    rows = json.loads(exported(record))
    rows["versions"] = [row for row in rows["versions"] if row["version"] != 2]
    with pytest.raises(ImportRefused, match=r"version 2 of .* is in neither; import the whole export"):
        take(other, json.dumps(rows))
    rows["versions"] = [row | {"version": 2} for row in rows["versions"] if row["version"] == 3]
    with pytest.raises(ImportRefused, match=r"version 1 of .* is in neither"):
        take(other, json.dumps(rows))


@pytest.mark.parametrize(("key", "value"), [("kind", "event"), ("region", "E47000002")])
def test_a_thing_that_becomes_another_is_refused_also_of_what_is_held(record, other, key, value):
    filled(record)
    rows = json.loads(exported(record))
    thing = next(row for row in rows["versions"] if (row["kind"], row["version"]) == ("decision", 2))
    first = next(row for row in rows["versions"] if (row["kind"], row["version"]) == ("event", 1))
    thing |= {key: value} | ({"body": first["body"]} if key == "kind" else {})
    with pytest.raises(ImportRefused, match=r"version 2 of .* is of another kind or region"):
        take(other, json.dumps(rows))
    firsts = [row for row in rows["versions"] if row["version"] == 1]
    assert take(other, json.dumps(rows | {"versions": firsts})) == 2
    with pytest.raises(ImportRefused, match=r"version 2 of .* is of another kind or region"):
        take(other, json.dumps(rows))


def test_a_file_of_brackets_is_refused(other):
    with pytest.raises(ImportRefused, match="the file is no JSON"):
        take(other, "[" * 100_000)


def test_an_export_of_before_subjects_were_kept_is_taken(record, other):
    rows = json.loads(exported(filled(record)))
    for row in rows["versions"]:
        del row["subject"]
    assert take(other, json.dumps(rows)) == 4
    assert {entry.author for entry in other.everything()} == {Author("Ann"), Author("Ben")}


def test_what_came_later_is_exported_and_imported_to_equal_bytes_on_both_databases(record, other):
    for kind, item in LATER.items():
        first = record.add(kind, REGION, item, "Ann")
        record.change(first.id, 1, item, "Ben")
    text = exported(record)
    assert take(other, text) == 2 * len(LATER)
    assert exported(other) == text
    assert {kind: other.current(kind)[0].item for kind in LATER} == LATER


def test_importing_twice_adds_nothing(record, other):
    text = exported(filled(record))
    take(other, text)
    assert take(other, text) == 0


def test_an_import_that_would_overwrite_is_refused_and_nothing_is_written(record, other):
    rows = json.loads(exported(filled(record)))
    take(other, json.dumps(rows))
    rows["versions"][0]["changed_by"] = "Eve"
    rows["versions"].append(rows["versions"][0] | {"record_id": "new"})
    before = other.everything()
    named = f"version {rows['versions'][0]['version']} of {rows['versions'][0]['record_id']} is held with"
    with pytest.raises(ImportRefused, match=f"{named} other words"):
        take(other, json.dumps(rows))
    assert other.everything() == before


def test_what_somebody_else_imported_at_the_same_time_is_refused_in_one_sentence(record, monkeypatch):
    text = exported(filled(record))
    before = record.everything()
    monkeypatch.setattr(record, "everything", list)  # as it was when the file was compared with it
    with pytest.raises(ImportRefused, match="was written meanwhile; import the file again"):
        take(record, text)
    monkeypatch.undo()
    assert record.everything() == before


@pytest.mark.parametrize(
    ("content", "said"),
    [(b'{"format": "\xff"}', "the file is no JSON"), (b"", "no JSON"), (None, "cannot be read just now")],
)
def test_an_import_that_cannot_be_made_ends_in_one_sentence(tmp_path, monkeypatch, capsys, content, said):
    def away(*_):
        raise RecordUnavailable

    monkeypatch.setenv("DATA_DIR", str(tmp_path / "data"))
    (tmp_path / "data").mkdir()
    text = exported(filled(Record.open(Settings(data=tmp_path / "one"))))
    (tmp_path / "record.json").write_bytes(text.encode() if content is None else content)
    if content is None:
        monkeypatch.setattr(Record, "take", away)
    assert command.main(["import", str(tmp_path / "record.json")]) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert said in line


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('"Cap \\u0007 fares"', "cannot be seen"),
        ('"Cap \\ud800 fares"', "cannot be seen"),
        ('"Cap \\u0000"', "cannot be seen"),
    ],
)
def test_a_text_that_no_form_takes_is_not_imported_either(other, tmp_path, text, said):
    whole = exported(filled(Record.open(Settings(data=tmp_path / "one"))))
    with pytest.raises(ImportRefused, match=said):
        take(other, whole.replace('"Cap fares"', text))
    assert other.everything() == []


@pytest.mark.parametrize("number", ["1e22", "Infinity", "NaN", "-1e15"])
def test_a_number_that_no_form_takes_is_not_imported_either(number):
    with pytest.raises(Unreadable, match="too large, or none"):
        _check_values(json.loads(f'{{"body": {{"steps": [{{"value": {number}}}]}}}}'))
    _check_values(json.loads('{"value": -999999999999999, "text": "a\\nb\\tc", "none": null, "yes": true}'))


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (lambda rows: rows["versions"][0].update(kind="secret"), "number 1 in the file"),
        (lambda rows: rows["versions"][0].pop("body"), "keys"),
        (lambda rows: rows["versions"][0].update(body=None), "number 1 in the file cannot be read"),
        (lambda rows: rows["versions"].insert(0, 7), "number 1 in the file cannot be read"),
        (lambda rows: rows["versions"][0]["body"].update(extra=1), "has no field extra"),
        (lambda rows: rows.update(format="x"), "format must be"),
        (lambda rows: rows["versions"].append(rows["versions"][0]), "twice"),
        (lambda rows: rows.update(versions=[r for r in rows["versions"] if r["version"] == 2]), "neither"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_with_a_sentence(other, tmp_path, spoil, said):
    rows = json.loads(exported(filled(Record.open(Settings(data=tmp_path / "one")))))
    spoil(rows)
    with pytest.raises(ImportRefused, match=said):
        take(other, json.dumps(rows))
    assert other.everything() == []
