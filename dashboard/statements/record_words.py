"""Words of the working record: what was saved, when a review is due, what became of an expected effect."""

from datetime import date, datetime

from dashboard.catalogue.indicators import Indicator
from dashboard.datastore.areas import Area
from dashboard.recorded import SetAside
from dashboard.statements.change_words import change
from dashboard.statements.judgement import Judgement
from dashboard.statements.method_words import method

NAMES = {
    "decision": "decision",
    "target": "target",
    "event": "event",
    "parked": "parked line",
    "pilot": "pilot",
    "action": "action",
    "programme": "programme",
}
EXPECTED = {"rise": "to rise", "fall": "to fall", "hold": "to hold steady"}
NOT_PROOF = "This shows what happened since, not that the decision caused it."
SOON = 30
LONG = 60


def day(when: date) -> str:
    """A date in words: "3 March 2026"."""
    return f"{when.day} {when:%B %Y}"


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


def expectation(indicator: Indicator, area: Area, expected: str) -> str:
    """What was expected of a figure."""
    return f"{indicator.title} in {area.name} was expected {EXPECTED[expected]}."


def since(indicator: Indicator, baseline: tuple[date, float] | None, judged: Judgement | None) -> str:
    """What the figure did since the decision, by the figures as published."""
    if judged is None:
        return "No figure is published for it."
    latest = judged.latest
    if baseline is None:
        now = indicator.format(latest.value)
        return (
            f"No figure was known when it was decided. It is {now} {indicator.period_phrase(latest.period)}."
        )
    period, value = baseline
    was = f"{indicator.format(value)} {indicator.period_phrase(period)}"
    if latest.period <= period:
        return f"No newer figure yet: it was {was}, the latest when it was decided."
    now = f"{indicator.format(latest.value)} {indicator.period_phrase(latest.period)}"
    if indicator.format(latest.value) == indicator.format(value):
        return f"It was {was} when it was decided and is the same now ({now})."
    moved = "rose" if latest.value > value else "fell"
    return f"It {moved} from {was}, the latest when it was decided, to {now}."


def outcome(expected: str, baseline: tuple[date, float] | None, judged: Judgement | None) -> str:
    """Whether what was expected came, as a key of OUTCOMES."""
    if judged is None or baseline is None:
        return "cannot tell"
    if judged.latest.period <= baseline[0]:
        return "too early"
    real = judged.change.verdict not in ("cannot tell", "nothing unusual")
    direction = judged.change.direction if real else 0
    if expected == "hold":
        held = judged.change.verdict == "nothing unusual"
        return "as expected" if held else ("not as expected" if direction else "cannot tell")
    if judged.change.verdict == "cannot tell":
        return "cannot tell"
    if not direction:
        return "no sign"
    return "as expected" if direction == {"rise": 1, "fall": -1}[expected] else "not as expected"


def judged_change(judged: Judgement) -> str:
    """What the methods say of the whole series, with their reason."""
    return f"The whole series: {change(judged)}. {method(judged)}."


OUTCOMES = {
    "as expected": "As expected so far",
    "not as expected": "Not as expected so far",
    "no sign": "No real change so far",
    "cannot tell": "Cannot tell",
    "too early": "Too early to tell",
}


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
