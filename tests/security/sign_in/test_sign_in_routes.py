"""The pages of signing in and out, before a provider that says what a test wants."""

from dataclasses import replace
from functools import partial

import pytest
from flask import Flask
from requests.exceptions import ConnectTimeout

from dashboard.settings import Settings
from dashboard.settings.environment import Provider
from dashboard.signin.person import AccessDenied, NotBegunHere, Person
from dashboard.signin.provider import OidcClient
from dashboard.web.sign_in import sign_in

ADA = Person("00u1", "Ada", "viewer")
SECRET = "of this test"  # noqa: S105
SITE = "https://office.example"
END = "https://id.example/end?a=1&b=2"


@pytest.fixture
def settings(tmp_path):
    """The office with sign-in."""
    provider = Provider("https://id.example", "dashboard", "secret", SITE)
    return Settings(data=tmp_path, provider=provider, session_secret=SECRET)


def server_of(settings: Settings) -> Flask:
    """A server where people sign in, with one page of the office."""
    server = Flask("office", static_folder=None)
    sign_in(server, settings)
    server.add_url_rule("/decisions", "page", lambda: "decisions")
    return server


@pytest.fixture
def provider(monkeypatch):
    """provider(arrive=ADA): what comes of a visit to it; an exception is raised."""

    def provider(**says):
        for method, answer in says.items():

            def answered(_, answer=answer):
                if isinstance(answer, Exception):
                    raise answer
                return answer

            monkeypatch.setattr(OidcClient, method, answered)

    provider(leave="to the provider", arrive=ADA, end_session=END)
    return provider


@pytest.fixture
def browser(settings, provider):
    """A browser that nobody has signed in with."""
    return browser_of(settings)


def browser_of(settings: Settings):
    """A browser at that server, over TLS."""
    client = server_of(settings).test_client()
    client.open = partial(client.open, base_url=SITE)
    client.session_transaction = partial(client.session_transaction, base_url=SITE)
    return client


@pytest.fixture
def told(caplog):
    """The lines of the security log, each with whom it is about and why."""
    caplog.set_level("INFO", "dashboard.security")
    return lambda: [
        (line.message, line.fields.get("subject", line.fields.get("because"))) for line in caplog.records
    ]


PATH = "/theme/housing?region=E47000001"
LONGEST = "/" + "x" * 1998


WANTED = {
    PATH: PATH,
    None: "/",
    "": "/",
    "x": "/",
    "//evil.example": "/",
    "https://evil.example": "/",
    "/\\evil.example": "/",
    "/x\\evil.example": "/",
    "/a\nb": "/",
    LONGEST: LONGEST,
    LONGEST + "x": "/",
}


def test_who_signs_in_comes_to_the_page_of_this_site_they_wanted(browser):
    reached = {}
    for wanted in WANTED:
        browser.get("/sign-in", query_string={"to": wanted} if wanted is not None else {})
        back = browser.get("/signed-in")
        assert back.status_code == 303
        reached[wanted] = back.headers["Location"]
    assert reached == WANTED


def test_whoever_sat_there_before_leaves_nothing(browser, told):
    with browser.session_transaction() as before:
        before["left"] = "of whoever sat here before"
    away = browser.get("/sign-in", query_string={"to": PATH})
    assert (away.status_code, away.text) == (200, "to the provider")
    with browser.session_transaction() as between:
        assert dict(between) == {"to": PATH}
    browser.get("/signed-in")
    with browser.session_transaction() as after:
        assert set(after) == {"person"}
    assert browser.get("/decisions").text == "decisions"
    assert told() == [("signed in", "00u1")]


def test_who_comes_back_without_having_left_from_here_sees_the_first_page(browser):
    assert browser.get("/signed-in").headers["Location"] == "/"


def test_a_page_that_is_elsewhere_is_not_led_to_whatever_the_session_says(browser):
    with browser.session_transaction() as kept:
        kept["to"] = "//evil.example"
    assert browser.get("/signed-in").headers["Location"] == "/"


