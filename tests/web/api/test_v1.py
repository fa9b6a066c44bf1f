"""The API gives the figures of the pages, says when nothing has changed, and refuses with one sentence."""

import pytest

pytestmark = pytest.mark.core

CLAIMANTS = "/api/v1/indicators/employment/claimants/observations"


def test_the_latest_claimant_rate_of_manchester_is_six(client):
    answer = client.get(f"{CLAIMANTS}?area=E08000003&period=latest").json
    assert [(item["value"], item["period_label"]) for item in answer["items"]] == [(6, "2025")]


def test_a_known_snapshot_is_answered_with_304_and_no_body(client):
    first = client.get(CLAIMANTS)
    again = client.get(CLAIMANTS, headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")
    assert "max-age=300" in first.headers["Cache-Control"]


def test_a_search_finds_published_decisions_and_is_kept_by_nobody(client):
    """What was withdrawn would stay for whoever asks if it still holds, until the next edition."""
    known = client.get(CLAIMANTS).headers["ETag"]
    answer = client.get("/api/v1/search?q=buses", headers={"If-None-Match": known})
    assert answer.status_code == 200
    assert answer.json["items"]
    assert (answer.headers["Cache-Control"], answer.headers.get("ETag")) == ("no-store", None)


def test_pages_follow_each_other_and_lose_nothing(client):
    address, found = f"{CLAIMANTS}?level=city_region&limit=100", []
    while address:
        page = client.get(address).json
        found += page["items"]
        address = page["next"]
    assert len(found) == page["total"] == 16 * 25  # the 15 and London


def test_level_and_within_narrow_what_is_given(client):
    page = client.get(f"{CLAIMANTS}?level=district&within=E47000001&period=latest").json
    assert {item["area_code"] for item in page["items"]} == {f"E080000{n:02d}" for n in range(1, 11)}


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        ("?limit=0", "limit must be a whole number from 1 to 1000."),
        ("?limit=5&limit=6", "Give limit once."),
        ("?level=planet", "level must be one of: country, region,"),
        ("?period=2023", "period must be a date like 2023-01-01, or latest."),
        ("?area=Manchester", "area must be up to 50 area codes joined by commas"),
        (
            "?from=2024-01-02&to=2024-01-01",
            "The first day is after the second; give the earlier day as from.",
        ),
        ("?as_of=20250701", "“20250701” is no date; write it as 2025-07-01."),
        ("?from=20250701", "from must be a date like 2023-01-01."),
        ("?colour=red", "There is no parameter called “colour” here; use area, period,"),
    ],
)
def test_a_bad_parameter_is_refused_with_one_sentence(client, address, sentence):
    answer = client.get(CLAIMANTS + address)
    assert (answer.status_code, answer.mimetype) == (400, "application/problem+json")
    assert answer.json["detail"].startswith(sentence)


def test_changes_between_days_the_wrong_way_round_are_refused(client):
    answer = client.get("/api/v1/changes?since=2026-01-02&until=2026-01-01")
    assert answer.status_code == 400
    assert answer.json["detail"] == "The first day is after the second; give the earlier day as since."


@pytest.mark.parametrize(
    "address",
    [
        "/api/v1/indicators/employment/nothing",
        "/api/v1/areas/E08999999",
        "/api/v1/datasets/nothing",
        f"{CLAIMANTS}?area=E08999999",
        "/api/v2/indicators",
        "/api/",
    ],
)
def test_what_does_not_exist_is_a_404_in_json(client, address):
    answer = client.get(address)
    assert (answer.status_code, answer.mimetype) == (404, "application/problem+json")
    assert answer.json["status"] == 404


def test_the_api_only_reads(client):
    answer = client.post("/api/v1/areas")
    assert (answer.status_code, answer.mimetype) == (405, "application/problem+json")


def test_a_neighbourhood_says_what_it_lies_within(client):
    assert {"E08000001", "E47000001"} <= set(client.get("/api/v1/areas/E01004768").json["within"])


@pytest.mark.parametrize(
    ("indicator", "area", "state", "mark", "reason", "address"),
    [
        ("transport/road_casualties", "E08000035", "not_held", "h", "Great Britain", "https://www.data.gov.uk/"),
        ("skills/neet", "E07000008", "not_applicable", "z", "Cambridgeshire as a whole, which has", ""),
        ("people/life_satisfaction", "E47000001", "not_published", "x", "not for city regions", ""),
    ],
)  # fmt: skip
def test_an_area_without_a_figure_says_why(client, indicator, area, state, mark, reason, address):
    (item,) = client.get(f"/api/v1/indicators/{indicator}/observations?area={area}").json["items"]
    why = item["absence"]
    assert (item["value"], item["period"], item["status"], why["state"]) == (None, None, mark, state)
    assert reason in why["reason"]
    assert why["address"].startswith(address)
    assert bool(why["address"]) == (state == "not_held")
    assert why["reason"] in item["status_meaning"]


def test_a_figure_has_no_absence_and_a_period_without_one_says_so(client):
    address = "/api/v1/indicators/people/life_satisfaction/observations?area=E09000001,E08000003"
    items = client.get(f"{address}&period=2022-04-01").json["items"]
    said = {item["area_code"]: item["absence"] for item in items}
    assert said["E08000003"] is None
    assert said["E09000001"]["reason"].startswith("marked as too unreliable to publish by the Office")
    items = client.get(f"{address}&period=1999-04-01").json["items"]
    assert [item["absence"]["reason"][:16] for item in items if item["area_code"] == "E08000003"] == [
        "none for 1999/00"
    ]


def test_every_place_of_a_region_is_there_with_its_figure_or_the_reason(client):
    address = "/api/v1/indicators/transport/road_casualties/observations?within=E47000012&level=district"
    items = client.get(address).json["items"]
    assert {item["area_name"] for item in items} == {"York", "North Yorkshire"}
    assert {item["absence"]["state"] for item in items} == {"not_held"}


@pytest.mark.parametrize(
    ("day", "value"),
    [("2023-05-12", 35.41), ("2023-08-24", 35.14), ("2024-07-15", 35.50), ("2025-06-25", 35.46)],
)
def test_a_figure_is_given_as_it_was_known_on_a_day(client, day, value):
    address = "/api/v1/indicators/economy/gva_per_hour/observations?area=E08000003"
    page = client.get(f"{address}&from=2019-01-01&to=2019-12-31&as_of={day}").json
    assert [item["value"] for item in page["items"]] == [value]


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("?as_of=yesterday", "“yesterday” is no date"),
        ("?as_of=2999-01-01", "1 January 2999 is still to come"),
        ("?from=2023", "from must be a date like 2023-01-01."),
    ],
)
def test_a_day_that_cannot_be_read_is_refused(client, query, sentence):
    answer = client.get(CLAIMANTS + query)
    assert answer.status_code == 400
    assert answer.json["detail"].startswith(sentence)


def test_a_range_without_a_period_does_not_say_that_a_published_figure_is_missing(client):
    """Manchester's output per hour of 2023 is published; none begins in the second half of 2019."""
    path = "/api/v1/indicators/economy/gva_per_hour/observations?area=E08000003&from=2019-06-01&to=2019-12-31"
    (item,) = client.get(path).json["items"]
    assert item["absence"]["reason"] == (
        "none for a period that begins on the days asked for; the newest is for 2023"
    )
