"""The person behind a request, as the server knows them, and what their role may do."""

from dataclasses import dataclass

from flask import abort, g

# Each role may do what the one before it may, and one thing more.
ROLES = {
    "viewer": frozenset({"read"}),
    "editor": frozenset({"read", "write", "export"}),
    "publisher": frozenset({"read", "write", "export", "publish"}),
}
_SAID = {
    "read": "see the office view",
    "write": "write in the record",
    "export": "take the whole record away",
    "publish": "publish a decision, or change one that is published",
}


class Unwelcome(PermissionError):
    """Somebody who cannot be let in; the message is one sentence that says why."""


@dataclass(frozen=True)
class Person:
    """Somebody: `subject` is the provider's own name for them, `name` what others see."""

    subject: str
    name: str
    role: str

    def may(self, capability: str) -> bool:
        """Whether their role allows it."""
        return capability in ROLES[self.role]


# Without sign-in only this machine is served (dashboard/signin/gate.py): whoever sits at it is the office.
AT_THIS_MACHINE = Person("", "The office (nobody is signed in)", "publisher")


def person() -> Person:
    """Who sent this request. Only the server sets it: from the session, never from what was sent."""
    return g.get("person", AT_THIS_MACHINE)


def require(capability: str) -> None:
    """403 for whoever may not do it."""
    if not person().may(capability):
        abort(403, f"Your role here is {person().role}: it may not {_SAID[capability]}.")


def role_of(claimed: object) -> str | None:
    """The highest of our roles among what the provider claims for somebody; None where there is none."""
    names = [claimed] if isinstance(claimed, str) else claimed if isinstance(claimed, list) else []
    return next((role for role in reversed(ROLES) if role in names), None)
