"""Export and import: everything with its history, and never over what is there."""

import json
from dataclasses import replace
from datetime import date

import pytest

from dashboard.record import __main__ as command
from dashboard.record.access import RecordUnavailable
from dashboard.record.forms import FORMS
from dashboard.record.import_rules import LONGEST_ANSWER, check
from dashboard.record.kinds import (
    Alert,
    Answer,
    Approval,
    Composition,
    Idea,
    Pilot,
    Promise,
    RecordedFigure,
    Stage,
)
from dashboard.record.store import Record
from dashboard.record.transfer import ImportRefused, _check_values, exported, take
from dashboard.record.typed import Unreadable
from dashboard.record.versions import Author
from dashboard.settings import Settings
from tests.record.factories import REGION, decision, event


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
        ("record_id", "", "its record_id is not up to 40"),
        ("record_id", "../..", "its record_id is not up to 40"),
        ("region", "", "its region is not a code of up to 60"),
        ("region", "E" * 61, "its region is not a code of up to 60"),
        ("changed_by", "A" * 201, "its changed_by or subject has more than 200"),
        ("subject", 5, "its subject is no text"),
    ],
)
def test_what_no_version_is_written_with_is_refused(record, other, key, value, said):
    rows = json.loads(exported(filled(record)))
    rows["versions"][0][key] = value
    with pytest.raises(ImportRefused, match=said):
        take(other, json.dumps(rows))
    assert other.size() == 0


def test_a_stamp_that_nobody_knows_and_a_file_of_brackets_are_refused(other):
    with pytest.raises(Unreadable, match="its stamp is “befor”: make it one of before, began, out"):
        check(replace(NEW["pilot"], stamp="befor"))
    with pytest.raises(ImportRefused, match="the file is no JSON"):
        take(other, "[" * 100_000)


def test_an_export_of_before_subjects_were_kept_is_taken(record, other):
    rows = json.loads(exported(filled(record)))
    for row in rows["versions"]:
        del row["subject"]
    assert take(other, json.dumps(rows)) == 4
    assert {entry.author for entry in other.everything()} == {Author("Ann"), Author("Ben")}


NEW = {
    "idea": Idea("Guarantee", "Council", "Do they let?", "Unit", "Asked", "Ten", "ready", 250_000.0, ""),
    "answer": Answer(("a1", "b2"), date(2026, 5, 1), "/compare", "Is it right?", "answered", "Yes.", True),
    "approval": Approval("decision/a1/3", "Announced before"),
    "promise": Promise(
        "Bus franchising", "All buses by 2025", date(2021, 3, 25), "Transport",
        (Stage("First", date(2023, 9, 24), "transport/bus_punctuality", "E47000001", 80.0,
               RecordedFigure(date(2020, 1, 1), 70.5, "s", date(2021, 3, 25))),), "https://example.org", True,
    ),
    "composition": Composition("mayor-monthly", "E47000001", ("brief", "map"), "Work comes first"),
    "pilot": Pilot(
        "Coaches", "h", "o", "skills/neet", ("E08000003",), date(2027, 1, 1), "fall", "all", "before",
        date(2028, 1, 1), 1.25, 100_000.0, "Council", 20.0, 50_000.0, 3.0, "a1", "Too early", True,
    ),
}  # fmt: skip


def test_what_came_later_is_exported_and_imported_to_equal_bytes_on_both_databases(record, other):
    for kind, item in NEW.items():
        first = record.add(kind, REGION, item, "Ann")
        record.change(first.id, 1, item, "Ben")
    text = exported(record)
    assert take(other, text) == 2 * len(NEW)
    assert exported(other) == text
    assert {kind: other.current(kind)[0].item for kind in NEW} == NEW


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
    with pytest.raises(ImportRefused, match="held with other words"):
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
    ("kind", "item", "said"),
    [
        ("decision", decision("x" * 4001), "its title has 4001 letters, and 4000 are taken: shorten it"),
        ("decision", decision(day=date(1999, 12, 31)), "its day is 1999-12-31, .* 2000 and 2100: correct it"),
        ("decision", decision(review=date(2026, 5, 1)), "its review is 2026-05-01 and must be after its day"),
        ("decision", decision(reviewed=date(2026, 4, 30)), "its reviewed is 2026-04-30 and must not be"),
        ("pilot", replace(NEW["pilot"], end=date(2026, 12, 31)), "its end is 2026-12-31 and must not be"),
        ("pilot", replace(NEW["pilot"], area_codes=()), "its area_codes are none: name a place"),
        ("promise", replace(NEW["promise"], day=date(2023, 9, 24)), "its due is 2023-09-24 and must be"),
        ("event", replace(event("x"), day=date(2101, 1, 1)), "its day is 2101-01-01"),
        ("pilot", replace(NEW["pilot"], donors="none"), "its donors is “none”: make it one of outside, all"),
        ("decision", decision(expected="soar"), "its expected is “soar”: make it one of rise, fall, hold"),
        ("alert", Alert("pigeon", "a@b.cd"), "its channel is “pigeon”: make it one of email, webhook"),
    ],
)
def test_what_no_form_could_have_made_is_not_imported(tmp_path, other, kind, item, said):
    record = filled(Record.open(Settings(data=tmp_path / "one")))
    record.add(kind, REGION, item, "Ann")
    rows = json.loads(exported(record))
    rows["versions"].sort(key=lambda row: row["changed_at"])
    with pytest.raises(ImportRefused, match=f"version number 5 in the file cannot be read: {said}"):
        take(other, json.dumps(rows))
    assert other.everything() == []


def test_what_the_longest_answers_of_every_form_make_can_be_imported(site):
    region, held = site.geography[REGION], NEW | {"decision": decision()}
    asked = {kind: form.fields(site, region, held.get(kind)) for kind, form in FORMS.items()}
    assert max(field.longest for fields in asked.values() for field in fields) == LONGEST_ANSWER


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (lambda rows: rows["versions"][0].update(kind="secret"), "number 1 in the file"),
        (lambda rows: rows["versions"][0].pop("body"), "keys"),
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
