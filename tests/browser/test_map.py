"""Maps in a real browser: drawn, recoloured, named, and honest when they cannot be."""

import pytest

from tests.browser.map_app import GEOGRAPHY, SUMMARY, TITLE

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not GEOGRAPHY.exists(), reason="../shared/sources is not here"),
]

PAINTED = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"


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
    """Without the 1,702 areas: districts are drawn alike, and test_accessibility looks at the real page."""
    from axe_playwright_python.sync_playwright import Axe

    maps.set_viewport_size({"width": width, "height": 900})
    maps.evaluate("theme => { document.documentElement.dataset.theme = theme; }", theme)
    maps.add_style_tag(content="[data-theme=dark] body { background: #0c1117; color: #fff }")
    tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
    only = {"runOnly": {"type": "tag", "values": tags}}
    found = Axe().run(maps, context={"exclude": [[".map-dense .map-areas"]]}, options=only)
    assert found.response["violations"] == []


def test_nothing_is_wider_than_the_screen(maps):
    for width in (320, 390, 1280):
        maps.set_viewport_size({"width": width, "height": 900})
        maps.evaluate(PAINTED)
        assert maps.evaluate("document.documentElement.scrollWidth") <= width
