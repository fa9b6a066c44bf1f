"""Without sign-in the office view answers to its own machine alone."""

import pytest

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
    ],
)
def test_others_are_not(office, headers):
    assert office.get("/health", headers=headers).status_code == 403
    assert office.get("/record/export.json", headers=headers).status_code == 403
