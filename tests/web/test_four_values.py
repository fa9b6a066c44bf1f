"""Manchester's output per hour of 2019 has been four figures: each on its days, on page, pack and API."""

import html
import re
from io import BytesIO

import openpyxl
import pytest

DAYS = {"2023-05-12": "35.41", "2023-08-24": "35.14", "2024-07-15": "35.50", "2025-06-25": "35.46"}
INDICATOR, MANCHESTER = "economy/gva_per_hour", "E08000003"


@pytest.fixture
def client(office_wsgi):
    return office_wsgi.test_client()


def figures_of_2019(text):
    """The figures in the rows of 2019 of the tables of a page."""
    rows = re.findall(r"<tr>(.*?)</tr>", html.unescape(text), re.DOTALL)
    found = [re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row, re.DOTALL) for row in rows]
    return {cell.strip("£ ") for cells in found if cells and "2019" in cells[0] for cell in cells[1:]}


@pytest.mark.parametrize(("day", "value"), DAYS.items())
def test_the_page_shows_the_figure_of_the_day(client, day, value):
    text = client.get(f"/indicator/{INDICATOR}?places={MANCHESTER}&as_of={day}").text
    assert figures_of_2019(text) & set(DAYS.values()) == {value}


@pytest.mark.parametrize(("day", "value"), DAYS.items())
def test_the_api_gives_the_figure_of_the_day(client, day, value):
    query = f"area={MANCHESTER}&from=2019-01-01&to=2019-12-31&as_of={day}"
    (item,) = client.get(f"/api/v1/indicators/{INDICATOR}/observations?{query}").json["items"]
    assert item["value"] == float(value)


BEFORE = (
    "<li>£35.50 by 15 July 2024</li>",
    "<li>£35.14 by 24 August 2023</li>",
    "<li>£35.41 by 12 May 2023</li>",
)


def test_the_page_says_what_the_figure_was_before_newest_first(client):
    text = html.unescape(client.get(f"/indicator/{INDICATOR}?places={MANCHESTER}").text)
    row = re.search(r"<tr[^>]*><th[^>]*>Manchester, 2019</th>(.*?)</tr>", text, re.DOTALL)[1]
    assert "£35.46 by 25 June 2025" in row
    assert "".join(BEFORE) in row


def test_of_places_not_chosen_the_newest_revised_figure_is_there(client):
    text = html.unescape(client.get(f"/indicator/{INDICATOR}").text)
    assert re.findall(r"<th[^>]*>Manchester, (\d+)</th>", text) == ["2022"]


def test_on_a_past_day_the_page_says_only_what_it_had_been_by_then(client):
    text = html.unescape(client.get(f"/indicator/{INDICATOR}?places={MANCHESTER}&as_of=2023-09-01").text)
    row = re.search(r"<tr[^>]*><th[^>]*>Manchester, 2019</th>(.*?)</tr>", text, re.DOTALL)[1]
    assert re.findall(r"£[\d.]+", row) == ["£35.14", "£35.41"]


def test_the_api_gives_each_value_with_its_day(client):
    query = f"area={MANCHESTER}&period=2019-01-01"
    (item,) = client.get(f"/api/v1/indicators/{INDICATOR}/observations?{query}").json["items"]
    told = {each["in_files_by"]: each["value"] for each in item["editions"]}
    assert told == {day: float(value) for day, value in DAYS.items()}


@pytest.mark.full
def test_a_pack_says_what_the_figure_was_before(client):
    query = f"place={MANCHESTER}&sections=indicators&indicators={INDICATOR}"
    book = openpyxl.load_workbook(BytesIO(client.get(f"/pack/district-profile.xlsx?{query}").data))
    rows = list(book["Earlier figures"].iter_rows(values_only=True))
    told = [row[-1] for row in rows if row[3:5] == ("Manchester", "2019")]
    assert told == [f"£{value}" for value in DAYS.values()]
    text = html.unescape(client.get(f"/pack/district-profile.html?{query}").text)
    assert "The figure of Manchester in 2022 has been" in text


@pytest.mark.parametrize(
    ("day", "value"),
    [
        pytest.param(*each, marks=pytest.mark.full if number in (1, 3) else pytest.mark.soak)
        for number, each in enumerate(DAYS.items())
    ],
)
def test_a_pack_holds_the_figure_of_the_day(client, day, value):
    query = f"place={MANCHESTER}&sections=indicators&indicators={INDICATOR}&as_of={day}"
    text = client.get(f"/pack/district-profile.html?{query}").text
    assert value in text
    assert not [other for other in DAYS.values() if other != value and f"2019: £{other}" in text]
