"""Words of the working record: what was saved, when a review is due, how the hundred days stand."""

from calendar import monthrange
from datetime import date, datetime
from typing import Protocol

from dashboard.catalogue.periods import day_words
from dashboard.record_port import SetAside

NAMES = {
    "decision": "decision",
    "target": "target",
    "alert": "alert",
    "event": "event",
    "parked": "line set aside",
    "pilot": "pilot",
    "action": "action",
    "programme": "programme",
    "answer": "answer",
    "idea": "idea",
    "promise": "promise",
    "approval": "approval",
    "composition": "make-up of the pack",
}
SOON = 30  # days before a review
DUE_SOON = 7  # days before an action
MONTHS_FROM = 2  # a shorter time is told in days


def saved(kind: str, version: int, withdrawn: bool) -> str:
    """What was done: "The decision was saved"."""
    name = NAMES[kind]
    if withdrawn:
        return f"The {name} was withdrawn. Its history is kept."
    return f"The {name} was recorded." if version == 1 else f"The {name} was saved as version {version}."


def not_yet_public(withdrawn: bool) -> str:
    """What is said beside it while the public view could not be brought up to date."""
    still = "The public still sees it" if withdrawn else "The public does not see this yet"
    return f"{still}: the public file could not be written just now. It is tried again every minute."


def version(number: int, at: datetime, by: str, withdrawn: bool) -> str:
    """One line of a history."""
    done = "withdrawn" if withdrawn else ("recorded" if number == 1 else "changed")
    return f"Version {number}, {done} on {day_words(at)} at {at:%H:%M} UTC by: {by}"


def versions(count: int) -> str:
    """The heading of a history."""
    return "History: 1 version" if count == 1 else f"History: {count} versions"


def review(due: date, reviewed: date | None, today: date) -> tuple[str, str]:
    """When a review is due, in words, and its state: "due", "soon", "done" or "later"."""
    if reviewed and reviewed >= due:
        return f"Reviewed on {day_words(reviewed)}", "done"
    days = (due - today).days
    if days < 0:
        return f"Review was due on {day_words(due)}, {span(due, today)} ago", "due"
    if days == 0:
        return "Review is due today", "due"
    return f"Review on {day_words(due)}", "soon" if days <= SOON else "later"


def pounds(cost: float | None) -> str:
    """A sum in words: "£2.4 million", "£350,000", "£0"; in full where words would round it, "" where none was
    recorded."""
    if cost is None:
        return ""
    for size, name in ((1e9, " billion"), (1e6, " million")):
        if cost >= size and abs(round(cost / size, 3) * size - cost) < 0.005:
            return f"£{cost / size:,.3f}".rstrip("0").rstrip(".") + name
    return f"£{cost:,.2f}".removesuffix(".00")


def span(first: date, last: date) -> str:
    """How long it is from one day to a later one, as people count: days, then whole months of the calendar,
    then years and months."""
    days = (last - first).days
    months = (last.year - first.year) * 12 + last.month - first.month
    # A month is over on its day of the month, or where the last month has no such day on its last one.
    months -= last.day < min(first.day, monthrange(last.year, last.month)[1])
    if months < MONTHS_FROM:
        return _many(days, "day")
    years, rest = divmod(months, 12)
    return " and ".join(_many(count, name) for count, name in ((years, "year"), (rest, "month")) if count)


def _many(count: int, name: str) -> str:
    return f"1 {name}" if count == 1 else f"{count} {name}s"


def reviews_due(count: int) -> str:
    """How many reviews are due."""
    if count == 0:
        return "No review is due."
    return "1 review is due." if count == 1 else f"{count} reviews are due."


def parked(aside: SetAside) -> str:
    """Why a line of the attention list is set aside."""
    return f"Set aside until {day_words(aside.until)} by {aside.owner}: {aside.reason}"


class Promised(Protocol):
    """What is said of an action (dashboard/record/kinds)."""

    status: str
    due: date
    done: date | None
    logged: date | None


STATUSES = {"not started": "Not started", "under way": "Under way", "blocked": "Blocked", "done": "Done"}


def days(today: int, total: int, done: int, actions: int, late: int) -> str:
    """Progress against the calendar: "Day 41 of 100: 5 of 12 actions done, 2 late"."""
    if today < 1:
        begins = "tomorrow" if today == 0 else f"in {1 - today} days"
        return f"The hundred days begin {begins}: {actions} action{'' if actions == 1 else 's'} planned."
    when = f"Day {today} of {total}" if today <= total else f"The {total} days are over"
    return f"{when}: {done} of {actions} action{'' if actions == 1 else 's'} done, {late} late."


def status(item: Promised, today: date) -> str:
    """Where an action stands: "Done on 3 March 2026, logged on 9 March", "Under way, 4 days late"."""
    if item.status == "done" and item.done:
        late = f", {span(item.due, item.done)} late" if item.done > item.due else ""
        logged = f"; logged on {day_words(item.logged)}" if item.logged and item.logged != item.done else ""
        return f"Done on {day_words(item.done)}{late}{logged}"
    text = STATUSES[item.status]
    if item.due < today:
        return f"{text}, {span(item.due, today)} late"
    if item.status != "blocked" and (item.due - today).days <= DUE_SOON:
        return f"{text}, due today" if item.due == today else f"{text}, due in {span(today, item.due)}"
    return f"{text}, due today" if item.due == today else text
