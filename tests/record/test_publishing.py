"""A right holds where the row is written; what is public follows what is saved, or it is said."""

import json
import threading

import duckdb
import pytest

from dashboard.datastore.areas import UnknownArea
from dashboard.datastore.store import DatastoreError
from dashboard.record import publish as publishing_files
from dashboard.record.access import RecordUnavailable
from dashboard.record.publish import is_deferred, mark_deferred, one_at_a_time
from dashboard.record.store import Record
from dashboard.web.writing.publishing import keep_public, published
from dashboard.web.writing.record_answers import UNSAVED
from tests.record.forms.test_decisions import FILLED

PUBLISHED = FILLED | {"published": True}


@pytest.fixture
def public_file(site):
    """What the public may read of decisions: ids by which it is found."""
    path = site.settings.data / "public" / "decisions.json"
    return lambda: [item["id"] for item in json.loads(path.read_text())["decisions"]]


@pytest.mark.parametrize("what", ["withdraw", "change"])
def test_what_was_published_since_it_was_read_is_no_editors_to_change(record, what):
    """The check is asked of the version in the transaction, not of the one that was read before."""
    from tests.record.factories import decision

    entry = record.add("decision", "E47000001", decision(), "Ada")
    seen = []
    allow = lambda newest: seen.append(newest.version)  # noqa: E731
    record.change(entry.id, 1, decision(), "Ada")
    if what == "withdraw":
        record.withdraw(entry.id, 2, "Bob", allow)
    else:
        record.change(entry.id, 2, decision(), "Bob", allow=allow)
    assert seen == [2]

    def refuse(newest):
        raise PermissionError

    with pytest.raises(PermissionError):
        record.withdraw(entry.id, 3, "Bob", refuse)
    assert record.get(entry.id).version == 3
    record.change(entry.id, 3, decision(), "Ada")  # nothing is left locked


def test_an_editor_who_read_before_it_was_published_cannot_withdraw_it(post, as_role, monkeypatch):
    _, made = post("decision", FILLED)
    before, read = Record.get, []

    def get(record, record_id):
        """Somebody publishes right after the editor's request has read the decision."""
        found = before(record, record_id)
        if not read:
            read.append(found)
            record.change(record_id, 1, found.item.__class__(**vars(found.item) | {"published": True}), "Pub")
        return found

    as_role("editor")
    monkeypatch.setattr(Record, "get", get)
    status, _ = post(f"decision/{made['id']}/withdraw", version=2)
    assert (status, len(read)) == (403, 1)


def test_a_conflict_that_cannot_be_told_for_the_database_is_away_says_that_nothing_was_saved(
    post, monkeypatch
):
    def away(*_):
        raise RecordUnavailable

    _, made = post("decision", FILLED)
    assert post(f"decision/{made['id']}", FILLED, version=1)[0] == 200
    monkeypatch.setattr(Record, "history", away)
    assert post(f"decision/{made['id']}", FILLED, version=1) == (503, {"message": UNSAVED})


def test_a_thing_is_withdrawn_as_what_it_is(post):
    _, made = post("decision", FILLED)
    assert post(f"target/{made['id']}/withdraw", version=1)[0] == 404


def test_a_withdrawal_that_cannot_be_made_public_says_so_and_is_repeated(
    post, page, site, public_file, monkeypatch
):
    _, made = post("decision", PUBLISHED)
    assert made["public"]
    assert made["id"] in public_file()

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(publishing_files, "write_public", full)
    status, gone = post(f"decision/{made['id']}/withdraw", version=1)
    assert (status, gone["public"]) == (200, False)
    assert "The public still sees it" in page(gone["href"])
    assert made["id"] in public_file()
    assert is_deferred(site.settings.data)
    monkeypatch.undo()
    assert published(site, "pilot")  # whatever is saved next: all that waits goes with it
    assert made["id"] not in public_file()
    assert not is_deferred(site.settings.data)


@pytest.mark.parametrize(
    "fault", [UnknownArea("X1"), DatastoreError("no table"), duckdb.Error("no figure"), OSError()]
)
def test_a_kind_that_cannot_be_published_stops_no_other_and_the_form_says_so(
    post, site, public_file, monkeypatch, fault
):
    _, made = post("decision", PUBLISHED)
    write = publishing_files.write_public
    told = []

    def faulty(path, content):
        told.append(path.name)
        if path.name == "decisions.json":
            raise fault
        write(path, content)

    monkeypatch.setattr(publishing_files, "write_public", faulty)
    status, gone = post(f"decision/{made['id']}/withdraw", version=1)
    assert (status, gone["public"], is_deferred(site.settings.data)) == (200, False, True)
    assert published(site, "answer")  # it is done, though what waited with it is not
    assert {"decisions.json", "answers.json", "feeds.json"} <= set(told)
    assert not published(site, "approval")
    assert is_deferred(site.settings.data)
    monkeypatch.undo()
    assert published(site, "answer")
    assert made["id"] not in public_file()


def test_what_is_marked_while_another_publishes_still_waits(site, monkeypatch):
    data, seen = site.settings.data, []

    def meanwhile(*_):
        """A process that could not publish, or an import, marks what this one has perhaps not read."""
        seen.append(is_deferred(data))
        mark_deferred(data)

    monkeypatch.setattr(publishing_files, "write_public", meanwhile)
    assert published(site, "decision")
    assert seen == [True]  # of itself: whoever is killed in the middle has left a mark
    assert is_deferred(data)
    monkeypatch.undo()
    assert published(site, "decision")
    assert not is_deferred(data)


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_the_thread_that_publishes_outlives_whatever_happens():
    done = threading.Event()

    class Keeper:
        """Its datastore cannot be opened at first."""

        asked = 0

        def current(self):
            self.asked += 1
            if self.asked < 3:
                raise DatastoreError("it is being swapped")
            done.set()
            raise SystemExit  # ends the thread

    keep_public(Keeper(), every=0.01).join(5)
    assert done.is_set()


def test_what_only_the_office_sees_waits_for_nothing(post, monkeypatch, site):
    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(publishing_files, "write_public", full)
    _, made = post("decision", FILLED)
    assert made["public"]
    monkeypatch.undo()
    assert published(site, "decision")


def test_a_start_publishes_what_an_import_brought(office_app, post, public_file, site):
    _, made = post("decision", PUBLISHED)
    (site.settings.data / "public" / "decisions.json").unlink()
    keep_public(office_app[1], every=3600)
    for _ in range(200):
        if (site.settings.data / "public" / "decisions.json").exists():
            break
        threading.Event().wait(0.05)
    assert made["id"] in public_file()


def test_one_publishes_after_the_other(tmp_path):
    order = []

    def second():
        with one_at_a_time(tmp_path):
            order.append("second")

    with one_at_a_time(tmp_path):
        waits = threading.Thread(target=second)
        waits.start()
        waits.join(0.1)
        order.append("first")
    waits.join(5)
    assert order == ["first", "second"]
