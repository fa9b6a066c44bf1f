"""A form that is begun is kept for whoever began it, until it is recorded or thrown away."""

import json
from datetime import UTC, datetime, timedelta

import pytest

from dashboard.record.drafts import Drafts, Row
from dashboard.signin.person import Person
from tests.record.forms.test_decisions import FILLED, REGION

THING = "decision"
BEGUN = {"title": "Half a decision", "decided": "Not yet"}


@pytest.fixture
def drafts(settings):
    """No drafts yet, on each engine."""
    found = Drafts.of_settings(settings)
    yield found
    found._engine.dispose()


def form(page, view: str) -> dict:
    """The form on a page, as assets/record.js reads it."""
    text = page(view)
    return json.JSONDecoder().raw_decode(text[text.index('{"kind"') :])[0]


def test_a_draft_is_each_persons_own_and_written_over(drafts):
    drafts.keep("ada", "decision E1", {"title": "One"}, None, "/theme/housing")
    drafts.keep("ada", "decision E1", {"title": "Two"}, 3, "")
    found = drafts.of("ada", "decision E1")
    assert (found.values, found.version, found.view) == ({"title": "Two"}, 3, "")
    assert drafts.of("ben", "decision E1") is None
    assert drafts.of("ada", "decision E2") is None
    drafts.drop("ada", "decision E1")
    assert drafts.of("ada", "decision E1") is None


def test_a_draft_that_nobody_touches_goes(drafts):
    drafts.keep("ada", "decision E1", {"title": "Old"}, None, "")
    then = (datetime.now(UTC) - timedelta(days=91)).isoformat(timespec="seconds")
    with drafts._engine.begin() as connection:
        connection.execute(Row.__table__.update().values(saved_at=then))
    drafts.keep("ben", "decision E1", {}, None, "")
    assert drafts.of("ada", "decision E1") is None


def test_what_was_typed_is_there_again_and_goes_once_it_is_recorded(post, page):
    assert post("draft", BEGUN, thing=THING)[0] == 200
    spec = form(page, "/decision/new")
    assert spec["values"]["title"] == "Half a decision"
    assert spec["values"]["review"]  # what nobody typed begins as ever
    assert "UTC" in spec["draft"]
    assert "Half a decision" not in page("/decision/new?region=E47000002")
    assert post("decision", FILLED)[0] == 201
    assert form(page, "/decision/new").get("draft") is None


def test_the_list_leads_back_to_what_was_begun(post, page):
    post("draft", BEGUN, thing=THING)
    text = page("/decisions")
    assert "Your draft, not recorded yet:" in text
    assert "Half a decision" in text
    post("decision", FILLED)
    assert "Your draft" not in page("/decisions")


def test_a_draft_is_thrown_away(client, post, page):
    post("draft", BEGUN, thing=THING)
    sent = {"region": REGION, "thing": THING, "values": None}
    assert client.post("/record/draft", json=sent).status_code == 200
    assert form(page, "/decision/new").get("draft") is None


def test_a_draft_keeps_the_view_that_it_began_from(post, page):
    view = "/theme/housing?region=E47000001"
    post("draft", BEGUN, thing=THING, view=view)
    assert form(page, "/decision/new")["view"] == view
    assert form(page, "/decision/new?view=/compare").get("draft") is None
    post("decision", FILLED)


def test_a_draft_of_a_change_meets_what_somebody_else_wrote_since(post, page):
    _, made = post("decision", FILLED)
    thing = f"decision/{made['id']}"
    post("draft", FILLED | {"title": "Mine"}, thing=thing, version=1)
    assert post(thing, FILLED | {"title": "Theirs"}, version=1)[0] == 200
    # Recording it was theirs, from this same test's person: the draft went with it.
    post("draft", FILLED | {"title": "Mine"}, thing=thing, version=1)
    assert form(page, f"/decision/{made['id']}?edit=yes")["version"] == 1
    assert post(thing, FILLED | {"title": "Mine"}, version=1)[0] == 409


def test_a_draft_is_no_part_of_the_record(post, client, site):
    before = site.record.shown_record.size(), site.record.stamp()
    post("draft", {"title": "Unseen by others"}, thing=THING)
    assert (site.record.shown_record.size(), site.record.stamp()) == before
    assert "Unseen by others" not in client.get("/record/export.json").get_data(True)


@pytest.mark.parametrize("thing", ["", "../x", "decision/../x", "DECISION", "x" * 70])
def test_a_draft_names_its_form(client, thing):
    sent = {"region": REGION, "thing": thing, "values": BEGUN}
    assert client.post("/record/draft", json=sent).status_code == 400


@pytest.mark.parametrize("version", [2**31, 10**30, -1, "1", True])
def test_a_draft_of_no_version_that_can_be_is_one_of_none(post, page, version):
    assert post("draft", BEGUN, thing=THING, version=version)[0] == 200
    begun = form(page, "/decision/new")
    assert "draft" in begun
    assert begun["version"] is None
    post("decision", FILLED)


def test_somebody_else_does_not_find_it(post, page, monkeypatch):
    post("draft", BEGUN, thing=THING)
    monkeypatch.setattr("dashboard.record.rights.AT_THIS_MACHINE", Person("ben", "Ben", "editor"))
    assert form(page, "/decision/new").get("draft") is None


def test_a_field_of_many_lines_says_how_long_it_may_be(page):
    fields = {item["name"]: item for item in form(page, "/decision/new")["fields"]}
    assert (fields["why"]["longest"], fields["owner"]["longest"]) == (4000, 0)
