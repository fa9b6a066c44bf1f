"""What a person waits for, in headless Chromium: first load, the chart, and a repaint after a control."""

from collections.abc import Iterator
from statistics import median

from playwright.sync_api import Page, sync_playwright

from tests.browser.conftest import ARGUMENTS

CHART = "/indicator/employment/employment_rate"
_BYTES = (
    "performance.getEntriesByType('resource').reduce((sum, item) => sum + item.transferSize, "
    "performance.getEntriesByType('navigation')[0].transferSize)"
)
# From the click to the frame after the page's parts have changed.
_REPAINT = """(press) => new Promise((done) => {
  const start = performance.now();
  const watch = new MutationObserver(() => requestAnimationFrame(() => requestAnimationFrame(() => {
    watch.disconnect(); done(performance.now() - start); })));
  watch.observe(document.getElementById('main'), {subtree: true, childList: true, attributes: true,
    attributeFilter: ['class', 'data-drawn']});
  eval(press);
})"""


def measures(url: str) -> Iterator[tuple[str, float, int]]:
    """(name, value, limit) of each measure of the site at `url`."""
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path="/usr/bin/chromium", args=ARGUMENTS)
        try:
            loads = [_first_load(browser.new_page(), url) for _ in range(3)]
            yield "first load of the overview, bytes", loads[0][0], 850_000
            yield "first load of the overview, ms to the page", median(item[1] for item in loads), 2_000
            charts = [_chart(browser.new_page(), url) for _ in range(3)]
            yield "first load of a page with a chart, bytes", charts[0][0], 850_000
            yield "chart drawn after the address is entered, ms", median(item[1] for item in charts), 2_000
        finally:
            browser.close()


def _first_load(page: Page, url: str) -> tuple[float, float]:
    page.goto(url)
    page.wait_for_selector("main h1")
    took = page.evaluate("performance.now()")
    size = page.evaluate(_BYTES)
    page.context.clear_cookies()
    page.close()
    return size, took


def _chart(page: Page, url: str) -> tuple[float, float]:
    page.goto(url + CHART)
    page.wait_for_selector(".chart-canvas[data-drawn]")
    took = page.evaluate("performance.now()")
    size = page.evaluate(_BYTES)
    page.close()
    return size, took
