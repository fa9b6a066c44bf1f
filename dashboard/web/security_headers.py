"""Security headers on every answer. Dash sets none.

`script-src` holds the hashes of the few inline scripts there are; nothing may be evaluated from text.
`style-src` needs 'unsafe-inline': Dash and plotly write style attributes. Only /embed/ may stand in other
sites' frames, in those of EMBED_IN; it runs no script at all.
"""

import base64
import hashlib
import re
from functools import cache

import dash
from flask import Flask, Response, request
from werkzeug.middleware.proxy_fix import ProxyFix

from dashboard.settings import Settings

_INLINE = re.compile(r"<script(?![^>]*\bsrc=)[^>]*>(.*?)</script>", re.DOTALL)
_STATIC = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}
_YEAR = 365 * 24 * 3600
# What a page of another site may ask for, and read of the answer: open data, without anybody's cookies.
_ANY_SITE = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "Content-Disposition, ETag, Link, OData-Version, Retry-After, "
    "RateLimit-Limit, RateLimit-Remaining, RateLimit-Reset",
}
_ASKED_AHEAD = {
    "Access-Control-Allow-Methods": "GET, HEAD",
    "Access-Control-Allow-Headers": "*",  # libraries send their own: OData-MaxVersion, X-Requested-With
    "Access-Control-Max-Age": "86400",
}
_SAME_FOR_ALL = ("/assets/", "/_dash-component-suites/")
EMBED = "/embed/"
_EMBEDDED = (
    "default-src 'none'; style-src 'self' 'unsafe-inline'; font-src 'self'; img-src 'self' data:; "
    "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; frame-ancestors "
)
# A file that somebody opens by itself: a drawing has a style and pictures of its own, and nothing of it runs.
_FILE = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; frame-ancestors 'none'"
# Only reported: React and plotly write markup as text, so that enforced no chart would be drawn.
_REPORTED = "require-trusted-types-for 'script'"


def trust_proxies(server: Flask, settings: Settings) -> None:
    """Take client, scheme and host from X-Forwarded-* where the setting says how many proxies stand there."""
    if count := settings.trusted_proxies:
        server.wsgi_app = ProxyFix(server.wsgi_app, x_for=count, x_proto=count, x_host=count)


def secure(server: Flask, app: dash.Dash, documents: list[str], frames: str) -> None:
    """Set the headers on every answer of `server`.

    `documents` are HTML texts of ours whose inline scripts may run, besides the app's own; `frames` the
    sites that may frame what is below /embed/.
    """

    @cache
    def policy() -> str:
        hashes = set(app.csp_hashes())
        hashes |= {f"'{digest(script)}'" for text in documents for script in _INLINE.findall(text)}
        return "; ".join(
            [
                "default-src 'self'",
                f"script-src 'self' {' '.join(sorted(hashes))}",
                "style-src 'self' 'unsafe-inline'",
                "img-src 'self' data: blob:",
                "object-src 'none'",
                "base-uri 'none'",
                "form-action 'self'",
                "frame-ancestors 'none'",
            ]
        )

    @server.after_request
    def headers(response: Response) -> Response:
        for name, value in _STATIC.items():
            response.headers.setdefault(name, value)
        if request.path.startswith(EMBED):
            response.headers["Content-Security-Policy"] = _EMBEDDED + frames
            response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
        elif response.mimetype == "text/html":
            response.headers.setdefault("Content-Security-Policy", policy())
            response.headers.setdefault("Content-Security-Policy-Report-Only", _REPORTED)
        else:
            response.headers.setdefault("Content-Security-Policy", _FILE)
        if request.is_secure:
            response.headers.setdefault("Strict-Transport-Security", f"max-age={_YEAR}; includeSubDomains")
        return response


def keep_nothing(server: Flask, settings: Settings) -> None:
    """Let nothing of the office stay in a cache or on a disk, save what is the same for everybody.

    Register it first: what is set first is done to an answer last.
    """
    if settings.audience != "office":
        return

    @server.after_request
    def nothing(response: Response) -> Response:
        if not request.path.startswith(_SAME_FOR_ALL):
            response.headers["Cache-Control"] = "no-store"
        return response


def open_to_sites(server: Flask, settings: Settings) -> None:
    """Let scripts of any site read the data of the public view, and why it is refused: not its pages, and
    nothing of the office."""
    if settings.audience != "public":
        return

    @server.after_request
    def shared(response: Response) -> Response:
        if request.path.startswith("/_"):  # Dash's own
            return response
        if request.method == "OPTIONS":
            response.headers.update(_ANY_SITE | _ASKED_AHEAD)
        elif request.method in ("GET", "HEAD") and (
            response.mimetype != "text/html" or response.status_code >= 400
        ):
            response.headers.update(_ANY_SITE)
        return response


def digest(script: str) -> str:
    """The CSP source of an inline script: sha256-<base64>."""
    return "sha256-" + base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
