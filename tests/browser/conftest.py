"""One headless Chromium for all browser tests."""

import shutil

import httpx
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
    playwright.expect.set_options(timeout=30_000)  # how long a busy machine may take, not how long it should
    program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=program, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def tab(chromium):
    """One tab for all tests: the next page in it costs a third of what it costs in a new tab or window."""
    context = chromium.new_context(reduced_motion="reduce")
    context.set_default_timeout(60_000)  # a busy machine takes its time to serve a page for the first time
    yield context.new_page()
    context.close()


def _as_new(tab):
    tab.unroute_all()
    tab.context.clear_cookies()
    if tab.url.startswith("http"):
        tab.evaluate("localStorage.clear()")
    tab.goto("about:blank")
    tab.set_viewport_size({"width": 1280, "height": 900})
    tab.emulate_media(media="null", color_scheme="null")  # a test before may have printed
    return tab


@pytest.fixture
def page(tab):
    """That tab, empty, without anything that the tests before chose."""
    return _as_new(tab)


@pytest.fixture(scope="module")
def kept_page(tab):
    """The same for a file of tests that go on from what those before chose."""
    return _as_new(tab)


@pytest.fixture(scope="session")
def site_url():
    """The address of the built-in snapshot's office view, served as `make run` serves it."""
    with serving() as url:
        yield url


@pytest.fixture(scope="session")
def public_url():
    """The same of the public view."""
    with serving(AUDIENCE="public") as url:
        yield url


@pytest.fixture(scope="session")
def record_url():
    """An office view of its own, for what is recorded through it."""
    with serving() as url:
        yield url


@pytest.fixture(scope="session")
def recorded(record_url):
    """One of each thing in the record of that view: the addresses of the decision and the pilot."""

    def post(kind, **values):
        sent = {"region": "E47000001", "values": values}
        return httpx.post(f"{record_url}/record/{kind}", json=sent, timeout=60).json()["href"]

    decision = post(
        "decision", title="Coaches", decided="Yes", why="Because", owner="Unit", day="2026-10-01",
        review="2027-10-01",
    )  # fmt: skip
    pilot = post(
        "pilot", title="Coaches", hypothesis="Help", owner="Unit", indicator="employment/employment_rate",
        expected="rise", area_codes=["E08000003"], start="2019-04-01", donors="outside", seen=True,
    )  # fmt: skip
    post(
        "target", indicator="employment/employment_rate", area_code="E47000001", value="75", due="2029-12-31",
        owner="Team", reason="As England",
    )  # fmt: skip
    post("programme", start="2026-10-12", purpose="More digital skills")
    post("action", title="Survey", owner="Chamber", due="2026-11-01", needed="Report", status="blocked")
    return {"decision": decision, "pilot": pilot}


@pytest.fixture(scope="session")
def map_address():
    """The address of the page of maps in map_app.py."""
    with serving_maps() as url:
        yield url


# As the page first was, but for what Dash keeps: every map drawn anew, nothing focused, zoomed or scrolled.
ANEW = """async start => {
  window.first ||= [...document.querySelectorAll('.map-canvas')].map(canvas => canvas.dataset.map);
  history.replaceState({}, '', start);
  delete document.documentElement.dataset.theme;
  document.activeElement.blur();
  scrollTo(0, 0);
  await Promise.all([...document.querySelectorAll('.map-canvas')].map((canvas, at) => {
    canvas.cityMap = null;
    canvas.innerHTML = '';
    return cityMaps.draw(canvas, JSON.parse(window.first[at]));
  }));
}"""


@pytest.fixture(scope="session")
def maps_page(chromium, map_address):
    """A browser page with two maps drawn and one that could not be loaded."""
    page = chromium.new_page(viewport={"width": 1280, "height": 900})
    page.goto(map_address)
    page.wait_for_selector(".map-svg >> nth=1")
    page.wait_for_selector(".map-failed")
    yield page
    page.close()


@pytest.fixture
def maps(maps_page, map_address):
    """That page as it was when it came; one page for all: 1,702 areas take a second to load."""
    maps_page.set_viewport_size({"width": 1280, "height": 900})
    maps_page.emulate_media(reduced_motion="no-preference")
    maps_page.evaluate(ANEW, map_address)
    return maps_page
