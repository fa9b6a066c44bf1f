"""Before and after a pilot: ideas, effects that could be seen, worth, lessons, and what the public sees."""

import json
from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from dashboard.address import address as addresses
from dashboard.methods.evaluation.minimum_detectable_effect import minimum_detectable_effect
from dashboard.methods.evaluation.synthetic_control import synthetic_control
from dashboard.methods.evaluation.value import present_value, with_optimism
from dashboard.pages import pages_for
from dashboard.pages.pilots.worth import worth
from dashboard.record.kinds import Pilot
from dashboard.record.typed import item_of
from tests.record.factories import PILOT, READ, REGION
from tests.record.reading import text_of

IDEA = {
    "title": "Guarantee for landlords",
    "question": "Do landlords let when the rent is sure?",
    "owner": "Unit",
    "cost": "£250,000",
    "state": "idea",
}
SETTLED = {
    "partner": "Salford Council",
    "ethics": "Tenants were asked",
    "stop_rule": "Ten defaults",
    "state": "ready",
}


def test_an_idea_is_kept_and_says_what_is_still_to_be_settled(post, page):
    status, made = post("idea", IDEA)
    assert status == 201, made
    text = page("/pilots")
    assert "Guarantee for landlords" in text
    assert "To be settled: partner, ethics, stop rule." in text
    assert "£250,000" in text


def test_an_idea_is_ready_once_it_is_settled_and_becomes_a_pilot(post, page, site):
    status, said = post("idea", IDEA | {"state": "ready"})
    assert (status, [error["field"] for error in said["errors"]]) == (422, ["partner", "ethics", "stop_rule"])
    _, idea = post("idea", IDEA | SETTLED)
    assert f"/pilot/new?region={REGION}&idea={idea['id']}" in page("/pilots")
    form = page(f"/pilot/new?idea={idea['id']}")
    assert '"title":"Guarantee for landlords"' in form
    assert "Stopped early: Ten defaults" in form
    _, pilot = post("pilot", PILOT | {"idea": idea["id"], "cost": "250000", "payer": "Council"})
    assert site.record.shown_record.get(pilot["id"]).item.idea == idea["id"]


def test_a_dropped_idea_says_what_was_learnt(post):
    status, said = post("idea", IDEA | {"state": "dropped"})
    assert (status, said["errors"][0]["message"]) == (422, "Enter what was learnt")


def test_the_smallest_effect_is_said_before_a_pilot_is_registered(post, page, site):
    status, said = post("pilot", PILOT | {"seen": False})
    assert (status, said["errors"][0]["field"]) == (422, "seen")
    sentence = said["errors"][0]["message"]
    assert sentence.startswith("An effect of less than ")
    assert "percentage points in a period could not be told from chance" in sentence
    _, made = post("pilot", PILOT)
    smallest = site.record.shown_record.get(made["id"]).item.smallest
    assert 0.2 < smallest < 20
    assert "Smallest effect that could be seen" in page(f"/pilot/{made['id']}")


def test_a_pilot_that_began_too_soon_after_a_break_has_no_smallest_effect(post):
    """Claimants begin anew in 2019: before 2022 there are three periods, and no effect could be told."""
    given = {"indicator": "employment/claimants", "start": "2022-01-01", "expected": "fall", "seen": False}
    _, said = post("pilot", PILOT | given)
    assert "No effect could be told from chance" in said["errors"][0]["message"]
    assert "there are figures of 3 periods before; 5 are needed" in said["errors"][0]["message"]


def test_an_effect_above_the_smallest_is_told_and_one_below_is_not():
    chance = np.random.default_rng(3)
    donors = np.cumsum(chance.normal(0, 1, (60, 20)), axis=1) + 60
    place = donors[:4].mean(axis=0) + chance.normal(0, 0.2, 20)
    least = minimum_detectable_effect(place, donors, 18)
    quiet = synthetic_control(place, donors, 18).effect
    verdicts = []
    for times in (0.5, 1.5):
        tried = place.copy()
        tried[18:] += times * least - quiet
        verdicts.append(synthetic_control(tried, donors, 18, better="higher").verdict)
    assert verdicts == ["cannot tell", "better"]


