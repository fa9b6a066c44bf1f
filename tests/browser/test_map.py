"""Maps in a real browser: drawn fast, recoloured faster, walked by keyboard, zoomed without trapping."""

import statistics

import pytest

from tests.browser.map_app import GEOGRAPHY, SUMMARY, TITLE

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not GEOGRAPHY.exists(), reason="../shared/sources is not here"),
]

PAINTED = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
# Draws the map of small areas again with other classes and waits until the screen shows it.
RECOLOUR = """async shift => {
  const canvas = document.querySelectorAll('.map-canvas')[1];
  canvas.scrollIntoView();
  const old = canvas.cityMap.data;
  const classes = Object.fromEntries(Object.entries(old.classes).map(([c, n]) => [c, (n + shift) % 5]));
  await new Promise(requestAnimationFrame);
  const began = performance.now();
  cityMaps.draw(canvas, {...old, classes});
  await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
  return performance.now() - began;
}"""
# Empties the canvas and draws from scratch, geometry asked for again under an address not yet known.
DRAW = """async stamp => {
  const canvas = document.querySelectorAll('.map-canvas')[1];
  canvas.scrollIntoView();
  const data = {...canvas.cityMap.data, url: canvas.cityMap.url + '?' + stamp};
  canvas.cityMap = null;
  canvas.innerHTML = '';
  const began = performance.now();
  cityMaps.draw(canvas, data);
  while (!canvas.firstElementChild) await new Promise(requestAnimationFrame);
  await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
  return performance.now() - began;
}"""


def test_every_neighbourhood_is_drawn_with_its_name_figure_and_class(maps):
    areas = maps.locator(".map-svg").nth(1).locator(".map-area")
    assert areas.count() == 1702
    names = areas.evaluate_all("paths => paths.map(p => p.getAttribute('aria-label'))")
    assert names[0] == "Bolton 001A: no figure"
    assert all(name.endswith("%") for name in names[1:])
    fills = areas.evaluate_all("paths => [...new Set(paths.map(p => getComputedStyle(p).fill))]")
    assert len(fills) == 6


def test_the_drawing_has_a_name_and_a_description(maps):
    drawing = maps.get_by_role("application", name=TITLE).first
    described = drawing.get_attribute("aria-describedby")
    assert maps.locator(f"#{described}").text_content().startswith(SUMMARY)


def test_1702_neighbourhoods_are_first_drawn_within_a_second(maps):
    times = [maps.evaluate(DRAW, stamp) for stamp in range(3)]
    print(f"first draw {statistics.median(times):.0f} ms")
    assert statistics.median(times) <= 1000


def test_1702_neighbourhoods_change_colour_within_100_ms(maps):
    rounds = [[maps.evaluate(RECOLOUR, shift) for shift in (1, 2, 3, 4) * 2] for _ in range(3)]
    best = min(statistics.median(times) for times in rounds)  # a busy machine slows some rounds, not the code
    print(f"recolour {best:.0f} ms")
    assert best <= 100


def test_a_server_answer_recolours_without_drawing_anew(maps):
    area = maps.locator(".map-svg").nth(1).locator(".map-area").nth(5)
    before = area.get_attribute("class")
    area.evaluate("path => { path.mark = 'same'; }")
    maps.get_by_role("button", name="Change").click()
    changed = "([path, was]) => path.getAttribute('class') !== was"
    maps.wait_for_function(changed, arg=[area.element_handle(), before])
    assert area.evaluate("path => path.mark") == "same"


def test_geometry_is_asked_for_once_a_page(maps):
    asked = []
    maps.on("request", lambda request: asked.append(request.url) if "/maps/" in request.url else None)
    maps.get_by_role("button", name="Change").click()
    maps.evaluate(PAINTED)
    assert asked == []


def test_a_map_that_cannot_be_loaded_says_so_and_offers_to_try_again(maps):
    failed = maps.locator(".map-failed")
    assert "The map could not be loaded." in failed.inner_text()
    assert failed.get_by_role("button", name="Try again").is_visible()


def test_names_from_the_data_are_never_markup(maps):
    maps.evaluate("""() => {
      const canvas = document.querySelector('.map-canvas');
      const data = {...canvas.cityMap.data, url: 'data:application/json,' + encodeURIComponent(JSON.stringify(
        {viewBox: [0, 0, 9, 9], outline: [],
         areas: [['X', '"><img src=x onerror="window.hurt=1">', 'M0 0l1 0 0 1z', 0, 0, 1]]}))};
      cityMaps.draw(canvas, data);
    }""")
    maps.wait_for_selector("[data-code=X]", state="attached")
    assert maps.locator(".map-canvas img").count() == 0
    assert maps.locator("[data-code=X]").get_attribute("aria-label").startswith('"><img')


@pytest.mark.parametrize(("theme", "width"), [("light", 320), ("dark", 1280)])
def test_axe_finds_nothing(maps, theme, width):
    from axe_playwright_python.sync_playwright import Axe

    maps.set_viewport_size({"width": width, "height": 900})
    maps.evaluate("theme => { document.documentElement.dataset.theme = theme; }", theme)
    maps.add_style_tag(content="[data-theme=dark] body { background: #0c1117; color: #fff }")
    tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
    found = Axe().run(maps, options={"runOnly": {"type": "tag", "values": tags}})
    assert found.response["violations"] == []


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_nothing_is_wider_than_the_screen(maps, width):
    maps.set_viewport_size({"width": width, "height": 900})
    maps.evaluate(PAINTED)
    assert maps.evaluate("document.documentElement.scrollWidth") <= width
