"""What is said of a day is made anew on the next, also where no new figures came in the night."""

from datetime import UTC, datetime

import pytest

from dashboard.charts import ahead
from dashboard.charts.ahead import ahead_of
from dashboard.packs import evidence
from dashboard.packs.compose import no_progress
from dashboard.packs.evidence import PackEvidence
from dashboard.packs.service import PackService
from dashboard.web import application
from dashboard.web.api import catalogues, v1
from dashboard.web.packs import files

GM, RATE = "E47000001", "employment/employment_rate"
EVENING = datetime(2026, 5, 4, 23, 59, tzinfo=UTC)
MORNING = datetime(2026, 5, 5, 0, 1, tzinfo=UTC)


class Clock(datetime):
    """The product's clock, which a test moves."""

    at = EVENING

    @classmethod
    def now(cls, tz=None):
        return cls.at


@pytest.fixture
def clock(monkeypatch):
    for module in (ahead, application, catalogues, evidence, files, v1):
        monkeypatch.setattr(module, "datetime", Clock)
    monkeypatch.setattr(Clock, "at", EVENING)
    return Clock


def test_a_page_is_made_once_a_day(client, clock, monkeypatch):
    made, render = [], application.render
    monkeypatch.setattr(application, "render", lambda *asked: made.append(clock.at) or render(*asked))
    for at in (EVENING, EVENING, MORNING, MORNING):
        clock.at = at
        assert client.get("/about?utm_x=midnight").status_code == 200
    assert made == [EVENING, MORNING]


@pytest.mark.parametrize(
    ("address", "in_the_morning"),
    [
        ("/audit.json", 200),
        (f"/api/v1/changes?indicator={RATE}&place=E08000003", 200),
        ("/api/v1/indicators?limit=1", 304),
    ],
)
def test_only_what_rests_on_the_day_is_sent_again_after_midnight(
    client, clock, monkeypatch, address, in_the_morning
):
    monkeypatch.setattr(catalogues, "audit_with_slips", lambda *asked: None)  # which takes ten seconds a day
    monkeypatch.setattr(catalogues, "as_data", lambda *asked: {})
    known = {"If-None-Match": client.get(address).headers["ETag"]}
    assert client.get(address, headers=known).status_code == 304
    clock.at = MORNING
    assert client.get(address, headers=known).status_code == in_the_morning


def test_what_lies_ahead_is_worked_out_once_a_day(public_site, clock, monkeypatch):
    days, outlook = [], ahead.outlook
    monkeypatch.setattr(ahead, "outlook", lambda *asked: days.append(asked[-1]) or outlook(*asked))
    for at in (EVENING, EVENING, MORNING, MORNING):
        clock.at = at
        ahead_of(public_site, public_site.indicators[RATE], public_site.geography[GM])
    assert days == [EVENING.date(), MORNING.date()]


def test_a_chart_of_packs_is_drawn_once_a_day(public_site, clock, monkeypatch):
    drawn, draw = [], PackEvidence._chart
    monkeypatch.setattr(PackEvidence, "_chart", lambda self, item: drawn.append(clock.at) or draw(self, item))
    for at in (EVENING, EVENING, MORNING, MORNING):
        clock.at = at
        known = PackEvidence(public_site, public_site, public_site.geography[GM], "public", at.date())
        assert known.picture(public_site.indicators[RATE]) is not None
    assert drawn == [EVENING, MORNING]


def test_the_file_of_a_pack_is_another_each_day(wsgi, keeper, public_site, clock):
    class Kept:
        def __init__(self):
            self.keys = []

        def get(self, key, make):
            self.keys.append(key)
            return b"the pack"

    kept, service = Kept(), PackService(lambda audience: public_site, public_site.settings.briefs)
    for at in (EVENING, EVENING, MORNING):
        clock.at = at
        with wsgi.test_request_context(f"/pack/mayor-monthly.pdf?place={GM}"):
            files._order(keeper, service, kept, "mayor-monthly", "pdf").make(no_progress)
    evening, again, morning = kept.keys
    assert evening == again != morning
