"""The result of a draft that was just sent, for the page that answers it, and gone with the request."""

from flask import g, has_request_context

from dashboard.check.check import CheckedDraft
from dashboard.check.draft import Unreadable


def keep_result(result: CheckedDraft | Unreadable) -> None:
    """Let the page of this request show `result`."""
    g.checked = result


def kept_result() -> CheckedDraft | Unreadable | None:
    """What was sent with this request; None where nothing was."""
    return g.get("checked") if has_request_context() else None
