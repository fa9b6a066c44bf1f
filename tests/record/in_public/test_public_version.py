"""In a pre-election period: what stands in public, who may approve it, and what a published file holds."""

import json
import stat
import time
from dataclasses import fields, replace
from datetime import UTC, date, datetime, timedelta
from threading import Event, Thread
from types import SimpleNamespace

import pytest

from dashboard.record import approved, publish
from dashboard.record.answered_questions import answered_question_ids, counts
from dashboard.record.kinds import KINDS, Answer, Approval, Evidence, Figure, FrozenFigure
from dashboard.record.store import Record
from dashboard.settings import Settings
from tests.record.things import REGION, decision

TODAY = datetime.now(UTC).date()
OTHER = "E47000002"


@pytest.fixture
def data(tmp_path):
    """The data folder, with a period in REGION that began `days` ago where one is written."""
    (tmp_path / "public").mkdir()
    return tmp_path


@pytest.fixture
def record(data):
    record = Record.open(Settings(data=data))
    yield record
    record.engine.dispose()


def period(data, first=TODAY, last=TODAY + timedelta(days=1), regions=(REGION,)):
    """A period of `regions` is written into the file."""
    (data / "pre-election.toml").write_text(
        f'[[period]]\nfirst = {first}\nlast = {last}\nelection = "Local"\nregions = {json.dumps(regions)}\n'
    )


def approve(record, thing, by, region=REGION):
    record.add("approval", region, Approval(thing, "fine"), by)


def version(record, data, entry):
    found = approved.public_version(record, data, entry, TODAY)
    return found.version if found else None


def test_outside_of_a_period_the_newest_stands(record, data):
    entry = record.add("decision", REGION, decision(published=True), "Ada")
    assert version(record, data, entry) == 1
    period(data, last=TODAY - timedelta(days=1), first=TODAY - timedelta(days=9))
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
    period(data, first=TODAY + timedelta(days=1), last=TODAY + timedelta(days=9))
    newer = record.change(entry.id, 1, decision("Another", published=True), "Ada")
    later = TODAY + timedelta(days=2)
    assert approved.public_version(record, data, newer, later).version == 2  # both are of before
    period(data)
    assert approved.public_version(record, data, newer, TODAY) is None  # both are of its first day


def test_what_was_taken_back_is_gone_at_once(record, data):
    period(data)
    entry = record.add("decision", REGION, decision(published=True), "Ada")
    approve(record, approved.key_of(entry), "Ben")
    taken_back = record.change(entry.id, 1, decision(published=False), "Ada")
    assert version(record, data, taken_back) is None
    again = record.change(entry.id, 2, decision("New", published=True), "Ada")
    assert version(record, data, again) is None  # and does not come back by an approval of before


def test_a_public_pack_is_made_by_one_named_person_and_approved_by_another(record, data, monkeypatch):
    asks = lambda name: monkeypatch.setattr(approved, "recorded_name", lambda: name)  # noqa: E731
    may = lambda brief="summary": approved.pack_may_be_made(record, data, REGION, brief, TODAY)  # noqa: E731
    asks("")
    assert may()  # no period
    period(data)
    approve(record, "pack/summary", "Cat", OTHER)
    asks("Ada")
    assert not may()  # another region's
    approve(record, "pack/summary", "Ben")
    assert [asks(name) or may() for name in ("", "Ben", "Ada")] == [False, False, True]
    assert not may("another")


def test_feeds_wait_for_an_approval_of_this_period(record, data):
    agreed = lambda day=TODAY: approved.feeds_agreed(record, data, REGION, day)  # noqa: E731
    assert agreed()
    period(data)
    approve(record, "feed", "Ben", OTHER)
    assert not agreed()
    approve(record, "feed", "Ben")
    assert agreed()
    publish.publish_feeds(record, data)
    assert json.loads((data / "public" / "feeds.json").read_text()) == {"regions": [REGION, OTHER]}
    period(data, first=TODAY + timedelta(days=1), last=TODAY + timedelta(days=9))
    assert not agreed(TODAY + timedelta(days=1))  # what was agreed before it is not agreed within it


def test_a_region_whose_feeds_wait_is_not_in_the_file(record, data):
    period(data)
    approve(record, "pack/summary", "Ben")
    publish.publish_feeds(record, data)
    assert json.loads((data / "public" / "feeds.json").read_text()) == {"regions": []}


def test_briefs_for_the_public_are_told_from_the_offices(tmp_path):
    for name, audience in (("b", "public"), ("a", "office"), ("c", "public")):
        (tmp_path / f"{name}.toml").write_text(f'audience = "{audience}"\n')
    assert approved.public_briefs(tmp_path) == ["b", "c"]


OPEN, CLOSED = "employment/open", "employment/closed"
SHOWN = Evidence(
    address="/theme/employment",
    title="Employment",
    day=date(2026, 1, 1),
    snapshot="office-snapshot",
    words="w",
    public=True,
    public_snapshot="public-snapshot",
    figures=(),
)


