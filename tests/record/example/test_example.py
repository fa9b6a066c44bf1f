"""The worked example: shown while nothing is recorded, named one on every page, in nothing that leaves."""

import base64
import json
from datetime import date

import pytest

from dashboard.record.kinds import RECORD_KINDS
from dashboard.record.store import Record
from dashboard.settings import Settings
from dashboard.site import SiteKeeper
from dashboard.web import example as command
from dashboard.web.application import create_app
from dashboard.web.packs.files import PackRequest, _progress_lines
from dashboard.web.writing.publishing import published
from tests.built import link_into
from tests.record.forms.test_decisions import FILLED, REGION

MADE_UP = "Worked example: the decisions"
TITLE = "Example: advise tenants before they lose their home"


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    """An office in which nothing is recorded: its keeper and its application."""
    keeper = SiteKeeper(Settings(data=link_into(tmp_path_factory.mktemp("first"))))
    return keeper, create_app(keeper).server


@pytest.fixture
def visitor(office):
    """A visitor of it, with the example loaded."""
    visitor = office[1].test_client()
    assert visitor.post("/record/example", json={"region": REGION}).status_code == 200
    yield visitor
    visitor.post("/record/example/remove", json={"region": REGION})


def text(visitor, path: str) -> str:
    return visitor.get(path).get_data(True)


@pytest.mark.full
def test_every_page_says_that_it_is_an_example(visitor):
    for path in (
        "/",
        "/decisions",
        "/targets",
        "/pilots",
        "/task-force",
        "/questions",
        "/theme/employment",
        "/data",
    ):
        assert MADE_UP in text(visitor, path), path
    assert TITLE in text(visitor, "/decisions")


def test_it_holds_one_of_nearly_every_kind_all_named_an_example(visitor, office):
    store = office[0].current().record.example.record
    held = {kind: store.current(kind, REGION) for kind in RECORD_KINDS}
    assert {kind for kind, entries in held.items() if entries} == set(RECORD_KINDS) - {
        "alert",
        "answer",
        "approval",
        "composition",
    }
    for kind in ("decision", "pilot", "action", "event"):
        assert all("xample" in str(entry.item) for entry in held[kind])
    assert held["decision"][0].item.evidence[0].figures


def test_nothing_of_it_leaves_the_office(visitor, office):
    taken = json.loads(text(visitor, "/record/export.json"))
    assert taken["versions"] == []
    for path in (
        "/api/v1/search?q=advise%20tenants",
        "/api/v1/indicators",
        "/download/housing/temporary_accommodation.csv",
    ):
        assert "xample:" not in text(visitor, path)
    decision = office[0].current().record.example.record.current("decision")[0]
    values = FILLED | {"title": "Example: tried", "published": True}
    sent = {"region": REGION, "values": values, "version": 1}
    assert visitor.post(f"/record/decision/{decision.id}", json=sent).status_code == 200
    assert not (office[0].current().settings.data / "public" / "decisions.json").exists()
    assert "made up" in text(visitor, f"/record/decision/{decision.id}.html")
    site = office[0].current()
    assert published(site, "approval")  # as at a start, in a thread without a request
    assert json.loads((site.settings.data / "public" / "decisions.json").read_text()) == {"decisions": []}


def test_a_pack_that_is_made_in_a_thread_of_its_own_has_nothing_of_it(visitor, office):
    site = office[0].current()

    def make(progress):
        return repr((site.record.is_example(), site.record.decisions(date.max))).encode()

    lines = _progress_lines(PackRequest(make, "pack.pdf", "application/pdf"), lambda seconds: None)
    assert base64.b64decode(json.loads([*lines][-1])["data"]) == b"(False, ())"


def test_what_is_tried_in_it_goes_with_it_and_the_record_stays_empty(visitor, office):
    visitor.post("/record/event", json={"region": REGION, "values": {"day": "2026-01-01", "text": "Tried",
                "reason": "x", "indicator": "", "area_code": REGION}})  # fmt: skip
    assert "Tried" in text(visitor, "/targets")
    assert visitor.post("/record/example/remove", json={"region": REGION}).status_code == 200
    assert MADE_UP not in text(visitor, "/decisions")
    assert "Tried" not in text(visitor, "/targets")
    assert office[0].current().record.real_record.size() == 0
    assert not list(office[0].current().settings.data.glob("record.example*"))


