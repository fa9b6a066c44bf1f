"""Words of the working record: one and many, a day and the days beside it, a sum and its rounding."""

from datetime import UTC, date, datetime, timedelta

import pytest

from dashboard.record_port import SetAside
from dashboard.statements import record_words as words
from tests.record.factories import action

DAY = date(2026, 11, 23)


def later(days):
    return DAY + timedelta(days=days)


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        ("decision", "decision"),
        ("target", "target"),
        ("alert", "alert"),
        ("event", "event"),
        ("parked", "line set aside"),
        ("pilot", "pilot"),
        ("action", "action"),
        ("programme", "programme"),
        ("answer", "answer"),
        ("idea", "idea"),
        ("promise", "promise"),
        ("approval", "approval"),
        ("composition", "make-up of the pack"),
    ],
)
def test_what_was_saved_is_called_by_its_name(kind, name):
    assert words.saved(kind, 1, False) == f"The {name} was recorded."
    assert words.saved(kind, 2, False) == f"The {name} was saved as version 2."
    assert words.saved(kind, 1, True) == f"The {name} was withdrawn. Its history is kept."


@pytest.mark.parametrize(
    ("withdrawn", "begins"),
    [(True, "The public still sees it: "), (False, "The public does not see this yet: ")],
)
def test_while_the_public_file_waits_it_is_said_what_the_public_sees(withdrawn, begins):
    assert words.not_yet_public(withdrawn).startswith(begins)


@pytest.mark.parametrize(
    ("number", "withdrawn", "done"),
    [(1, False, "recorded"), (2, False, "changed"), (1, True, "withdrawn"), (3, True, "withdrawn")],
)
def test_a_line_of_a_history_says_what_was_done_when_and_by_whom(number, withdrawn, done):
    said = words.version(number, datetime(2026, 3, 9, 8, 5, tzinfo=UTC), "Ann", withdrawn)
    assert said == f"Version {number}, {done} on 9 March 2026 at 08:05 UTC by: Ann"


@pytest.mark.parametrize(("count", "said"), [(1, "History: 1 version"), (2, "History: 2 versions")])
def test_versions_are_counted(count, said):
    assert words.versions(count) == said


@pytest.mark.parametrize(
    ("due", "reviewed", "said", "state"),
    [
        (later(0), None, "Review is due today", "due"),
        (later(-1), None, "Review was due on 22 November 2026, 1 day ago", "due"),
        (later(1), None, "Review on 24 November 2026", "soon"),
        (later(30), None, "Review on 23 December 2026", "soon"),
        (later(31), None, "Review on 24 December 2026", "later"),
        (later(-1), later(-1), "Reviewed on 22 November 2026", "done"),
        (later(-1), later(-2), "Review was due on 22 November 2026, 1 day ago", "due"),  # one before that one
        (later(30), later(0), "Review on 23 December 2026", "soon"),
    ],
)
def test_a_review_is_due_from_its_day_on_until_one_came_after_it(due, reviewed, said, state):
    assert words.review(due, reviewed, DAY) == (said, state)


@pytest.mark.parametrize(
    ("cost", "said"),
    [
        (None, ""),
        (0, "£0"),
        (350_000, "£350,000"),
        (999_999, "£999,999"),
        (1_000_000, "£1 million"),
        (1_250_000, "£1.25 million"),
        (10_000_000, "£10 million"),
        (2_400_001, "£2,400,001"),  # three decimals would round the last pound away
        (2_400_000.004, "£2.4 million"),
        (2_400_000.5, "£2,400,000.50"),
        (1_000_000_000, "£1 billion"),
        (1_500_000_000, "£1.5 billion"),
        (1_234_500_000, "£1,234.5 million"),  # four decimals of a billion, one of a million
        (12.5, "£12.50"),
    ],
)
def test_a_sum_is_short_where_nothing_of_it_is_rounded_away(cost, said):
    assert words.pounds(cost) == said


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        (date(2026, 1, 5), date(2026, 1, 5), "0 days"),
        (date(2026, 1, 1), date(2026, 2, 28), "58 days"),
        (date(2025, 12, 31), date(2026, 2, 28), "2 months"),  # February has no 31st: its last day will do
        (date(2025, 12, 31), date(2026, 2, 27), "58 days"),
        (date(2025, 1, 5), date(2026, 2, 5), "1 year and 1 month"),
        (date(2025, 1, 5), date(2026, 3, 5), "1 year and 2 months"),
        (date(2024, 1, 5), date(2026, 1, 5), "2 years"),
        (date(2024, 1, 5), date(2026, 1, 4), "1 year and 11 months"),
    ],
)
def test_a_span_counts_whole_months_and_years(first, last, said):
    assert words.span(first, last) == said


@pytest.mark.parametrize(
    ("count", "said"), [(0, "No review is due."), (1, "1 review is due."), (2, "2 reviews are due.")]
)
def test_reviews_are_counted(count, said):
    assert words.reviews_due(count) == said


def test_a_line_set_aside_says_until_when_by_whom_and_why():
    aside = SetAside("a", until=date(2026, 12, 1), owner="Ann", reason="a survey is under way")
    assert words.parked(aside) == "Set aside until 1 December 2026 by Ann: a survey is under way"


@pytest.mark.parametrize(
    ("today", "total", "actions", "said"),
    [
        (-1, 100, 2, "The hundred days begin in 2 days: 2 actions planned."),
        (0, 100, 1, "The hundred days begin tomorrow: 1 action planned."),
        (1, 100, 1, "Day 1 of 100: 0 of 1 action done, 3 late."),
        (100, 100, 2, "Day 100 of 100: 0 of 2 actions done, 3 late."),
        (101, 100, 2, "The 100 days are over: 0 of 2 actions done, 3 late."),
    ],
)
def test_the_hundred_days_are_counted_from_the_first_to_the_last(today, total, actions, said):
    assert words.days(today, total, 0, actions, 3) == said


@pytest.mark.parametrize(
    ("status", "due", "said"),
    [
        ("under way", later(8), "Under way"),
        ("under way", later(7), "Under way, due in 7 days"),
        ("not started", later(1), "Not started, due in 1 day"),
        ("not started", later(0), "Not started, due today"),
        ("under way", later(-2), "Under way, 2 days late"),
        ("blocked", later(7), "Blocked"),
        ("blocked", later(0), "Blocked, due today"),
        ("blocked", later(-1), "Blocked, 1 day late"),
    ],
)
def test_an_action_says_how_near_its_day_is_and_a_blocked_one_on_the_day_alone(status, due, said):
    assert words.status(action("a", due, status=status), DAY) == said


@pytest.mark.parametrize(
    ("done", "logged", "said"),
    [
        (later(0), None, "Done on 23 November 2026"),
        (later(0), later(0), "Done on 23 November 2026"),
        (later(0), later(1), "Done on 23 November 2026; logged on 24 November 2026"),
        (later(1), None, "Done on 24 November 2026, 1 day late"),
        (later(-1), None, "Done on 22 November 2026"),
    ],
)
def test_what_is_done_is_late_by_the_day_of_the_work(done, logged, said):
    assert words.status(action("a", DAY, status="done", done=done, logged=logged), later(9)) == said
