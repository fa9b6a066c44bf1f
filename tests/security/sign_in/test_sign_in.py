"""Signing in against a real provider process: who gets in, who does not, and what each role may do."""

import json
from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

import pytest
from flask import Flask

from dashboard.settings.environment import Provider
from dashboard.signin.person import AccessDenied, claim_at, role_of
from dashboard.signin.provider import OidcClient
from tests.security.sign_in.provider import SECRET
from tests.security.sign_in.signing_in import DECISION, decision, signing_in

pytestmark = pytest.mark.core


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
