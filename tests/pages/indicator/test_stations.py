"""The rail stations of a place: on the page, in the API and in the pack."""

import re
from datetime import date
from html import unescape

import pytest

from dashboard.packs.evidence import PackEvidence

PAGE = "/indicator/transport/rail_use?region="
PICCADILLY = "32,198,704"  # 2019/20, ORR table 1410


def _words(client, address):
    text = client.get(address, headers={"Accept": "text/html"}).get_data(as_text=True)
    return unescape(re.sub(r"<[^>]+>", " ", text.partition('id="served"')[2]))


@pytest.mark.parametrize("chosen", ["", "&places=E08000003"])
def test_piccadilly_stands_on_the_page_of_its_region_and_of_manchester(client, chosen):
    text = _words(client, f"{PAGE}E47000001{chosen}")
    assert "Station by station" in text
    assert PICCADILLY in text
    assert ("Altrincham, Trafford" in text) != bool(chosen)


def test_a_place_without_a_station_says_so(client):
    # Gosport, the largest town of England without one
    assert "No station of the national railway stands in Gosport." in _words(
        client, f"{PAGE}hampshire-and-the-solent&places=E07000088"
    )


def test_the_api_gives_each_station_and_year(client):
    answer = client.get("/api/v1/areas/E08000003/stations?limit=1000").json
    known = [row for row in answer["items"] if row["entries_and_exits"] == 32_198_704]
    assert [(row["station_name"], row["period_label"]) for row in known] == [
        ("Manchester Piccadilly", "2019/20")
    ]
    assert client.get("/api/v1/areas/E08009999/stations").status_code == 404
    assert client.get("/api/v1/areas/E07000088/stations").json["items"] == []


@pytest.mark.parametrize("place", ["E47000001", "E08000003"])
def test_a_pack_says_which_station_is_used_most(public_site, place):
    evidence = PackEvidence(
        public_site, public_site, public_site.geography[place], "public", date(2026, 11, 29)
    )
    picture = evidence.picture(public_site.indicators["transport/rail_use"])
    assert PICCADILLY in picture.alt


def test_indicators_that_are_not_counted_at_stations_have_no_such_table(client):
    assert "Station by station" not in _words(client, "/indicator/transport/road_traffic?region=E47000001")
