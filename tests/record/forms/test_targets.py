"""Targets, events and lines set aside, and what charts and the attention list make of them."""

from datetime import UTC, date, datetime, timedelta

import pytest

from dashboard.charts.selection import Selection
from dashboard.charts.trend import trend
from dashboard.record.forms import event
from dashboard.record.kinds import Event
from dashboard.statements.attention.attention import attention_list
from dashboard.statements.outlook.possible import possible
from dashboard.statements.outlook.record_targets import targets_of

REGION = "E47000001"
TARGET = {
    "indicator": "people/population",
    "area_code": REGION,
    "value": "75",
    "due": "2029-12-31",
    "owner": "Skills team",
    "reason": "As England",
}


def test_a_target_begins_at_the_latest_published_figure(post, site):
    _, answer = post("target", TARGET | {"indicator": "employment/employment_rate", "value": "75.5"})
    item = site.record.shown_record.get(answer["id"]).item
    latest = site.observations(site.indicators["employment/employment_rate"]).latest(REGION)
    assert (item.value, item.baseline.value, item.baseline.period) == (75.5, latest.value, latest.period)


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"value": "lots"}, "value"),
        ({"value": "nan"}, "value"),
        ({"due": "2010-01-01"}, "due"),
        ({"indicator": "housing/affordability_ratio"}, "area_code"),
    ],
)
def test_a_target_that_cannot_be_followed_is_refused(post, changed, field):
    given = TARGET | {"indicator": "employment/employment_rate"} | changed
    status, answer = post("target", given)
    assert (status, [error["field"] for error in answer["errors"]]) == (422, [field])


@pytest.mark.parametrize("value", ["£700,000", "9" * 30, "700000000000000"])
def test_a_target_far_beyond_every_figure_is_refused(post, value):
    given = TARGET | {"indicator": "employment/weekly_pay", "value": value}
    status, answer = post("target", given)
    assert (status, "far beyond every figure there was" in str(answer)) == (422, True)


RATE = {"indicator": "employment/employment_rate", "value": "75.5"}
PAY = {"indicator": "employment/weekly_pay", "value": "700"}


@pytest.mark.parametrize(
    ("given", "typed", "value"),
    [
        (RATE, "75.5%", 75.5),
        (RATE, "75.5 per cent", 75.5),
        (RATE, "80", 80),
        (PAY, "£700", 700),
        (PAY, "£1,200.50", 1200.5),
        ({"indicator": "people/population"}, "3,100,000", 3_100_000),
    ],
)
def test_a_target_is_typed_as_people_write_it(post, site, given, typed, value):
    status, answer = post("target", TARGET | given | {"value": typed})
    assert status == 201, answer
    assert site.record.shown_record.get(answer["id"]).item.value == value


@pytest.mark.parametrize(
    ("given", "typed", "said"),
    [
        (RATE, "180%", "Target must be between 0% and 100%: it is a share, % of people aged 16 to 64"),
        (RATE, "-5", "Target must be between 0% and 100%: it is a share, % of people aged 16 to 64"),
        (RATE, "£75", "Target is not in pounds: it is % of people aged 16 to 64, such as 75.5%"),
        (RATE, "75,5", "Target must be a number alone, such as 75.5%"),
        (RATE, "0,125", "Target must be a number alone, such as 75.5%"),
        (RATE, "1e1", "Target must be a number alone, such as 75.5%"),
        (RATE, "75.5 to 80", "Target must be a number alone, such as 75.5%"),
        (PAY, "7%", "Target is not a percentage"),
        (PAY, "-£700", "Target cannot be below"),
    ],
)
def test_a_target_that_cannot_be_is_refused_with_what_can(post, given, typed, said):
    status, answer = post("target", TARGET | given | {"value": typed})
    assert (status, [error["field"] for error in answer["errors"]]) == (422, ["value"])
    assert answer["errors"][0]["message"].startswith(said)


def test_a_gap_between_groups_may_have_a_target_below_nothing(site):
    gap = next(item for item in site.indicators.values() if item.groups and item.better == "neither")
    assert possible(site, gap)[0] < 0


