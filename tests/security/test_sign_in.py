"""Signing in against a real provider process: who gets in, who does not, and what each role may do."""

import json
import subprocess
import sys
import time
import urllib.request
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
from flask import Flask

from dashboard.settings.environment import Provider
from dashboard.signin.person import AccessDenied, claim_at, role_of
from dashboard.signin.provider import OidcClient
from dashboard.site import SiteKeeper
from dashboard.web.application import create_app
from tests.browser.site import free_port
from tests.security.provider import SECRET

pytestmark = pytest.mark.core

SESSION_SECRET = "0123456789abcdefghijklmnopqrstuvwxyz"  # noqa: S105 - of this test alone


@pytest.fixture(scope="module")
def provider():
    """The address of a running provider."""
    port = free_port()
    process = subprocess.Popen([sys.executable, str(Path(__file__).with_name("provider.py")), str(port)])
    url = f"http://127.0.0.1:{port}"
    for _ in range(200):
        try:
            urllib.request.urlopen(f"{url}/jwks", timeout=2).close()  # noqa: S310 - loopback
            break
        except OSError:
            time.sleep(0.1)
    yield url
    process.terminate()
    process.wait(10)


@pytest.fixture(scope="module")
def office(site, provider, tmp_path_factory):
    """The office view with sign-in, and a record of its own."""
    data = tmp_path_factory.mktemp("signed-in")
    (data / "office").symlink_to(site.settings.data / "office")
    (data / "public").mkdir()
    settings = replace(
        site.settings,
        data=data,
        provider=Provider(provider, "dashboard", SECRET, "https://office.example"),
        session_secret=SESSION_SECRET,
    )
    return create_app(SiteKeeper(settings)).server


@pytest.fixture
def browser(office):
    """A browser that nobody has signed in with."""
    client = office.test_client()
    asked = client.open
    client.open = lambda *given, **more: asked(*given, **{"base_url": "https://office.example"} | more)
    return client


def become(provider, **who):
    urllib.request.urlopen(f"{provider}/become?{urlencode(who)}", timeout=5).close()  # noqa: S310 - loopback


def signing_in(client, provider, roles="viewer", to="/", **who):
    """Go to the provider and come back as it says."""
    become(provider, roles=json.dumps([roles] if roles else []), **who)
    away = client.get("/sign-in", query_string={"to": to})
    assert away.status_code == 302
    asked = urllib.request.Request(away.headers["Location"])  # noqa: S310 - loopback
    with pytest.raises(urllib.error.HTTPError) as back:
        urllib.request.build_opener(_Stay).open(asked, timeout=5)
    return client.get("/signed-in", query_string=urlsplit(back.value.headers["Location"]).query)


class _Stay(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_):
        return None


def test_the_way_to_the_provider_has_a_state_a_nonce_and_a_challenge(browser):
    asked = parse_qs(urlsplit(browser.get("/sign-in").headers["Location"]).query)
    assert asked["code_challenge_method"] == ["S256"]
    assert all(len(asked[name][0]) >= 20 for name in ("state", "nonce", "code_challenge"))
    assert asked["redirect_uri"] == ["https://office.example/signed-in"]


def test_who_signs_in_comes_back_to_the_page_they_wanted(browser, provider):
    back = signing_in(browser, provider, to="/theme/housing?region=E47000001")
    assert (back.status_code, back.headers["Location"]) == (303, "/theme/housing?region=E47000001")
    assert browser.get("/theme/housing").status_code == 200


def test_the_cookie_is_for_this_site_over_tls_and_not_for_scripts(browser, provider):
    cookie = signing_in(browser, provider).headers["Set-Cookie"]
    assert cookie.startswith("__Host-session=")
    for part in ("Secure", "HttpOnly", "SameSite=Lax", "Path=/"):
        assert part in cookie
    assert "Domain" not in cookie


@pytest.mark.parametrize(
    "wanted", ["//evil.example", "https://evil.example", "/\\evil.example", "/a\nb", "x"]
)
def test_nobody_is_sent_elsewhere_after_signing_in(browser, provider, wanted):
    assert signing_in(browser, provider, to=wanted).headers["Location"] == "/"


@pytest.mark.parametrize("spoil", ["signature", "unsigned", "audience", "nonce", "expired", "issuer"])
def test_a_token_that_does_not_hold_lets_nobody_in(browser, provider, spoil):
    assert signing_in(browser, provider, spoil=spoil).status_code == 403
    assert browser.get("/api/v1/indicators").status_code == 401


def test_an_answer_that_was_not_asked_for_lets_nobody_in(browser):
    assert browser.get("/signed-in?code=x&state=y").status_code == 403
    assert browser.get("/signed-in?error=access_denied").status_code == 403
    assert browser.get("/signed-in").status_code == 403  # without a code, and without anything
    assert browser.get("/signed-in?state=y").status_code == 403


def test_a_person_without_a_role_is_told_so(browser, provider):
    back = signing_in(browser, provider, roles="")
    assert back.status_code == 403
    assert "You have no role here" in back.text


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


NOBODY = {
    "/": 302, "/theme/housing": 302, "/download/employment/employment_rate.csv": 302, "/health": 200,
    "/api/v1/indicators": 401, "/maps/E47000001/district.json": 302, "/record/export.json": 401,
    "/catalogue.jsonld": 302, "/pack/mayor-monthly.html": 302, "/decisions": 302, "/_dash-layout": 401,
    "/robots.txt": 200, "/nowhere": 302, "/embed/employment/employment_rate": 302,
}  # fmt: skip


