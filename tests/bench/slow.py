"""What a citizen waits for on a slow line and an old phone: first words, largest paint, jumps of the page.

The home page and an indicator against the goals; then the theme page beside the same page in Streamlit and
Panel. Those have no words before their scripts have run: all three are timed to a heading that can be read.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace

from playwright.sync_api import Browser, sync_playwright

from tests.bench.opening import FAST_3G, SLOW_3G, Line, drawn, opened, painted
from tests.bench.screen import APPS, OURS, App
from tests.bench.served import product
from tests.bench.table import Measured, Row
from tests.browser.conftest import ARGUMENTS

PAGES = {
    "home page": ("/", 2.5),
    "indicator": ("/indicator/employment/employment_rate", 3.0),
}
_REPEATS = 3
_BESIDE = (
    ("theme page on slow 3G: heading to read", "s", SLOW_3G, "first", "<= 3"),
    ("theme page on slow 3G: bytes until then", "kB", SLOW_3G, "bytes", "<= 60"),
    ("theme page on fast 3G: heading to read", "s", FAST_3G, "first", "<= 3"),
    ("theme page on fast 3G: largest paint", "s", FAST_3G, "largest", "<= 2"),
    ("theme page on fast 3G: layout shift", "", FAST_3G, "shift", "<= 0.05"),
)


def rows(quick: bool, note: Callable[[str], None]) -> Iterator[Row]:
    """The public view's home page and an indicator, each opened without a cache, from a server that is warm;
    then its theme page, and that of each other framework."""
    repeats = 1 if quick else _REPEATS
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path="/usr/bin/chromium", args=ARGUMENTS)
        try:
            with product(AUDIENCE="public") as server:
                server.settle()
                for name, (path, goal) in PAGES.items():
                    yield from page_rows(browser, name, server.url + path, goal, repeats)
                ours = {line: _theme(browser, OURS, server.url, line, repeats) for line in (SLOW_3G, FAST_3G)}
            for app in APPS[1:]:
                yield from _beside(browser, app, ours, note)
        finally:
            browser.close()


def page_rows(browser: Browser, name: str, url: str, goal: float, repeats: int) -> Iterator[Row]:
    """The page at `url`, opened `repeats` times on either line; `goal` is of its first words, in seconds."""
    slow = [opened(browser, url, SLOW_3G, painted) for _ in range(repeats)]
    yield _row(f"{name} on slow 3G: first words", "s", slow, "first", f"<= {goal}")
    yield _row(f"{name} on slow 3G: bytes until then", "kB", slow, "bytes", "<= 60")
    fast = [opened(browser, url, FAST_3G, painted) for _ in range(repeats)]
    yield _row(f"{name} on fast 3G: largest paint", "s", fast, "largest", "<= 2")
    yield _row(f"{name} on fast 3G: layout shift", "", fast, "shift", "<= 0.05")


def _beside(
    browser: Browser, app: App, ours: dict[Line, list[dict[str, float]]], note: Callable[[str], None]
) -> Iterator[Row]:
    """`app`'s page opened once on either line: it takes minutes, and differs from ours by tens of times."""
    try:
        with app.serve() as server:
            server.settle()
            theirs = {line: _theme(browser, app, server.url, line, 1) for line in ours}
    except Exception as error:  # a page that does not come up is said, and the rest measured
        note(f"{app.name} could not be measured: {str(error).splitlines()[0][:160]}")
        return
    for measure, unit, line, key, goal in _BESIDE:
        row = _row(measure, unit, ours[line], key, goal)
        yield replace(row, baseline=app.name, other=Measured(each[key] for each in theirs[line]))


def _theme(browser: Browser, app: App, url: str, line: Line, repeats: int) -> list[dict[str, float]]:
    """The theme page of `app`, which has been opened once before: each has read what it reads once."""
    opened(browser, url + app.path, None, lambda page: drawn(page, app))
    return [opened(browser, url + app.path, line, lambda page: drawn(page, app)) for _ in range(repeats)]


def _row(measure: str, unit: str, seen: list[dict[str, float]], key: str, goal: str) -> Row:
    return Row(measure, unit, Measured(each[key] for each in seen), goal=goal)
