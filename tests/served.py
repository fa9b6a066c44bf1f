"""The built-in snapshot's public view as a WSGI application, and a client of it."""

from dataclasses import replace
from pathlib import Path

import pytest

from dashboard.factory import create_app
from dashboard.settings import Settings
from dashboard.site import SiteKeeper

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="session")
def served(store, tmp_path_factory):
    """Settings of a public view over the built-in snapshot."""
    data = tmp_path_factory.mktemp("served")
    (data / "public").mkdir()
    (data / "public" / "datastore.duckdb").symlink_to(store.path)
    for name in ("sources", "assets", "needs.toml"):
        (data / name).symlink_to(ROOT / "data" / name)
    return replace(Settings(), audience="public", data=data)


@pytest.fixture(scope="session")
def keeper(served):
    return SiteKeeper(served)


@pytest.fixture(scope="session")
def site(keeper):
    return keeper.current()


@pytest.fixture(scope="session")
def wsgi(keeper):
    return create_app(keeper).server


@pytest.fixture
def client(wsgi):
    return wsgi.test_client()