def published(record, data, **changed):
    record.add("decision", REGION, decision(published=True, **changed), "Ada")
    assert publish.publish(record, data, {OPEN}) == 1
    ((found,),) = (json.loads((data / "public" / "decisions.json").read_text())["decisions"],)
    return found


def test_of_a_published_decision_what_is_for_colleagues_stays_in_the_office(record, data):
    found = published(record, data, learned="A frank word", reviewed=date(2026, 6, 1))
    assert {"published", "learned", "reviewed"} & set(found) == set()
    assert "frank" not in (data / "public" / "decisions.json").read_text()
    assert (found["region"], found["version"], found["title"]) == (REGION, 1, "Extend the bus fares cap")


def test_evidence_of_the_office_stays_there_and_of_the_rest_the_public_snapshot_is_named(record, data):
    hidden = replace(SHOWN, address="/theme/hidden", public=False)
    (shown,) = published(record, data, evidence=(SHOWN, hidden))["evidence"]
    assert (shown["address"], shown["snapshot"]) == ("/theme/employment", "public-snapshot")
    assert not [name for name in shown if name.startswith("public")]


@pytest.mark.parametrize(("indicator", "kept"), [(OPEN, True), (CLOSED, False)])
def test_an_effect_on_what_the_public_has_not_is_left_out_whole(record, data, indicator, kept):
    baseline = Figure(date(2025, 1, 1), 30.7, "office-snapshot")
    found = published(record, data, indicator=indicator, area_code=REGION, expected="rise", baseline=baseline)
    told = (found["indicator"], found["area_code"], found["expected"])
    assert told == ((OPEN, REGION, "rise") if kept else ("", "", ""))
    assert (found["baseline"] or {}).get("value") == (30.7 if kept else None)


@pytest.mark.parametrize(
    ("page", "of", "kept"),
    [
        ("", (OPEN, CLOSED), [OPEN]),
        (OPEN, ("", CLOSED), [""]),  # of earlier versions: those of the page's own indicator
        (CLOSED, ("", OPEN), [OPEN]),
    ],
)
def test_of_the_figures_of_a_view_those_that_the_public_has_not_stay_in_the_office(
    record, data, page, of, kept
):
    figures = tuple(FrozenFigure(REGION, date(2025, 1, 1), 30.7, name) for name in of)
    view = replace(SHOWN, indicator=page, figures=figures)
    (shown,) = published(record, data, evidence=(view,))["evidence"]
    assert [figure["indicator"] for figure in shown["figures"]] == kept


def test_a_published_decision_is_named_by_its_id_and_region(record, data):
    entry = record.add("decision", REGION, decision(published=True), "Ada")
    publish.publish(record, data, set())
    (told,) = json.loads((data / "public" / "decisions.json").read_text())["decisions"]
    assert (told["id"], told["region"], told["version"]) == (entry.id, REGION, 1)


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
    publish.publish_feeds(own_record, data)
    assert json.loads((data / "public" / "feeds.json").read_text()) == {"regions": []}
    own_record.add("answer", REGION, Answer(("q",), TODAY, "/", "Why?", "looking"), "Ada")
    publish.publish_answers(own_record, Settings(data=data))
    told = json.loads((data / "public" / "answers.json").read_text())
    assert told["counts"][REGION]["day"] == "2026-05-06"


def test_the_questions_of_each_region_are_counted_by_themselves(record, data, monkeypatch):
    came = {"a": REGION, "b": REGION, "c": OTHER}
    kept = [SimpleNamespace(id=key, region=region) for key, region in came.items()]
    record.add("answer", OTHER, Answer(("d",), TODAY, "/", "Why?", "looking"), "Ada")
    monkeypatch.setattr(publish, "questions", lambda settings: kept)
    publish.publish_answers(record, Settings(data=data))
    told = json.loads((data / "public" / "answers.json").read_text())["counts"]
    waiting = {region: (counted["waiting"], counted["looking"]) for region, counted in told.items()}
    assert waiting == {REGION: (2, 0), OTHER: (1, 1)}


def test_a_public_file_is_one_that_people_can_read_too(data):
    publish.write_public(data / "public" / "a.json", {"title": "Café"})
    assert (data / "public" / "a.json").read_text("utf-8") == '{\n "title": "Café"\n}'


def test_what_is_not_marked_published_is_not(record, data):
    record.add("decision", REGION, decision(), "Ada")
    assert publish.publish(record, data, {OPEN}) == 0
    assert publish.publishable(record, data, "decision") == []


def test_that_something_waits_is_known_to_every_process_until_it_is_done(data):
    assert not publish.is_deferred(data)
    publish.mark_deferred(data)
    assert publish.is_deferred(data)
    publish.clear_deferred(data)
    publish.clear_deferred(data)
    assert not publish.is_deferred(data)


