"""Maps walked by keyboard, zoomed and moved, without trapping the page."""

import json

import pytest

from tests.browser.map_app import GEOGRAPHY

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not GEOGRAPHY.exists(), reason="../shared/sources is not here"),
]


def focused(maps) -> str:
    return maps.evaluate("document.activeElement.getAttribute('aria-label')")


def readout(maps, map_number: int) -> str:
    return maps.locator(".map-readout").nth(map_number).inner_text()


def enter(maps, code: str) -> None:
    """Puts the focus on an area as the keyboard would: through the map's one tab stop."""
    maps.locator(f"[data-code={code}]").evaluate("area => area.focus()")


def test_arrow_keys_walk_to_the_nearest_area_that_way(maps):
    """Oldham lies north of Tameside, Rochdale north of it, Bury west of that; Wigan ends the list."""
    enter(maps, "E08000008")
    walked = []
    for key in ("ArrowUp", "ArrowUp", "ArrowLeft", "ArrowLeft", "End", "Home"):
        maps.keyboard.press(key)
        walked.append(focused(maps).split(":")[0])
    assert walked == ["Oldham", "Rochdale", "Bury", "Bolton", "Wigan", "Bolton"]
    assert readout(maps, 0) == "Bolton: no figure"


def test_a_map_is_one_tab_stop_however_many_areas_it_has(maps):
    assert maps.locator(".map-svg [tabindex='0']").count() == maps.locator(".map-svg").count() == 2


def test_the_arrows_reach_every_neighbourhood(maps):
    """From any area, following nearest neighbours in four directions, no other is cut off."""
    unreached = maps.evaluate("""() => {
      const areas = [...document.querySelectorAll('.map-canvas')[1].cityMap.byCode.values()];
      const seen = new Set([areas[0]]);
      for (const area of seen)
        for (const way of [[1, 0], [-1, 0], [0, 1], [0, -1]]) {
          const next = cityMaps.neighbour(areas, area, way);
          if (next) seen.add(next);
        }
      return areas.filter(area => !seen.has(area)).map(area => area.name);
    }""")
    assert unreached == []


def test_the_focused_area_wears_a_two_tone_ring_on_top(maps):
    enter(maps, "E08000003")
    ring = maps.locator(".map-ring").first.locator("path")
    widths = ring.evaluate_all("paths => paths.map(p => getComputedStyle(p).strokeWidth)")
    colours = ring.evaluate_all("paths => paths.map(p => getComputedStyle(p).stroke)")
    assert widths == ["6px", "3px"]
    assert len(set(colours)) == 2


def test_enter_follows_the_link_of_an_area(maps):
    enter(maps, "E08000003")
    maps.keyboard.press("Enter")
    assert maps.url.endswith("/place/E08000003?region=E47000001")


def test_enter_picks_an_area_where_there_is_no_link(maps):
    chosen = maps.evaluate("document.querySelectorAll('.map-canvas')[1].cityMap.data.selected")
    enter(maps, "E01004768")
    maps.keyboard.press("Enter")
    maps.wait_for_function("document.getElementById('picked').textContent")
    picked = json.loads(maps.locator("#picked").inner_text())
    assert picked == {"code": "E01004768", "selected": [*chosen, "E01004768"]}


def test_a_wheel_scrolls_the_page_until_the_map_has_focus(maps):
    drawing = maps.locator(".map-svg").first
    scale = "document.querySelector('.map-canvas').cityMap.view.k"
    drawing.hover()
    maps.mouse.wheel(0, -200)
    maps.wait_for_timeout(100)
    assert maps.evaluate(scale) == 1
    enter(maps, "E08000003")
    maps.mouse.wheel(0, -200)
    maps.wait_for_function(f"{scale} > 1.2")


def test_buttons_zoom_and_show_the_whole_region_again(maps):
    scale = "document.querySelector('.map-canvas').cityMap.view.k"
    maps.get_by_role("button", name="Zoom in").first.click()
    maps.wait_for_function(f"{scale} > 1.79")
    maps.get_by_role("button", name="Show the whole region").first.click()
    maps.wait_for_function(f"{scale} === 1")


def test_the_walk_keeps_the_focused_area_in_a_zoomed_frame(maps):
    maps.emulate_media(reduced_motion="reduce")
    for _ in range(3):
        maps.get_by_role("button", name="Zoom in").nth(0).click()
    enter(maps, "E08000010")
    frame, area = (maps.locator(s).first.bounding_box() for s in (".map-svg", "[data-code=E08000010]"))
    middle = (area["x"] + area["width"] / 2, area["y"] + area["height"] / 2)
    assert frame["x"] < middle[0] < frame["x"] + frame["width"]
    assert frame["y"] < middle[1] < frame["y"] + frame["height"]


def view(maps) -> dict[str, float]:
    return maps.evaluate("({...document.querySelector('.map-canvas').cityMap.view})")


def test_keys_zoom_about_the_focused_area_and_move_the_map(maps):
    maps.emulate_media(reduced_motion="reduce")
    enter(maps, "E08000003")
    maps.keyboard.press("+")
    maps.keyboard.press("+")
    zoomed = view(maps)
    assert zoomed["k"] == pytest.approx(1.8**2)
    maps.keyboard.press("Shift+ArrowRight")
    pushed = view(maps)
    assert (pushed["x"] < zoomed["x"], pushed["y"], pushed["k"]) == (True, zoomed["y"], zoomed["k"])
    assert focused(maps).startswith("Manchester")
    maps.keyboard.press("0")
    assert view(maps) == {"k": 1, "x": 0, "y": 0}


def test_a_mouse_drags_a_zoomed_map_and_picks_nothing(maps):
    maps.emulate_media(reduced_motion="reduce")
    maps.get_by_role("button", name="Zoom in").first.click()
    before, address = view(maps), maps.url
    box = maps.locator(".map-svg").first.bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    maps.mouse.move(x, y)
    maps.mouse.down()
    maps.mouse.move(x - 40, y - 20, steps=4)
    maps.mouse.up()
    after = view(maps)
    assert (after["x"] < before["x"], after["y"] < before["y"], after["k"]) == (True, True, before["k"])
    assert maps.url == address
