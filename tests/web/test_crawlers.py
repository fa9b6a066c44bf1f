"""Search engines are told of all of the public view, by canonical address, and of nothing of the office."""

import re
from html import unescape

import pytest

pytestmark = pytest.mark.core


def test_the_public_view_lists_its_pages_by_their_canonical_address(client):
    listed = [
        unescape(each)
        for each in re.findall(r"<loc>http://localhost(.*?)</loc>", client.get("/sitemap.xml").text)
    ]
    assert len(set(listed)) == len(listed) > 1000
    assert "/place/E08000003?region=E47000001" in listed
    assert not [each for each in listed if each.startswith("/search")]
    assert [each for each in listed if "/claimant_count" in each] == ["/data/claimant_count?region=E47000001"]
    elsewhere = client.get("/data/claimant_count?region=E47000008").text
    assert '<link rel="canonical" href="http://localhost/data/claimant_count?region=E47000001">' in elsewhere
    for address in (
        "/?region=E47000008",
        "/indicator/employment/employment_rate?region=E47000008",
        "/data/claimant_count?region=E47000001",
    ):
        assert address in listed
        assert f'<link rel="canonical" href="http://localhost{address}">' in client.get(address).text
    assert "Sitemap: http://localhost/sitemap.xml" in client.get("/robots.txt").text


def test_the_office_is_closed_to_search_engines(office_wsgi):
    client = office_wsgi.test_client()
    assert client.get("/robots.txt").text == "User-agent: *\nDisallow: /\n"
    assert client.get("/sitemap.xml").status_code == 404