def test_too_few_places_can_tell_no_effect():
    donors = np.arange(40.0).reshape(4, 10)
    assert minimum_detectable_effect(donors.mean(axis=0), donors, 8) is None


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"cost": "£5,000"}, "payer"),
        ({"cost": "much", "payer": "x"}, "cost"),
        ({"benefit": "£1m"}, "years"),
        ({"benefit": "£1m", "years": "31"}, "years"),
        ({"optimism": "300"}, "optimism"),
        ({"end": "2019-03-01"}, "end"),
    ],
)
def test_sums_and_days_that_cannot_be_are_refused(post, changed, field):
    status, said = post("pilot", PILOT | changed)
    assert (status, [error["field"] for error in said["errors"]]) == (422, [field])


def test_what_a_sum_over_years_is_worth_today():
    """The Green Book's factors: 1/1.035 is 0.9662, two years together 1.8997; health at 1.5%."""
    assert present_value(1, 1) == pytest.approx(0.96618, abs=1e-5)
    assert present_value(100, 2) == pytest.approx(189.969, abs=1e-3)
    assert present_value(100, 2, health=True) == pytest.approx(195.588, abs=1e-3)
    assert with_optimism(200, 15) == pytest.approx(230)
    with pytest.raises(ValueError, match="1 to 30"):
        present_value(1, 31)


def test_a_ratio_is_given_only_where_it_did_better():
    pilot = Pilot(**READ, cost=100_000.0, payer="Council", optimism=20.0, benefit=50_000.0, years=3.0)
    told = dict(worth(pilot, date(2026, 5, 1), "cannot tell", "employment"))
    assert told["Cost"] == "£100,000, £120,000 with 20% for optimism, in prices of 2026. Paid by: Council."
    assert "worth £140,000 at the start (at 3.5% a year" in told["Benefit"]
    assert told["Benefit for each pound"].startswith("Not given: the figures do not show")
    assert dict(worth(pilot, date(2026, 5, 1), "better", "employment"))["Benefit for each pound"].startswith(
        "£1.2,"
    )
    assert "at 1.5% a year" in dict(worth(pilot, date(2026, 5, 1), "better", "people"))["Benefit"]


def test_what_was_learnt_is_kept_and_found(post, page):
    _, made = post("pilot", PILOT | {"title": "Coaches at the library"})
    post(
        f"pilot/{made['id']}",
        PILOT | {"title": "Coaches at the library", "lesson": "Nobody came before ten"},
        version=1,
    )
    assert "Nobody came before ten" in page("/pilots?q=ten+library")
    text = page("/pilots?q=eleven")
    assert "Nobody came before ten" not in text
    assert "Nothing of what was learnt holds these words." in text


def test_a_result_is_published_and_shown_to_everybody(post, page, site, public_site):
    _, made = post("pilot", PILOT)
    words = {"published": True, "lesson": "It takes longer than a year"}
    status, said = post(f"pilot/{made['id']}", PILOT | words, version=1)
    assert status == 200, said
    path = site.settings.data / "public" / "pilots.json"
    (mine,) = [item for item in json.loads(path.read_text("utf-8"))["pilots"] if item["id"] == made["id"]]
    assert "Registered" in mine["registered"]
    seen = replace(public_site, settings=replace(public_site.settings, data=site.settings.data))
    address = addresses.read(seen, pages_for("public"), "/pilots", "")
    text = text_of(address.page.layout(seen, address))
    assert mine["verdict"] in text
    assert "It takes longer than a year" in text
    post(f"pilot/{made['id']}/withdraw", version=2)
    assert made["id"] not in path.read_text("utf-8")


def test_a_pilot_of_before_is_read_without_money_end_or_lesson():
    body = {key: list(value) if isinstance(value, tuple) else value for key, value in READ.items()}
    found = item_of(Pilot, body | {"start": "2019-04-01"})
    assert (found.end, found.cost, found.smallest, found.lesson, found.published) == (
        None,
        None,
        None,
        "",
        False,
    )
