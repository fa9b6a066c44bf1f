"""The public view in a browser: a citizen finds their place, and every page is accessible."""

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from tests.browser.site import serving

pytestmark = pytest.mark.browser
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
PAGES = ["/", "/about", "/accessibility", "/privacy", "/decisions"]


@pytest.fixture(scope="module")
def public_url():
    """The public view as production serves it."""
    with serving(AUDIENCE="public") as url:
        yield url


def opened(chromium, url, width=1280, scheme="light"):
    page = chromium.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
    page.goto(url)
    page.wait_for_selector("h1")
    return page


def test_a_citizen_finds_their_place_in_one_step(chromium, public_url):
    page = opened(chromium, public_url, 390)
    page.get_by_role("link", name="Rochdale", exact=True).click()
    page.wait_for_selector("h1:has-text('Rochdale')")
    assert "/place/E08000005" in page.url
    page.close()


def test_no_link_of_the_public_leads_to_the_office(chromium, public_url):
    page = opened(chromium, public_url)
    links = page.eval_on_selector_all("a", "links => links.map(link => link.getAttribute('href'))")
    office = ("/targets", "/pilots", "/task-force", "/packs", "/record", "/sign")
    assert not [link for link in links if link and link.startswith(office)]
    page.close()


@pytest.mark.parametrize(
    ("width", "scheme"), [(320, "light"), (320, "dark"), (1280, "light"), (1280, "dark")]
)
def test_the_publics_own_pages_pass_axe(chromium, public_url, width, scheme):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    for path in PAGES:
        page = opened(chromium, public_url + path, width, scheme)
        found = axe.run(page, options={"runOnly": TAGS}).response["violations"]
        assert not [(item["id"], item["nodes"][0]["html"][:200]) for item in found], path
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), path
        page.close()


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
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://localhost:{server.server_port}"
    server.shutdown()


def test_a_chart_stands_in_another_sites_frame_without_a_script(chromium, elsewhere):
    page = chromium.new_page()
    page.goto(f"{elsewhere}/embed/employment/employment_rate")
    inside = page.frame_locator("iframe")
    inside.locator("svg").first.wait_for()
    assert inside.locator("script").count() == 0
    page.close()


def test_no_other_page_stands_in_a_frame(chromium, elsewhere):
    page = chromium.new_page()
    said = []
    page.on("console", lambda message: said.append(message.text))
    page.goto(f"{elsewhere}/about")
    page.wait_for_timeout(1000)
    assert page.frame_locator("iframe").get_by_text("About this site").count() == 0
    assert any("frame-ancestors" in text for text in said)
    page.close()
