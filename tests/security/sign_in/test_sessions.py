"""Sessions: signed, ended by signing out and by time, and worth nothing afterwards."""

import json
import time
from types import SimpleNamespace

import pytest

from tests.security.sign_in.signing_in import come_back, decision, signing_in

pytestmark = pytest.mark.core


def test_a_session_that_was_tampered_with_is_no_session(browser, provider):
    signing_in(browser, provider)
    kept = browser.get_cookie("__Host-session", domain="office.example")
    browser.set_cookie("__Host-session", kept.value[:-3] + "abc", domain="office.example")
    assert browser.get("/api/v1/indicators").status_code == 401


def test_signing_out_ends_the_session(browser, provider):
    signing_in(browser, provider)
    assert browser.get("/api/v1/indicators").status_code == 200
    out = browser.post("/sign-out", headers={"Origin": "https://evil.example"})
    assert out.status_code == 403
    assert f"{provider}/end" in browser.post("/sign-out").text
    assert browser.get("/api/v1/indicators").status_code == 401


def test_a_copied_cookie_is_worth_nothing_after_signing_out(office, browser, provider):
    signing_in(browser, provider)
    copied = browser.get_cookie("__Host-session", domain="office.example").value
    browser.post("/sign-out")
    thief = office.test_client()
    thief.set_cookie("__Host-session", copied, domain="office.example")
    assert thief.get("/api/v1/indicators", base_url="https://office.example").status_code == 401


def test_a_way_back_that_was_not_begun_here_ends_neither_a_session_nor_a_sign_in(browser, provider):
    signing_in(browser, provider)
    for way in ("code=x&state=of-another-tab", "error=access_denied", ""):
        assert browser.get(f"/signed-in?{way}").headers["Location"] == "/"
        assert browser.get("/api/v1/indicators").status_code == 200
    browser.post("/sign-out")
    begun = browser.get("/sign-in").headers["Location"]
    assert browser.get("/signed-in?code=x&state=of-another-tab").status_code == 403
    assert come_back(browser, begun).status_code == 303
    assert browser.get("/api/v1/indicators").status_code == 200


@pytest.fixture
def clock(monkeypatch):
    """The gate's clock: what it shows is what `clock.now` says."""
    shown = SimpleNamespace(now=time.time())
    monkeypatch.setattr("dashboard.signin.gate.time", SimpleNamespace(time=lambda: shown.now))
    return shown


def test_an_hour_without_a_request_ends_a_session_and_a_request_before_keeps_it(browser, provider, clock):
    signing_in(browser, provider)
    for _ in range(3):
        clock.now += 59 * 60
        assert browser.get("/api/v1/indicators").status_code == 200
    clock.now += 61 * 60
    assert browser.get("/api/v1/indicators").status_code == 401
    assert browser.get("/decisions", headers={"Accept": "text/html"}).status_code == 302


def test_eight_hours_end_a_session_however_busy_it_is(browser, provider, clock):
    signing_in(browser, provider)
    began = clock.now
    while clock.now < began + 8 * 3600 - 60:
        assert browser.get("/api/v1/indicators").status_code == 200
        clock.now = min(clock.now + 30 * 60, began + 8 * 3600 - 60)
    assert browser.get("/api/v1/indicators").status_code == 200
    clock.now = began + 8 * 3600 + 1
    assert browser.get("/api/v1/indicators").status_code == 401


def test_a_decision_that_is_sent_after_the_session_ended_is_refused_and_not_kept(browser, provider, clock):
    signing_in(browser, provider, roles="editor")
    clock.now += 61 * 60
    assert decision(browser, title="Too late").status_code == 401
    signing_in(browser, provider, roles="editor")
    assert "Too late" not in json.dumps(browser.get("/record/export.json").json)


def test_the_session_is_signed_by_sha_256(browser, provider, office):
    signing_in(browser, provider)
    kept = browser.get_cookie("__Host-session", domain="office.example").value
    assert len(kept.rpartition(".")[2]) == 43  # 32 bytes; SHA-1 has 20, 27 letters
    assert office.session_interface.get_signing_serializer(office).loads(kept)["person"]["role"] == "viewer"
