"""One headless Chromium for all browser tests."""

import shutil

import pytest

from tests.browser.map_app import serving_maps
from tests.browser.site import serving

ARGUMENTS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip


@pytest.fixture(scope="session")
def chromium():
    """A running Chromium; each test opens its own page in it."""
    playwright = pytest.importorskip("playwright.sync_api")
    program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=program, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def site_url():
    """The address of the built-in snapshot's office view, served as `make run` serves it."""
    with serving() as url:
        yield url


@pytest.fixture(scope="session")
def map_address():
    """The address of the page of maps in map_app.py."""
    with serving_maps() as url:
        yield url


@pytest.fixture
def maps(chromium, map_address):
    """A browser page with two maps drawn and one that could not be loaded."""
    page = chromium.new_page(viewport={"width": 1280, "height": 900})
    page.goto(map_address)
    page.wait_for_selector(".map-svg >> nth=1")
    page.wait_for_selector(".map-failed")
    yield page
    page.close()
