"""OpenID Connect with authlib: authorization code flow with PKCE, state and nonce, signatures checked."""

import time

from authlib.integrations.base_client.errors import OAuthError
from authlib.integrations.flask_client import OAuth
from flask import Flask, Response, request, session
from joserfc.errors import JoseError
from requests.exceptions import RequestException

from dashboard.settings.environment import Provider
from dashboard.signin.person import ROLES, AccessDenied, NotBegunHere, Person, claim_at, role_of

SECONDS = 10  # that the provider may take to answer
# What the libraries raise of an answer that is none: other JSON, or such as lacks what belongs there.
_MALFORMED = (JoseError, ValueError, RuntimeError, TypeError, AttributeError, KeyError)


class OidcClient:
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
                "default_timeout": SECONDS,
            },
        )

    def leave(self) -> Response:
        """The redirect to the provider; state, nonce and the verifier of PKCE stay in our session."""
        try:
            self._same_issuer()
            return self._client.authorize_redirect(f"{self._provider.address}/signed-in")
        except (RequestException, OAuthError, *_MALFORMED) as error:
            self._forget()
            raise AccessDenied(_AWAY, _error_words(error), 503) from error

    def arrive(self) -> Person:
        """Who has come back. Raises AccessDenied when the answer does not hold or they have no role here."""
        refused = AccessDenied if self._begun_here() else NotBegunHere
        if not request.args.get("code") and not request.args.get("error"):
            raise refused(_UNCHECKED, "(the way back has neither code nor error)")
        try:
            self._same_issuer()
            token = self._client.authorize_access_token(leeway=30)
        except OAuthError as error:
            raise refused(_UNCHECKED, _error_words(error)) from error
        except _MALFORMED as error:
            self._forget()
            raise AccessDenied(_UNCHECKED, _error_words(error)) from error
        except RequestException as error:
            raise AccessDenied(_AWAY, _error_words(error), 503) from error
        fields = token.get("userinfo") or {}
        if fields.get("iss") != self._client.load_server_metadata().get("issuer") or not fields.get("sub"):
            raise AccessDenied(_OTHER)
        role = role_of(claim_at(fields, self._provider.claim)) or self._role_elsewhere(token, fields["sub"])
        if role is None:
            raise AccessDenied(_NO_ROLE, self._without_a_role(fields))
        name = fields.get("name") or fields.get("preferred_username") or fields.get("email") or fields["sub"]
        return Person(str(fields["sub"])[:200], str(name)[:200], role)

    def _begun_here(self) -> bool:
        """Whether this browser left for the provider with the state that this request brings back."""
        return self._client.framework.get_state_data(session, request.args.get("state")) is not None

    def _same_issuer(self) -> None:
        """Raises AccessDenied where the provider does not call itself OIDC_ISSUER: it is another one."""
        named = str(self._client.load_server_metadata().get("issuer", ""))
        if named.rstrip("/") != self._provider.issuer.rstrip("/"):
            self._forget()
            raise AccessDenied(_OTHER, f"(it calls itself {named}; OIDC_ISSUER is {self._provider.issuer})")

    def _forget(self) -> None:
        """Ask the provider anew for what it says of itself and for its keys: the client keeps them for good,
        and a page of maintenance in their place would let nobody in until a restart."""
        for name in ("_loaded_at", "jwks"):
            self._client.server_metadata.pop(name, None)

    def end_session(self) -> str | None:
        """Where the provider ends its own session, if it says so."""
        try:
            return self._client.load_server_metadata().get("end_session_endpoint")
        except (RequestException, *_MALFORMED):
            return None

    def _role_elsewhere(self, token: dict, subject: str) -> str | None:
        """The role that the provider gives at its userinfo address alone; of nobody but `subject`.

        Raises AccessDenied where that address does not say: whether they have a role is then unknown.
        """
        if not self._client.load_server_metadata().get("userinfo_endpoint"):
            return None
        try:
            more = self._client.userinfo(token=token)
        except (RequestException, OAuthError, *_MALFORMED) as error:
            raise AccessDenied(_AWAY, f"At its userinfo address: {_error_words(error)}", 503) from error
        return role_of(claim_at(dict(more), self._provider.claim)) if more.get("sub") == subject else None

    def _without_a_role(self, claims: dict) -> str:
        claim = self._provider.claim
        given = f"The claims are {', '.join(sorted(claims))}; {claim} is {claim_at(claims, claim)!r}"
        return f"{given}; a role is one of {', '.join(ROLES)}; ROLE_CLAIM names the claim that holds it."


def _error_words(error: Exception) -> str:
    """What the libraries said, and our time: a provider's clock that differs is a usual reason."""
    clock = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())
    return f"({type(error).__name__}: {error}; the clock here says {clock})"


_OTHER = "The sign-in came from another provider than the one that is set up here."
_UNCHECKED = "The sign-in could not be checked; start it again from this site."
_NO_ROLE = "You have no role here; ask who runs this site to give you one."
_AWAY = "The sign-in service does not answer just now; try again in a minute."
