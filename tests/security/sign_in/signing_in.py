"""Signing in at the provider of the tests, and a decision to send once it is done."""

import json
import urllib.request
from urllib.parse import urlencode, urlsplit

import pytest


def become(provider, **who):
    urllib.request.urlopen(f"{provider}/become?{urlencode(who)}", timeout=5).close()  # noqa: S310 - loopback


def signing_in(client, provider, roles="viewer", to="/", **who):
    """Go to the provider and come back as it says."""
    become(provider, roles=json.dumps([roles] if roles else []), **who)
    away = client.get("/sign-in", query_string={"to": to})
    assert away.status_code == 302
    return come_back(client, away.headers["Location"])


def come_back(client, there: str):
    """Go to the provider at the address `there`, and come back as it says."""
    asked = urllib.request.Request(there)  # noqa: S310 - loopback
    with pytest.raises(urllib.error.HTTPError) as back:
        urllib.request.build_opener(_Stay).open(asked, timeout=5)
    return client.get("/signed-in", query_string=urlsplit(back.value.headers["Location"]).query)


class _Stay(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_):
        return None


DECISION = {
    "title": "More buses", "decided": "Ten more", "why": "They are full", "owner": "Transport team",
    "day": "2026-01-05", "review": "2026-07-05", "expected": "",
}  # fmt: skip


def decision(browser, **more):
    return browser.post("/record/decision", json={"region": "E47000001", "values": DECISION | more})
