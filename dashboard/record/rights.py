"""What whoever asks may do with the record, in words: forms are shown to those alone who may use them."""

from typing import Any

from flask import has_request_context

from dashboard.signin.person import AT_THIS_MACHINE, Person, person


def _asking() -> Person:
    """Who asks; without a request whoever runs this."""
    return person() if has_request_context() else AT_THIS_MACHINE


def subject() -> str:
    """The provider's own name for them; "" for whoever sits at this machine."""
    return _asking().subject


def recorded_name() -> str:
    """Their name as the record keeps it; "" for whoever sits at this machine, who is nobody in particular."""
    found = _asking()
    return found.name if found.subject else ""


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
