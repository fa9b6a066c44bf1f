"""Tools give an assistant what the API gives, or a refusal with its reason; never more."""

import json

import pytest

from dashboard.ask.answer import answer
from dashboard.web.assistants.tools import call, descriptions

pytestmark = pytest.mark.core


def test_the_tools_are_those_of_the_api_with_a_schema_each(client):
    listed = {item["name"]: item["input_schema"] for item in descriptions()}
    assert sorted(listed) == ["ask", "indicator", "indicators", "observations", "search"]
    assert listed["observations"]["required"] == ["theme", "name"]
    assert "as_of" in listed["observations"]["properties"]


def test_a_question_is_answered_as_the_search_answers_it(public_site):
    given = call(public_site, "ask", {"q": "unemployment in Wigan"}, "https://data.example.gov.uk").content
    said = answer(public_site, public_site.geography["E47000001"], "unemployment in Wigan")
    assert (given["state"], given["said"]) == (said.state, said.sentence)
    figure = given["figures"][0]
    assert "" not in (figure["period_label"], *figure["sources"])
    assert figure["page"].startswith("https://data.example.gov.uk/indicator/employment/")
    assert figure["observation"].startswith("https://data.example.gov.uk/api/v1/indicators/employment/")


def test_what_is_not_held_is_refused_with_a_reason(public_site):
    given = call(public_site, "ask", {"q": "how many trams run in Wigan"}).content
    assert (given["state"], [*given["figures"]]) == ("refused", [])
    assert given["reason"]


def test_observations_are_those_of_the_api(public_site, client):
    asked = {"theme": "employment", "name": "claimants", "area": ["E08000003"], "period": "latest"}
    given = call(public_site, "observations", asked).content
    same = client.get(
        "/api/v1/indicators/employment/claimants/observations?area=E08000003&period=latest"
    ).json
    assert [item["value"] for item in same["items"]] == [6]
    assert [(item["period_label"], item["shown"]) for item in given["items"]] == [("2025", "6.0%")]
    assert given["total"] == 1


@pytest.mark.parametrize(
    ("name", "given"),
    [
        ("decide", {}),
        ("ask", {}),
        ("ask", {"q": "x" * 500}),
        ("ask", {"q": "rents", "region": "Atlantis"}),
        ("ask", {"q": "rents", "colour": "red"}),
        ("indicator", {"theme": "employment"}),
        ("indicator", {"theme": "employment", "name": "../secrets"}),
        ("indicator", {"theme": "employment", "name": "nothing"}),
        ("observations", {"theme": "employment", "name": "claimants", "limit": -1}),
        ("observations", {"theme": "employment", "name": "claimants", "area": [{"x": 1}]}),
    ],
)
def test_what_cannot_be_asked_is_refused_with_a_sentence(public_site, name, given):
    found = call(public_site, name, given)
    assert found.wrong
    assert found.content["refused"].endswith(".")
    json.dumps(found.content)