@pytest.mark.parametrize(("path", "status"), NOBODY.items())
def test_nobody_sees_anything_without_signing_in(browser, path, status):
    assert browser.get(path, headers={"Accept": "text/html"}).status_code == status


def test_identity_is_never_taken_from_what_is_sent(browser):
    claims = {
        "X-Forwarded-User": "ada",
        "Remote-User": "ada",
        "Authorization": "Bearer x",
        "Cookie": "person=ada",
    }
    assert browser.get("/api/v1/indicators", headers=claims).status_code == 401


DECISION = {
    "title": "More buses", "decided": "Ten more", "why": "They are full", "owner": "Transport team",
    "day": "2026-01-05", "review": "2026-07-05", "expected": "",
}  # fmt: skip


def decision(browser, **more):
    return browser.post("/record/decision", json={"region": "E47000001", "values": DECISION | more})


# role: see pages, write a decision, take the record away, publish a decision
MAY = {
    "viewer": (200, 403, 403, 403),
    "editor": (200, 201, 200, 403),
    "publisher": (200, 201, 200, 201),
}


@pytest.mark.parametrize(("role", "allowed"), MAY.items())
def test_each_role_may_do_what_the_table_says_and_no_more(browser, provider, role, allowed):
    signing_in(browser, provider, roles=role)
    statuses = (
        browser.get("/api/v1/indicators").status_code,
        decision(browser).status_code,
        browser.get("/record/export.json").status_code,
        decision(browser, published=True).status_code,
    )
    assert statuses == allowed


def test_an_editor_may_not_change_what_is_published(browser, provider):
    signing_in(browser, provider, roles="publisher")
    made = decision(browser, published=True).json
    signing_in(browser, provider, roles="editor")
    sent = {"region": "E47000001", "version": made["version"], "values": DECISION | {"why": "Other words"}}
    assert browser.post(f"/record/decision/{made['id']}", json=sent).status_code == 403
    assert browser.post(f"/record/decision/{made['id']}/withdraw", json=sent).status_code == 403


def test_what_is_written_carries_the_name_the_provider_gave(browser, provider):
    signing_in(browser, provider, roles="editor", **{"as": "Grace Hopper"})
    decision(browser, by="Somebody else", title="Signed")
    versions = browser.get("/record/export.json").json["versions"]
    (mine,) = [item for item in versions if "Signed" in json.dumps(item)]
    assert "Grace Hopper" in json.dumps(mine)


def test_a_copied_cookie_is_worth_nothing_after_signing_out(office, browser, provider):
    signing_in(browser, provider)
    copied = browser.get_cookie("__Host-session", domain="office.example").value
    browser.post("/sign-out")
    thief = office.test_client()
    thief.set_cookie("__Host-session", copied, domain="office.example")
    assert thief.get("/api/v1/indicators", base_url="https://office.example").status_code == 401


def test_a_sign_in_that_is_refused_says_why_in_the_log(browser, provider, caplog):
    caplog.set_level("INFO", "dashboard.security")
    signing_in(browser, provider, spoil="expired")
    (line,) = [record for record in caplog.records if record.message == "sign-in refused"]
    assert "expired" in line.fields["because"]
    assert "the clock here says" in line.fields["because"]


@pytest.mark.parametrize(
    ("said", "claim", "role"),
    [
        ({"realm_access": {"roles": ["offline_access", "editor"]}}, "realm_access.roles", "editor"),
        ({"resource_access": {"a.b": {"roles": ["viewer"]}}}, "resource_access.a.b.roles", "viewer"),
        ({"https://example.gov.uk/roles": ["publisher"]}, "https://example.gov.uk/roles", "publisher"),
        ({"roles": "openid editor"}, "roles", "editor"),
        ({"roles": {"viewer": {"1": "x"}}}, "roles", "viewer"),
        ({"roles": {"x": "editor"}}, "roles.y", None),
        ({"roles": "editors"}, "roles", None),
    ],
)
def test_a_role_is_found_where_providers_put_it(said, claim, role):
    assert role_of(claim_at(said, claim)) == role


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


def test_a_provider_that_names_itself_otherwise_than_it_is_set_up_is_refused(office, provider):
    other = replace(Provider(provider, "dashboard", SECRET, "https://office.example"),
                    issuer=provider.replace("127.0.0.1", "localhost"))  # fmt: skip
    client = OidcClient(Flask("another"), other)
    with office.test_request_context("/sign-in"), pytest.raises(AccessDenied, match="another provider"):
        client.leave()
    with (
        office.test_request_context("/signed-in?code=x&state=y"),
        pytest.raises(AccessDenied, match="another provider"),
    ):
        client.arrive()


def test_the_session_is_signed_by_sha_256(browser, provider, office):
    signing_in(browser, provider)
    kept = browser.get_cookie("__Host-session", domain="office.example").value
    assert len(kept.rpartition(".")[2]) == 43  # 32 bytes; SHA-1 has 20, 27 letters
    assert office.session_interface.get_signing_serializer(office).loads(kept)["person"]["role"] == "viewer"
