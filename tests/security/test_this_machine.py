"""Without sign-in the office view answers to its own machine alone."""

import pytest
from flask import Flask
from werkzeug.test import EnvironBuilder, run_wsgi_app

from dashboard.settings import Settings
from dashboard.signin.gate import guard
from dashboard.site import SiteKeeper
from dashboard.web.application import create_app

pytestmark = pytest.mark.core


@pytest.fixture(scope="module")
def office(site):
    return create_app(SiteKeeper(site.settings)).server.test_client()


@pytest.mark.parametrize("name", ["127.0.0.1:8050", "localhost", "[::1]:8050"])
def test_this_machine_is_served(office, name):
    assert office.get("/health", headers={"Host": name}).status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "evil.example"},  # a name elsewhere that points here
        {"Host": "127.0.0.1.evil.example"},
        {"X-Forwarded-For": "192.0.2.1"},  # a proxy passes on what others ask
        {"Forwarded": "for=192.0.2.1"},
        {"Via": "1.1 proxy.example"},
    ],
)
def test_others_are_not(office, headers):
    assert office.get("/health", headers=headers).status_code == 403
    assert office.get("/record/export.json", headers=headers).status_code == 403


@pytest.mark.parametrize(
    ("protocol", "host", "status"),
    [
        ("HTTP/1.1", "127.0.0.1:8050", "200 OK"),
        ("HTTP/1.0", "127.0.0.1:8050", "403 FORBIDDEN"),  # nginx as it comes: proxy_pass and nothing else
        ("HTTP/0.9", "127.0.0.1:8050", "403 FORBIDDEN"),
        ("HTTP/1.1", "", "403 FORBIDDEN"),  # nobody knows whom it was for
    ],
)
def test_a_request_as_a_proxy_makes_it_is_refused(protocol, host, status):
    server = Flask("office")
    server.add_url_rule("/", "page", lambda: "page")
    guard(server, Settings())  # no provider: open to this machine
    environ = EnvironBuilder(path="/", environ_overrides={"SERVER_PROTOCOL": protocol}).get_environ()
    environ["HTTP_HOST"] = host
    pieces, answered, _ = run_wsgi_app(server.wsgi_app, environ)
    assert answered == status
    assert (status == "200 OK") or b"over HTTP/1.1 and through no proxy" in b"".join(pieces)


def test_who_asks_from_another_machine_is_refused_whatever_host_they_name(office):
    from_there = {"REMOTE_ADDR": "192.0.2.7"}
    assert office.get("/health", headers={"Host": "localhost"}, environ_base=from_there).status_code == 403
