"""In a pre-election period: what stands in public, what waits, and who may approve it."""

import json
from dataclasses import fields
from datetime import UTC, date, datetime, timedelta

import pytest

from dashboard.catalogue.pre_election import InvalidPeriod
from dashboard.datastore.published import feeds_approved
from dashboard.record import approved, publish
from dashboard.record.kinds import RECORD_KINDS, Answer
from dashboard.record.versions import Author
from dashboard.settings import Settings
from tests.record.factories import REGION, decision
from tests.record.in_public.in_a_period import OTHER, approve, period, today, waits


def version(record, data, entry):
    found = approved.public_version(record, data, entry, today())
    return found.version if found else None


def test_outside_of_a_period_the_newest_stands(record, data):
    entry = record.add("decision", REGION, decision(published=True), "Ada")
    assert version(record, data, entry) == 1
    period(data, last=today() - timedelta(days=1), first=today() - timedelta(days=9))
    assert version(record, data, entry) == 1


def test_within_one_what_is_new_waits_for_somebody_else(record, data):
    period(data)
    entry = record.add("decision", REGION, decision(published=True), "Ada")
    assert version(record, data, entry) is None
    key = approved.key_of(entry)
    assert key == f"decision/{entry.id}/1"
    approve(record, key, "Ada")  # who wrote it approves nothing
    approve(record, key, "Ben", OTHER)  # nor does an approval of another region
    approve(record, "decision/other/1", "Ben")
    assert version(record, data, entry) is None
    approve(record, key, "Ben")
    assert version(record, data, entry) == 1


def test_what_stood_before_the_period_stays_until_the_new_is_approved(record, data):
    entry = record.add("decision", REGION, decision(published=True), "Ada")
    period(data, first=today() + timedelta(days=1), last=today() + timedelta(days=9))
    newer = record.change(entry.id, 1, decision("Another", published=True), "Ada")
    later = today() + timedelta(days=2)
    assert approved.public_version(record, data, newer, later).version == 2  # both are of before
    period(data)
    assert approved.public_version(record, data, newer, today()) is None  # both are of its first day


def test_what_was_withdrawn_comes_back_with_a_second_person_alone(record, data):
    period(data)
    entry = record.add("decision", REGION, decision(published=True), "Ada")
    approve(record, approved.key_of(entry), "Ben")
    record.withdraw(entry.id, 1, "Ada")
    again = record.change(entry.id, 2, decision(published=True), "Ada")
    assert version(record, data, again) is None
    approve(record, approved.key_of(again), "Ben")
    assert version(record, data, again) == 3


def test_what_was_taken_back_is_gone_at_once(record, data):
    period(data)
    entry = record.add("decision", REGION, decision(published=True), "Ada")
    approve(record, approved.key_of(entry), "Ben")
    taken_back = record.change(entry.id, 1, decision(published=False), "Ada")
    assert version(record, data, taken_back) is None
    again = record.change(entry.id, 2, decision("New", published=True), "Ada")
    assert version(record, data, again) is None  # and does not come back by an approval of before


def test_a_public_pack_is_made_by_one_named_person_and_approved_by_another(record, data, monkeypatch):
    asks = lambda name: monkeypatch.setattr(approved, "author", lambda: Author(name, name.lower()))  # noqa: E731
    may = lambda brief="summary": approved.pack_may_be_made(record, data, REGION, brief, today())  # noqa: E731
    asks("")
    assert may()  # no period
    period(data)
    approve(record, "pack/summary", "Cat", OTHER)
    asks("Ada")
    assert not may()  # another region's
    approve(record, "pack/summary", "Ben")
    assert [asks(name) or may() for name in ("", "Ben", "Ada")] == [False, False, True]
    assert not may("another")


@pytest.mark.parametrize(
    ("wrote", "approves", "stands"),
    [
        (Author("Ada King", "u1"), Author("Ada Lovelace", "u1"), None),  # one person, who married meanwhile
        (Author("Ann Hill", "u1"), Author("Ann Hill", "u2"), 1),  # two people of one name
        (
            Author("Ada"),
            Author("Ada", "u1"),
            None,
        ),  # of before subjects were kept: the name decides
        (Author("Ada"), Author("Ben", "u2"), 1),
        (Author("Ada", "u1"), Author("Ben"), None),  # nobody in particular: an import may say any name
    ],
)
def test_a_second_person_is_told_by_the_providers_own_name_for_them(record, data, wrote, approves, stands):
    period(data)
    entry = record.add("decision", REGION, decision(published=True), wrote)
    approve(record, approved.key_of(entry), approves)
    assert version(record, data, entry) == stands


