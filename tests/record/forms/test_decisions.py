"""Decisions: recorded with evidence, changed by two at once, followed, published. No figure is typed."""

import json

import pytest

from dashboard.record.forms.decision import begun_from

REGION = "E47000001"
VIEW = "/indicator/employment/employment_rate?places=E08000003"
FILLED = {
    "title": "Extend the adult skills offer",
    "decided": "Free courses for two years",
    "why": "Employment is lower than England's",
    "options": "",
    "owner": "Work and skills team",
    "day": "2022-06-01",
    "review": "2023-06-01",
    "expected": "rise",
    "indicator": "employment/employment_rate",
    "area_code": REGION,
    "published": False,
}


@pytest.fixture
def decision(post):
    """A recorded decision: its id."""
    status, answer = post("decision", FILLED)
    assert status == 201
    return answer["id"]


def stored(site, record_id):
    return site.record.shown_record.get(record_id).item


def test_every_mistake_is_named_at_once_in_the_order_of_the_fields(post):
    status, answer = post("decision", {"day": "2026-02-31", "review": "", "expected": "sideways"})
    assert status == 422
    assert [(error["field"], error["message"]) for error in answer["errors"]] == [
        ("title", "Enter a title"),
        ("decided", "Enter what was decided"),
        ("why", "Enter why it was decided"),
        ("owner", "Enter who owns the decision"),
        ("day", "Date of the decision must be a real date, such as 2027-03-31"),
        ("review", "Enter the date on which to review it"),
        ("expected", "What is a figure expected to do?: choose one of the list"),
    ]


@pytest.mark.parametrize(
    ("view", "filled"),
    [
        ("/indicator/employment/employment_rate", ("employment/employment_rate", REGION)),
        (VIEW, ("employment/employment_rate", "E08000003")),
        (f"{VIEW},E08000004", ("employment/employment_rate", REGION)),
        (f"{VIEW}5", ("employment/employment_rate", REGION)),
        ("/place/E08000003?as_of=2025-07-01", (None, "E08000003")),
        ("/place/E06000031", (None, None)),  # a place of another region is not in the list
        ("/indicator/employment/none", (None, None)),
        ("/theme/employment", (None, None)),
    ],
)
def test_a_decision_begins_with_the_figure_and_place_of_its_evidence(site, view, filled):
    given = begun_from(site, site.geography[REGION], view)
    assert (given.get("indicator"), given.get("area_code")) == filled
    assert given.get("expected", "none") == ("" if filled[0] else "none")


def test_a_figure_is_never_dropped_unless_no_figure_is_chosen(post, site):
    status, answer = post("decision", FILLED | {"expected": ""})
    said = [{"field": "expected", "message": "Select what the figure is expected to do, or “No figure”"}]
    assert (status, answer["errors"]) == (422, said)
    _, answer = post("decision", FILLED | {"expected": "none"})
    found = stored(site, answer["id"])
    assert (found.expected, found.indicator, found.area_code, found.baseline) == ("", "", "", None)


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"review": "2022-06-01"}, "review"),
        ({"indicator": ""}, "indicator"),
        ({"area_code": "E08000035"}, "area_code"),
        ({"indicator": "employment/none"}, "indicator"),
        ({"title": "x" * 121}, "title"),
        ({"title": ["x"]}, "title"),
    ],
)
def test_what_cannot_be_is_refused_at_its_field(post, changed, field):
    status, answer = post("decision", FILLED | changed)
    assert (status, [error["field"] for error in answer["errors"]]) == (422, [field])


def test_its_baseline_is_looked_up_as_of_its_day_and_not_taken_from_the_page(post, site):
    _, answer = post("decision", FILLED | {"baseline": {"period": "2022-01-01", "value": 99}})
    found = stored(site, answer["id"]).baseline
    held = site.observations(site.indicators["employment/employment_rate"]).at(REGION, found.period)
    assert (found.period.isoformat(), found.value) == ("2021-01-01", held.value)


def test_a_view_is_kept_with_its_day_snapshot_and_words(post, decision, site):
    status, _ = post("evidence", {"decision": decision}, view=VIEW)
    (kept,) = stored(site, decision).evidence
    assert status == 200
    assert kept.title == "Employment rate, Greater Manchester"
    assert f"as_of={kept.day.isoformat()}" in kept.address
    assert "places=E08000003" in kept.address
    assert kept.snapshot == site.store.snapshot
    assert "71.9% in 2023" in kept.words


def test_the_same_view_of_the_same_day_is_kept_once(post, decision, site):
    for _ in range(2):
        post("evidence", {"decision": decision}, view=VIEW)
    assert len(stored(site, decision).evidence) == 1


