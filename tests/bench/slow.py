"""What a citizen waits for on a slow line and an old phone: first words, largest paint, jumps of the page."""

from collections.abc import Iterator
from typing import NamedTuple

from playwright.sync_api import Browser, sync_playwright

from tests.bench.served import product
from tests.bench.table import Measured, Row
from tests.browser.conftest import ARGUMENTS


class Line(NamedTuple):
    """A line as the browser's protocol slows it: bytes a second, and milliseconds there and back."""

    rate: float
    latency: int


SLOW_3G, FAST_3G = Line(400_000 / 8, 400), Line(1_600_000 / 8, 150)
SLOWER = 4  # times, the processor
PHONE = {"width": 390, "height": 844}
PAGES = {
    "home page": ("/", 2.5),
    "indicator": ("/indicator/employment/employment_rate", 3.0),
}
_REPEATS = 3
_PAINTED = """() => new Promise(done => {
  let largest = 0, shift = 0;
  new PerformanceObserver(list => list.getEntries().forEach(each => { largest = each.startTime; }))
    .observe({ type: 'largest-contentful-paint', buffered: true });
  new PerformanceObserver(list => list.getEntries().filter(each => !each.hadRecentInput)
    .forEach(each => { shift += each.value; }))
    .observe({ type: 'layout-shift', buffered: true });
  setTimeout(() => {
    const first = performance.getEntriesByName('first-contentful-paint')[0].startTime;
    const before = performance.getEntriesByType('resource').filter(each => each.responseEnd <= first);
    const bytes = before.reduce((sum, each) => sum + each.transferSize,
      performance.getEntriesByType('navigation')[0].transferSize);
    done({ first: first / 1000, largest: largest / 1000, shift, bytes: bytes / 1000 });
  }, 500);
})"""


def rows(quick: bool) -> Iterator[Row]:
    """The public view's home page and an indicator, each opened without a cache; a server that is warm."""
    repeats = 1 if quick else _REPEATS
    with product(AUDIENCE="public") as server, sync_playwright() as driver:
        server.settle()
        browser = driver.chromium.launch(executable_path="/usr/bin/chromium", args=ARGUMENTS)
        try:
            for name, (path, goal) in PAGES.items():
                slow = [_opened(browser, server.url + path, SLOW_3G) for _ in range(repeats)]
                yield _row(f"{name} on slow 3G: first words", "s", slow, "first", f"<= {goal}")
                yield _row(f"{name} on slow 3G: bytes until then", "kB", slow, "bytes", "<= 60")
                fast = [_opened(browser, server.url + path, FAST_3G) for _ in range(repeats)]
                yield _row(f"{name} on fast 3G: largest paint", "s", fast, "largest", "<= 2")
                yield _row(f"{name} on fast 3G: layout shift", "", fast, "shift", "<= 0.05")
        finally:
            browser.close()


def _row(measure: str, unit: str, seen: list[dict[str, float]], key: str, goal: str) -> Row:
    return Row(measure, unit, Measured(each[key] for each in seen), goal=goal)


def _opened(browser: Browser, url: str, line: Line) -> dict[str, float]:
    """What the browser says of one opening of `url` in a window of its own, once all of it is there."""
    context = browser.new_context(viewport=PHONE, device_scale_factor=2, is_mobile=True)
    try:
        page = context.new_page()
        protocol = context.new_cdp_session(page)
        protocol.send("Network.enable")
        speed = {"downloadThroughput": line.rate, "uploadThroughput": line.rate, "latency": line.latency}
        protocol.send("Network.emulateNetworkConditions", {"offline": False, **speed})
        protocol.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
        page.goto(url, wait_until="load", timeout=90_000)
        page.wait_for_load_state("networkidle", timeout=90_000)
        return page.evaluate(_PAINTED)
    finally:
        context.close()
