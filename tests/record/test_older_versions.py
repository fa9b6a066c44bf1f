"""Versions that were written before the record knew more are read, shown, exported and taken as they are.

Each body is one that was written then, word for word: it is never brought up to date.
"""

import json

import pytest
from sqlalchemy import text

from dashboard.record.kinds import RECORD_KINDS
from dashboard.record.models import Version
from dashboard.record.store import Record
from dashboard.record.transfer import exported, take
from dashboard.record.versions import Author
from dashboard.settings import Settings
from tests.record.factories import REGION

FIGURE = {"period": "2023-01-01", "value": 71.9, "snapshot": "67ea78b93c33"}
EVIDENCE = {
    "address": "/indicator/employment/employment_rate?as_of=2026-11-24",
    "title": "Employment rate",
    "day": "2026-11-24",
    "snapshot": "67ea78b93c33",
    "words": "Lower than England",
    "public": True,
    "indicator": "employment/employment_rate",
    "figures": [{"area_code": REGION, "period": "2023-01-01", "value": 71.9}],
}
BODIES = {
    "decision": {
        "title": "Extend the adult skills offer",
        "decided": "Free courses for two years",
        "why": "Employment is lower than England's",
        "options": "Do nothing",
        "owner": "Work and skills team",
        "day": "2026-11-24",
        "review": "2027-05-24",
        "indicator": "employment/employment_rate",
        "area_code": REGION,
        "expected": "rise",
        "baseline": FIGURE,
        "evidence": [EVIDENCE],
        "published": False,
        "reviewed": None,
        "learned": "",
    },
    "target": {
        "indicator": "employment/employment_rate",
        "area_code": REGION,
        "value": 180,
        "due": "2030-12-31",
        "baseline": FIGURE,
        "owner": "Skills",
        "reason": "As England",
    },
    "event": {"day": "2020-03-23", "text": "Lockdown", "reason": "x", "indicator": "", "area_code": REGION},
    "parked": {
        "indicator": "employment/employment_rate",
        "until": "2027-01-01",
        "reason": "x",
        "owner": "y",
    },
    "pilot": {
        "title": "Work coaches",
        "hypothesis": "h",
        "owner": "o",
        "indicator": "employment/employment_rate",
        "area_codes": ["E08000003"],
        "start": "2016-04-01",
        "expected": "rise",
        "donors": "outside",
    },
    "alert": {"channel": "email", "to": "a@example.org"},
    "action": {
        "title": "Survey employers",
        "owner": "Chamber",
        "due": "2026-11-16",
        "needed": "The report",
        "status": "done",
        "evidence": "/compare",
        "done": "2026-11-20",
    },
    "programme": {"start": "2026-10-12", "purpose": "More digital skills"},
}


def row(kind: str) -> dict:
    """A version as it stands in the table."""
    return {
        "record_id": kind,
        "version": 1,
        "kind": kind,
        "region": REGION,
        "changed_at": "2026-11-24T09:30:00.000000+00:00",
        "changed_by": "Ann",
        "withdrawn": False,
        "body": BODIES[kind],
    }


def test_a_table_of_before_gets_the_column_of_who_wrote_by_their_subject(settings):
    with Record.open(settings).access.writing() as connection:
        connection.execute(text("ALTER TABLE versions DROP COLUMN subject"))
        connection.execute(
            text("INSERT INTO versions VALUES ('a', 1, 'event', :r, :at, 'Ann', false, :body)"),
            {"r": REGION, "at": row("event")["changed_at"], "body": json.dumps(BODIES["event"])},
        )
    record = Record.open(settings)
    second = record.change("a", 1, record.get("a").item, Author("Ben", "u2"))
    assert [entry.author for entry in record.history("a")] == [Author("Ann"), Author("Ben", "u2")]
    assert record.get("a") == second


@pytest.fixture
def older(record):
    """A record that was written before, on each engine."""
    with record.engine.begin() as connection:
        connection.execute(Version.__table__.insert(), [row(kind) for kind in BODIES])
    return record


def test_every_kind_of_before_is_read_on_both_databases(older):
    for kind in BODIES:
        (entry,) = older.current(kind, REGION)
        assert isinstance(entry.item, RECORD_KINDS[kind])
    assert older.current("pilot")[0].item.stamp == ""
    assert (older.current("decision")[0].item.cost, older.current("decision")[0].item.funding) == (None, "")
    assert older.current("action")[0].item.logged is None


