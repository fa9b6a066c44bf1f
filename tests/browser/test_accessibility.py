"""WCAG 2.2 AA on every route, in both schemes, on a phone and on a desk: axe finds nothing."""

import pytest
from axe_playwright_python.sync_playwright import Axe

pytestmark = pytest.mark.browser

ROUTES = [
    "/",
    "/?region=E47000008",
    "/theme/transport",
    "/theme/housing?region=E47000007",
    "/indicator/employment/employment_rate?places=E08000003,E08000006",
    "/indicator/transport/ev_chargers?region=E47000006",
    "/indicator/economy/gva_per_hour?region=E47000008",
    "/place/E08000003",
    "/place/E06000002?region=E47000006",
    "/compare",
    "/data",
    "/no-such-page",
]
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


@pytest.fixture(scope="session", params=[("light", 1280), ("dark", 1280), ("light", 320), ("dark", 320)])
def view(request, chromium):
    scheme, width = request.param
    context = chromium.new_context(viewport={"width": width, "height": 900}, reduced_motion="reduce")
    context.add_init_script(f"localStorage.setItem('scheme', '{scheme}')")
    page = context.new_page()
    yield page
    context.close()


@pytest.mark.parametrize("route", ROUTES)
def test_axe_finds_no_violation(view, site_url, route):
    view.goto(site_url + route)
    view.wait_for_selector("main h1")
    view.wait_for_function("() => !document.querySelector('.chart-canvas:not([data-drawn])')")
    results = Axe().run(view, options={"runOnly": {"type": "tag", "values": TAGS}})
    found = [f"{item['id']}: {item['nodes'][0]['html'][:200]}" for item in results.response["violations"]]
    assert not found, "\n".join(found)
    width = view.evaluate("[document.documentElement.scrollWidth, innerWidth]")
    assert width[0] <= width[1], f"the page is {width[0]} px wide in a window of {width[1]} px"
