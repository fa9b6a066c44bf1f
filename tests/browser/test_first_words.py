"""The page that the server rendered: readable and usable without scripts, taken over in place with them."""

import pytest

from tests.browser.axe_checks import DISPLAYS, violations

pytestmark = pytest.mark.browser

INDICATOR = "/indicator/employment/employment_rate"
SHIFTS = """window.shifted = 0;
new PerformanceObserver(list => list.getEntries().forEach(each => { window.shifted += each.value; }))
  .observe({type: 'layout-shift', buffered: true});"""


@pytest.fixture(scope="module")
def bare(chromium):
    """A page of a browser that runs no scripts."""
    context = chromium.new_context(java_script_enabled=False, viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()


def test_without_scripts_a_place_is_chosen_compared_and_downloaded(bare, public_url):
    bare.goto(public_url + INDICATOR)
    assert bare.locator("h1").inner_text() == "Employment rate"
    assert bare.locator(".chart-canvas svg:visible").count()
    bare.get_by_label("City region").select_option("E47000008")
    bare.locator('button[form="choose-region"]').click()
    assert "region=E47000008" in bare.url
    bare.get_by_label("Compare places").select_option(["E07000008", "E07000009"])
    bare.locator(".served-control:has(select[name=places]) button").click()
    assert "places=E07000008,E07000009" in bare.url
    assert bare.get_by_text("Cambridge", exact=True).first.is_visible()
    file = bare.locator('a[href*=".csv"]').first.get_attribute("href")
    assert bare.request.get(public_url + file).headers["content-type"].startswith("text/csv")


def test_without_scripts_the_search_finds_and_a_theme_is_reached(bare, public_url):
    bare.goto(public_url)
    bare.locator("#site-search").fill("rough sleeping")
    bare.keyboard.press("Enter")
    bare.wait_for_url("**/search?q=rough*")
    assert bare.get_by_role("link", name="Rough sleeping").first.is_visible()
    bare.get_by_role("link", name="Housing", exact=True).first.click()
    assert bare.locator("h1").inner_text().startswith("Housing")
    assert bare.locator(".map-canvas svg a").first.get_attribute("href").startswith("/place/")


def test_the_live_page_takes_over_without_a_request_or_a_jump(chromium, public_url):
    context = chromium.new_context(viewport={"width": 390, "height": 844}, bypass_csp=True)
    page, asked = context.new_page(), []
    page.on("request", lambda request: asked.append(request.url))
    page.add_init_script(SHIFTS)
    page.goto(public_url + INDICATOR)
    page.wait_for_function("!document.getElementById('served') && document.querySelector('[data-drawn]')")
    assert not [url for url in asked if "/_dash-" in url and "suites" not in url]
    assert page.evaluate("window.shifted") < 0.05
    assert page.locator(".served-face").count() == 0
    assert page.locator("h1").count() == 1
    context.close()


def test_what_a_reader_had_focused_and_opened_stays_so(chromium, public_url):
    page = chromium.new_page()
    held = []
    page.route("**/dash_renderer*.js", lambda route: held.append(route))
    page.goto(public_url + INDICATOR, wait_until="commit")
    page.locator("#served main details summary").first.click()
    page.locator("#served #site-search").fill("rail")
    page.wait_for_function("() => document.activeElement.value === 'rail'")
    held[0].continue_()
    page.wait_for_function("() => !document.getElementById('served')")
    assert page.evaluate("document.activeElement.id") == "site-search"
    assert page.input_value("#site-search") == "rail"
    assert page.locator("main details[open]").count() >= 1
    page.close()


@pytest.mark.parametrize("path", ["/", INDICATOR, "/theme/housing", "/compare"])
def test_axe_finds_nothing_before_the_scripts_are_there(page, public_url, path):
    page.route("**/*.js*", lambda route: route.abort())
    page.goto(public_url + path)
    assert page.locator("#served main").count() == 1
    found = []
    for scheme, width in DISPLAYS[::3]:
        page.evaluate("scheme => { document.documentElement.dataset.theme = scheme; }", scheme)
        page.set_viewport_size({"width": width, "height": 900})
        found += violations(page)
    assert found == []


NEWER = """const ask = window.fetch;
window.fetch = (address, options) => options && options.cache === "no-cache"
  ? Promise.resolve(new Response("", {headers: {ETag: "newer"}})) : ask(address, options);"""


def test_a_page_seen_before_opens_at_once_and_says_whether_it_is_the_newest(chromium, public_url):
    context = chromium.new_context()
    page = context.new_page()
    page.goto(public_url + "/about")
    context.set_offline(True)
    page.goto("about:blank")
    page.goto(public_url + "/about")
    assert page.locator("h1").first.inner_text() == "About this site"
    page.get_by_text("this is the page as you last saw it").wait_for()
    context.set_offline(False)
    page.goto("about:blank")
    page.goto(public_url + "/about")
    page.wait_for_function("() => !document.getElementById('served')")
    assert page.locator(".renewal").inner_text() == ""
    page.add_init_script(NEWER)
    page.goto("about:blank")
    page.goto(public_url + "/about")
    page.get_by_role("link", name="Show it").wait_for()
    context.close()
