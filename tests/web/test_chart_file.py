"""The picture of a chart: what the page shows, with its source and day, as SVG and PNG."""

from datetime import date

import pytest

from dashboard.charts.svg.poster import poster
from dashboard.charts.trend import trend
from dashboard.web.api import chart_file
from tests.charts.charts import chart, line

RATE = "/download/chart/employment/employment_rate"


def test_a_picture_stands_alone_with_message_source_address_and_day():
    svg, width, height = poster(
        chart(line("Here", [70, 71, 72]), foot="Source: us."), "site/x", date(2026, 5, 4)
    )
    for words in ("Title", "What", "Source: us.", "site/x, taken on 4 May 2026"):
        assert f">{words}</text>" in svg
    assert width > height > 200


def test_the_picture_shows_the_places_of_the_page(client):
    answer = client.get(f"{RATE}.svg?region=E47000001&places=E08000003")
    assert answer.status_code == 200
    assert ">Manchester</text>" in answer.text
    assert "Office for National Statistics" in answer.text
    assert "employment_rate-E47000001.svg" in answer.headers["Content-Disposition"]


@pytest.mark.parametrize(
    ("address", "status"),
    [(f"{RATE}.svg?places=X1", 404), (f"{RATE}.gif", 404), (f"{RATE}.svg?colour=red", 400),
     ("/download/chart/employment/nothing.svg", 404)],
)  # fmt: skip
def test_what_the_page_refuses_the_picture_refuses(client, address, status):
    assert client.get(address).status_code == status


def test_a_picture_is_made_once_whatever_is_appended_to_its_address(client, monkeypatch):
    made = []
    monkeypatch.setattr(chart_file, "trend", lambda chosen: made.append(chosen) or trend(chosen))
    asked = f"{RATE}.svg?region=E47000001&places=E08000004"
    answers = [client.get(f"{asked}{more}") for more in ("", "&utm_x=a", "&basis=none&fbclid=b", "&level=")]
    assert [answer.status_code for answer in answers] == [200] * 4
    assert len(made) == 1
    client.get(f"{asked}&intervals=hidden")  # another picture
    assert len(made) == 2
