"""The built-in snapshot's public view as a WSGI application, and a client of it."""

from dataclasses import replace
from pathlib import Path

import pytest

from dashboard.datastore.assemble import assemble
from dashboard.factory import create_app
from dashboard.settings import Settings
from dashboard.site import SiteKeeper

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="session")
def served(tmp_path_factory):
    """Settings of a public view over the built-in snapshot, beside the repository's register."""
    data = tmp_path_factory.mktemp("served")
    assemble(ROOT / "data" / "public", data / "public" / "datastore.duckdb")
    for name in ("sources", "assets", "needs.toml"):
        (data / name).symlink_to(ROOT / "data" / name)
    return replace(Settings(), audience="public", data=data)


@pytest.fixture(scope="session")
def keeper(served):
    """What opens the public view."""
    return SiteKeeper(served)


@pytest.fixture(scope="session")
def public_site(keeper):
    """The public Site."""
    return keeper.current()


@pytest.fixture(scope="session")
def wsgi(keeper):
    """The public view as a WSGI application."""
    return create_app(keeper).server


@pytest.fixture
def client(wsgi):
    """A client of the public view."""
    return wsgi.test_client()
