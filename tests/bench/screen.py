"""What a person waits for, in headless Chromium: the theme page here, in naive Dash, Streamlit and Panel."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

from playwright.sync_api import Browser, Page, sync_playwright

from tests.bench.served import Server, in_venv, naive, product
from tests.bench.table import Measured, Row
from tests.browser.conftest import ARGUMENTS
from tests.browser.site import ROOT

OTHERS = ROOT / ".bench-venv"
_HERE = Path(__file__).resolve().parent
_REGION = "West Yorkshire"
_STREAMLIT = ("--server.port", "{port}", "--server.headless", "true", "--browser.gatherUsageStats", "false")
_BYTES = """performance.getEntriesByType('resource').reduce((sum, item) => sum + item.transferSize,
  performance.getEntriesByType('navigation')[0].transferSize)"""


@dataclass(frozen=True)
class App:
    """One way to make the theme page: how to serve it, its path, what shows that it is there, and how to
    choose another region and what then shows."""

    name: str
    serve: Callable[[], AbstractContextManager[Server]]
    path: str
    ready: str
    choose: Callable[[Page], None]
    words: str


def _by_typing(label: str) -> Callable[[Page], None]:
    def choose(page: Page) -> None:
        page.get_by_label(label).first.click()
        page.keyboard.type(_REGION)
        page.keyboard.press("Enter")

    return choose


def _naive_choice(page: Page) -> None:
    page.locator("#region").click()
    page.get_by_text("E47000003", exact=True).click()


OURS = App(
    "product",
    product,
    "/theme/employment",
    "main h1",
    lambda page: _pick_ours(page),
    f"Employment in {_REGION}",
)
APPS = (
    App("naive Dash + pandas", naive, "/", ".js-plotly-plot .main-svg", _naive_choice, "Bradford"),
    App(
        "Streamlit",
        lambda: in_venv(OTHERS, "streamlit", "run", str(_HERE / "streamlit_page.py"), *_STREAMLIT),
        "/",
        "[data-testid=stVegaLiteChart] svg",
        _by_typing("City region"),
        f"Employment in {_REGION}",
    ),
    App(
        "Panel",
        lambda: in_venv(OTHERS, "panel", "serve", str(_HERE / "panel_page.py"), "--port", "{port}"),
        "/panel_page",
        ".bk-Canvas, canvas",
        lambda page: page.get_by_label("City region").first.select_option(_REGION),
        f"Employment in {_REGION}",
    ),
)  # fmt: skip


def _pick_ours(page: Page) -> None:
    page.get_by_role("combobox", name="City region").or_(page.get_by_label("City region")).first.click()
    page.get_by_role("option", name=_REGION).click()


def rows(quick: bool, note: Callable[[str], None]) -> Iterator[Row]:
    """First load and a change of region, each app served alone, each load in a new browser context."""
    times = 2 if quick else 3
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path="/usr/bin/chromium", args=ARGUMENTS)
        try:
            ours = _measure(browser, OURS, times)
            for app in APPS:
                try:
                    theirs = _measure(browser, app, times)
                except Exception as error:  # a page that does not come up is said, and the rest measured
                    note(f"{app.name} could not be measured: {str(error).splitlines()[0][:160]}")
                    continue
                for (measure, unit), a, b in zip(_MEASURES, ours, theirs, strict=True):
                    yield Row(f"theme page, {measure}", unit, a, app.name, b, goal="2 times")
        finally:
            browser.close()


_MEASURES = (
    ("first load", "kB"),
    ("first load until it is drawn", "ms"),
    ("another region until it is drawn", "ms"),
)


def _measure(browser: Browser, app: App, times: int) -> tuple[Measured, Measured, Measured]:
    with app.serve() as server:
        found = [_once(browser, server.url + app.path, app) for _ in range(times + 1)][1:]  # the first warms
    return tuple(Measured(values) for values in zip(*found, strict=True))


def _once(browser: Browser, url: str, app: App) -> tuple[float, float, float]:
    context = browser.new_context(bypass_csp=True)
    try:
        page = context.new_page()
        page.goto(url)
        page.wait_for_selector(app.ready, timeout=60_000)
        drawn = page.evaluate("performance.now()")
        page.wait_for_load_state("networkidle")
        size = page.evaluate(_BYTES) / 1000
        began = perf_counter()
        app.choose(page)
        # Playwright looks into the shadow roots that Panel draws in; the page's own text does not hold them.
        page.get_by_text(app.words).first.wait_for(timeout=60_000)
        return size, drawn, 1000 * (perf_counter() - began)
    finally:
        context.close()
