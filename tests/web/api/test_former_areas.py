"""The API asked with the code of an area that was abolished: it says what became of it, never "nothing"."""

import pytest

pytestmark = pytest.mark.core
RATE = "/api/v1/indicators/employment/employment_rate"
TYNE, CARLISLE = (
    "it was North of Tyne until 2023, which is now",
    "it was Carlisle until 2022, which is now part of",
)


@pytest.mark.parametrize(
    ("address", "said"),
    [
        (f"{RATE}/observations?within=E47000011", TYNE),
        ("/api/v1/areas?within=E47000011", TYNE),
        ("/api/v1/changes?region=E47000011", TYNE),
        ("/api/v1/search?q=bus&region=E47000011", TYNE),
        ("/api/v1/changes?place=E07000028", CARLISLE),
        ("/api/v1/areas/E07000028/journeys", CARLISLE),
        ("/api/v1/areas/E07000028/stations", CARLISLE),
    ],
)
def test_what_lies_in_an_abolished_area_is_refused_with_what_it_became(client, address, said):
    answer = client.get(address)
    assert answer.status_code == 404
    assert said in answer.json["detail"]


def test_a_figure_of_an_abolished_area_is_not_merely_unpublished(client):
    (item,) = client.get(f"{RATE}/observations?area=E07000028").json["items"]
    assert item["absence"]["reason"].startswith(CARLISLE)


def test_an_old_code_and_that_of_today_have_one_answer(client):
    found = client.get(f"{RATE}/observations?area=E08000016,e08000038&period=latest").json
    assert (found["total"], found["items"][0]["area_code"]) == (1, "E08000038")
