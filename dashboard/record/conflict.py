"""What the second of two writers is told: who wrote, what they changed, and what both changed.

Nothing the second writer typed is lost: it stays in the form. Fields that only the other changed are taken
into it; fields that both changed are shown side by side, and the second writer chooses.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any

from dashboard.catalogue.periods import day_words
from dashboard.record.fields import Field
from dashboard.record.forms import FORMS
from dashboard.record.office import office_record
from dashboard.record.versions import RecordEntry
from dashboard.site import Site
from dashboard.statements.record_words import pounds

IN_POUNDS = ", in pounds"  # how the label of a field of money ends


def conflict(site: Site, theirs: RecordEntry, sent: Mapping[str, Any]) -> dict[str, Any]:
    """The answer to a form that was sent for an older version than `theirs`."""
    history = office_record(site).shown_record.history(theirs.id)
    base = next((entry for entry in history if entry.version == sent.get("version")), history[0])
    given = sent.get("values")
    mine: dict[str, Any] = given if isinstance(given, dict) else {}
    was, now = _shown(site, base), _shown(site, theirs)
    labels = {item.name: item.label for item in _fields(site, theirs)}
    moved = [name for name in now if now[name] != was.get(name)]
    both = [name for name in moved if mine.get(name) not in (was.get(name), now[name])]
    return {
        "version": theirs.version,
        "by": theirs.by,
        "at": f"{theirs.at.day} {theirs.at:%B %Y, %H:%M} UTC",
        "withdrawn": theirs.withdrawn,
        "take": {name: now[name] for name in moved if name not in both},
        "taken": [labels[name] for name in moved if name not in both],
        "both": [{"field": name, "label": labels[name], "theirs": now[name]} for name in both],
        "base": now,
    }


def moves(site: Site, before: RecordEntry, after: RecordEntry) -> list[tuple[str, str, str]]:
    """What `after` changed: the label of each field with its words before and after."""
    was, now = _shown(site, before), _shown(site, after)
    asked = {item.name: item for item in (*_fields(site, before), *_fields(site, after))}
    changed = [name for name in asked if was.get(name) != now.get(name) and name != "keep"]
    found = [
        (asked[name].label, _worded(asked[name], was.get(name)), _worded(asked[name], now.get(name)))
        for name in changed
    ]
    if _evidence(after) != _evidence(before):
        found.append(("Evidence", _views(before), _views(after)))
    return found


def fields_said(site: Site, entry: RecordEntry) -> list[tuple[str, str]]:
    """What a version holds: the label of each field that was answered, with its words."""
    now = _shown(site, entry)
    return [
        (item.label, _worded(item, now[item.name]))
        for item in _fields(site, entry)
        if item.name != "keep" and now[item.name] not in (None, "", [])
    ]


def _views(entry: RecordEntry) -> str:
    count = _evidence(entry)
    return "1 view" if count == 1 else f"{count} views"


def _evidence(entry: RecordEntry) -> int:
    return len(getattr(entry.item, "evidence", ())) if entry.kind == "decision" else 0


def _worded(field: Field, value: Any) -> str:
    """A value as people read it: the label of a choice, yes or no, a date or a sum in words, “nothing”."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if field.kind == "date" and value:
        return day_words(date.fromisoformat(str(value)))
    if field.label.endswith(IN_POUNDS) and value:
        return pounds(float(value))
    names = {key: name for choices in field.groups.values() for key, name in choices}
    parts = value if isinstance(value, list) else [value or ""]
    return ", ".join(names.get(part, part) for part in parts) or "nothing"


def _fields(site: Site, entry: RecordEntry) -> list[Field]:
    asked: list[Field] = FORMS[entry.kind].fields(site, site.geography.recorded(entry.region), entry.item)
    return asked


def _shown(site: Site, entry: RecordEntry) -> dict[str, Any]:
    answers: dict[str, Any] = FORMS[entry.kind].values_of(entry.item, _fields(site, entry))
    return answers
