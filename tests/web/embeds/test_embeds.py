"""Frames for other sites: no script, the figures of the pages, and oEmbed that leads to them."""

import re
from urllib.parse import quote
from xml.etree import ElementTree

import pytest

from dashboard.settings import Settings
from dashboard.settings.environment import InvalidSetting

pytestmark = pytest.mark.core

FRAMES = [
    "/embed/employment/claimants",
    "/embed/figure/employment/claimants",
    "/embed/figure/employment/claimants?place=E08000003",
    pytest.param("/embed/place/E08000003", marks=pytest.mark.full),
]
SITE = "http://localhost"


def oembed(client, url, **more):
    query = "&".join(f"{name}={quote(str(value), safe='')}" for name, value in {"url": url, **more}.items())
    return client.get(f"/oembed?{query}")


@pytest.mark.parametrize("address", FRAMES)
def test_a_frame_runs_no_script_and_stands_in_any_site(client, address):
    answer = client.get(address)
    assert answer.status_code == 200
    assert not re.search(r"<script|javascript:|\son\w+=", answer.text)
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
    assert answer.headers["Content-Security-Policy"].endswith("frame-ancestors *")


@pytest.mark.parametrize("address", FRAMES)
def test_a_frame_is_dark_for_who_has_it_dark_or_as_the_site_asks(client, address):
    sign = "&" if "?" in address else "?"
    assert "@media screen and (prefers-color-scheme: dark) { :root {" in client.get(address).text
    light = client.get(f"{address}{sign}theme=light").text
    assert '<html lang="en-GB" data-theme="light">' in light
    assert "prefers-color-scheme" not in light
    assert client.get(f"{address}{sign}theme=pink").status_code == 400


def test_the_figure_of_a_place_is_the_one_that_its_page_says(client):
    said = client.get("/embed/figure/employment/claimants?place=E08000003").text
    assert "People claiming out-of-work benefits, Manchester" in said
    assert '<p class="embed-value">6.0%</p>' in said
    assert "2025" in said
    assert "Source: Office for National Statistics" in said
    assert "places=E08000003" in said


@pytest.mark.full
def test_what_stands_out_in_a_place_is_what_its_page_says(client):
    framed, page = (client.get(f"{path}/E08000003").text for path in ("/embed/place", "/place"))
    lines = re.findall(r'<span class="spine-name">([^<]+)</span><span class="spine-value">([^<]+)<', framed)
    assert len(lines) == 6
    assert "Three worse" in framed
    shown = re.sub(r"</?a[^>]*>", "", page)
    assert [line for line in lines if f'<span class="spine-name">{line[0]}</span>' not in shown] == []


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/embed/figure/employment/nothing", 404),
        ("/embed/figure/employment/claimants?place=E99999999", 404),
        ("/embed/figure/employment/claimants?colour=red", 400),
        ("/embed/place/E99999999", 404),
        ("/embed/place/E08000003?as_of=never", 400),
        ("/embed/place/%3Cscript%3E", 404),
    ],
)
def test_a_frame_of_what_is_not_there_is_refused(client, address, status):
    assert client.get(address).status_code == status


@pytest.mark.parametrize(
    ("page", "frame"),
    [
        ("/indicator/employment/claimants?region=E47000008", "/embed/employment/claimants?region=E47000008"),
        ("/place/E08000003", "/embed/place/E08000003?region=E47000001"),
        (
            "/embed/figure/employment/claimants?place=E08000003&theme=dark",
            "/embed/figure/employment/claimants?region=E47000001&amp;place=E08000003&amp;theme=dark",
        ),
    ],
)
def test_oembed_leads_from_a_page_to_its_frame(client, page, frame):
    said = oembed(client, SITE + page, maxwidth=320, maxheight=300, dnt=1).json
    assert (said["version"], said["type"]) == ("1.0", "rich")
    assert (said["width"], said["height"]) == (320, 300)
    assert f'src="{SITE}{frame}"' in said["html"]
    inside = re.search(r'src="([^"]+)"', said["html"])[1].replace("&amp;", "&")
    assert client.get(inside).status_code == 200


def test_oembed_says_the_same_in_xml(client):
    url = f"{SITE}/indicator/employment/claimants"
    answer, said = oembed(client, url, format="xml"), oembed(client, url).json
    assert answer.mimetype == "text/xml"
    assert {item.tag: item.text for item in ElementTree.fromstring(answer.data)} == {  # noqa: S314 - our own
        name: str(value) for name, value in said.items()
    }


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("", 400),
        ("?url=https%3A%2F%2Fevil.example%2Findicator%2Femployment%2Fclaimants", 404),
        ("?url=http%3A%2F%2Flocalhost%2Fabout", 404),
        ("?url=http%3A%2F%2Flocalhost%2Fnothing", 404),
        ("?url=http%3A%2F%2Flocalhost%2Findicator%2Femployment%2Fnothing", 404),
        ("?url=javascript%3Aalert(1)", 404),
        ("?url=http%3A%2F%2F%5Blocalhost", 400),
        ("?url=http%3A%2F%2Flocalhost%2Fembed%2Fplace%2F%3Cx%3E", 404),
        ("?url=http%3A%2F%2Flocalhost%2Fplace%2FE08000003&maxwidth=wide", 400),
        ("?url=http%3A%2F%2Flocalhost%2Fplace%2FE08000003&maxwidth=0", 400),
        ("?url=http%3A%2F%2Flocalhost%2Fplace%2FE08000003&format=yaml", 501),  # as the standard has it
    ],
)
def test_oembed_of_what_is_not_there_is_refused_with_a_sentence(client, query, status):
    answer = client.get(f"/oembed{query}")
    assert answer.status_code == status
    assert answer.json["detail"].endswith(".")


def test_a_page_that_can_be_embedded_says_where_and_the_first_page_carries_nothing(client):
    found = re.search(r'<link rel="alternate" type="application/json\+oembed" href="([^"]+)"',
                      client.get("/place/E08000003").text)  # fmt: skip
    assert client.get(found[1].replace("&amp;", "&")).json["title"].startswith("Manchester")
    assert "oembed" not in client.get("/").text


def test_the_codes_are_offered_where_the_chart_and_the_place_are(client):
    chart, place = (client.get(path).text for path in ("/indicator/employment/claimants", "/place/E08000003"))
    assert "/embed/figure/employment/claimants" in chart
    assert "/embed/employment/claimants" in chart
    assert "/embed/place/E08000003" in place


def test_an_office_says_whose_sites_may_frame_its_charts():
    given = Settings.from_environment({"EMBED_IN": "https://www.wigan.gov.uk https://*.salford.gov.uk"})
    assert given.embed_in == "https://www.wigan.gov.uk https://*.salford.gov.uk"
    with pytest.raises(InvalidSetting, match="EMBED_IN"):
        Settings.from_environment({"EMBED_IN": "https://x.example; script-src *"})
