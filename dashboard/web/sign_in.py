"""/sign-in, /signed-in and /sign-out; the cookie that holds the session."""

import hashlib
from datetime import timedelta
from html import escape
from typing import NoReturn

from flask import Flask, Response, abort, redirect, request, session
from flask.sessions import SecureCookieSessionInterface

from dashboard.components.frame.document import plain_page
from dashboard.settings import Settings
from dashboard.signin.gate import HOURS, end_session, guard, in_session, start_session
from dashboard.signin.person import AccessDenied, NotBegunHere
from dashboard.signin.security_log import log_event
from dashboard.web.same_origin import require_same_origin

_TO = "to"
_COPIES = (
    "<p>That holds in this browser. The server could not keep it, so a copy of this session elsewhere would "
    f"still work for up to {HOURS} hours; tell who runs this site.</p>"
)


def sign_in(server: Flask, settings: Settings) -> None:
    """Guard `server` and, where a provider is set, let people sign in. Call before other routes."""
    guard(server, settings)
    if settings.audience != "office" or settings.provider is None:
        return
    from dashboard.signin.provider import OidcClient  # a process without sign-in does not carry its libraries

    _cookie(server, settings)
    client = OidcClient(server, settings.provider)

    @server.get("/sign-in")
    def leave() -> Response:
        session.clear()
        try:
            answer = client.leave()
        except AccessDenied as refusal:
            _refused(refusal)
        session[_TO] = _local(request.args.get(_TO, "/"))
        return answer

    @server.get("/signed-in")
    def arrive() -> Response:
        wanted = _local(session.get(_TO, "/"))
        try:
            found = client.arrive()
        except AccessDenied as refusal:
            if isinstance(refusal, NotBegunHere) and in_session():  # by another tab, or this is a reload
                return redirect(wanted, 303)
            _refused(refusal)
        start_session(found)
        log_event("signed in", found)
        return redirect(wanted, 303)

    @server.get("/sign-out")
    def ask() -> str:
        if in_session() is None:
            return _signed_out(client.end_session())
        button = '<form method="post"><button class="quiet-button">Sign out</button></form>'
        return plain_page(
            "Sign out", f"<p>You will need to sign in to see the office view again.</p>{button}"
        )

    @server.post("/sign-out")
    def sign_out() -> str:
        require_same_origin()
        who = in_session()
        try:
            end_session()
        except OSError as error:
            log_event("signed out in this browser alone", who, because=str(error))
            return _signed_out(client.end_session(), _COPIES)
        log_event("signed out", who)
        return _signed_out(client.end_session())


class _Cookie(SecureCookieSessionInterface):
    """Flask's session, signed by HMAC-SHA256 where Flask's own takes SHA-1."""

    digest_method = staticmethod(hashlib.sha256)


def _cookie(server: Flask, settings: Settings) -> None:
    """The session: signed, for this site alone, not for scripts, over TLS only."""
    secure = settings.provider.address.startswith("https://")
    server.secret_key = settings.session_secret
    server.session_interface = _Cookie()
    server.config.update(
        SESSION_COOKIE_NAME="__Host-session" if secure else "session",
        SESSION_COOKIE_SECURE=secure,
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",  # Strict would lose the session on the way back from the provider
        PERMANENT_SESSION_LIFETIME=timedelta(hours=HOURS),
    )


def _refused(refusal: AccessDenied) -> NoReturn:
    if not isinstance(refusal, NotBegunHere):
        session.clear()
    log_event("sign-in refused", because=f"{refusal} {refusal.detail}".strip())
    abort(refusal.status, str(refusal))


def _local(wanted: str) -> str:
    """A path of this site; the first page for anything else (//elsewhere, https://elsewhere)."""
    ours = wanted.startswith("/") and not wanted.startswith("//") and "\\" not in wanted
    return wanted if ours and wanted.isprintable() and len(wanted) < 2000 else "/"


def _signed_out(elsewhere: str | None, more: str = "") -> str:
    said = f'{more}<p><a href="/sign-in">Sign in again</a></p>'
    if elsewhere:
        link = f'<a href="{escape(elsewhere)}">go to its own page</a>'
        said = f"<p>To sign out of your account too, {link}.</p>{said}"
    return plain_page("You are signed out", said)
