"""What a page loads is compressed before the first visitor asks for it."""

import brotli

from dashboard.settings import Settings
from dashboard.site import SiteKeeper
from dashboard.web import static_files
from dashboard.web.application import create_app
from dashboard.web.static_files import compress_ahead
from tests.built import built


def test_a_pages_scripts_and_styles_are_compressed_once_and_ahead(monkeypatch):
    made = []
    monkeypatch.setattr(static_files.brotli, "compress", lambda body, quality: made.append(body) or body[:9])
    app = create_app(SiteKeeper(Settings(data=built(), audience="public")))
    compress_ahead(app)
    assert any(b"SegmentedControl" in body for body in made)
    assert any(b".skip-link" in body for body in made)
    made.clear()
    client = app.server.test_client()
    for address in static_files._NAMED.findall(client.get("/").text):
        if not address.endswith(".woff2"):  # a font is compressed in itself
            assert client.get(address, headers={"Accept-Encoding": "br"}).headers["Content-Encoding"] == "br"
    assert made == []


def test_a_document_is_compressed_harder_than_an_answer():
    client = create_app(SiteKeeper(Settings(data=built(), audience="public"))).server.test_client()
    plain = client.get("/about").data
    sent = client.get("/about", headers={"Accept-Encoding": "br"})
    assert brotli.decompress(sent.data) == plain
    assert len(sent.data) < len(brotli.compress(plain, quality=3)) * 0.95
