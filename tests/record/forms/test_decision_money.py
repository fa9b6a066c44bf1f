"""What a decision costs and brings, who pays and who was asked; and where it is linked."""

import json

import pytest

from dashboard.address.page import Address
from dashboard.components.attention_line import attention_lines
from dashboard.pages.overview import page as overview
from dashboard.record.figure import read_pounds
from dashboard.statements.attention.attention import attention_list
from dashboard.statements.record_words import pounds
from tests.record.forms.test_decisions import FILLED, REGION

SAID = {
    "cost": "£2.4 million",
    "funding": "Adult Skills Fund",
    "benefit": "800 more adults with Level 3",
    "equality": "Women gain more, as more of them study part time",
    "consulted": "Colleges; the Learning and Work Institute",
}


def test_what_it_costs_and_brings_is_kept_and_shown(post, page, site):
    status, answer = post("decision", FILLED | SAID)
    assert status == 201, answer
    item = site.record.shown_record.get(answer["id"]).item
    assert (item.cost, item.funding, item.consulted) == (2_400_000, SAID["funding"], SAID["consulted"])
    text = page(f"/decision/{answer['id']}")
    for said in SAID.values():
        assert said in text
    assert "costs £2.4 million" in page("/decisions")


@pytest.mark.parametrize(
    ("typed", "number"),
    [("£2,400,000", 2_400_000), ("2.4 million", 2_400_000), ("£500k", 500_000), ("0", 0), ("1.5bn", 1.5e9)],
)
def test_a_sum_is_typed_as_people_write_it(typed, number):
    assert read_pounds("Cost", typed) == number


@pytest.mark.parametrize(
    "typed", ["a lot", "£", "2,4 million", "£0,125m", "-£5", "5%", "€5", "1e6", "5 million a year"]
)
def test_a_sum_that_is_none_is_refused(typed):
    with pytest.raises(ValueError, match=r"Cost (must be a sum|cannot be below)"):
        read_pounds("Cost", typed)


@pytest.mark.parametrize("typed", ["£999,999,999,999,999", "£240 billion", "2400000 million"])
def test_a_sum_with_too_many_noughts_is_asked_about(typed):
    with pytest.raises(ValueError, match="cannot be over £100 billion: check the noughts"):
        read_pounds("Cost", typed)


@pytest.mark.parametrize(
    ("cost", "said"),
    [(None, ""), (0.0, "£0"), (350_000.0, "£350,000"), (2_400_000.0, "£2.4 million"), (1e9, "£1 billion")],
)
def test_a_sum_is_told_in_words(cost, said):
    assert pounds(cost) == said


def test_a_cost_names_who_pays(post):
    status, answer = post("decision", FILLED | {"cost": "£1,000"})
    assert (status, [error["field"] for error in answer["errors"]]) == (422, ["funding"])


@pytest.mark.full
def test_a_decision_is_linked_from_the_indicator_and_the_place_of_its_evidence(post, page):
    view = "/place/E08000006"
    _, answer = post("decision", FILLED | {"title": "Homes in Salford", "expected": "none"}, view=view)
    where = f"/decision/{answer['id']}"
    assert where in page(f"{view}?region={REGION}")
    assert where not in page(f"/place/E08000007?region={REGION}")
    _, answer = post("decision", FILLED | {"title": "Work for all", "indicator": "skills/neet"})
    assert f"/decision/{answer['id']}" in page(f"/indicator/skills/neet?region={REGION}")
    assert f"/decision/{answer['id']}" not in page("/indicator/skills/neet?region=E47000002")


def test_a_decision_is_linked_from_its_line_of_the_attention_list(post, site):
    _, answer = post("decision", FILLED | {"title": "A line of its own"})
    region = site.geography[REGION]
    items = [item for item in attention_list(site, region) if item.indicator == FILLED["indicator"]]
    (line,) = attention_lines(site, Address(overview.PAGE, "/", region), items)
    assert f"/decision/{answer['id']}" in str(line.to_plotly_json())


def test_what_it_costs_is_published_with_it(post, office_app):
    _, answer = post("decision", FILLED | SAID | {"published": True})
    data = office_app[1].current().settings.data
    told = json.loads((data / "public" / "decisions.json").read_text())["decisions"]
    mine = next(item for item in told if item["id"] == answer["id"])
    assert (mine["cost"], mine["funding"], mine["equality"]) == (2_400_000, SAID["funding"], SAID["equality"])
    post(f"decision/{answer['id']}/withdraw", version=1)