def test_a_target_is_drawn_and_held_against_its_line_of_the_attention_list(post, site, page):
    post("target", TARGET | {"indicator": "skills/level_3", "value": "90", "due": "2031-12-31"})
    indicator = site.indicators["skills/level_3"]
    chart = trend(Selection(site, indicator, site.geography[REGION]))
    assert [level.text for level in chart.levels] == ["Target 90.0%"]
    lines = attention_list(site, site.geography[REGION], targets_of(site, REGION))
    assert "target of 90.0% by 2031" in next(
        line.text for line in lines if line.indicator == "skills/level_3"
    )
    assert "90.0% by 2031" in page("/targets")


def test_an_event_is_drawn_on_the_charts_of_its_place_and_indicator(post, site):
    given = {
        "day": "2020-03-23",
        "text": "First lockdown",
        "reason": "It began",
        "area_code": REGION,
    }
    two = ["employment/employment_rate", "economy/gva_per_hour"]
    post("event", given)
    post("event", given | {"text": "Elsewhere", "area_code": "E08000003"})
    post("event", given | {"text": "Of pay", "indicators": ["employment/weekly_pay"]})
    assert post("event", given | {"text": "Of two", "indicators": two})[0] == 201
    found = [mark.text for mark in site.record.marks("employment/employment_rate", [REGION])]
    assert {"First lockdown", "Of two"} <= {*found}
    assert not {"Elsewhere", "Of pay"} & {*found}
    assert "Of two" not in [mark.text for mark in site.record.marks("employment/weekly_pay", [REGION])]
    chart = trend(Selection(site, site.indicators["employment/employment_rate"], site.geography[REGION]))
    drawn = [(mark.text, mark.reason) for mark in chart.marks if mark.kind == "event"]
    assert ("First lockdown", "It began") in drawn


def test_an_event_of_before_is_drawn_on_its_one_indicator_and_changed_to_several(post, site, page):
    old = Event(date(2021, 5, 1), "One of before", "x", "employment/weekly_pay", REGION)
    entry = site.record.shown_record.add("event", REGION, old, "Ann")
    assert "One of before" in [mark.text for mark in site.record.marks("employment/weekly_pay", [REGION])]
    assert "One of before" not in [m.text for m in site.record.marks("skills/level_3", [REGION])]
    asked = event.fields(site, site.geography[REGION], old)
    answers = event.values_of(old, asked)
    assert answers["indicators"] == ["employment/weekly_pay"]
    answers["indicators"].append("skills/level_3")
    assert post(f"event/{entry.id}", answers, version=1)[0] == 200
    assert "One of before" in [mark.text for mark in site.record.marks("skills/level_3", [REGION])]
    assert "Charts of" not in page(f"/targets?edit={entry.id}")


def test_an_event_names_only_indicators_that_there_are(post):
    given = {"day": "2021-01-01", "text": "x", "reason": "y", "area_code": REGION}
    status, answer = post("event", given | {"indicators": ["employment/employment_rate", "no/such"]})
    assert (status, answer["errors"][0]["field"]) == (422, "indicators")


def test_a_parked_line_leaves_the_list_until_its_day_with_its_reason(post, site, page):
    until = datetime.now(UTC).date() + timedelta(days=30)
    given = {
        "indicator": "people/wellbeing_anxiety",
        "until": until.isoformat(),
        "reason": "Wait",
        "owner": "Chief",
    }
    indicator = next(key for key in site.indicators if key.startswith("transport/"))
    status, _ = post("parked", given | {"indicator": indicator})
    assert status == 201
    assert indicator in site.record.set_aside(REGION, until)
    assert indicator not in site.record.set_aside(REGION, until + timedelta(days=1))
    assert "Set aside for now: 1" in page("/")


def test_a_line_cannot_be_parked_for_ever(post):
    given = {"indicator": "employment/employment_rate", "until": "2099-01-01", "reason": "x", "owner": "y"}
    assert post("parked", given)[1]["errors"][0]["field"] == "until"


def test_every_change_makes_kept_answers_void(post, site):
    before = site.record.stamp()
    post(
        "event", {"day": "2021-01-01", "text": "x", "reason": "y", "indicator": "", "area_code": "E08000001"}
    )
    assert site.record.stamp() != before


def test_as_of_a_day_before_the_baseline_a_target_cannot_be_judged_yet(site):
    goals = site.record.targets([REGION])
    assert all(isinstance(goal.since, date) and goal.since < goal.due for goal in goals)
