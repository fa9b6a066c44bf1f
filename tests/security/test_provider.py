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
from dashboard.signin.person import AccessDenied, Person
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


@pytest.mark.parametrize(
    ("claims", "person"),
    [
        (CLAIMS, Person("00u1", "Ada", "editor")),
        (CLAIMS | {"preferred_username": "ada", "email": "a@b"}, Person("00u1", "Ada", "editor")),
        (left_out("name") | {"preferred_username": "ada", "email": "a@b"}, Person("00u1", "ada", "editor")),
        (left_out("name") | {"email": "a@b"}, Person("00u1", "a@b", "editor")),
        (left_out("name"), Person("00u1", "00u1", "editor")),
        (CLAIMS | {"sub": "s" * 201, "name": "n" * 201}, Person("s" * 200, "n" * 200, "editor")),
    ],
)
def test_a_person_has_the_first_name_that_the_provider_gives(arrives, claims, person):
    assert arrives(claims) == person


@pytest.mark.parametrize(
    "claims", [None, CLAIMS | {"iss": "https://evil.example"}, left_out("iss"), left_out("sub")]
)
def test_claims_of_another_provider_or_of_nobody_let_nobody_in(arrives, claims):
    assert arrives(claims) == (OTHER, "")


@pytest.mark.parametrize(
    ("metadata", "more", "found"),
    [
        (ELSEWHERE, {"sub": "00u1", "groups": "viewer"}, "viewer"),
        (ELSEWHERE, {"sub": "00u1"}, None),
        (ELSEWHERE, {"sub": "00u2", "groups": "viewer"}, None),  # of somebody else
        (METADATA, {"sub": "00u1", "groups": "viewer"}, None),  # it has no such address
        (ELSEWHERE, ConnectTimeout(), None),
        (ELSEWHERE, OAuthError(), None),
        (ELSEWHERE, DecodeError(), None),
        (ELSEWHERE, ValueError(), None),
    ],
)
def test_a_role_that_the_token_lacks_is_asked_for_at_the_userinfo_address(
    arrives, says, metadata, more, found
):
    says("load_server_metadata", metadata)
    asked = says("userinfo", more)
    answer = arrives(left_out("groups"))
    if found:
        assert answer == Person("00u1", "Ada", found)
        assert [each[0]["token"]["access_token"] for each in asked] == ["x"]
    else:
        assert answer[0] == NO_ROLE


def test_why_somebody_has_no_role_is_told_to_whoever_runs_the_service(arrives):
    assert arrives(CLAIMS | {"groups": "staff"}) == (
        NO_ROLE,
        "The claims are groups, iss, name, sub; groups is 'staff'; "
        "a role is one of viewer, editor, publisher; "
        "ROLE_CLAIM names the claim that holds it.",
    )


ERRORS = [
    ("arrive", "authorize_access_token", ConnectTimeout("late"), AWAY),
    ("arrive", "authorize_access_token", OAuthError("late"), UNCHECKED),
    ("arrive", "authorize_access_token", DecodeError("late"), UNCHECKED),
    ("arrive", "authorize_access_token", ValueError("late"), UNCHECKED),
    ("arrive", "load_server_metadata", ConnectTimeout("late"), AWAY),
    ("leave", "load_server_metadata", ConnectTimeout("late"), AWAY),
    ("leave", "authorize_redirect", ConnectTimeout("late"), AWAY),
    ("leave", "authorize_redirect", OAuthError("late"), AWAY),
    ("leave", "authorize_redirect", ValueError("late"), AWAY),
]


@pytest.mark.parametrize(("way", "method", "error", "sentence"), ERRORS)
def test_whatever_the_libraries_raise_is_one_sentence_and_its_reason(
    client, says, way, method, error, sentence
):
    says(method, error)
    with pytest.raises(AccessDenied) as refusal:
        getattr(client, way)()
    assert str(refusal.value) == sentence
    said = rf"\({type(error).__name__}: .*; the clock here says \d{{4}}-\d\d-\d\dT\d\d:\d\d:\d\dZ\)"
    assert re.fullmatch(said, refusal.value.detail)
    assert "late" in refusal.value.detail


@pytest.mark.parametrize(
    ("named", "same"),
    [
        (ISSUER, True),
        (f"{ISSUER}/", True),
        ("https://evil.example", False),
        (f"/{ISSUER}", False),
        (None, False),
    ],
)
def test_a_provider_is_the_one_that_is_set_up_with_or_without_a_last_slash(client, says, named, same):
    says("load_server_metadata", {"issuer": named} if named else {})
    says("authorize_redirect", "to the provider")
    if same:
        assert client.leave() == "to the provider"
        return
    for way in (client.leave, client.arrive):
        with pytest.raises(AccessDenied) as refusal:
            way()
        detail = f"(it calls itself {named or ''}; OIDC_ISSUER is {ISSUER}/)"
        assert (str(refusal.value), refusal.value.detail) == (OTHER, detail)


@pytest.mark.parametrize(
    ("query", "asked"), [("", False), ("?state=y", False), ("?code=x", True), ("?error=no", True)]
)
def test_a_way_back_without_an_answer_asks_the_provider_nothing(client, says, query, asked):
    metadata = says("load_server_metadata", METADATA)
    says("authorize_access_token", OAuthError("no"))
    with Flask("office").test_request_context(f"/signed-in{query}"), pytest.raises(AccessDenied) as refusal:
        client.arrive()
    assert str(refusal.value) == UNCHECKED
    assert bool(metadata) == asked
    assert ("neither code nor error" in refusal.value.detail) == (not asked)


@pytest.mark.parametrize(
    ("metadata", "address"),
    [(METADATA, f"{ISSUER}/end"), ({}, None), (ConnectTimeout(), None), (ValueError(), None)],
)
def test_signing_out_at_the_provider_is_offered_where_it_says_how(client, says, metadata, address):
    says("load_server_metadata", metadata)
    assert client.end_session() == address


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
