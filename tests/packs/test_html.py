"""The pack as a web page: whatever a word holds, it stays a word."""

from dataclasses import replace
from datetime import date

import pytest

from dashboard.datastore.areas import Area
from dashboard.packs.html.writer import html_bytes
from dashboard.packs.model import Pack, Section

pytestmark = pytest.mark.core

BAD = "<script>alert('x')</script> \"quoted\" & more"


def test_no_word_of_a_section_becomes_markup():
    section = Section("key", "summary", BAD, BAD, BAD)
    place, day = Area("E08000001", BAD, "district"), date(2026, 12, 1)
    page = html_bytes(Pack("x", BAD, BAD, "public", place, day, "", "s", (BAD,), (section,), ())).decode()
    assert "<script>" not in page
    assert page.count("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &#34;quoted&#34; &amp; more") >= 6


@pytest.mark.full
def test_no_word_of_a_pack_becomes_markup(pack_of):
    pack = pack_of("district-profile", "E08000001", annex=True)
    first, *others = pack.sections
    bad = replace(first, title=BAD, lead=BAD, kicker=BAD)
    page = html_bytes(replace(pack, title=BAD, about=BAD, messages=(BAD,), sections=(bad, *others))).decode()
    assert "<script>" not in page
    assert page.count("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &#34;quoted&#34; &amp; more") >= 8


@pytest.mark.full
def test_drawings_stay_drawings(pack_of):
    page = html_bytes(pack_of("district-profile", "E08000001", annex=True)).decode()
    assert "<svg" in page
    assert "&lt;svg" not in page


def test_the_public_page_begins_with_its_numbers_then_what_stands_out_then_where(pack_of):
    page = html_bytes(pack_of("public-summary", "E47000006")).decode()
    places = [page.index(words) for words in ('<div class="cards">', '<article class="ask', 'class="map"')]
    assert places == sorted(places)
    assert places[-1] < page.index('<div class="pictures">')
