"""Before an election what is newly published waits for somebody else; what stood, and the figures, stay."""

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from dashboard.packs.schedule import ScheduledPack, render
from dashboard.packs.service import PackService
from dashboard.record.approved import pack_key, pack_may_be_made
from dashboard.signin.person import Person
from dashboard.web.api import feeds
from tests.record.forms.test_decisions import FILLED, REGION


@pytest.fixture
def as_person(monkeypatch):
    """as_person("Ada") -> from here on whoever asks is she, a publisher; "" is nobody in particular."""

    def as_person(name: str, role: str = "publisher") -> None:
        found = Person(name.lower(), name, role)
        monkeypatch.setattr("dashboard.signin.person.AT_THIS_MACHINE", found)
        monkeypatch.setattr("dashboard.record.rights.AT_THIS_MACHINE", found)

    return as_person


@pytest.fixture
def period(site):
    """A period of the region that begins today; in other regions there is none."""
    today = datetime.now(UTC).date()
    path = site.settings.data / "pre-election.toml"
    dates = f"first = {today}\nlast = {today + timedelta(days=30)}"
    path.write_text(f'[[period]]\nelection = "Election"\n{dates}\nregions = ["{REGION}"]\n', encoding="utf-8")
    yield
    path.unlink()


def published(site) -> str:
    """What the public reads of decisions."""
    return (site.settings.data / "public" / "decisions.json").read_text("utf-8")


def approve(post, thing: str):
    """Send an approval."""
    return post("approval", {"thing": thing, "reason": "It was announced in January"})


def test_a_decision_waits_for_somebody_else(post, page, site, period, as_person):
    as_person("Ada")
    _, made = post("decision", FILLED | {"title": "In the period", "published": True})
    assert "In the period" not in published(site)
    assert "somebody else has to approve it" in page(f"/decision/{made['id']}")
    thing = f"decision/{made['id']}/1"
    assert thing in page("/pre-election")
    status, said = approve(post, thing)
    assert (status, said["errors"][0]["message"]) == (422, "You wrote this: somebody else has to approve it")
    as_person("Ben", "editor")
    assert approve(post, thing)[0] in (403, 422)
    as_person("Ben")
    assert approve(post, thing)[0] == 201
    assert "In the period" in published(site)


def test_whoever_saves_a_colleagues_words_as_they_stand_has_not_written_them(post, site, period, as_person):
    as_person("Ada")
    words = FILLED | {"title": "Hers", "published": True}
    _, made = post("decision", words)
    as_person("Ben")
    _, saved = post(f"decision/{made['id']}", words, version=1)
    as_person("Ada")
    thing = f"decision/{made['id']}/{saved['version']}"
    status, answer = approve(post, thing)
    assert (status, saved["version"]) == (422, 2)
    assert [error["field"] for error in answer["errors"]] == ["thing"]
    as_person("Ben")
    assert approve(post, thing)[0] == 201
    assert "Hers" in published(site)
    post(f"decision/{made['id']}/withdraw", version=2)


def test_the_version_that_was_approved_stays_until_the_next_one_is(post, site, period, as_person):
    as_person("Ada")
    _, made = post("decision", FILLED | {"title": "Approved once", "published": True})
    as_person("Ben")
    approve(post, f"decision/{made['id']}/1")
    as_person("Ada")
    where = f"decision/{made['id']}"
    post(where, FILLED | {"title": "Said otherwise", "published": True}, version=1)
    assert "Approved once" in published(site)
    assert "Said otherwise" not in published(site)
    post(where, FILLED | {"title": "Said otherwise", "published": False}, version=2)
    assert "Approved once" not in published(site)  # taking back needs nobody


def test_while_the_file_has_a_slip_nothing_in_public_changes(post, site, as_person):
    as_person("Ada")
    _, made = post("decision", FILLED | {"title": "Stood before the slip", "published": True})
    path = site.settings.data / "pre-election.toml"
    path.write_text("[[period", encoding="utf-8")
    try:
        _, new = post("decision", FILLED | {"title": "Written beside it", "published": True})
        assert new["public"] is False
        assert "Stood before the slip" in published(site)
        assert "Written beside it" not in published(site)
        post(f"decision/{made['id']}/withdraw", version=1)
        assert "Stood before the slip" not in published(site)  # what is taken back waits for no mend
    finally:
        path.unlink()
    post(f"decision/{new['id']}/withdraw", version=1)


def test_nobody_in_particular_cannot_approve(post, period, as_person):
    as_person("Ada")
    _, made = post("decision", FILLED | {"title": "Waits", "published": True})
    as_person("")
    status, said = approve(post, f"decision/{made['id']}/1")
    assert (status, "Sign in first" in said["errors"][0]["message"]) == (422, True)
    post(f"decision/{made['id']}/withdraw", version=1)


def test_in_another_region_it_is_as_ever(post, site, period, as_person):
    as_person("Ada")
    values = FILLED | {"area_code": "E47000002", "published": True, "title": "Another region"}
    _, made = post("decision", values, region="E47000002")
    assert "Another region" in published(site)
    post(f"decision/{made['id']}/withdraw", version=1)


def test_a_public_pack_is_approved_by_another_than_who_makes_it(post, client, site, period, as_person):
    as_person("Ada")
    address = f"/pack/public-summary.html?place={REGION}&sections=summary"
    assert client.get(address).status_code == 403
    assert approve(post, pack_key("public-summary"))[0] == 201
    assert client.get(address).status_code == 403  # who approved it does not make it
    as_person("Ben")
    today = datetime.now(UTC).date()
    with client.application.test_request_context("/"):
        assert pack_may_be_made(site.record.real_record, site.settings.data, REGION, "public-summary", today)


def test_the_schedule_makes_no_public_pack(site, period, tmp_path):
    service = PackService.over(site.settings)
    made, failed = render(service, tmp_path, [ScheduledPack("public-summary")], lambda text: None)
    assert made == []
    assert "pre-election period" in failed[0]


def test_every_office_page_says_so(client, period):
    said = "Pre-election period until"
    assert said in client.get(f"/theme/housing?region={REGION}").get_data(True)
    assert said not in client.get("/theme/housing?region=E47000002").get_data(True)


def test_the_feeds_tell_nothing_new_until_somebody_agreed(post, site, period, as_person):
    region = site.geography[REGION]
    public = replace(site, settings=replace(site.settings, audience="public"))
    file = site.settings.data / "public" / "feeds.json"
    before = {"regions": {REGION: str(datetime.now(UTC).date() - timedelta(days=1))}}
    file.write_text(json.dumps(before), "utf-8")  # agreed for a period of before
    assert feeds._silent(public, region).election == "Election"
    as_person("Ada")
    assert approve(post, "feed")[0] == 201
    assert json.loads(file.read_text("utf-8"))["regions"] == {REGION: str(datetime.now(UTC).date())}
    assert feeds._silent(public, region) is None
    (site.settings.data / "pre-election.toml").write_text("[[period", "utf-8")
    assert feeds._silent(public, region) is not None  # for a slip nothing is agreed
