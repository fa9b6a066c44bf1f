"""Small areas in a real browser: picked, searched, laid over each other, and fast enough."""

import re
import statistics

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

READY = "#main[data-controls] .map-svg"  # drawn, and the controls heard
PAINTED = "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
# Paints the map of the other page's classes over this one's and waits until the screen shows it.
RECOLOUR = f"""async shift => {{
  const map = document.querySelector('.map-canvas').cityMap;
  const turned = Object.entries(map.data.classes).map(([code, at]) => [code, (at + shift) % 5]);
  const began = performance.now();
  cityMaps.draw(map.canvas, {{...map.data, classes: Object.fromEntries(turned)}});
  await {PAINTED};
  return performance.now() - began;
}}"""
DRAW = f"""async stamp => {{
  const canvas = document.querySelector('.map-canvas');
  const own = canvas.cityMap.data;
  const data = {{...own, url: own.url + '#' + stamp}};
  canvas.cityMap = null;
  canvas.innerHTML = '';
  const began = performance.now();
  cityMaps.draw(canvas, data);
  while (!canvas.firstElementChild) await new Promise(requestAnimationFrame);
  await {PAINTED};
  const taken = performance.now() - began;
  Object.assign(canvas.cityMap, {{data: own, url: own.url}}); // again the page's own
  return taken;
}}"""


@pytest.fixture(scope="module")
def page(kept_page, site_url):
    """One page for all: what a test chooses, the next finds chosen."""
    kept_page.goto(f"{site_url}/neighbourhoods?measure=people/crime")
    kept_page.wait_for_selector(READY)
    return kept_page


def test_1702_neighbourhoods_are_first_drawn_within_a_second(page):
    browser = page.context.new_cdp_session(page)
    browser.send("Network.setCacheDisabled", {"cacheDisabled": True})  # the outlines come from the server
    times = [page.evaluate(DRAW, stamp) for stamp in range(3)]
    browser.detach()
    print(f"first draw {statistics.median(times):.0f} ms")
    assert statistics.median(times) <= 1000


def test_1702_neighbourhoods_change_colour_within_100_ms(page):
    rounds = [[page.evaluate(RECOLOUR, shift) for shift in (1, 2, 3, 4) * 2] for _ in range(3)]
    best = min(statistics.median(times) for times in rounds)  # a busy machine slows some rounds, not the code
    print(f"recolour {best:.0f} ms")
    assert best <= 100


def test_a_ward_is_found_by_name_outlined_and_brought_into_sight(page):
    search = page.get_by_role("combobox", name="Find a place")
    search.click()
    search.fill("Ancoats & Beswick (Man")
    page.locator("[role=option]:visible").first.click()
    expect(page.locator(".neighbourhood-panel h2")).to_have_text("Ancoats & Beswick")
    page.wait_for_selector(".place-line", state="attached")
    page.wait_for_selector(".map-svg.map-zoomed")
    page.locator(".neighbourhood-panel .quiet-button").click()
    expect(search).to_have_value("")
    page.wait_for_selector(".map-svg:not(.map-zoomed)")


def test_an_area_walked_to_and_picked_is_shown_beside_the_map_and_in_the_address(page):
    page.locator(".map-area[tabindex='0']").focus()
    page.keyboard.press("ArrowRight")
    code = page.evaluate("document.activeElement.dataset.code")
    name = page.evaluate("document.activeElement.getAttribute('aria-label')").split(":")[0]
    page.keyboard.press("Enter")
    expect(page.locator(".neighbourhood-panel h2")).to_have_text(name)
    assert f"place={code}" in page.url
    assert page.locator(".neighbourhood-panel tr.row-focus").count() == 1
    assert page.evaluate("document.activeElement.dataset.code") == code  # the walk goes on from here
    page.reload()
    expect(page.locator(".neighbourhood-panel h2")).to_have_text(name)


def test_filters_of_casualties_repaint_map_and_trend_in_one_answer(page, site_url):
    page.goto(f"{site_url}/events")
    page.wait_for_selector(READY)
    asked = []
    page.on("request", lambda request: "_dash-update" in request.url and asked.append(request.post_data))
    before = page.locator(".chart-summary").inner_text()
    page.get_by_role("combobox", name="Who").click()
    page.get_by_role("option", name="On foot").click()
    expect(page.locator(".chart-summary")).not_to_have_text(before)
    assert "on foot" in page.locator(".map-words h2").inner_text()
    assert len(asked) == 1


def test_a_measure_is_left_out_by_keyboard_and_the_focus_stays_with_its_list(page, site_url):
    page.goto(f"{site_url}/priority?region=E47000006")
    page.wait_for_selector(READY)
    page.get_by_role("combobox", name="Measure 2", exact=True).focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"\?(?!.*m2=).*m3="))
    assert page.evaluate("document.activeElement.id") == '{"control":"m2"}'
    expect(page.locator(".priority-answer .note").first).not_to_contain_text("who lives here")


@pytest.mark.parametrize("width", [390, 1280])
def test_every_district_is_named_on_the_map_a_narrow_one_beside_it_with_a_line(page, site_url, width):
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{site_url}/neighbourhoods?region=E47000006&measure=people/burglary")
    names = page.locator(".map-labels text")
    expect(names).to_have_count(5)
    assert "Middlesbrough" in names.all_text_contents()
    assert page.locator(".map-labels .map-leader").count() == (2 if width == 390 else 1)
