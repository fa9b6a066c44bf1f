"""Whether a form comes from a page of ours: the one check of all that is posted.

A browser says which site a form was sent from, in one header or the other, and no page can make it say
otherwise. A program says nothing, and has nobody's session.
"""

from urllib.parse import urlsplit

from flask import abort, request

from dashboard.signin.security_log import log_event


def require_same_origin(sentence: str = "This form was sent from another site.") -> None:
    """403, with `sentence`, for what another site's page has sent."""
    if (
        request.headers.get("Sec-Fetch-Site", "same-origin") not in ("same-origin", "none")
        or not _same_host()
    ):
        site = request.headers.get("Origin") or request.headers.get("Sec-Fetch-Site", "")
        log_event("refused: another site", origin=site)
        abort(403, sentence)


def _same_host() -> bool:
    """Whether the Origin, if there is one, is this host; False for "null" and malformed origins."""
    origin = request.headers.get("Origin")
    if not origin:
        return True
    try:
        return urlsplit(origin).netloc == request.host
    except ValueError:  # http://[
        return False
