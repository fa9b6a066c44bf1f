"""Who comes back from the provider, by what its libraries say it answered; nothing is sent anywhere."""

import json
import re
from base64 import b64encode
from io import BytesIO
from urllib.parse import parse_qs, urlsplit

import pytest
from authlib.integrations.base_client.errors import OAuthError
from authlib.integrations.flask_client.apps import FlaskOAuth2App
from flask import Flask, session
from joserfc.errors import DecodeError
from requests import Response
from requests.exceptions import ConnectTimeout

from dashboard.settings.environment import Provider
from dashboard.signin.person import AccessDenied, NotBegunHere, Person
from dashboard.signin.provider import OidcClient

ISSUER = "https://id.example"
METADATA = {"issuer": f"{ISSUER}/", "end_session_endpoint": f"{ISSUER}/end"}
ELSEWHERE = METADATA | {"userinfo_endpoint": f"{ISSUER}/me"}
CLAIMS = {"iss": f"{ISSUER}/", "sub": "00u1", "name": "Ada", "groups": ["editor"]}
AWAY = "The sign-in service does not answer just now; try again in a minute."
UNCHECKED = "The sign-in could not be checked; start it again from this site."
OTHER = "The sign-in came from another provider than the one that is set up here."
NO_ROLE = "You have no role here; ask who runs this site to give you one."


@pytest.fixture
def says(monkeypatch):
    """says(method, answer): what authlib's client answers, or raises. Gives what it was asked."""

    def says(method: str, answer: object) -> list:
        asked = []

        def answered(_, *given, **more):
            asked.append((*given, more))
            if isinstance(answer, Exception):
                raise answer
            return answer

        monkeypatch.setattr(FlaskOAuth2App, method, answered)
        return asked

    return says


@pytest.fixture
def client(says):
    """Our client, on its way back from the provider."""
    server = Flask("office")
    says("load_server_metadata", METADATA)
    with server.test_request_context("/signed-in?code=x&state=y"):
        provider = Provider(f"{ISSUER}/", "dashboard", "secret", "https://office.example", "groups")
        yield OidcClient(server, provider)


@pytest.fixture
def arrives(client, says):
    """arrives(claims) -> the Person that they are of, or the sentence and the detail of a refusal."""

    def arrives(claims: dict | None):
        says("authorize_access_token", {"access_token": "x"} | ({"userinfo": claims} if claims else {}))
        try:
            return client.arrive()
        except AccessDenied as refusal:
            return str(refusal), refusal.detail

    return arrives


def left_out(*names: str) -> dict:
    return {name: value for name, value in CLAIMS.items() if name not in names}


def test_a_person_has_the_first_name_that_the_provider_gives(arrives):
    every = {"preferred_username": "ada", "email": "a@b"}
    given = (
        CLAIMS | every,
        left_out("name") | every,
        left_out("name") | {"email": "a@b"},
        left_out("name"),
        CLAIMS | {"sub": "s" * 201, "name": "n" * 201},
    )
    names = [("00u1", "Ada"), ("00u1", "ada"), ("00u1", "a@b"), ("00u1", "00u1"), ("s" * 200, "n" * 200)]
    assert [arrives(claims) for claims in given] == [Person(*each, "editor") for each in names]


def test_claims_of_another_provider_or_of_nobody_let_nobody_in(arrives):
    for claims in (None, CLAIMS | {"iss": "https://evil.example"}, left_out("iss"), left_out("sub")):
        assert arrives(claims) == (OTHER, "")


def test_a_role_that_the_token_lacks_is_asked_for_at_the_userinfo_address(arrives, says):
    says("load_server_metadata", ELSEWHERE)
    asked = says("userinfo", {"sub": "00u1", "groups": "viewer"})
    assert arrives(left_out("groups")) == Person("00u1", "Ada", "viewer")
    assert [each[0]["token"]["access_token"] for each in asked] == ["x"]
    somebody_else = {"sub": "00u2", "groups": "viewer"}
    for more in ({"sub": "00u1"}, somebody_else):
        says("userinfo", more)
        assert arrives(left_out("groups"))[0] == NO_ROLE


def test_a_userinfo_address_that_does_not_answer_is_no_answer_that_there_is_no_role(client, arrives, says):
    says("load_server_metadata", ELSEWHERE)
    for kind in ERRORS:
        says("userinfo", kind("late"))
        said, detail = arrives(left_out("groups"))
        assert (said, detail.startswith(f"At its userinfo address: ({kind.__name__}: ")) == (AWAY, True)
    with pytest.raises(AccessDenied) as refusal:
        client.arrive()
    assert refusal.value.status == 503


def test_no_role_is_asked_for_where_there_is_no_such_address(arrives, says):
    asked = says("userinfo", {"sub": "00u1", "groups": "viewer"})
    assert arrives(left_out("groups"))[0] == NO_ROLE
    assert asked == []


def test_why_somebody_has_no_role_is_told_to_whoever_runs_the_service(arrives):
    assert arrives(CLAIMS | {"groups": "staff"}) == (
        NO_ROLE,
        "The claims are groups, iss, name, sub; groups is 'staff'; "
        "a role is one of viewer, editor, publisher; "
        "ROLE_CLAIM names the claim that holds it.",
    )


