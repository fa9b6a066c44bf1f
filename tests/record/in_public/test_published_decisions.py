"""What a published file holds of a decision, who may read it, and that nobody else's is written with it."""

import json
import stat
import time
from dataclasses import replace
from datetime import date
from threading import Event, Thread

import pytest

from dashboard.record import publish
from dashboard.record.kinds import Evidence, FrozenFigure, RecordedFigure
from tests.record.factories import REGION, decision

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
    baseline = RecordedFigure(date(2025, 1, 1), 30.7, "office-snapshot")
    found = published(record, data, indicator=indicator, area_code=REGION, expected="rise", baseline=baseline)
    told = (found["indicator"], found["area_code"], found["expected"])
    assert told == ((OPEN, REGION, "rise") if kept else ("", "", ""))
    assert (found["baseline"] or {}).get("value") == (30.7 if kept else None)


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "//evil.example", "https://evil.example/", "/\\evil", "http://["]
)
def test_evidence_that_an_older_import_let_lead_elsewhere_is_left_out(record, data, address):
    strange = replace(SHOWN, address=address)
    (shown,) = published(record, data, evidence=(SHOWN, strange))["evidence"]
    assert shown["address"] == "/theme/employment"


def test_taking_back_leaves_everything_else_as_it_stood(record, data):
    published(record, data)
    other = record.add("decision", REGION, decision("Another", published=True), "Ada")
    publish.publish(record, data, {OPEN})
    before = json.loads((data / "public" / "decisions.json").read_text())["decisions"]
    record.change(other.id, 1, decision("Another", published=False), "Ada")
    record.add("decision", REGION, decision("New", published=True), "Ada")
    publish.take_back(record, data, "decision")
    held = json.loads((data / "public" / "decisions.json").read_text())["decisions"]
    assert held == [item for item in before if item["id"] != other.id] != []
    written = (data / "public" / "decisions.json").stat().st_ino
    publish.take_back(record, data, "decision")
    assert (data / "public" / "decisions.json").stat().st_ino == written  # what stands is not written again
    publish.take_back(record, data, "promise")  # of which none was ever published
    assert not (data / "public" / "promises.json").exists()


@pytest.mark.parametrize("expected", ["", "none", "soar"])
def test_a_figure_of_which_an_older_import_expects_nothing_known_is_left_out_whole(record, data, expected):
    found = published(record, data, indicator=OPEN, area_code=REGION, expected=expected)
    assert (found["indicator"], found["area_code"], found["expected"]) == ("", "", "")


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


def test_a_public_file_is_one_that_people_can_read_too(data):
    publish.write_public(data / "public" / "a.json", {"title": "Café"})
    assert (data / "public" / "a.json").read_text("utf-8") == '{\n "title": "Café"\n}'


def test_what_is_not_marked_published_is_not(record, data):
    record.add("decision", REGION, decision(), "Ada")
    assert publish.publish(record, data, {OPEN}) == 0
    assert publish.publishable(record, data, "decision") == []


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
    marks = {publish.mark_deferred(data)}  # the folder is there already
    assert publish.deferred(data) == marks
    assert publish.is_deferred(data)
    other = data / "other"
    other.mkdir()
    publish.mark_deferred(other)
    assert stat.S_IMODE((other / ".publishing").stat().st_mode) == 0o700
    publish.mark_deferred(data / "nowhere" / "at all")  # cannot be noted: whoever saved is told all the same
