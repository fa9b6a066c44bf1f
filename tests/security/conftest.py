"""What tests of security share: views with an indicator planted, and one with sign-in at a provider."""

import shutil
import subprocess
import sys
import time
import urllib.request
from dataclasses import replace
from pathlib import Path

import pytest

from dashboard.settings import ROOT
from dashboard.settings.environment import Provider
from dashboard.site import SiteKeeper
from dashboard.web.application import create_app
from tests.browser.site import free_port
from tests.security.planted import PLANTED
from tests.security.sign_in.provider import SECRET

SESSION_SECRET = "0123456789abcdefghijklmnopqrstuvwxyz"  # noqa: S105 - of these tests alone


@pytest.fixture(scope="module")
def queries(tmp_path_factory):
    """The product's queries and one of the office's beside them."""
    folder = tmp_path_factory.mktemp("planted") / "queries"
    shutil.copytree(ROOT / "queries", folder)
    (folder / "skills" / "secretplan.sql").write_text(PLANTED)
    return folder


@pytest.fixture(scope="module")
def planted(served, queries):
    """The public view over them."""
    return create_app(SiteKeeper(replace(served, queries=queries))).server.test_client()


@pytest.fixture(scope="module")
def provider():
    """The address of a running provider."""
    port = free_port()
    process = subprocess.Popen(
        [sys.executable, str(Path(__file__).parent / "sign_in" / "provider.py"), str(port)]
    )
    url = f"http://127.0.0.1:{port}"
    for _ in range(200):
        try:
            urllib.request.urlopen(f"{url}/jwks", timeout=2).close()  # noqa: S310 - loopback
            break
        except OSError:
            time.sleep(0.1)
    yield url
    process.terminate()
    process.wait(10)


@pytest.fixture(scope="module")
def office(site, provider, tmp_path_factory):
    """The office view with sign-in, and a record of its own."""
    data = tmp_path_factory.mktemp("signed-in")
    (data / "office").symlink_to(site.settings.data / "office")
    (data / "public").mkdir()
    settings = replace(
        site.settings,
        data=data,
        provider=Provider(provider, "dashboard", SECRET, "https://office.example"),
        session_secret=SESSION_SECRET,
    )
    return create_app(SiteKeeper(settings)).server


@pytest.fixture
def browser(office):
    """A browser that nobody has signed in with."""
    client = office.test_client()
    asked = client.open
    client.open = lambda *given, **more: asked(*given, **{"base_url": "https://office.example"} | more)
    return client