def test_a_record_of_before_is_exported_and_taken_to_equal_bytes(older, tmp_path):
    other = Record.open(Settings(data=tmp_path / "other"))
    assert take(other, exported(older)) == len(BODIES)
    assert exported(other) == exported(older)
    other.engine.dispose()


def test_a_new_version_is_written_over_one_of_before(older):
    first = older.current("action", REGION)[0]
    older.change(first.id, 1, first.item, "Ben")
    assert [entry.by for entry in older.history(first.id)] == ["Ann", "Ben"]


def test_the_pages_show_what_was_recorded_before(page, site):
    older = [row(kind) | {"region": "E47000003"} for kind in BODIES]
    site.record.shown_record.take(older)
    where = "?region=E47000003"
    assert "Extend the adult skills offer" in page(f"/decision/decision{where}")
    assert "180" in page(f"/targets{where}")
    assert "Registered after it began, on 24 November 2026" in page(f"/pilot/pilot{where}")
    assert "Done on 20 November 2026, 4 days late" in page(f"/task-force{where}")


THERE = "E47000012"
# What no form and no import takes, as a file restored from before they were checked may hold it.
ODD = [
    ("target", {"value": 1e22, "area_code": THERE}),
    ("target", {"due": "2015-01-01", "area_code": THERE}),  # before its baseline
    ("target", {"indicator": "employment/renamed_since", "area_code": THERE}),
    ("target", {"area_code": "E07000026"}),  # a district that was abolished
    ("decision", {"title": "Half a letter \ud800 here", "decided": "a bell \x07"}),
    ("decision", {"indicator": "employment/renamed_since", "area_code": "E07000026"}),
    ("decision", {"day": "2010-01-01", "review": "2009-01-01", "area_code": THERE}),
    ("event", {"text": "Half a letter \ud800 too", "area_code": "E07000026"}),
    ("event", {"indicator": "employment/renamed_since", "day": "1066-10-14", "area_code": THERE}),
    ("parked", {"indicator": "employment/renamed_since"}),
    ("pilot", {"area_codes": ["E07000026"], "indicator": "employment/renamed_since"}),
    ("pilot", {"start": "2090-01-01", "area_codes": ["E08000026"], "title": "\udfff"}),
    ("action", {"due": "0001-01-01", "done": "9999-12-31"}),
]
PAGES = (
    *(
        "/",
        "/targets",
        "/decisions",
        "/events",
        "/pilots",
        "/task-force",
        "/champion",
        "/promises",
        "/first-day",
    ),
    *("/indicator/employment/employment_rate", "/place/E08000025", "/theme/employment", "/search?q=half"),
    *(f"/{kind}/odd{number}" for number, (kind, _) in enumerate(ODD) if kind in ("decision", "pilot")),
)


@pytest.fixture(scope="module")
def restored(office_app):
    """The office's record holds them."""
    rows = [
        row(kind) | {"record_id": f"odd{number}", "region": THERE, "body": BODIES[kind] | changed}
        for number, (kind, changed) in enumerate(ODD)
    ]
    office_app[1].current().record.shown_record.take(rows)


@pytest.mark.full
def test_nothing_that_a_restored_record_holds_breaks_a_page_or_the_export(client, restored):
    broken = {}
    for path in PAGES:
        mark = "&" if "?" in path else "?"
        answer = client.get(f"{path}{mark}region={THERE}")
        if answer.status_code != 200:
            broken[path] = answer.status_code
    assert broken == {}
    assert "Half a letter □ here" in client.get(f"/decision/odd4?region={THERE}").get_data(as_text=True)
    assert client.get("/record/export.json").status_code == 200


@pytest.mark.full
@pytest.mark.parametrize(
    ("brief", "ending"),
    [
        ("mayor-monthly", "pdf"),
        ("mayor-monthly", "pptx"),
        ("skills-task-force", "xlsx"),
        ("skills-task-force", "html"),
    ],
)
def test_nothing_that_a_restored_record_holds_breaks_a_pack(client, restored, brief, ending):
    answer = client.get(f"/pack/{brief}.{ending}?place={THERE}")
    assert (answer.status_code, len(answer.data) > 10_000) == (200, True)
