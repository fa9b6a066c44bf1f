"""A client of each audience, for every test of rendered documents."""

import pytest

from dashboard.settings import Settings
from dashboard.site import SiteKeeper
from dashboard.web.application import create_app
from tests.built import link_into


@pytest.fixture(scope="session")
def clients(tmp_path_factory):
    """A client of each audience."""
    found = {}
    for audience in ("public", "office"):
        data = link_into(tmp_path_factory.mktemp(audience))
        keeper = SiteKeeper(Settings(data=data, audience=audience))
        found[audience] = create_app(keeper).server.test_client()
    return found
