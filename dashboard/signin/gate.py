"""The gate before every route of the office: who may pass, and what they need for what they ask.

With a provider nobody passes without a session of ours. Without one the process answers to this machine
alone: not to another name (a page elsewhere can point its own name here), not to what a proxy passes on.
"""

import secrets
import time
from urllib.parse import quote, urlsplit

from flask import Flask, Response, abort, current_app, g, redirect, request, session

from dashboard.runtime.mail import LOOPBACK
from dashboard.settings import Settings
from dashboard.signin.ended import Ended
from dashboard.signin.person import ROLES, Person, require
from dashboard.signin.proxied import comes_through_proxy
from dashboard.signin.security_log import NAMES_NOBODY, log_event

# Without an identity: what a browser needs to sign in, and what a monitor reads.
OPEN = (
    "/sign-in",
    "/signed-in",
    "/sign-out",
    "/health",
    "/metrics",
    "/ready",
    "/robots.txt",
    "/.well-known/security.txt",
)
OPEN_BELOW = ("/assets/", "/_dash-component-suites/")
KEY = "person"
HOURS = 8  # that a session lasts
IDLE = 60  # minutes without a request after which it is over; a form that is filled in saves its draft
_NOTED = 120  # seconds between two notes of the last request: a note is a new cookie
ENDED = "ended sessions"  # the server's extension that knows them
_THIS_MACHINE_ONLY = (
    "Without sign-in the office view answers to its own machine only, over HTTP/1.1 and through no proxy; "
    "see docs/deploy.md."
)


def guard(server: Flask, settings: Settings) -> None:
    """Let through only who may pass. Register it before everything that answers."""
    server.config[NAMES_NOBODY] = settings.audience == "public"
    if settings.open_to_this_machine:
        server.before_request(_this_machine_only)
    elif settings.audience == "office":
        server.extensions[ENDED] = Ended(settings.data / ".ended-sessions", HOURS)
        server.before_request(_signed_in_only)


def _this_machine_only() -> None:
    name = _host_name()
    # Another server may have been told to listen to everybody (gunicorn --bind 0.0.0.0 app:server).
    elsewhere = (request.remote_addr or "127.0.0.1") not in LOOPBACK
    if elsewhere or name not in LOOPBACK or comes_through_proxy():
        log_event("refused: another machine")
        abort(403, _THIS_MACHINE_ONLY)


def _host_name() -> str | None:
    """The name in the Host header; None where it is not one."""
    try:
        return urlsplit(f"//{request.headers.get('Host', '')}").hostname
    except ValueError:
        return None


def _signed_in_only() -> Response | None:
    found = in_session()
    if found is None:
        if request.path in OPEN or request.path.startswith(OPEN_BELOW):
            return None
        return _ask_to_sign_in()
    g.person = found
    if session[KEY]["seen"] < time.time() - _NOTED:
        session[KEY] = session[KEY] | {"seen": int(time.time())}
    require(_needed())
    return None


def in_session() -> Person | None:
    """Who the session of this request belongs to; None for nobody, or for one that is over."""
    kept = session.get(KEY)
    if not isinstance(kept, dict) or kept.get("until", 0) < time.time() or kept.get("role") not in ROLES:
        return None
    if kept.get("seen", 0) < time.time() - IDLE * 60:
        return None
    if kept.get("session", "") in current_app.extensions[ENDED]:
        return None
    return Person(kept["subject"], kept["name"], kept["role"])


def start_session(found: Person) -> None:
    """Begin a session for `found`; nothing of an earlier one stays."""
    session.clear()
    until = int(time.time()) + HOURS * 3600
    session[KEY] = {
        "session": secrets.token_urlsafe(),
        "subject": found.subject,
        "name": found.name,
        "role": found.role,
        "until": until,
        "seen": int(time.time()),
    }


def end_session() -> None:
    """End the session of this request: its cookie is worth nothing from here on, wherever a copy is.

    Raises OSError where that cannot be kept: the session is then over in this browser alone.
    """
    ended = session[KEY].get("session", "") if in_session() else None
    session.clear()
    if ended is not None:
        current_app.extensions[ENDED].add(ended)


def _needed() -> str:
    """What the asked for route needs."""
    reads = request.method in ("GET", "HEAD", "OPTIONS")
    if request.path.startswith("/record/") and reads:  # all of it, or one decision with who wrote it
        return "export"
    writes = request.path.startswith("/record") and not reads
    return "write" if writes else "read"


def _ask_to_sign_in() -> Response:
    if request.method == "GET" and request.accept_mimetypes.accept_html and not _for_programs():
        wanted = request.full_path.rstrip("?")
        return redirect(f"/sign-in?to={quote(wanted, safe='')}", 302)
    log_event("refused: not signed in")
    abort(401, "Sign in first: open this site in a browser.")


def _for_programs() -> bool:
    return request.path.startswith(("/api/", "/_dash", "/record/"))
