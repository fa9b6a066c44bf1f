"""What a provider said wrongly once, a page of maintenance say, keeps nobody out for good."""

import json
from secrets import token_hex
from unittest.mock import Mock

import pytest
from authlib.integrations.base_client.errors import OAuthError
from flask import Flask
from requests import RequestException

from dashboard.settings.environment import Provider
from dashboard.signin.person import AccessDenied
from dashboard.signin.provider import OidcClient
from tests.local_server import local_server


@pytest.mark.parametrize("first", [b"null", b"[1]", b"{}", b'{"issuer": "%s"}', b"<html>"])
def test_what_a_provider_said_wrongly_once_is_not_kept(first):
    said = [first]

    def answer(path: str, _: object) -> tuple[int, bytes]:
        if said:
            return 200, said.pop().replace(b"%s", address.encode())
        return 200, json.dumps({"issuer": address, "authorization_endpoint": f"{address}/auth"}).encode()

    server = Flask("office")
    server.secret_key = token_hex()
    with local_server(answer) as (address, _), server.test_request_context("/sign-in"):
        provider = OidcClient(server, Provider(address, "dashboard", "secret", "https://office.example"))
        with pytest.raises(AccessDenied):
            provider.leave()
        assert provider.leave().headers["Location"].startswith(f"{address}/auth?")


def test_keys_that_are_none_are_asked_for_again(monkeypatch):
    server = Flask("office")
    client = OidcClient(server, Provider("https://id.example", "c", "secret", "https://office.example"))
    kept = client._client.server_metadata
    kept |= {"_loaded_at": 1, "issuer": "https://id.example", "jwks": {"error": "maintenance"}}
    for raised, left in ((OAuthError("another state"), True), (KeyError("keys"), False)):
        monkeypatch.setattr(client._client, "authorize_access_token", Mock(side_effect=raised))
        with server.test_request_context("/signed-in?code=x"), pytest.raises(AccessDenied, match="checked"):
            client.arrive()
        assert ("jwks" in kept) is left  # what anybody can send makes nobody ask again


def test_a_provider_that_is_away_is_nobodys_fault(monkeypatch):
    server = Flask("office")
    client = OidcClient(server, Provider("https://id.example", "c", "secret", "https://office.example"))
    client._client.server_metadata |= {"_loaded_at": 1, "issuer": "https://id.example"}
    monkeypatch.setattr(client._client, "authorize_access_token", Mock(side_effect=RequestException("away")))
    with server.test_request_context("/signed-in?code=x"), pytest.raises(AccessDenied) as refused:
        client.arrive()
    assert refused.value.status == 503
