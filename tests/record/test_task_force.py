"""The first hundred days: progress against the calendar, and nothing done without its evidence."""

from datetime import UTC, date, datetime, timedelta

from dashboard.pages.record.calendar import Progress
from dashboard.statements import record_words as words
from tests.record.things import action

START = date(2026, 10, 12)
ACTION = {
    "title": "Survey 200 employers",
    "owner": "Chamber",
    "due": "2026-11-16",
    "needed": "The report",
    "status": "under way",
    "evidence": "",
}


def test_progress_is_counted_against_the_calendar():
    items = (
        action("a", date(2026, 10, 19), status="done", evidence="/", done=date(2026, 10, 18)),
        action("b", date(2026, 11, 16)),
        action("c", date(2026, 11, 23), status="blocked"),
        action("d", date(2027, 1, 18)),
    )
    found = Progress(START, date(2026, 11, 23), items)
    assert (found.day, found.end) == (43, date(2027, 1, 19))
    assert (found.done, found.should, found.late, found.blocked) == (1, 2, 1, 1)
    assert words.days(found.day, 100, 1, 4, 1) == "Day 43 of 100: 1 of 4 actions done, 1 late."


def test_before_and_after_the_hundred_days_the_words_say_so():
    assert words.days(0, 100, 0, 1, 0) == "The hundred days begin tomorrow: 1 action planned."
    assert words.days(-6, 100, 0, 3, 0) == "The hundred days begin in 7 days: 3 actions planned."
    assert words.days(101, 100, 2, 3, 1) == "The 100 days are over: 2 of 3 actions done, 1 late."


def test_an_action_is_late_from_the_day_after_it_is_due():
    today = date(2026, 11, 23)
    assert words.status("under way", today, None, today) == "Under way"
    assert words.status("under way", today - timedelta(days=1), None, today) == "Under way, 1 day late"
    assert (
        words.status("done", today, today + timedelta(days=4), today)
        == "Done on 27 November 2026, 4 days late"
    )


def test_no_action_is_done_without_its_evidence(post):
    status, answer = post("action", ACTION | {"status": "done"})
    assert (status, answer["errors"][0]["field"]) == (422, "evidence")
    for link in ("javascript:alert(1)", "//evil.example", "/\\evil.example", "report.pdf"):
        assert post("action", ACTION | {"evidence": link})[0] == 422


def test_the_day_it_was_done_is_the_day_it_was_said_and_stays(post, site):
    _, answer = post("action", ACTION | {"status": "done", "evidence": "https://example.org/report"})
    post(f"action/{answer['id']}", ACTION | {"status": "done", "evidence": "/compare"}, version=1)
    found = site.record.store.get(answer["id"]).item
    assert (found.done, found.evidence) == (datetime.now(UTC).date(), "/compare")
    post(f"action/{answer['id']}", ACTION, version=2)
    assert site.record.store.get(answer["id"]).item.done is None


def test_the_tracker_begins_with_the_first_day_and_has_one(post, page):
    assert "The tracker begins with the first day" in page("/task-force?region=E47000002")
    given = {"start": "2026-10-12", "purpose": "More digital skills"}
    assert post("programme", given)[0] == 201
    assert post("programme", given)[0] == 409
    post("action", ACTION)
    text = page("/task-force")
    assert "More digital skills" in text
    assert "Survey 200 employers" in text
