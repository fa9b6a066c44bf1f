"""Every header of every kind of answer, whole, on a small server: what is left out would be missed here."""

from types import SimpleNamespace

import pytest
from flask import Flask, Response, request

from dashboard.settings import Settings
from dashboard.web.security_headers import digest, keep_nothing, open_to_sites, secure, trust_proxies

SCRIPT = "go()"
DOCUMENT = f'<script src="/a.js"></script><script type="module">{SCRIPT}</script>'
KINDS = {
    "/": "text/html",
    "/page": "text/html",
    "/a.csv": "text/csv",
    "/embed/a": "text/html",
    "/embed": "text/html",
    "/_dash-x": "application/json",
    "/assets/a.css": "text/css",
    "/_dash-component-suites/a.js": "text/javascript",
}
ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}
OF_A_PAGE = {
    "Content-Security-Policy": f"default-src 'self'; script-src 'self' '{digest(SCRIPT)}' 'sha256-app'; "
    "style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; object-src 'none'; base-uri 'none'; "
    "form-action 'self'; frame-ancestors 'none'",
    "Content-Security-Policy-Report-Only": "require-trusted-types-for 'script'",
}
OF_A_FRAME = {
    "Content-Security-Policy": "default-src 'none'; style-src 'self' 'unsafe-inline'; font-src 'self'; "
    "img-src 'self' data:; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; "
    "frame-ancestors https://town.example",
    "Cross-Origin-Resource-Policy": "cross-origin",
}
OF_A_FILE = {
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; img-src data:; "
    "font-src data:; frame-ancestors 'none'"
}
OPEN = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "Content-Disposition, ETag, Link, OData-Version, Retry-After, "
    "RateLimit-Limit, RateLimit-Remaining, RateLimit-Reset",
}
ASKED_AHEAD = {
    "Access-Control-Allow-Methods": "GET, HEAD",
    "Access-Control-Allow-Headers": "*",
    "Access-Control-Max-Age": "86400",
}


def server(**own):
    """A server of KINDS; `own` are headers that each answer sets itself."""
    made = Flask("small", static_folder=None)
    for path, kind in KINDS.items():
        answer = lambda kind=kind: Response("", mimetype=kind, headers=own)  # noqa: E731
        made.add_url_rule(path, path, answer, methods=["GET", "POST"])
    made.add_url_rule("/slip", "/slip", lambda: Response("", 400, mimetype="text/html"))
    return made


def secured(**own):
    made = server(**own)
    secure(made, SimpleNamespace(csp_hashes=lambda: ["'sha256-app'"]), [DOCUMENT], "https://town.example")
    return made.test_client()


def told(answer):
    """Its headers but for what Flask says of every answer."""
    return {
        name: value
        for name, value in answer.headers.items()
        if name not in ("Content-Type", "Content-Length", "Allow")
    }


@pytest.mark.parametrize(
    ("path", "more"),
    [
        ("/page", OF_A_PAGE),
        ("/embed", OF_A_PAGE),  # not below it
        ("/embed/a", OF_A_FRAME),
        ("/a.csv", OF_A_FILE),
        ("/nowhere", OF_A_PAGE),
    ],
)
def test_each_kind_of_answer_has_exactly_its_headers(path, more):
    client = secured()
    assert told(client.get(path)) == ALWAYS | more
    assert told(client.get(path)) == ALWAYS | more  # again: the policy is made once


def test_transport_security_lasts_a_year_and_is_asked_for_behind_tls_alone():
    answer = secured().get("/a.csv", base_url="https://x")
    assert answer.headers["Strict-Transport-Security"] == "max-age=31536000; includeSubDomains"


def test_what_an_answer_says_of_itself_stays_but_for_what_a_frame_may_do():
    own = dict.fromkeys(ALWAYS | OF_A_PAGE | {"Strict-Transport-Security": ""}, "own")
    client = secured(**own)
    for path in ("/page", "/a.csv"):
        assert told(client.get(path, base_url="https://x")) == own
    assert client.get("/embed/a").headers["Content-Security-Policy"].startswith("default-src 'none'")


@pytest.mark.parametrize(
    ("audience", "path", "kept"),
    [
        ("office", "/page", "no-store"),
        ("office", "/a.csv", "no-store"),
        ("office", "/assets/a.css", "public"),
        ("office", "/_dash-component-suites/a.js", "public"),
        ("public", "/page", "public"),
    ],
)
def test_nothing_of_the_office_is_kept_but_what_is_the_same_for_everybody(audience, path, kept):
    made = server(**{"Cache-Control": "public"})
    keep_nothing(made, Settings(audience=audience))
    assert made.test_client().get(path).headers["Cache-Control"] == kept


@pytest.mark.parametrize(
    ("audience", "method", "path", "shared"),
    [
        ("public", "GET", "/a.csv", OPEN),
        ("public", "HEAD", "/a.csv", OPEN),
        ("public", "OPTIONS", "/a.csv", OPEN | ASKED_AHEAD),
        ("public", "OPTIONS", "/page", OPEN | ASKED_AHEAD),
        ("public", "POST", "/a.csv", {}),
        ("public", "GET", "/page", {}),
        ("public", "GET", "/nowhere", OPEN),
        ("public", "GET", "/slip", OPEN),
        ("public", "GET", "/_dash-x", {}),
        ("public", "OPTIONS", "/_dash-x", {}),
        ("office", "GET", "/a.csv", {}),
        ("office", "OPTIONS", "/a.csv", {}),
    ],
)
def test_scripts_of_other_sites_read_the_public_data_and_no_page(audience, method, path, shared):
    made = server()
    open_to_sites(made, Settings(audience=audience))
    assert told(made.test_client().open(path, method=method)) == shared


@pytest.mark.parametrize(
    ("proxies", "seen"),
    [
        (0, ["10.0.0.9", "http", "here"]),
        (1, ["192.0.2.2", "https", "two.example"]),
        (2, ["192.0.2.1", "http", "one.example"]),
    ],
)
def test_as_many_proxies_are_believed_as_the_setting_says(proxies, seen):
    made = Flask("small")
    trust_proxies(made, Settings(trusted_proxies=proxies))
    made.add_url_rule("/", "who", lambda: [request.remote_addr, request.scheme, request.host])
    said = {
        "X-Forwarded-For": "192.0.2.1, 192.0.2.2",
        "X-Forwarded-Proto": "http, https",
        "X-Forwarded-Host": "one.example, two.example",
    }
    answer = made.test_client().get(
        "/", base_url="http://here", headers=said, environ_overrides={"REMOTE_ADDR": "10.0.0.9"}
    )
    assert answer.json == seen
