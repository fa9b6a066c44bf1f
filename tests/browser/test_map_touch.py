"""Maps under a finger: one scrolls the page, two zoom the map, a first tap reads and a second opens."""

import pytest

from tests.browser.map_app import GEOGRAPHY

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not GEOGRAPHY.exists(), reason="../shared/sources is not here"),
]


@pytest.fixture(scope="module")
def hand(chromium):
    context = chromium.new_context(viewport={"width": 390, "height": 800}, has_touch=True, is_mobile=True)
    yield context
    context.close()


@pytest.fixture
def phone(hand, map_address):
    page = hand.new_page()
    page.goto(map_address)
    page.wait_for_selector(".map-svg >> nth=1")
    yield page
    page.close()


@pytest.fixture
def fingers(phone):
    """fingers("touchMove", (x, y), ...): what the screen feels."""
    session = phone.context.new_cdp_session(phone)

    def touch(kind: str, *points: tuple[float, float]) -> None:
        touched = [{"x": x, "y": y, "id": number} for number, (x, y) in enumerate(points)]
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": touched})

    return touch


def middle(phone) -> tuple[float, float]:
    box = phone.locator(".map-svg").first.bounding_box()
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def test_two_fingers_zoom_the_map_and_not_the_page(phone, fingers):
    x, y = middle(phone)
    fingers("touchStart", (x - 20, y))
    fingers("touchStart", (x - 20, y), (x + 20, y))
    for apart in (30, 40, 60):
        fingers("touchMove", (x - apart, y), (x + apart, y))
    fingers("touchEnd")
    assert phone.evaluate("document.querySelector('.map-canvas').cityMap.view.k") == pytest.approx(3)
    assert phone.evaluate("visualViewport.scale") == 1


def test_one_finger_scrolls_the_page(phone, fingers):
    x, y = middle(phone)
    fingers("touchStart", (x, y))
    for step in range(1, 9):
        fingers("touchMove", (x, y - 20 * step))
    fingers("touchEnd")
    phone.wait_for_function("scrollY > 50")


def test_a_first_tap_reads_the_figure_and_a_second_opens_the_place(phone):
    salford = phone.locator("[data-code=E08000006]").first
    before = phone.url
    salford.tap()
    assert phone.locator(".map-readout").first.inner_text() == "Salford: 70.0%"
    assert phone.url == before
    salford.tap()
    assert phone.url.endswith("/place/E08000006?region=E47000001")
