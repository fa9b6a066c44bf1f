"""On a past day the record stands as it stood then: what was written later is not there yet."""

from datetime import date, timedelta

import pytest

from dashboard.record.office import OfficeRecord
from dashboard.record.store import Record
from dashboard.settings import Settings
from tests.record.forms.test_decisions import FILLED

JULY, NOVEMBER = date(2026, 7, 1), date(2026, 11, 20)
EVENT = {
    "day": "2026-06-01",
    "text": "Opened",
    "reason": "It opened.",
    "area_code": "E08000003",
    "indicator": "",
}


def version(number, changed_at, withdrawn=False, **more):
    return {
        "record_id": "one",
        "version": number,
        "kind": "event",
        "region": "E47000001",
        "changed_at": changed_at,
        "changed_by": "A",
        "withdrawn": withdrawn,
        "body": EVENT | more,
    }


@pytest.fixture
def office(tmp_path):
    """An event written in June, put in other words in November, and withdrawn at the end of it."""
    record = Record.open(Settings(data=tmp_path))
    record.take(
        [
            version(1, "2026-06-15T09:00:00.000000+00:00"),
            version(2, "2026-11-19T23:59:59.000000+00:00", text="Opened late"),
            version(3, "2026-11-25T09:00:00.000000+00:00", withdrawn=True),
        ]
    )
    yield OfficeRecord(record)
    record.engine.dispose()


def texts(office):
    return [mark.text for mark in office.marks("", ["E08000003"])]


def test_of_many_past_days_those_asked_for_last_are_kept(office, monkeypatch):
    read = []
    current = office.real_record.current
    monkeypatch.setattr("dashboard.record.office.MOST_KEPT", 20, raising=False)
    monkeypatch.setattr(
        office.real_record, "current", lambda *asked: read.append(asked[-1]) or current(*asked)
    )
    days = [JULY + timedelta(days=at) for at in range(30)]  # of one version and its list each
    for day in [*days, days[-1], days[0]]:
        assert texts(office.at(day)) == ["Opened"]
    assert read == [*days, days[0]]


def test_what_was_written_later_is_not_there(office):
    assert texts(office.at(date(2026, 6, 14))) == []
    assert texts(office.at(date(2026, 6, 15))) == ["Opened"]


def test_a_change_is_there_from_its_day_and_what_was_withdrawn_later_still_stands(office):
    assert texts(office.at(JULY)) == ["Opened"]
    assert texts(office.at(date(2026, 11, 19))) == ["Opened late"]
    assert texts(office.at(NOVEMBER)) == ["Opened late"]
    assert texts(office.at(date(2026, 11, 25))) == texts(office) == []


@pytest.mark.full
def test_the_pages_of_the_record_go_back_too(post, page, site):
    status, answer = post("decision", FILLED)
    assert status == 201
    today = site.record.days()[-1]
    before = today - timedelta(days=1)
    assert FILLED["title"] in page(f"/decisions?as_of={today}")
    assert FILLED["title"] not in page(f"/decisions?as_of={before}")
    assert "This was not in the record on" in page(f"/decision/{answer['id']}?as_of={before}")


def test_nothing_is_written_on_a_past_day(page):
    said = "nothing can be entered or changed on a past day"
    assert said in page("/targets?form=target&as_of=2026-07-01")


def test_an_empty_list_of_a_past_day_suggests_nothing_to_write(page, monkeypatch):
    monkeypatch.setattr("dashboard.components.record.suggestions.attention_list", None)
    assert "Nothing is recorded here yet" in page("/decisions?region=cumbria&as_of=2026-07-01")