# What the libraries raise: what is said of it when somebody comes back
ERRORS = {
    ConnectTimeout: AWAY, OAuthError: UNCHECKED, DecodeError: UNCHECKED, ValueError: UNCHECKED,
    TypeError: UNCHECKED, AttributeError: UNCHECKED, RuntimeError: UNCHECKED,
}  # fmt: skip


def _refusal(way) -> tuple[str, str]:
    with pytest.raises(AccessDenied) as refusal:
        way()
    return str(refusal.value), refusal.value.detail


@pytest.mark.parametrize(("kind", "sentence"), ERRORS.items())
def test_whatever_comes_of_the_way_back_is_one_sentence_and_its_reason(client, says, kind, sentence):
    says("authorize_access_token", kind("late"))
    said, detail = _refusal(client.arrive)
    assert said == sentence
    clock = r"the clock here says \d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ"
    assert re.fullmatch(rf"\({kind.__name__}: .*late.*; {clock}\)", detail)


def test_a_provider_that_cannot_be_reached_is_said_to_be_away(client, says):
    for kind in (ConnectTimeout, OAuthError, ValueError):
        says("authorize_redirect", kind("late"))
        said, detail = _refusal(client.leave)
        assert (said, kind.__name__ in detail) == (AWAY, True)
    says("load_server_metadata", ConnectTimeout("late"))
    assert [_refusal(way)[0] for way in (client.leave, client.arrive)] == [AWAY, AWAY]


def test_a_provider_is_the_one_that_is_set_up_with_or_without_a_last_slash(client, says):
    says("authorize_redirect", "to the provider")
    for named in (ISSUER, f"{ISSUER}/"):
        says("load_server_metadata", {"issuer": named})
        assert client.leave() == "to the provider"
    for named in ("https://evil.example", f"/{ISSUER}", ""):
        says("load_server_metadata", {"issuer": named} if named else {})
        told = OTHER, f"(it calls itself {named}; OIDC_ISSUER is {ISSUER}/)"
        assert [_refusal(way) for way in (client.leave, client.arrive)] == [told, told]


def test_what_this_browser_did_not_leave_with_tells_nothing_of_whoever_uses_it(client, says):
    says("authorize_access_token", OAuthError("no"))
    server, kinds = Flask("office"), []
    server.secret_key = "of this test"  # noqa: S105
    for left_with in ("y", "z"):
        with server.test_request_context("/signed-in?code=x&state=y"):
            client._client.framework.set_state_data(session, left_with, {})
            with pytest.raises(AccessDenied) as refusal:
                client.arrive()
            kinds.append(refusal.type)
    assert kinds == [AccessDenied, NotBegunHere]


def test_a_way_back_without_an_answer_asks_the_provider_nothing(client, says):
    asked = says("authorize_access_token", OAuthError("no"))
    found = {}
    for query in ("", "?state=y", "?code=x", "?error=no"):
        with Flask("office").test_request_context(f"/signed-in{query}"):
            said, detail = _refusal(client.arrive)
        assert said == UNCHECKED
        found[query] = len(asked), "neither code nor error" in detail
    assert found == {"": (0, True), "?state=y": (0, True), "?code=x": (1, False), "?error=no": (2, False)}


def test_signing_out_at_the_provider_is_offered_where_it_says_how(client, says):
    assert client.end_session() == f"{ISSUER}/end"
    for nothing in ({}, ConnectTimeout(), ValueError()):
        says("load_server_metadata", nothing)
        assert client.end_session() is None


@pytest.fixture
def asked(monkeypatch):
    """What is asked of a provider that answers nothing but where it is found: (address, seconds, sent as)."""
    asked = []
    known = {"issuer": ISSUER, "authorization_endpoint": f"{ISSUER}/go", "token_endpoint": f"{ISSUER}/token"}

    def send(_, request, timeout, **more):
        asked.append((request.url, timeout, request.headers.get("Authorization")))
        if not request.url.endswith("/openid-configuration"):
            raise ConnectTimeout
        answer = Response()
        answer.status_code, answer.raw = 200, BytesIO(json.dumps(known).encode())
        return answer

    monkeypatch.setattr("requests.adapters.HTTPAdapter.send", send)
    return asked


def test_a_provider_is_told_who_asks_and_waited_for_ten_seconds(asked):
    server = Flask("office")
    server.secret_key = "of this test"  # noqa: S105
    client = OidcClient(server, Provider(f"{ISSUER}/", "dashboard", "secret", "https://office.example"))
    with server.test_request_context("/sign-in"):
        there = parse_qs(urlsplit(client.leave().headers["Location"]).query)
        kept = dict(session)
    assert (there["client_id"], there["scope"]) == (["dashboard"], ["openid profile email"])
    assert there["redirect_uri"] == ["https://office.example/signed-in"]
    assert there["code_challenge_method"] == ["S256"]
    assert there["nonce"]
    with server.test_request_context(f"/signed-in?code=x&state={there['state'][0]}"):
        session.update(kept)
        with pytest.raises(AccessDenied, match=AWAY):
            client.arrive()
    ours = "Basic " + b64encode(b"dashboard:secret").decode()
    assert asked == [
        (f"{ISSUER}/.well-known/openid-configuration", 10, None),
        (f"{ISSUER}/token", 10, ours),
    ]


def test_the_clock_of_a_provider_may_be_half_a_minute_off(client, says):
    asked = says("authorize_access_token", {"userinfo": CLAIMS})
    client.arrive()
    assert asked == [({"leeway": 30},)]
