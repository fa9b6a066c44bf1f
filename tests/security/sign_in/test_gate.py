"""The gate alone, before a server of one page: who passes, with which right, and until when."""

from dataclasses import replace
from types import SimpleNamespace

import pytest
from flask import Flask, request, session
from flask.testing import FlaskClient

from dashboard.settings import Settings
from dashboard.settings.environment import Provider
from dashboard.signin.gate import end_session, guard, in_session, start_session
from dashboard.signin.person import Person, person

NOW = 1_800_000_000  # 15 January 2027, 08:00
ADA = Person("1", "Ada", "editor")


@pytest.fixture
def clock(monkeypatch):
    """The gate's clock, which stands at NOW until a test moves it."""
    shown = SimpleNamespace(now=NOW)
    monkeypatch.setattr("dashboard.signin.gate.time", SimpleNamespace(time=lambda: shown.now))
    return shown


@pytest.fixture
def settings(tmp_path):
    """The office with sign-in."""
    provider = Provider("https://id.example", "dashboard", "secret", "https://office.example")
    return Settings(data=tmp_path, provider=provider)


def server_of(settings: Settings) -> Flask:
    """A guarded server that answers every path with the name of who asks; /signed-in?role= lets Ada in."""
    server = Flask("office", static_folder=None)
    server.secret_key = "of this test"  # noqa: S105
    guard(server, settings)

    @server.route("/", methods=["GET", "POST", "OPTIONS"])
    @server.route("/<path:_>", methods=["GET", "POST", "OPTIONS"])
    def page(_: str = "") -> str:
        return person().name

    @server.get("/signed-in")
    def arrive() -> str:
        start_session(replace(ADA, role=request.args.get("role", "viewer")))
        return "signed in"

    return server


@pytest.fixture
def browser(settings, clock):
    """browser("viewer") -> a browser in which Ada has just signed in with that role; browser(): nobody."""
    server = server_of(settings)

    def browser(role: str = "") -> FlaskClient:
        client = server.test_client()
        if role:
            client.get(f"/signed-in?role={role}")
        return client

    return browser


OPEN = [
    "/sign-in", "/signed-in", "/sign-out", "/health", "/metrics", "/ready", "/robots.txt",
    "/.well-known/security.txt", "/assets/app.css", "/_dash-component-suites/x.js",
]  # fmt: skip
PAGE = "text/html"
JSON = "application/json"


def test_what_is_needed_to_sign_in_and_to_watch_the_service_is_open(browser):
    assert {path: browser().get(path).status_code for path in OPEN} == dict.fromkeys(OPEN, 200)


# method, path and what is accepted: how nobody is answered, and where they are led
NOBODY = {
    ("GET", "/", PAGE): (302, "/sign-in?to=%2F"),
    ("GET", "/decisions?day=1&x=2", PAGE): (302, "/sign-in?to=%2Fdecisions%3Fday%3D1%26x%3D2"),
    ("GET", "/health/more", PAGE): (302, "/sign-in?to=%2Fhealth%2Fmore"),
    ("POST", "/decisions", PAGE): (401, None),
    ("GET", "/decisions", JSON): (401, None),
    ("GET", "/api/v1/indicators", PAGE): (401, None),
    ("GET", "/_dash-layout", PAGE): (401, None),
    ("GET", "/record/export.json", PAGE): (401, None),
}


def test_nobody_else_passes_and_readers_are_led_to_sign_in(browser, caplog):
    caplog.set_level("INFO", "dashboard.security")
    answers = {}
    for method, path, accept in NOBODY:
        found = browser().open(path, method=method, headers={"Accept": accept})
        answers[method, path, accept] = found.status_code, found.headers.get("Location")
        assert ("Sign in first" in found.text) == (found.status_code == 401)
    assert answers == NOBODY
    assert [record.message for record in caplog.records] == ["refused: not signed in"] * 5


# method and path: what a viewer, and an editor, is answered
NEEDED = {
    ("GET", "/"): (200, 200),
    ("POST", "/_dash-update-component"): (200, 200),
    ("GET", "/record"): (200, 200),
    ("HEAD", "/record"): (200, 200),
    ("OPTIONS", "/record"): (200, 200),
    ("POST", "/record"): ("write in the record", 200),
    ("POST", "/record/decision"): ("write in the record", 200),
    ("GET", "/record/export.json"): ("take the whole record away", 200),
    ("OPTIONS", "/record/export.json"): ("take the whole record away", 200),
}


def test_what_is_asked_for_needs_a_right(browser):
    viewer, editor, found = browser("viewer"), browser("editor"), {}
    for method, path in NEEDED:
        answers = viewer.open(path, method=method), editor.open(path, method=method)
        found[method, path] = tuple(map(_answer, answers))
    assert found == NEEDED


def _answer(response) -> int | str:
    """The status, or for 403 what the role may not do."""
    if response.status_code != 403:
        return response.status_code
    return response.text.partition("may not ")[2].partition(".")[0]


