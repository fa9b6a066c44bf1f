"""Words of the working record: what was saved, when a review is due, how the hundred days stand."""

from datetime import date, datetime

from dashboard.catalogue.periods import day_words as day
from dashboard.record_port import SetAside

NAMES = {
    "decision": "decision",
    "target": "target",
    "event": "event",
    "parked": "parked line",
    "pilot": "pilot",
    "action": "action",
    "programme": "programme",
}
SOON = 30
LONG = 60


def saved(kind: str, version: int, withdrawn: bool) -> str:
    """What was done: "The decision was saved"."""
    name = NAMES[kind]
    if withdrawn:
        return f"The {name} was withdrawn. Its history is kept."
    return f"The {name} was recorded." if version == 1 else f"The {name} was saved as version {version}."


def version(number: int, at: datetime, by: str, withdrawn: bool) -> str:
    """One line of a history."""
    done = "withdrawn" if withdrawn else ("recorded" if number == 1 else "changed")
    return f"Version {number}, {done} on {day(at)} at {at:%H:%M} UTC by: {by}"


def versions(count: int) -> str:
    """The heading of a history."""
    return "History: 1 version" if count == 1 else f"History: {count} versions"


def review(due: date, reviewed: date | None, today: date) -> tuple[str, str]:
    """When a review is due, in words, and its state: "due", "soon", "done" or "later"."""
    if reviewed and reviewed >= due:
        return f"Reviewed on {day(reviewed)}", "done"
    days = (due - today).days
    if days < 0:
        return f"Review was due on {day(due)}, {_days(-days)} ago", "due"
    if days == 0:
        return "Review is due today", "due"
    return f"Review on {day(due)}", "soon" if days <= SOON else "later"


def _days(count: int) -> str:
    if count > LONG:
        return f"{count // 30} months"
    return "1 day" if count == 1 else f"{count} days"


def reviews_due(count: int) -> str:
    """How many reviews are due."""
    if count == 0:
        return "No review is due."
    return "1 review is due." if count == 1 else f"{count} reviews are due."


TRACKS = {"met": "Met", "on track": "On track", "off track": "Off track", "cannot tell": "Cannot tell yet"}


def parked(aside: SetAside) -> str:
    """Why a line of the attention list is set aside."""
    return f"Parked until {day(aside.until)} by {aside.owner}: {aside.reason}"


STATUSES = {"not started": "Not started", "under way": "Under way", "blocked": "Blocked", "done": "Done"}


def days(today: int, total: int, done: int, actions: int, late: int) -> str:
    """Progress against the calendar: "Day 41 of 100: 5 of 12 actions done, 2 late"."""
    if today < 1:
        begins = "tomorrow" if today == 0 else f"in {1 - today} days"
        return f"The hundred days begin {begins}: {actions} action{'' if actions == 1 else 's'} planned."
    when = f"Day {today} of {total}" if today <= total else f"The {total} days are over"
    return f"{when}: {done} of {actions} action{'' if actions == 1 else 's'} done, {late} late."


def status(name: str, due: date, done: date | None, today: date) -> str:
    """Where an action stands: "Done on 3 March 2026", "Under way, 4 days late"."""
    if name == "done" and done:
        late = (done - due).days
        return f"Done on {day(done)}" + (f", {_days(late)} late" if late > 0 else "")
    said = STATUSES[name]
    if due < today:
        return f"{said}, {_days((today - due).days)} late"
    return said
