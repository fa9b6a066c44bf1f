"""A page in every display that readers have: both colour schemes, on a desk and on a phone, under axe."""

from collections.abc import Iterable

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

ALL = {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
# What a colour scheme alone can break: all else is as it was in the other scheme at the same width.
COLOURS = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}
PHONE = 320
DISPLAYS = (
    ("light", 1280),
    ("light", PHONE),
    ("dark", 1280),
    ("dark", PHONE),
)  # 320 px: a desk at 400% (WCAG 1.4.10)
# axe reads the colours of each element anew, with a library of colour spaces: half of its time.
# One text is one colour, so that it is read once.
_READ_ONCE = """() => {
  const {prototype} = axe.commons.color.Color;
  const {parseString} = prototype;
  const read = new Map();
  prototype.parseString = function (text) {
    if (read.has(text)) [this.r, this.g, this.b, this.alpha] = read.get(text);
    else {
      parseString.call(this, text);
      read.set(text, [this.r, this.g, this.b, this.alpha]);
    }
    return this;
  };
}"""
# Of a map's 1,702 areas, all of one template, 60 are looked at: all of them would take axe ten times as long.
_AXE = """async rules => {
  const left = [...document.querySelectorAll('.map-dense .map-areas')].map(
    areas => [areas, [...areas.children].slice(60)]);
  left.forEach(([, rest]) => rest.forEach(area => area.remove()));
  const options = {runOnly: rules, resultTypes: ['violations'], preload: false};
  const found = (await axe.run(document, options)).violations;
  left.forEach(([areas, rest]) => areas.append(...rest));
  return found.map(each => `${each.id} (${each.nodes.length}): ${each.nodes[0].html.slice(0, 200)}`);
}"""
_READY = """() => document.querySelector('main h1') && !document.getElementById('served')
  && !document.querySelector('.chart-canvas:not([data-drawn]), .map-canvas:not([data-state])')
  && [...document.querySelectorAll('.chart-canvas')].every(
    chart => !chart.drawnWidth || Math.abs(chart.clientWidth - chart.drawnWidth) < 2)"""
# As dcc.Link goes; the frame says when the next page is there (assets/app.js).
_GO = """address => {
  delete document.documentElement.dataset.arrived;
  history.pushState({}, '', address);
  dispatchEvent(new CustomEvent('_dashprivate_pushstate'));
}"""
_ARRIVED = "() => document.documentElement.dataset.arrived"
_IN_SCHEME = """scheme => {
  const {theme, mantineColorScheme} = document.documentElement.dataset;
  return theme === scheme && mantineColorScheme === scheme;
}"""
_PAINTED = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"


def opened(page: Page, url: str) -> None:
    """Open `url` and wait until its charts and maps are drawn."""
    page.goto(url)
    page.wait_for_function(_READY)


def followed(page: Page, address: str) -> None:
    """Go on to `address` of the same site as a link does, which loads nothing anew; wait as `opened` does."""
    page.evaluate(_GO, address)
    page.wait_for_function(_ARRIVED)
    page.wait_for_function(_READY)


def violations(page: Page, rules: dict = ALL) -> list[str]:
    """What axe finds by `rules` on the page as it is now, and whether it is wider than its window."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
        page.evaluate(_READ_ONCE)
    found = page.evaluate(_AXE, rules)
    wide, window = page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
    return found + [f"the page is {wide} px wide in a window of {window} px"] * (wide > window)


def violations_in(page: Page, displays: Iterable[tuple[str, int]] = DISPLAYS) -> list[str]:
    """The same in each of `displays`, without loading the page again: all rules once at each width."""
    found, widths = [], set()
    for scheme, width in displays:
        found += _checked(page, scheme, width, COLOURS if width in widths else ALL)
        widths.add(width)
    return found


def _checked(page: Page, scheme: str, width: int, rules: dict) -> list[str]:
    if not page.evaluate(_IN_SCHEME, scheme):
        _switch(page, scheme)
    page.set_viewport_size({"width": width, "height": 900})
    page.evaluate(_PAINTED)
    page.wait_for_function(_READY)
    found = [f"{scheme}, {width} px: {each}" for each in violations(page, rules)]
    return found + (_at_twice_the_text(page) if width == PHONE and rules is ALL else [])


def _at_twice_the_text(page: Page) -> list[str]:
    """Whether the page is wider than a phone of 390 px whose reader has text at 200% (WCAG 1.4.4)."""
    page.set_viewport_size({"width": 390, "height": 844})
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    wide = page.evaluate("document.documentElement.scrollWidth")
    page.evaluate("document.documentElement.style.fontSize = ''")
    return [f"the page is {wide} px wide with text of 200% in 390 px"] * (wide > 390)


def _switch(page: Page, scheme: str) -> None:
    if page.locator("#scheme-toggle").count():
        page.evaluate("document.getElementById('scheme-toggle').click()")
    else:  # a page outside the frame
        page.evaluate("scheme => localStorage.setItem('scheme', scheme)", scheme)
        page.reload()
    page.wait_for_function(_IN_SCHEME, arg=scheme)