def waits(record, data):
    """What waits in REGION today, as a site of the office asks it; the briefs lie beside the data."""
    (data / "briefs").mkdir(exist_ok=True)
    (data / "briefs" / "summary.toml").write_text('audience = "public"\n')
    settings = SimpleNamespace(data=data, briefs=data / "briefs")
    site = SimpleNamespace(settings=settings, record=record)
    return approved.waiting(site, SimpleNamespace(code=REGION))


@pytest.fixture
def own_record(record, monkeypatch):
    monkeypatch.setattr(approved, "office_record", lambda site: SimpleNamespace(store=site.record))
    return record


def test_nothing_waits_outside_of_a_period(own_record, data):
    own_record.add("decision", REGION, decision(published=True), "Ada")
    assert waits(own_record, data) == []


def test_in_a_period_all_that_is_new_and_public_waits_until_somebody_else_approves_it(own_record, data):
    period(data, regions=(REGION, OTHER))
    answer = Answer(("q1",), TODAY, "/", "Why?", "answered", "Because.", published=True)
    added = [
        own_record.add("decision", REGION, decision("Cap", published=True), "Ada"),
        own_record.add("answer", REGION, answer, "Ben"),
    ]
    own_record.add("decision", REGION, decision("Not public"), "Ada")
    own_record.add("decision", OTHER, decision("Elsewhere", published=True), "Ada")
    approve(own_record, "feed", "Cat", OTHER)
    lasting = [
        approved.Waits("pack/summary", "", "The public pack “summary”"),
        approved.Waits("feed", "", "The public feeds of what changed"),
    ]
    assert waits(own_record, data) == [
        approved.Waits(approved.key_of(added[0]), "Ada", "Cap (written by Ada)"),
        approved.Waits(approved.key_of(added[1]), "Ben", "Answer: Why? (written by Ben)"),
        *lasting,
    ]
    for thing in ("feed", *map(approved.key_of, added)):
        approve(own_record, thing, "Cat")
    assert waits(own_record, data) == lasting[:1]


def test_whatever_kind_is_published_waits():
    has = {kind for kind, item in KINDS.items() if "published" in {each.name for each in fields(item)}}
    assert set(approved.PUBLISHED) == has


def test_questions_are_counted_by_what_became_of_them(record):
    for state, keys in (("answered", ("a", "b")), ("looking", ("c",)), ("aside", ("d",))):
        record.add("answer", REGION, Answer(keys, TODAY, "/", "Why?", state), "Ada")
    record.add("answer", OTHER, Answer(("z",), TODAY, "/", "Why?", "answered"), "Ada")
    assert answered_question_ids(record, REGION) == {"a", "b", "c", "d"}
    assert counts(record, REGION, {"a", "e", "f"}, date(2026, 11, 29)) == {
        "came": 6, "answered": 2, "looking": 1, "aside": 1, "waiting": 2, "day": "2026-11-29",
    }  # fmt: skip


def test_an_answer_stands_in_public_in_the_offices_words_alone(record, data):
    settings = Settings(data=data)
    answer = Answer(
        ("q1", "q2"), date(2026, 5, 1), "/targets", "Why?", "answered", "Because.", published=True
    )
    entry = record.add("answer", REGION, answer, "Ada")
    record.add("answer", REGION, Answer(("q3",), TODAY, "/", "Frank", "looking"), "Ada")
    assert publish.publish_answers(record, settings) == 1
    kept = json.loads((data / "public" / "answers.json").read_text())
    assert kept["answers"] == [
        {
            "id": entry.id, "region": REGION, "words": "Why?", "answer": "Because.", "about": "/targets",
            "asked": "2026-05-01", "answered": TODAY.isoformat(), "times": 2,
        }
    ]  # fmt: skip
    assert {name: kept["counts"][REGION][name] for name in ("came", "answered", "looking", "waiting")} == {
        "came": 3, "answered": 2, "looking": 1, "waiting": 0,
    }  # fmt: skip


def test_one_publishes_after_the_other(data):
    fcntl = pytest.importorskip("fcntl")
    order, inside = [], Event()

    def second():
        inside.wait(5)
        with publish.one_at_a_time(data):
            order.append("second")

    other = Thread(target=second)
    other.start()
    with publish.one_at_a_time(data):
        inside.set()
        time.sleep(0.05)
        order.append("first")
        held = (data / ".publishing" / "lock").open("w")
        with pytest.raises(BlockingIOError):  # as another process would find it
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
    other.join()
    held.close()
    assert order == ["first", "second"]


def test_what_is_written_while_publishing_is_this_accounts_alone(data):
    with publish.one_at_a_time(data):
        pass
    assert stat.S_IMODE((data / ".publishing").stat().st_mode) == 0o700
    publish.mark_deferred(data)  # the folder is there already
    assert publish.is_deferred(data)
    other = data / "other"
    other.mkdir()
    publish.mark_deferred(other)
    assert stat.S_IMODE((other / ".publishing").stat().st_mode) == 0o700
    publish.mark_deferred(data / "nowhere" / "at all")  # cannot be noted: whoever saved is told all the same
