"""The public view in a browser: a citizen finds their place, and every page is accessible."""

import re
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from tests.browser.axe_checks import violations

pytestmark = pytest.mark.browser


def test_a_citizen_finds_their_place_in_one_step(page, public_url):
    page.set_viewport_size({"width": 390, "height": 900})
    page.goto(public_url)
    page.get_by_role("link", name="Rochdale", exact=True).click()
    page.wait_for_selector("h1:has-text('Rochdale')")
    assert "/place/E08000005" in page.url


def test_a_citizen_types_the_name_of_a_place_in_another_city_region(page, public_url):
    page.goto(public_url)
    page.wait_for_function(
        "() => !document.getElementById('served')"
    )  # both versions stand there for a moment
    page.get_by_label("Name of your place").fill("stockton on")
    page.get_by_role("link", name="Stockton-on-Tees", exact=True).click()
    page.wait_for_selector("h1:has-text('Stockton-on-Tees')")
    assert "/place/E06000004?region=E47000006" in page.url


def test_no_link_of_the_public_leads_to_the_office(page, public_url):
    page.goto(public_url)
    page.wait_for_selector("h1")
    links = page.eval_on_selector_all("a", "links => links.map(link => link.getAttribute('href'))")
    office = ("/targets", "/task-force", "/packs", "/record", "/sign")
    assert not [link for link in links if link and link.startswith(office)]


@pytest.mark.parametrize(
    "address", ["/embed/employment/employment_rate{}", "/embed/place/E08000003{}", "/no-page"]
)
@pytest.mark.parametrize("theme", ["", "?theme=dark"])
def test_what_has_no_script_is_printed_dark_on_white_from_a_dark_screen(page, public_url, address, theme):
    page.emulate_media(color_scheme="dark")
    page.goto(public_url + address.format(theme))
    colours = """() => [...document.querySelectorAll("h1, p, text")].map(
        each => getComputedStyle(each)[each.matches("text") ? "fill" : "color"])"""
    parts = [re.findall(r"\d+", colour)[:3] for colour in page.evaluate(colours)]
    assert any(min(map(int, part)) > 200 for part in parts)
    page.emulate_media(media="print", color_scheme="dark")
    parts = [re.findall(r"\d+", colour)[:3] for colour in page.evaluate(colours)]
    assert max(min(map(int, part)) for part in parts) < 120


@pytest.fixture
def elsewhere(public_url):
    """Another site, which frames whatever of ours its own path names."""

    class Site(BaseHTTPRequestHandler):
        def do_GET(self):
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(f'<iframe src="{public_url}{self.path}" title="Ours"></iframe>'.encode())

        def log_message(self, *_):
            """Silence."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    yield f"http://localhost:{server.server_port}"
    server.shutdown()


def test_a_chart_stands_in_another_sites_frame_without_a_script(page, elsewhere):
    page.goto(f"{elsewhere}/embed/employment/employment_rate")
    inside = page.frame_locator("iframe")
    inside.locator("svg:visible").first.wait_for()  # one drawing for phones, one for wider screens
    assert inside.locator("script").count() == 0


@pytest.mark.parametrize(
    "path",
    [
        "/embed/employment/claimants?region=E47000001",
        "/embed/figure/employment/claimants?place=E08000003",
        "/embed/place/E08000003",
    ],
)
def test_axe_finds_nothing_in_a_frame_of_any_size_and_scheme(page, public_url, path):
    page.goto(public_url + path)
    for scheme, width in (("light", 900), ("dark", 320)):
        page.emulate_media(color_scheme=scheme)
        page.set_viewport_size({"width": width, "height": 600})
        assert violations(page) == []
    assert page.locator("script").count() == 0


def test_no_other_page_stands_in_a_frame(page, elsewhere):
    said = []
    page.on("console", lambda message: said.append(message.text))
    page.goto(f"{elsewhere}/about")
    page.wait_for_load_state("networkidle")
    assert page.frame_locator("iframe").get_by_text("About this site").count() == 0
    assert any("frame-ancestors" in text for text in said)