def test_a_view_that_is_not_there_is_no_evidence(post, decision):
    assert post("evidence", {"decision": decision}, view="/indicator/employment/none")[0] == 404
    assert post("evidence", {"decision": decision}, view="https://example.org/")[0] == 400


@pytest.mark.parametrize("view", ["http://[::1", "//[", "http://a]/"])
def test_a_view_that_is_no_address_is_no_evidence_and_no_failure(client, post, decision, view):
    assert client.get("/decision/new", query_string={"view": view}).status_code == 200
    assert post("evidence", {"decision": decision}, view=view)[0] == 400
    assert post("decision", FILLED, view=view)[0] == 400


def test_the_second_of_two_people_is_told_and_nothing_is_lost(post, decision, site):
    theirs = FILLED | {"title": "Extend the adult offer", "owner": "Skills team", "keep": []}
    assert post(f"decision/{decision}", theirs, version=1)[0] == 200
    mine = FILLED | {"title": "Extend it to all adults", "why": "More are out of work", "keep": []}
    status, told = post(f"decision/{decision}", mine, version=1)
    assert status == 409
    assert (told["version"], told["take"]) == (2, {"owner": "Skills team"})
    assert told["both"] == [{"field": "title", "label": "Title", "theirs": "Extend the adult offer"}]
    assert [entry.item.title for entry in site.record.shown_record.history(decision)] == [
        FILLED["title"],
        theirs["title"],
    ]
    assert post(f"decision/{decision}", mine | told["take"], version=2)[0] == 200
    last = stored(site, decision)
    assert (last.title, last.owner, last.why) == (
        "Extend it to all adults",
        "Skills team",
        "More are out of work",
    )


def test_evidence_that_a_colleague_adds_meanwhile_is_not_lost(post, decision, site):
    post("evidence", {"decision": decision}, view=VIEW)
    status, told = post(f"decision/{decision}", FILLED | {"title": "Anew", "keep": []}, version=1)
    assert (status, told["take"]) == (409, {"keep": ["0"]})
    assert post(f"decision/{decision}", FILLED | {"title": "Anew", "keep": ["0"]}, version=2)[0] == 200
    assert len(stored(site, decision).evidence) == 1


def test_the_page_says_what_was_expected_and_what_happened_since(decision, page):
    text = page(f"/decision/{decision}")
    assert "Employment rate in Greater Manchester was expected to rise." in text
    assert "to 71.9% in 2023" in text
    assert "not that the decision caused it" in text


def test_a_review_that_is_due_stands_first(decision, page):
    text = page("/decisions")
    assert "due" in text.split("All other decisions")[0]
    assert f"/decision/{decision}" in text.split("All other decisions")[0]


def test_the_history_says_who_changed_what(client, post, decision, page, office_app):
    client.post(
        f"/record/decision/{decision}",
        json={"region": REGION, "version": 1, "values": FILLED | {"owner": "Skills team", "keep": []}},
    )
    text = page(f"/decision/{decision}")
    assert "History: 2 versions" in text
    assert "Work and skills team → Skills team" in text


def test_only_what_is_published_leaves_the_office(post, site):
    post("decision", FILLED | {"title": "In the office only"})
    _, answer = post("decision", FILLED | {"title": "For everybody", "published": True})
    post("evidence", {"decision": answer["id"]}, view=VIEW)
    post("evidence", {"decision": answer["id"]}, view="/compare")
    text = (site.settings.data / "public" / "decisions.json").read_text()
    (found,) = [item for item in json.loads(text)["decisions"] if item["title"] == "For everybody"]
    assert "In the office only" not in text
    assert [view["title"] for view in found["evidence"]] == [
        "Employment rate, Greater Manchester",
        "Compare places, Greater Manchester",
    ]
    assert not {"published", "learned", "reviewed"} & set(found)
    post(f"decision/{answer['id']}", FILLED | {"title": "For everybody", "keep": []}, version=3)
    assert "For everybody" not in (site.settings.data / "public" / "decisions.json").read_text()


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Origin": "https://evil.example"}, 403),
        ({"Sec-Fetch-Site": "cross-site"}, 403),
        ({"Origin": "http://localhost", "Sec-Fetch-Site": "same-origin"}, 422),
    ],
)
def test_a_form_from_another_site_is_refused(client, headers, status):
    answer = client.post("/record/decision", json={"region": REGION, "values": {}}, headers=headers)
    assert answer.status_code == status


def test_a_plain_form_of_another_site_is_refused(client):
    assert client.post("/record/decision", data={"title": "x"}).status_code == 400