@pytest.mark.parametrize("path", ["/sign-in", "/signed-in"])
def test_who_is_refused_is_told_why_and_has_no_session(browser, provider, told, path):
    browser.get("/signed-in")
    refused = AccessDenied("You have no role here.", "(the claims are sub)")
    provider(leave=refused, arrive=refused)
    answer = browser.get(path)
    assert (answer.status_code, "<p>You have no role here.</p>" in answer.text) == (403, True)
    assert told()[1:] == [("sign-in refused", "You have no role here. (the claims are sub)")]
    provider(leave=AccessDenied("Not now."), arrive=AccessDenied("Not now."))
    browser.get(path)
    assert told()[2:] == [("sign-in refused", "Not now.")]
    with browser.session_transaction() as kept:
        assert dict(kept) == {}


def test_a_way_back_that_was_not_begun_here_ends_no_session_and_no_sign_in(browser, provider):
    browser.get("/signed-in")
    provider(arrive=NotBegunHere("another tab"))
    assert browser.get("/signed-in").status_code == 303
    assert browser.get("/decisions").status_code == 200
    browser.post("/sign-out")
    with browser.session_transaction() as begun:
        begun["_state"] = "of another tab"
    assert browser.get("/signed-in").status_code == 403
    with browser.session_transaction() as still:
        assert still["_state"] == "of another tab"


def test_a_provider_that_is_away_is_told_on_a_page(settings, monkeypatch):
    def away(*_, **__):
        raise ConnectTimeout

    monkeypatch.setattr("requests.adapters.HTTPAdapter.send", away)
    answer = browser_of(settings).get("/sign-in")
    assert (answer.status_code, "The sign-in service does not answer" in answer.text) == (503, True)


def test_signing_out_is_asked_first_and_told_with_who_did(browser, told):
    browser.get("/signed-in")
    asked = browser.get("/sign-out").text
    assert '<form method="post"><button class="quiet-button">Sign out</button></form>' in asked
    assert browser.get("/decisions").status_code == 200
    assert browser.post("/sign-out", headers={"Origin": "https://evil.example"}).status_code == 403
    assert browser.get("/decisions").status_code == 200
    assert "You are signed out" in browser.post("/sign-out", headers={"Origin": SITE}).text
    assert told() == [("signed in", "00u1"), ("refused: another site", None), ("signed out", "00u1")]
    assert browser.get("/decisions").status_code == 401


def test_signing_out_holds_in_this_browser_where_the_server_cannot_keep_that(browser, settings, told, caplog):
    browser.get("/signed-in")
    (settings.data / ".ended-sessions").touch()  # as a full disk, or one that may not be written to
    answer = browser.post("/sign-out")
    assert (answer.status_code, "You are signed out" in answer.text) == (200, True)
    assert "for up to 8 hours" in answer.text
    assert browser.get("/decisions").status_code == 401
    assert told()[1:2] == [("signed out in this browser alone", "00u1")]
    assert ".ended-sessions" in caplog.records[1].fields["because"]
    assert "go to its own page" in answer.text


def test_where_the_provider_ends_its_own_session_is_a_link(browser, provider):
    link = '<a href="https://id.example/end?a=1&amp;b=2">go to its own page</a>'
    assert [link in answer.text for answer in (browser.get("/sign-out"), browser.post("/sign-out"))] == [
        True
    ] * 2
    provider(end_session=None)
    for answer in (browser.get("/sign-out"), browser.post("/sign-out")):
        assert "You are signed out" in answer.text
        assert "its own page" not in answer.text
        assert '<a href="/sign-in">Sign in again</a>' in answer.text


@pytest.mark.parametrize(
    ("address", "name", "secure"),
    [(SITE, "__Host-session", True), ("http://localhost:8050", "session", False)],
)
def test_the_cookie_is_secure_where_the_site_is(settings, provider, address, name, secure):
    browser = browser_of(replace(settings, provider=replace(settings.provider, address=address)))
    cookie = browser.get("/signed-in").headers["Set-Cookie"]
    assert cookie.startswith(f"{name}=")
    assert [part in cookie for part in ("HttpOnly", "SameSite=Lax", "Path=/", "Secure;")] == [True] * 3 + [
        secure
    ]
    assert "Expires" not in cookie  # it ends with the browser, if not before


@pytest.mark.parametrize("changed", [{"audience": "public"}, {"provider": None}])
def test_where_nobody_signs_in_there_are_no_such_pages(settings, changed):
    client = server_of(replace(settings, **changed)).test_client()
    assert [client.get(path).status_code for path in ("/sign-in", "/sign-out", "/decisions")] == [
        404,
        404,
        200,
    ]
