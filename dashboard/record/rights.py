"""What whoever asks may do with the record, in words: forms are shown to those alone who may use them."""

from typing import Any

from flask import has_request_context

from dashboard.record.versions import Author
from dashboard.signin.person import AT_THIS_MACHINE, Person, person


def _asking() -> Person:
    """Who asks; without a request whoever runs this."""
    return person() if has_request_context() else AT_THIS_MACHINE


def author() -> Author:
    """They as the author of what they write."""
    found = _asking()
    return Author(found.name, found.subject)


def may_write() -> bool:
    """Whether they may change the record."""
    return _asking().may("write")


def may_publish() -> bool:
    """Whether they may publish a decision, or change one that is published."""
    return _asking().may("publish")


def refusal(item: Any = None) -> str:
    """Why they may not change `item` (or add to the record); "" where they may."""
    role = _asking().role
    if not may_write():
        return f"Your role here is {role}: you can read the record, and an editor can change it."
    if getattr(item, "published", False) and not may_publish():
        return f"This is published, and your role here is {role}: a publisher can change it."
    return ""