def test_loaded_again_it_is_new(visitor):
    visitor.post("/record/example", json={"region": "E47000002"})
    assert TITLE not in text(visitor, "/decisions?region=E47000001")
    assert TITLE in text(visitor, "/decisions?region=E47000002")


def test_where_something_is_recorded_it_is_refused(tmp_path, monkeypatch, capsys):
    link_into(tmp_path)
    monkeypatch.setenv("DATA_DIR", str(tmp_path))
    assert command.main(["load"]) == 0
    assert (tmp_path / "record.example.sqlite").exists()
    assert command.main(["remove"]) == 0
    assert not list(tmp_path.glob("record.example*"))
    record = Record.open(Settings(data=tmp_path))
    record.take([])
    from tests.record.factories import decision

    record.add("decision", REGION, decision(), "Ann")
    assert command.main(["load"]) == 2
    assert "never mixed" in capsys.readouterr().err


def test_the_button_is_refused_where_something_is_recorded(post, page, site):
    post("decision", FILLED)
    status, said = post("example")
    assert (status, "never mixed" in said["message"]) == (409, True)
    assert "no longer be loaded" in page("/first-day")


def test_an_empty_page_suggests_what_stands_out_today(page):
    for path, way in (
        ("/decisions", "Record a decision about it"),
        ("/targets", "Set a target for it"),
        ("/targets", "Note what happened to it"),
        ("/pilots", "Try something"),
        ("/promises", "Record a promise about it"),
        ("/task-force", "Add an action about it"),
        ("/alerts", "Be told when its theme changes"),
        ("/questions", "Record a promise about it"),
    ):
        text = page(f"{path}?region=E47000013")
        assert "What stands out today:" in text, path
        assert way in text
    assert "/pilot/new?region=E47000013&about=" in page("/pilots?region=E47000013")


def test_a_pilot_begun_from_a_line_has_its_figure(page):
    assert '"indicator":"employment/employment_rate"' in page("/pilot/new?about=employment/employment_rate")


def test_what_a_line_suggests_begins_with_its_figure(page):
    about = "about=employment/employment_rate"
    assert '"about":"employment"' in page(f"/alerts?form=alert&{about}")
    assert '"stage_1_indicator":"employment/employment_rate"' in page(f"/promises?form=promise&{about}")
    assert '"needed":"Employment rate, Greater Manchester"' in page(f"/task-force?form=action&{about}")
    assert '"indicators":["employment/employment_rate"]' in page(f"/targets?form=event&{about}")


def test_an_action_is_listed_before_the_first_day_is_set(post, page):
    given = {"title": "Ask the colleges", "owner": "Chamber", "due": "2026-12-16", "needed": "Their answer"}
    sent = post("action", given | {"status": "under way"}, region="E47000014")
    assert sent[0] == 201
    assert "Ask the colleges" in page("/task-force?region=E47000014")


@pytest.mark.full
def test_the_example_has_a_promise_and_a_target_wherever_there_are_figures(site, tmp_path):
    from dashboard.catalogue.periods import later
    from dashboard.pages import pages_for
    from dashboard.record.example.content import FIGURE, fill
    from dashboard.record.forms.lists import latest, today

    lacking = []
    for region in site.geography.regions:
        record = Record.open(Settings(data=tmp_path / region.code))
        fill(site, region, pages_for("office"), record)
        kinds = {kind for kind in ("promise", "target", "pilot") if record.current(kind)}
        record.engine.dispose()
        wanted = {"target", "pilot"} if latest(site, FIGURE, region.code) else set()
        wanted |= {"promise"} if latest(site, FIGURE, region.code, later(today(), -30)) else set()
        lacking += [(region.name, kind) for kind in wanted - kinds]
    assert lacking == []
