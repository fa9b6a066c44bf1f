"""OpenID Connect with authlib: authorization code flow with PKCE, state and nonce, signatures checked."""

from authlib.integrations.base_client.errors import OAuthError
from authlib.integrations.flask_client import OAuth
from flask import Flask, Response, session
from joserfc.errors import JoseError
from requests.exceptions import RequestException

from dashboard.settings import Provider
from dashboard.signin.person import Person, Unwelcome, role_of

SECONDS = 10  # that the provider may take to answer


class Desk:
    """Where people are sent to the provider and come back from it."""

    def __init__(self, server: Flask, provider: Provider):
        self._provider = provider
        self._client = OAuth(server).register(
            "provider",
            client_id=provider.client,
            client_secret=provider.secret,
            server_metadata_url=f"{provider.issuer.rstrip('/')}/.well-known/openid-configuration",
            client_kwargs={
                "scope": "openid profile email",
                "code_challenge_method": "S256",
                "timeout": SECONDS,
            },
        )

    def leave(self) -> Response:
        """The redirect to the provider; state, nonce and the verifier of PKCE stay in our session."""
        try:
            return self._client.authorize_redirect(f"{self._provider.address}/signed-in")
        except (RequestException, OAuthError, ValueError) as error:
            raise Unwelcome(_AWAY) from error

    def arrive(self) -> Person:
        """Who has come back. Raises Unwelcome when the answer does not hold or they have no role here."""
        try:
            token = self._client.authorize_access_token(leeway=30)
        except (OAuthError, JoseError, ValueError) as error:
            raise Unwelcome("The sign-in could not be checked; start it again from this site.") from error
        except RequestException as error:
            raise Unwelcome(_AWAY) from error
        said = token.get("userinfo") or {}
        if said.get("iss") != self._client.load_server_metadata().get("issuer") or not said.get("sub"):
            raise Unwelcome("The sign-in came from another provider than the one that is set up here.")
        role = role_of(said.get(self._provider.claim))
        if role is None:
            raise Unwelcome("You have no role here; ask who runs this site to give you one.")
        name = said.get("name") or said.get("preferred_username") or said.get("email") or said["sub"]
        return Person(str(said["sub"])[:200], str(name)[:200], role)

    def end_session(self) -> str | None:
        """Where the provider ends its own session, if it says so."""
        try:
            return self._client.load_server_metadata().get("end_session_endpoint")
        except (RequestException, ValueError):
            return None

    def forget(self) -> None:
        """End our session."""
        session.clear()


_AWAY = "The sign-in service does not answer just now; try again in a minute."
