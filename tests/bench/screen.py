"""What a person waits for, in headless Chromium: the theme page here, in naive Dash, Streamlit and Panel."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
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
    """One way to make the theme page: how to serve it, its path and what shows that a chart or map is drawn;
    how to get to the choice of a region, the last act that chooses one, and a text that then shows."""

    name: str
    serve: Callable[[], AbstractContextManager[Server]]
    path: str
    drawn: str
    reach: Callable[[Page], None]
    choose: Callable[[Page], None]
    title: str = "Employment in"
    words: str = f"Employment in {_REGION}"


def _type_region(page: Page) -> None:
    page.get_by_label("City region").first.click()
    page.keyboard.type(_REGION)


def _press_enter(page: Page) -> None:
    page.keyboard.press("Enter")


def _naive_choice(page: Page) -> None:
    page.get_by_text("E47000003", exact=True).click()


def _open_ours(page: Page) -> None:
    page.get_by_label("City region").first.click()
    page.get_by_role("option", name=_REGION).wait_for()


def _pick_ours(page: Page) -> None:
    page.get_by_role("option", name=_REGION).click()


OURS = App("product", product, "/theme/employment", ".map-canvas[data-state=drawn]", _open_ours, _pick_ours)
LONDON = replace(OURS, path="/theme/employment?region=E12000007", words="Employment in London")
APPS = (
    App(
        "naive Dash + pandas", naive, "/", ".js-plotly-plot .main-svg",
        lambda page: page.locator("#region").click(), _naive_choice, "Employment", "Bradford",
    ),
    App(
        "Streamlit",
        lambda: in_venv(OTHERS, "streamlit", "run", str(_HERE / "streamlit_page.py"), *_STREAMLIT),
        "/",
        ".stApp[data-test-script-state=notRunning] [data-testid=stVegaLiteChart] :is(svg, canvas)",
        _type_region,
        _press_enter,
    ),
    App(
        "Panel",
        lambda: in_venv(OTHERS, "panel", "serve", str(_HERE / "panel_page.py"), "--port", "{port}"),
        "/panel_page",
        ".bk-Canvas, canvas",
        lambda page: None,
        lambda page: page.get_by_label("City region").first.select_option(_REGION),
    ),
)  # fmt: skip


def rows(quick: bool, note: Callable[[str], None]) -> Iterator[Row]:
    """First load and a change of region, each app served alone, each load in a new browser context."""
    times = 2 if quick else 3
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path="/usr/bin/chromium", args=ARGUMENTS)
        try:
            for app in APPS:
                try:
                    ours = _measure(browser, OURS, times)  # in the same minutes: others may use the machine
                    theirs = _measure(browser, app, times)
                except Exception as error:  # a page that does not come up is said, and the rest measured
                    note(f"{app.name} could not be measured: {str(error).splitlines()[0][:160]}")
                    continue
                for (measure, unit), a, b in zip(_MEASURES, ours, theirs, strict=True):
                    yield Row(f"theme page, {measure}", unit, a, app.name, b, goal="2 times")
        finally:
            browser.close()


def first_load_of_london(browser: Browser, times: int) -> Iterator[Row]:
    """The first load with London chosen, 33 districts: the same goals as with the default region."""
    ours, theirs = _measure(browser, LONDON, times), _measure(browser, APPS[0], times)
    for (measure, unit), a, b in zip(_MEASURES[:2], ours, theirs, strict=False):
        yield Row(f"theme page with London, {measure}", unit, a, APPS[0].name, b, goal="2 times")


_MEASURES = (
    ("first load", "kB"),
    ("first load until it is drawn", "ms"),
    ("another region until it is drawn", "ms"),
)


def _measure(browser: Browser, app: App, times: int) -> tuple[Measured, Measured, Measured]:
    with app.serve() as server:
        server.settle()  # each has read ahead what it reads ahead
        found = [_once(browser, server.url + app.path, app) for _ in range(times + 1)][1:]  # the first warms
    return tuple(Measured(values) for values in zip(*found, strict=True))


def _once(browser: Browser, url: str, app: App) -> tuple[float, float, float]:
    """Bytes until the page is idle; milliseconds until its title and a chart or map are on the screen; and
    from the last key or click that chooses a region until both show it."""
    context = browser.new_context(bypass_csp=True)
    try:
        page = context.new_page()
        page.goto(url, wait_until="commit")
        _until(page, app.title, app.drawn)
        drawn = page.evaluate("performance.now()")
        page.wait_for_load_state("networkidle")
        size = page.evaluate(_BYTES) / 1000
        app.reach(page)
        began = perf_counter()
        app.choose(page)
        _until(page, app.words, app.drawn)
        return size, drawn, 1000 * (perf_counter() - began)
    finally:
        context.close()


def _until(page: Page, words: str, drawn: str) -> None:
    # Playwright looks into the shadow roots that Panel draws in; the page's own text does not hold them.
    page.get_by_text(words).first.wait_for(timeout=60_000)
    page.locator(drawn).first.wait_for(timeout=60_000)
