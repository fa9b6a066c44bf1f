"""A real OpenID Connect provider on loopback: discovery, sign-in, tokens signed with RS256, PKCE demanded.

Run as `python provider.py PORT`. Who signs in is the query parameter `as` of /become; a JWT is spoilt on
purpose by what /become says in `spoil`.
"""

import base64
import hashlib
import json
import secrets
import sys
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlencode, urlsplit

from joserfc import jwt
from joserfc.jwk import RSAKey

KEY = RSAKey.generate_key(2048, parameters={"kid": "one", "use": "sig", "alg": "RS256"})
OTHER = RSAKey.generate_key(2048, parameters={"kid": "one", "use": "sig", "alg": "RS256"})
SECRET = "between-the-two"  # noqa: S105 - of this test alone
state = {"roles": ["viewer"], "name": "Ada", "spoil": ""}
codes: dict[str, dict] = {}


class Provider(BaseHTTPRequestHandler):
    """The provider's addresses."""

    def do_GET(self):
        where = urlsplit(self.path)
        given = {name: values[0] for name, values in parse_qs(where.query).items()}
        issuer = f"http://127.0.0.1:{self.server.server_port}"
        if where.path == "/.well-known/openid-configuration":
            return self._json(200, _metadata(issuer))
        if where.path == "/jwks":
            return self._json(200, {"keys": [KEY.as_dict(private=False)]})
        if where.path == "/become":
            state.update(
                name=given.get("as", "Ada"), roles=json.loads(given["roles"]), spoil=given.get("spoil", "")
            )
            return self._json(200, {})
        if where.path == "/authorize" and given.get("code_challenge_method") == "S256":
            code = secrets.token_urlsafe(16)
            codes[code] = given
            self.send_response(302)
            back = urlencode({"code": code, "state": given["state"]})
            self.send_header("Location", f"{given['redirect_uri']}?{back}")
            return self.end_headers()
        return self._json(400, {"error": "invalid_request"})

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        given = {name: values[0] for name, values in parse_qs(body).items()}
        asked = codes.pop(given.get("code"), None)
        digest = hashlib.sha256(given.get("code_verifier", "").encode()).digest()
        challenge = base64.urlsafe_b64encode(digest).decode().rstrip("=")
        sent = base64.b64decode(self.headers.get("Authorization", " ").split()[-1] + "==").decode()
        if asked is None or challenge != asked["code_challenge"] or not sent.endswith(SECRET):
            return self._json(400, {"error": "invalid_grant"})
        issuer = f"http://127.0.0.1:{self.server.server_port}"
        return self._json(
            200, {"access_token": "x", "token_type": "Bearer", "id_token": _token(issuer, asked)}
        )

    def _json(self, status: int, content: dict):
        body = json.dumps(content).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        """Silence."""


def _metadata(issuer: str) -> dict:
    return {
        "issuer": issuer,
        "authorization_endpoint": f"{issuer}/authorize",
        "token_endpoint": f"{issuer}/token",
        "jwks_uri": f"{issuer}/jwks",
        "end_session_endpoint": f"{issuer}/end",
        "response_types_supported": ["code"],
        "subject_types_supported": ["public"],
        "id_token_signing_alg_values_supported": ["RS256"],
        "code_challenge_methods_supported": ["S256"],
    }


def _token(issuer: str, asked: dict) -> str:
    now, spoil = int(time.time()), state["spoil"]
    claims = {
        "iss": "https://elsewhere.example" if spoil == "issuer" else issuer,
        "aud": "somebody else" if spoil == "audience" else asked["client_id"],
        "exp": now - 900 if spoil == "expired" else now + 300,
        "iat": now - 1000 if spoil == "expired" else now,
        "nonce": "another" if spoil == "nonce" else asked.get("nonce"),
        "sub": "subject-1",
        "name": state["name"],
        "roles": state["roles"],
    }
    if spoil == "unsigned":
        parts = [
            base64.urlsafe_b64encode(json.dumps(p).encode()).decode().rstrip("=")
            for p in ({"alg": "none"}, claims)
        ]
        return ".".join([*parts, ""])
    key = OTHER if spoil == "signature" else KEY
    return jwt.encode({"alg": "RS256", "kid": "one"}, claims, key)


if __name__ == "__main__":
    ThreadingHTTPServer(("127.0.0.1", int(sys.argv[1])), Provider).serve_forever()
