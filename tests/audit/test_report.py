"""The audit of the built-in snapshot, as page, as JSON and at the terminal."""

from datetime import UTC, date, datetime

import pytest

from dashboard.audit.as_data import lines, percent
from dashboard.audit.report import audit
from dashboard.audit.words import head
from dashboard.exports.dataset import downloadable_datasets


@pytest.fixture(scope="module")
def found(public_site):
    return audit(public_site, datetime.now(UTC).date())


def test_transport_is_the_largest_gap(found):
    assert found.largest_gap == "transport"
    missing = {item.need.name for item in found.gaps}
    assert {"congestion_delay", "walking_cycling", "fares"} <= missing


# How many needs of transport, housing, employment and skills data/needs.toml began with, and those unmet.
FIRST_LISTED = 30
UNMET = {
    "congestion_delay",
    "walking_cycling",
    "fares",
    "waiting_lists",
    "learner_outcomes",
    "employer_shortages",
}
# Workbooks of skills to come are of other districts; what is published of former districts ended with them.
ELSEWHERE = {
    "E47000015": {"skills_demand"},
    "E47000017": {"skills_demand"},
    "hampshire-and-the-solent": {"skills_demand"},
    "cumbria": {"energy_performance", "road_safety"},
}


def test_of_the_needs_first_listed_six_are_unmet(found, public_site):
    first = {need.name for need in list(found.needs)[:FIRST_LISTED]}
    assert "employer_shortages" in first
    assert "mode_share" not in first
    for region in public_site.geography.regions:
        away = audit(public_site, found.today, region=region)
        unmet = {item.need.name for item in away.gaps} & first
        assert unmet == UNMET | ELSEWHERE.get(region.code, set()), region.name


def test_what_is_held_for_other_regions_only_is_a_gap_of_this_one(found, public_site, client):
    here = {item.need.name: item.state for item in found.standings}
    sent = client.get("/audit.json?region=cumbria").json
    there = {need["name"]: need["state"] for need in sent["needs"]}
    assert (here["road_safety"], there["road_safety"]) == ("partly", "elsewhere")
    assert (here["traffic"], there["traffic"]) == ("met", "met")
    assert sent["region"]["name"] == "Cumbria"
    away = audit(public_site, found.today, region=public_site.geography["cumbria"])
    assert len(away.gaps) == len(found.gaps) + away.elsewhere
    assert (
        f"{len(away.gaps)} things a combined authority needs to know are not held for Cumbria"
        in head(away)[0]
    )
    assert client.get("/audit.json?region=E47000099").status_code == 404


def test_every_dataset_that_is_held_is_audited_in_six_dimensions(found, public_site):
    assert {item.dataset.dataset for item in found.datasets} == set(downloadable_datasets(public_site))
    assert all(len(item.scores) == 6 for item in found.datasets)
    assert all(item.scores["validity"].share in (None, 1) for item in found.datasets)


def test_a_series_that_stopped_is_overdue_and_a_finished_one_is_not(public_site):
    late = {item.dataset.dataset: item.overdue for item in audit(public_site, date(2026, 11, 23)).datasets}
    assert late["employment_rate"]
    assert not late["average_travel_time"]


def test_the_terminal_and_the_json_say_the_same(client, found):
    sent = client.get("/audit.json").json
    text = "\n".join(lines(found))
    assert (
        f"Gaps: {sum(need['state'] in ('missing', 'described', 'elsewhere') for need in sent['needs'])} needs"
        in text
    )
    assert sent["metadata_quality"]["points"] == round(found.points, 1)


@pytest.mark.parametrize(
    ("share", "text"), [(1, "100%"), (0.9999, ">99%"), (0.5, "50%"), (0.001, "<1%"), (0, "0%"), (None, "–")]
)
def test_a_share_is_never_rounded_to_all_or_nothing(share, text):
    assert percent(share) == text


def test_series_that_another_of_the_same_measure_outlasts_are_listed(found, client):
    pairs = {(item.indicator.id, item.newer.id) for item in found.superseded}
    assert {
        ("employment/employment_rate", "employment/employment_2024_25"),
        ("employment/inactivity_rate", "employment/inactivity_2024_25"),
        ("employment/modelled_unemployment", "employment/unemployment_2024_25"),
        ("transport/road_traffic", "transport/motor_vehicle_flow"),
        ("transport/road_traffic_per_head", "transport/motor_vehicle_flow"),
        ("housing/net_additional_dwellings", "housing/net_additions_rate"),
        ("housing/median_price", "housing/average_price"),
    } <= pairs
    assert all(item.indicator.measure == item.newer.measure for item in found.superseded)
    sent = client.get("/audit.json").json["superseded"]
    assert {(item["indicator"], item["newer"]) for item in sent} == pairs
    assert any("Employment rate, to 2023; Employment rate" in line for line in lines(found))
