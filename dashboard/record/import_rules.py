"""What every form would refuse, as far as that can be told without figures: asked of what is imported.

The forms keep to these rules, and more narrowly, so that what was recorded here can always be imported again.
"""

from datetime import date
from typing import Any

from dashboard.record.fields import EARLIEST, LATEST
from dashboard.record.forms import action, alert, decision, idea, pilot
from dashboard.record.kinds import Action, Alert, Answer, Decision, Idea, Pilot, Promise
from dashboard.record.pilots.stamp import BEFORE, BEGAN, OUT
from dashboard.record.typed import Unreadable
from dashboard.statements.question_words import STATES

# What can be chosen: a page knows no words for anything else.
_CHOICES = {
    (Action, "status"): dict(action.STATUSES),
    (Alert, "channel"): alert.CHANNELS,
    (Answer, "state"): STATES,
    (Decision, "expected"): ("", *(key for key, _ in decision.EXPECTED if key != decision.NONE)),
    (Idea, "state"): dict(idea.STATES),
    (Pilot, "expected"): dict(pilot.EXPECTED),
    (Pilot, "donors"): pilot.DONORS,
    (Pilot, "stamp"): ("", BEFORE, BEGAN, OUT),
}
LONGEST_ANSWER = 4000  # letters of the longest answer that a form takes
_TYPED = ("day", "review", "reviewed", "due", "until", "start", "end", "done")  # dates that people type


def check(item: Any) -> None:
    """Raises Unreadable, which says what is wrong, for an `item` that no form could have made."""
    for thing in (item, *getattr(item, "stages", ())):
        for name, value in vars(thing).items():
            if isinstance(value, str) and len(value) > LONGEST_ANSWER:
                raise Unreadable(
                    f"its {name} has {len(value)} letters, and {LONGEST_ANSWER} are taken: shorten it"
                )
            if name in _TYPED and isinstance(value, date) and not EARLIEST <= value <= LATEST:
                years = f"{EARLIEST.year} and {LATEST.year}"
                raise Unreadable(f"its {name} is {value}, and dates are between {years}: correct it")
    for (kind, name), choices in _CHOICES.items():
        if isinstance(item, kind) and getattr(item, name) not in choices:
            given, known = getattr(item, name)[:40], ", ".join(filter(None, choices))
            raise Unreadable(f"its {name} is “{given}”: make it one of {known}")
    if isinstance(item, Decision):
        _in_order("review", item.review, "must be after its day", item.review > item.day)
        right = not item.reviewed or item.reviewed >= item.day
        _in_order("reviewed", item.reviewed, "must not be before its day", right)
    if isinstance(item, Pilot):
        _in_order("end", item.end, "must not be before its start", not item.end or item.end >= item.start)
        if not item.area_codes:
            raise Unreadable("its area_codes are none: name a place")
    if isinstance(item, Promise):
        for stage in item.stages:
            _in_order("due", stage.due, "must be after its day", stage.due > item.day)


def _in_order(name: str, day: date | None, rule: str, kept: bool) -> None:
    if not kept:
        raise Unreadable(f"its {name} is {day} and {rule}: correct it")
