"""The first hundred days: progress against the calendar, and nothing done without its evidence."""

from datetime import UTC, date, datetime, timedelta

import pytest

from dashboard.pages.record.calendar import Progress, after_words, calendar, state
from dashboard.statements import record_words as words
from tests.record.factories import action

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
    assert words.status(action("a", today, status="under way"), today) == "Under way, due today"
    yesterday = today - timedelta(days=1)
    assert words.status(action("a", yesterday, status="under way"), today) == "Under way, 1 day late"
    late = action("a", today, status="done", done=date(2026, 11, 27), logged=date(2026, 11, 27))
    assert words.status(late, today) == "Done on 27 November 2026, 4 days late"


def test_work_done_on_time_and_logged_later_is_not_late():
    on_time = action("a", date(2026, 9, 30), status="done", done=date(2026, 9, 28), logged=date(2026, 11, 29))
    said = words.status(on_time, date(2026, 11, 29))
    assert said == "Done on 28 September 2026; logged on 29 November 2026"
    older = action("a", date(2026, 9, 30), status="done", done=date(2026, 9, 28))
    assert words.status(older, date(2026, 11, 29)) == "Done on 28 September 2026"


def test_the_day_of_the_work_is_asked_for_and_the_day_of_logging_is_kept_apart(post, site):
    given = ACTION | {"status": "done", "evidence": "/compare", "done": "2026-11-10", "due": "2026-11-12"}
    _, answer = post("action", given)
    first = site.record.shown_record.get(answer["id"]).item
    assert (first.done, first.logged) == (date(2026, 11, 10), datetime.now(UTC).date())
    post(f"action/{answer['id']}", given | {"done": "2026-11-09"}, version=1)
    again = site.record.shown_record.get(answer["id"]).item
    assert (again.done, again.logged) == (date(2026, 11, 9), first.logged)


@pytest.mark.parametrize(
    "changed", [{"done": "2099-01-01", "status": "done", "evidence": "/"}, {"done": "2026-11-10"}]
)
def test_a_day_in_the_future_or_of_work_that_is_not_done_is_refused(post, changed):
    status, answer = post("action", ACTION | changed)
    assert (status, [error["field"] for error in answer["errors"]]) == (422, ["done"])


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        (date(2026, 1, 5), date(2026, 1, 6), "1 day"),
        (date(2026, 1, 5), date(2026, 3, 4), "58 days"),
        (date(2026, 1, 5), date(2026, 3, 5), "2 months"),  # 59 days
        (date(2026, 1, 31), date(2026, 4, 30), "3 months"),
        (date(2025, 11, 29), date(2026, 11, 28), "11 months"),  # 364 days are 12 times 30
        (date(2025, 11, 29), date(2026, 11, 29), "1 year"),
        (date(2024, 9, 1), date(2026, 11, 29), "2 years and 2 months"),
    ],
)
def test_months_are_those_of_the_calendar(first, last, said):
    assert words.span(first, last) == said


def test_blocked_late_and_due_soon_look_different_and_after_day_100_is_said():
    today = date(2026, 11, 23)
    items = (
        action("done", date(2026, 11, 20), status="done", done=date(2026, 11, 20)),
        action("blocked", date(2026, 11, 20), status="blocked"),
        action("late", date(2026, 11, 22)),
        action("soon", date(2026, 11, 30)),
        action("planned", date(2026, 12, 1)),
        action("Open the centre", date(2027, 3, 1)),
    )
    assert [state(item, today) for item in items[:5]] == [item.title for item in items[:5]]
    found = Progress(START, today, items)
    assert [item.title for item in found.after] == ["Open the centre"]
    assert after_words(found).children == "After day 100: Open the centre (1 March 2027)."
    looks = {part.className for part in calendar(found).children if part is not None}
    assert len([look for look in looks if "calendar-mark-" in look]) == 5


def test_no_action_is_done_without_its_evidence(post):
    status, answer = post("action", ACTION | {"status": "done"})
    assert (status, answer["errors"][0]["field"]) == (422, "evidence")
    for link in ("javascript:alert(1)", "//evil.example", "/\\evil.example", "report.pdf"):
        assert post("action", ACTION | {"evidence": link})[0] == 422


def test_the_day_it_was_done_is_the_day_it_was_said_and_stays(post, site):
    _, answer = post("action", ACTION | {"status": "done", "evidence": "https://example.org/report"})
    post(f"action/{answer['id']}", ACTION | {"status": "done", "evidence": "/compare"}, version=1)
    found = site.record.shown_record.get(answer["id"]).item
    assert (found.done, found.evidence) == (datetime.now(UTC).date(), "/compare")
    post(f"action/{answer['id']}", ACTION, version=2)
    assert site.record.shown_record.get(answer["id"]).item.done is None


def test_the_tracker_begins_with_the_first_day_and_has_one(post, page):
    assert "The tracker begins with the first day" in page("/task-force?region=E47000002")
    given = {"start": "2026-10-12", "purpose": "More digital skills"}
    assert post("programme", given)[0] == 201
    assert post("programme", given)[0] == 409
    post("action", ACTION)
    text = page("/task-force")
    assert "More digital skills" in text
    assert "Survey 200 employers" in text