def test_the_day_of_the_newest_approval_of_feeds_is_told_of_each_region(record, data):
    approve(record, "feed", Author("Ben"))  # nobody in particular
    approve(record, "pack/summary", "Ben", OTHER)
    publish.publish_feeds(record, data)
    assert json.loads((data / "public" / "feeds.json").read_text()) == {"regions": {}}
    approve(record, "feed", "Ben")
    publish.publish_feeds(record, data)
    assert json.loads((data / "public" / "feeds.json").read_text()) == {
        "regions": {REGION: today().isoformat()}
    }
    assert feeds_approved(data) == {REGION: today()}


def test_a_file_of_before_days_were_kept_approves_nothing(data):
    (data / "public" / "feeds.json").write_text('{"regions": ["E47000001"]}')
    assert feeds_approved(data) == {}


def test_briefs_for_the_public_are_told_from_the_offices(tmp_path):
    for name, audience in (("b", "public"), ("a", "office"), ("c", "public")):
        (tmp_path / f"{name}.toml").write_text(f'audience = "{audience}"\n')
    assert approved.public_briefs(tmp_path) == ["b", "c"]


def test_the_day_is_that_of_universal_time_wherever_the_machine_stands(own_record, data, monkeypatch):
    class Clock(datetime):
        @classmethod
        def now(cls, tz=None):
            return datetime(2026, 5, 6 if tz else 5, 0, 30, tzinfo=UTC)

    period(data, first=date(2026, 5, 6), last=date(2026, 5, 6))
    own_record.add("decision", REGION, decision(published=True), "Ada")
    approve(own_record, "pack/other", "Ben")
    monkeypatch.setattr(publish, "datetime", Clock)
    monkeypatch.setattr(approved, "datetime", Clock)
    assert publish.publishable(own_record, data, "decision") == []  # it waits on the 6th alone
    assert len(waits(own_record, data)) == 3
    own_record.add("answer", REGION, Answer(("q",), today(), "/", "Why?", "looking"), "Ada")
    publish.publish_answers(own_record, Settings(data=data))
    told = json.loads((data / "public" / "answers.json").read_text())
    assert told["counts"][REGION]["day"] == "2026-05-06"


def test_that_something_waits_is_known_to_every_process_until_it_is_done(data):
    assert not publish.is_deferred(data)
    publish.mark_deferred(data)
    marks = publish.deferred(data)
    assert publish.is_deferred(data)
    publish.mark_deferred(data)  # by somebody else, of something else
    publish.clear_deferred(marks)
    publish.clear_deferred(marks)
    assert publish.is_deferred(data)
    publish.clear_deferred(publish.deferred(data))
    assert not publish.is_deferred(data)


def test_nothing_waits_outside_of_a_period(own_record, data):
    own_record.add("decision", REGION, decision(published=True), "Ada")
    assert waits(own_record, data) == []


def test_in_a_period_all_that_is_new_and_public_waits_until_somebody_else_approves_it(own_record, data):
    period(data, regions=(REGION, OTHER))
    answer = Answer(("q1",), today(), "/", "Why?", "answered", "Because.", published=True)
    added = [
        own_record.add("decision", REGION, decision("Cap", published=True), "Ada"),
        own_record.add("answer", REGION, answer, "Ben"),
    ]
    own_record.add("decision", REGION, decision("Not public"), "Ada")
    own_record.add("decision", OTHER, decision("Elsewhere", published=True), "Ada")
    approve(own_record, "feed", "Cat", OTHER)
    lasting = [
        approved.Waits("pack/summary", None, "The public pack “summary”"),
        approved.Waits("feed", None, "The public feeds of what changed"),
    ]
    assert waits(own_record, data) == [
        approved.Waits(approved.key_of(added[0]), Author("Ada"), "Cap (written by Ada)"),
        approved.Waits(approved.key_of(added[1]), Author("Ben"), "Answer: Why? (written by Ben)"),
        *lasting,
    ]
    for thing in ("feed", *map(approved.key_of, added)):
        approve(own_record, thing, "Cat")
    assert waits(own_record, data) == lasting[:1]


def test_whatever_kind_is_published_waits():
    has = {kind for kind, item in RECORD_KINDS.items() if "published" in {each.name for each in fields(item)}}
    assert set(approved.PUBLISHED) == has


def test_while_the_file_of_periods_has_a_slip_nothing_is_published(record, data):
    (data / "pre-election.toml").write_text("[[period")
    with pytest.raises(InvalidPeriod, match="mend the TOML"):
        publish.publish(record, data, ())
    assert list((data / "public").iterdir()) == []
