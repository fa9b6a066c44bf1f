"""The person behind a request, as the server knows them, and what their role may do."""

from dataclasses import dataclass

from flask import abort, g

from dashboard.signin.security_log import log_event

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


class AccessDenied(PermissionError):
    """Somebody who cannot be let in; the message is one sentence that says why.

    `detail` is for the log alone: what whoever runs the service needs to find the reason. `status` is that of
    the answer: 503 where it is not theirs to mend.
    """

    def __init__(self, sentence: str, detail: str = "", status: int = 403):
        super().__init__(sentence)
        self.detail = detail
        self.status = status


class NotBegunHere(AccessDenied):
    """Somebody comes back from the provider with what this browser did not leave with: it tells nothing of
    them, and ends no session and no sign-in of theirs."""


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
        log_event("right refused", person(), right=capability)
        abort(403, f"Your role here is {person().role}: it may not {_SAID[capability]}.")


def role_of(claimed: object) -> str | None:
    """The highest of our roles among what the provider claims for somebody; None where there is none.

    Providers give a list, one text with blanks or commas, or an object whose keys are the roles.
    """
    if isinstance(claimed, str):
        claimed = claimed.replace(",", " ").split()
    names = claimed if isinstance(claimed, list | dict) else ()
    return next((role for role in reversed(ROLES) if role in names), None)


def claim_at(claim: object, path: str) -> object:
    """What the provider says at `path`: a claim's own name, or the way to it ("realm_access.roles").

    A name may hold points itself (https://example.gov.uk/roles); None where there is nothing.
    """
    if not isinstance(claim, dict):
        return None
    if path in claim:
        return claim[path]
    ways = ((path[:at], path[at + 1 :]) for at, letter in enumerate(path) if letter == ".")
    found = (claim_at(claim.get(name), rest) for name, rest in ways)
    return next((each for each in found if each is not None), None)
