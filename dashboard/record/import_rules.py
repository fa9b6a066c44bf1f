"""What every form would refuse, as far as that can be told without figures: asked of what is imported.

The forms ask the same, and whether there is such a figure and such a place, so that what was recorded here
can always be imported again.
"""

from collections.abc import Iterator
from dataclasses import is_dataclass
from datetime import date
from typing import Any

from dashboard.record.fields import LATEST, Field, Invalid, read_form
from dashboard.record.forms import FORMS
from dashboard.record.forms.decision import EXPECTED, NONE
from dashboard.record.forms.promise import MOST_STAGES
from dashboard.record.kinds import RECORD_KINDS, Decision, Pilot, Promise
from dashboard.record.pilots.stamp import STAMPS
from dashboard.record.typed import Unreadable

LONGEST_ANSWER = 4000  # letters of the longest answer that a form takes
_FIRST = date(1900, 1, 1)  # no figure is of a period before it
_KINDS = {kind: name for name, kind in RECORD_KINDS.items()}


def check(item: Any) -> None:
    """Raises Unreadable, which says what is wrong, for an `item` that no form could have made."""
    form = FORMS[_KINDS[type(item)]]
    asked = [*form.FIELDS, *getattr(form, "AFTERWARDS", ())]
    given = form.values_of(item, asked)
    try:
        values = given | read_form([each for each in asked if not _hangs_on_figures(each)], given)
        _refuse({each.name: each.missing for each in asked if each.missing and not values[each.name]})
        if hasattr(form, "check"):
            form.check(values)
    except Invalid as error:
        _refuse(error.errors)
    _check_unasked(item)


def _hangs_on_figures(field: Field) -> bool:
    """Whether what can be chosen is not known here: an indicator, a place, a publication that waits."""
    return field.kind in ("choice", "many", "radios") and not field.groups


def _refuse(errors: dict[str, str]) -> None:
    if errors:
        raise Unreadable("; ".join(f"its {name}: {told}" for name, told in errors.items()))


def _check_unasked(item: Any) -> None:
    """What no form asks, and its page has no room or no words for."""
    for name, value in vars(item).items():
        if isinstance(value, str) and len(value) > LONGEST_ANSWER:
            _refuse({name: f"it has {len(value)} letters, and {LONGEST_ANSWER} are taken"})
    if isinstance(item, Pilot) and item.stamp not in ("", *STAMPS):
        _refuse({"stamp": f"“{item.stamp[:40]}” is none of {', '.join(STAMPS)}"})
    if isinstance(item, Promise) and len(item.stages) > MOST_STAGES:
        _refuse({"stages": f"there are {len(item.stages)}, and {MOST_STAGES} are taken"})
    if wrong := [day for day in _days(item) if not _FIRST <= day <= LATEST]:
        _refuse({"days": f"{wrong[0]} is not between {_FIRST.year} and {LATEST.year}"})
    if isinstance(item, Decision):
        _check_decision(item)


def _check_decision(item: Decision) -> None:
    """What its form works out of the answers, and pages rely on."""
    if bool(item.expected) != bool(item.indicator) or item.expected == NONE:
        known = ", ".join(name for name, _ in EXPECTED if name != NONE)
        _refuse({"expected": f"it is one of {known} where an indicator is named, and empty where none is"})
    if wrong := [view.address for view in item.evidence if not view.leads_here]:
        _refuse({"evidence": f"“{wrong[0][:40]}” is no address of a page here"})


def _days(value: Any) -> Iterator[date]:
    """Every day in `value`, however deep."""
    if isinstance(value, date):
        yield value
    inside = vars(value).values() if is_dataclass(value) else value if isinstance(value, tuple) else ()
    for each in inside:
        yield from _days(each)
