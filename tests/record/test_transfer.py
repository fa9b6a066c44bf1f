"""Export and import: everything with its history, and never over what is there."""

import json

import pytest

from dashboard.record.store import Record
from dashboard.record.transfer import Refused, exported, take
from dashboard.settings import Settings
from tests.record.things import REGION, decision, event


@pytest.fixture
def other(tmp_path):
    """A second, empty record."""
    return Record.open(Settings(data=tmp_path / "other"))


def filled(record: Record) -> Record:
    first = record.add("decision", REGION, decision("Cap fares", owner="Zoë"), "Ann")
    record.change(first.id, 1, decision("Cap bus fares"), "Ben")
    record.withdraw(record.add("event", REGION, event("Opened"), "Ann").id, 1, "Ann")
    return record


def test_what_is_exported_is_imported_with_its_whole_history(record, other):
    text = exported(filled(record))
    assert take(other, text) == 4
    assert other.everything() == record.everything()
    assert exported(other) == text


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
    with pytest.raises(Refused, match="held with other words"):
        take(other, json.dumps(rows))
    assert other.everything() == before


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
    with pytest.raises(Refused, match=said):
        take(other, json.dumps(rows))
    assert other.everything() == []
