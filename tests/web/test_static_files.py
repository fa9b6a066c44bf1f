"""What a page loads is compressed before the first visitor asks for it."""

import hashlib
import re

import brotli

from dashboard.settings import ROOT, Settings
from dashboard.site import SiteKeeper
from dashboard.web import static_files
from dashboard.web.application import create_app
from dashboard.web.static_files import LIBRARIES, CompressedFiles, files_of_a_page
from tests.built import built


def test_a_pages_scripts_and_styles_are_compressed_before_a_visitor_asks():
    app = create_app(SiteKeeper(Settings(data=built(), audience="public")))
    files = files_of_a_page(app)
    named = files.waiting()
    assert named > 10
    client = app.server.test_client()
    for address in static_files._NAMED.findall(client.get("/").text):
        if not address.endswith(".woff2"):  # a font is compressed in itself
            assert client.get(address, headers={"Accept-Encoding": "br"}).headers["Content-Encoding"] == "br"
    assert files.waiting() == named


def test_a_library_is_asked_for_by_its_name_and_nothing_beside_it_is_given():
    client = create_app(SiteKeeper(Settings(data=built(), audience="public"))).server.test_client()
    react = client.get(f"{LIBRARIES}react.js?m=1")
    assert "react.production" in react.text[:400]
    assert react.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    for name in ("dash", "react-do", "react@18.3.1.min", ".*", "..%2Fdash"):
        assert client.get(f"{LIBRARIES}{name}.js").status_code == 404


def test_the_script_of_charts_is_named_by_what_it_holds():
    (address,) = re.findall(r'"/(assets/vendor/plotly[^"]+)"', (ROOT / "assets/chart.js").read_text())
    assert f"-{hashlib.sha256((ROOT / address).read_bytes()).hexdigest()[:12]}." in address


def test_whoever_asks_first_waits_for_a_quick_compression_and_all_others_get_a_hard_one():
    text = " ".join(f"function f{n * n % 977}(a) {{ return a + {n % 89} }}" for n in range(3_000)).encode()
    files = CompressedFiles()
    first = files.compressed(text)
    assert (first, files.compressed(text)) == (brotli.compress(text, quality=5), first)
    assert files.waiting() == 1
    files.compress_hard(files.next_waiting())
    small = files.compressed(text)
    assert brotli.decompress(small) == text
    assert len(small) < len(first) * 0.95
    assert files.waiting() == 0


def test_a_document_is_compressed_harder_than_an_answer():
    client = create_app(SiteKeeper(Settings(data=built(), audience="public"))).server.test_client()
    plain = client.get("/about").data
    sent = client.get("/about", headers={"Accept-Encoding": "br"})
    assert brotli.decompress(sent.data) == plain
    assert len(sent.data) < len(brotli.compress(plain, quality=3)) * 0.95
