"""The log of who came in, who did not, and who was refused a right: one line of JSON each, never a secret."""

import logging
from typing import Protocol

from flask import current_app, request

_log = logging.getLogger("dashboard.security")
_LONGEST = 600
NAMES_NOBODY = "security log names nobody"  # of a server: the public's, whose readers' addresses are not kept


class Named(Protocol):
    """Whom a line is about: the provider's name for them, and their role."""

    @property
    def subject(self) -> str:
        """The provider's own name for them."""

    @property
    def role(self) -> str:
        """What they are here."""


def log_event(what: str, who: Named | None = None, **more: str) -> None:
    """Log that `what` happened in the current request: who did it, with the details of `more`.

    Control characters are escaped by the JSON of the line (dashboard/web/logs.py).
    """
    fields = {} if current_app.config.get(NAMES_NOBODY) else {"client": request.remote_addr or ""}
    fields["path"] = request.path[:200]
    if who:
        fields |= {"subject": who.subject, "role": who.role}
    fields |= {name: value[:_LONGEST] for name, value in more.items()}
    _log.info(what, extra={"fields": fields})
