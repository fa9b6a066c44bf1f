"""One opening of a page on a slow line and an old phone, in a window of its own, and what it is timed to."""

from collections.abc import Callable
from typing import NamedTuple

from playwright.sync_api import Browser, CDPSession, Page

from tests.bench.screen import App


class Line(NamedTuple):
    """A line as the browser's protocol slows it: bytes a second, and milliseconds there and back."""

    rate: float
    latency: int


SLOW_3G, FAST_3G = Line(400_000 / 8, 400), Line(1_600_000 / 8, 150)
SLOWER = 4  # times, the processor
PHONE = {"width": 390, "height": 844}
_PAINTED = """read => new Promise(done => {
  let largest = 0, shift = 0;
  new PerformanceObserver(list => list.getEntries().forEach(each => { largest = each.startTime; }))
    .observe({ type: 'largest-contentful-paint', buffered: true });
  new PerformanceObserver(list => list.getEntries().filter(each => !each.hadRecentInput)
    .forEach(each => { shift += each.value; }))
    .observe({ type: 'layout-shift', buffered: true });
  setTimeout(() => {
    const first = Math.max(read, performance.getEntriesByName('first-contentful-paint')[0].startTime);
    const before = performance.getEntriesByType('resource').filter(each => each.responseEnd <= first);
    const bytes = before.reduce((sum, each) => sum + each.transferSize,
      performance.getEntriesByType('navigation')[0].transferSize);
    done({ first: first / 1000, largest: largest / 1000, shift, bytes: bytes / 1000 });
  }, 500);
})"""
_PATIENCE = 300_000  # milliseconds: four megabytes take 80 seconds on slow 3G


def painted(page: Page, read: float = 0) -> dict[str, float]:
    """What was painted first and last, once all of the page is there; `first` is not before `read`, in ms."""
    page.wait_for_load_state("load", timeout=_PATIENCE)
    page.wait_for_load_state("networkidle", timeout=_PATIENCE)
    return page.evaluate(_PAINTED, read)


def drawn(page: Page, app: App) -> dict[str, float]:
    """When the heading could be read and with how many bytes; what was painted until a chart or map stood."""
    # Playwright looks into the shadow roots that Panel draws in; a heading stands before its style is there.
    page.get_by_text(app.title).locator("visible=true").first.wait_for(timeout=_PATIENCE)
    read = page.evaluate("performance.now()")
    page.locator(app.drawn).first.wait_for(timeout=_PATIENCE)
    return painted(page, read)


def opened(
    browser: Browser, url: str, line: Line | None, look: Callable[[Page], dict[str, float]]
) -> dict[str, float]:
    """What `look` finds in one opening of `url` without a cache; without a `line` nothing is slowed."""
    context = browser.new_context(viewport=PHONE, device_scale_factor=2, is_mobile=True)
    try:
        page = context.new_page()
        if line:
            _slow_down(context.new_cdp_session(page), line)
        page.goto(url, wait_until="commit", timeout=_PATIENCE)
        return look(page)
    finally:
        context.close()


def _slow_down(protocol: CDPSession, line: Line) -> None:
    protocol.send("Network.enable")
    speed = {"downloadThroughput": line.rate, "uploadThroughput": line.rate, "latency": line.latency}
    protocol.send("Network.emulateNetworkConditions", {"offline": False, **speed})
    protocol.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