def test_whoever_is_signed_in_is_known_by_name(browser):
    assert browser("viewer").get("/decisions").text == "Ada"


@pytest.mark.parametrize(
    ("seconds", "busy", "status"),
    [
        (0, False, 200),
        (60 * 60, False, 200),  # an hour without a request
        (60 * 60 + 1, False, 401),
        (8 * 3600, True, 200),  # eight hours in all
        (8 * 3600 + 1, True, 401),
    ],
)
def test_a_session_ends_after_an_idle_hour_and_after_eight_hours(browser, clock, seconds, busy, status):
    client = browser("viewer")
    while busy and clock.now + 3600 < NOW + seconds:
        clock.now += 3600
        client.get("/decisions")
    clock.now = NOW + seconds
    assert client.get("/decisions", headers={"Accept": JSON}).status_code == status


@pytest.mark.parametrize(("seconds", "noted"), [(120, False), (121, True)])
def test_a_request_is_noted_every_two_minutes_at_most(browser, clock, seconds, noted):
    client = browser("viewer")
    clock.now += seconds + 0.0
    assert ("Set-Cookie" in client.get("/decisions").headers) == noted
    with client.session_transaction() as kept:
        assert kept["person"]["seen"] == NOW + seconds * noted
        assert (kept["person"]["name"], kept["person"]["until"]) == ("Ada", NOW + 8 * 3600)


WHOLE = {"session": "a", "subject": "1", "name": "Ada", "role": "viewer", "until": NOW + 9, "seen": NOW}


@pytest.mark.parametrize("lacks", ["role", "until", "seen"])
def test_a_cookie_that_lacks_something_is_no_session(browser, lacks):
    assert _with(browser(), {name: value for name, value in WHOLE.items() if name != lacks}) == 401


def test_a_cookie_of_another_kind_or_role_is_no_session(browser):
    kept = (WHOLE, "Ada", {}, WHOLE | {"role": "owner"})
    assert [_with(browser(), each) for each in kept] == [200, 401, 401, 401]


def _with(client: FlaskClient, kept: object) -> int:
    """How a browser is answered whose cookie holds that."""
    with client.session_transaction() as cookie:
        cookie["person"] = kept
    return client.get("/decisions", headers={"Accept": JSON}).status_code


def test_one_session_is_ended_wherever_its_cookie_is_and_no_other(settings, clock):
    server = server_of(settings)
    with server.test_request_context():
        session["left"] = "of whoever sat here before"
        start_session(ADA)
        ended = dict(session)
        start_session(ADA)
        other = dict(session)
        assert set(other) == {"person"}
        session.update(ended)
        end_session()
        assert (dict(session), in_session()) == ({}, None)
        end_session()  # of nobody
        session.update(ended)
        assert in_session() is None
        session.update(other)
        assert in_session() == ADA
    assert [each.is_file() for each in (settings.data / ".ended-sessions").iterdir()] == [True]


# Host and address of who asks
HERE = [("localhost:8050", "127.0.0.1"), ("[::1]", "::1"), ("localhost", None)]  # a socket has no address
ELSEWHERE = [("localhost", "192.0.2.7"), ("evil.example", "127.0.0.1"), ("[::1", "127.0.0.1")]
PASSED_ON = ["Forwarded", "Via", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Real-Ip"]
PASSED_ON += ["X-Forwarded-Port", "X-Forwarded-Server", "X-Client-Ip", "True-Client-Ip", "Cf-Connecting-Ip"]
PASSED_ON += ["X-Forwarded", "X-Forwarded-Prefix", "X-Forwarded-Scheme", "X-Forwarded-Ssl", "X-Original-Host"]
PASSED_ON += ["X-Cluster-Client-Ip", "X-Original-Forwarded-For", "Client-Ip", "Fastly-Client-Ip"]


def test_without_sign_in_this_machine_alone_is_served(caplog):
    caplog.set_level("INFO", "dashboard.security")
    client = server_of(Settings()).test_client()

    def asked(host: str, remote: str | None, **headers: str) -> int:
        environ = {"REMOTE_ADDR": remote}
        sent = {"Host": host} | headers
        return client.get("/decisions", headers=sent, environ_overrides=environ).status_code

    assert [asked(*who) for who in HERE] == [200] * 3
    assert caplog.records == []
    assert [asked(*who) for who in ELSEWHERE] == [403] * 3
    assert {name: asked(*HERE[0], **{name: "1"}) for name in PASSED_ON} == dict.fromkeys(PASSED_ON, 403)
    refused = client.get("/decisions", headers={"Host": HERE[0][0], PASSED_ON[0]: "1"})
    assert "Without sign-in" in refused.get_data(as_text=True)
    said = ["refused: another machine"] * (len(ELSEWHERE) + len(PASSED_ON) + 1)
    assert [record.message for record in caplog.records] == said


def test_the_public_view_has_no_gate(settings):
    for public in (Settings(audience="public"), replace(settings, audience="public")):
        client = server_of(public).test_client()
        assert client.get("/decisions", headers={"Host": "anywhere.example"}).status_code == 200
