"""What a person waits for between two views of the product: another indicator, place or colour."""

from collections.abc import Iterator

from playwright.sync_api import Page, sync_playwright

from tests.bench.served import product
from tests.bench.table import Measured, Row
from tests.browser.conftest import ARGUMENTS

INDICATORS = ("inactivity_rate", "claimants", "weekly_pay", "modelled_unemployment", "employment_rate")
GREATER_MANCHESTER = "E47000001"  # 1,702 neighbourhoods
PLACES = ("Bolton", "Bury", "Oldham", "Salford", "Wigan")
# Presses what `press` gives and waits until `sign` says something else and that is on the screen.
REPAINT = """([press, sign]) => new Promise((done, fail) => {
  const seen = () => document.querySelector(sign.selector)?.dataset[sign.name];
  const before = seen(), began = performance.now();
  const look = () => {
    if (seen() !== before) return requestAnimationFrame(() => done(performance.now() - began));
    if (performance.now() - began > 10000) return fail(new Error(`${sign.selector} stayed as it was`));
    requestAnimationFrame(look);
  };
  [...document.querySelectorAll(press.selector)].find((item) => item.innerText.includes(press.text)).click();
  look();
})"""
RECOLOUR = """async shift => {
  const canvas = document.querySelector('.map-canvas');
  const { data } = canvas.cityMap;
  const turned = Object.entries(data.classes).map(([code, at]) => [code, (at + shift) % 5]);
  const classes = Object.fromEntries(turned);
  const began = performance.now();
  cityMaps.draw(canvas, { ...data, classes });
  await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
  return performance.now() - began;
}"""


def rows(quick: bool) -> Iterator[Row]:
    """Each repaint as often as there are places, in pages that were just opened; a server that is warm."""
    with product() as server, sync_playwright() as driver:
        server.settle()
        browser = driver.chromium.launch(executable_path="/usr/bin/chromium", args=ARGUMENTS)
        try:
            page = browser.new_page(viewport={"width": 1280, "height": 900})
            yield _drawn(page, f"{server.url}/indicator/employment/employment_rate")
            yield Row(
                "another mapped indicator until it is shown", "ms", _mapped(page, server.url), goal="<= 150"
            )
            yield Row(
                "another place until the chart shows it", "ms", _places(page, server.url), goal="<= 150"
            )
            yield from small_areas(page, f"{server.url}/neighbourhoods?region={GREATER_MANCHESTER}")
        finally:
            browser.close()


def _drawn(page: Page, url: str) -> Row:
    found = []
    for _ in range(4):
        page.goto("about:blank")
        page.goto(url, wait_until="commit")
        page.wait_for_selector(".chart-canvas[data-drawn]")
        found.append(page.evaluate("performance.now()"))
    return Row("indicator page until its chart is drawn", "ms", Measured(found[1:]), goal="<= 2,000")


def _mapped(page: Page, url: str) -> Measured:
    _open(page, f"{url}/theme/employment", ".map-canvas[data-state=drawn]")
    sign = {"selector": "[data-shown]", "name": "shown"}
    return Measured(_repainted(page, f'[data-to="{name}"]', "", sign) for name in INDICATORS)


def _places(page: Page, url: str) -> Measured:
    _open(page, f"{url}/indicator/employment/employment_rate", ".chart-canvas[data-drawn]")
    sign = {"selector": ".chart-canvas", "name": "drawn"}
    return Measured(_place(page, name, sign) for name in PLACES)


def _place(page: Page, name: str, sign: dict[str, str]) -> float:
    page.click("[id*=places]")
    page.wait_for_selector(f"[role=option]:has-text('{name}')")
    return _repainted(page, "[role=option]", name, sign)


def _open(page: Page, url: str, drawn: str) -> None:
    page.goto(url)
    page.wait_for_selector(drawn)
    page.wait_for_load_state("networkidle")


def _repainted(page: Page, selector: str, text: str, sign: dict[str, str]) -> float:
    """Milliseconds from pressing what `selector` and `text` name until `sign` says something else."""
    took = page.evaluate(REPAINT, [{"selector": selector, "text": text}, sign])
    page.wait_for_timeout(200)
    return took


def small_areas(page: Page, url: str) -> Iterator[Row]:
    """A map of neighbourhoods at `url`: until it is drawn, and until it has other colours."""
    page.goto("about:blank")
    page.goto(url, wait_until="commit")
    page.wait_for_selector(".map-canvas[data-state=drawn]")
    drawn = page.evaluate("performance.now()")
    count = page.locator(".map-area").count()
    page.wait_for_load_state("networkidle")
    yield Row(f"page with a map of {count:,} small areas until it is drawn", "ms", Measured([drawn]))
    times = [page.evaluate(RECOLOUR, shift) for shift in (1, 2, 3, 4) * 2]
    yield Row(f"recolouring {count:,} small areas", "ms", Measured(times), goal="<= 100")
