"""What a person waits for with London chosen: 33 districts, 4,994 neighbourhoods, the same goals."""

from collections.abc import Iterator

from playwright.sync_api import Browser, sync_playwright

from tests.bench.repaint import small_areas
from tests.bench.screen import LONDON, first_load_of_london
from tests.bench.served import product
from tests.bench.slow import page_rows
from tests.bench.table import Row
from tests.browser.conftest import ARGUMENTS

REGION = "E12000007"
PAGES = {
    "home page with London": (f"/?region={REGION}", 2.5),
    "indicator with London": (f"/indicator/employment/employment_rate?region={REGION}", 3.0),
    "theme page with London": (LONDON.path, 3.0),
}
_REPEATS = 3


def rows(quick: bool) -> Iterator[Row]:
    """The public pages on a slow line, the map of neighbourhoods, a first load beside naive Dash."""
    repeats = 1 if quick else _REPEATS
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path="/usr/bin/chromium", args=ARGUMENTS)
        try:
            yield from _public(browser, repeats)
            yield from first_load_of_london(browser, repeats)
        finally:
            browser.close()


def _public(browser: Browser, repeats: int) -> Iterator[Row]:
    with product(AUDIENCE="public") as server:
        server.settle()
        for name, (path, goal) in PAGES.items():
            yield from page_rows(browser, name, server.url + path, goal, repeats)
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        yield from small_areas(page, f"{server.url}/neighbourhoods?region={REGION}")
        page.close()
