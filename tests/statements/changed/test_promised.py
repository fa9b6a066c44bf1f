"""Promises in what's new: made, and the stages that a figure reached, each on the day of that figure."""

import json
from dataclasses import replace
from datetime import date

import pytest

from dashboard.record_port import NothingRecorded, Promised, StageAim
from dashboard.settings import Settings
from dashboard.statements.changed.between import ChangesQuery, changes_between
from tests.editions import revised_site
from tests.statements.conftest import ASH, REGION

OUTPUT = "economy/gva_per_hour"
AIM = StageAim("Above 36", date(2020, 12, 31), OUTPUT, ASH, 36.2, 35.1, date(2019, 1, 1), date(2023, 6, 1))
PROMISE = Promised("p", "More an hour", REGION, date(2023, 6, 1), (AIM,))
ASKED = "Output, Ash: at least £36.2. The newest figure is"


class Office(NothingRecorded):
    """A record in which `promise` was written on the day it was made and withdrawn on `gone`."""

    def __init__(self, gone=date.max, day=date.max, promise=PROMISE):
        self.gone, self.day, self.promise = gone, day, promise

    def at(self, day):
        return Office(self.gone, day, self.promise)

    def promises(self):
        return (self.promise,) if PROMISE.day <= self.day < self.gone else ()


def told(site, since, until):
    days = [date.fromisoformat(text) for text in (since, until)]
    found = changes_between(site, ChangesQuery(site.geography[REGION], *days)).promises
    return [(item.event, item.day.isoformat(), item.detail) for item in found]


@pytest.fixture(params=["office", "public"])
def site(request, given, indicators, tmp_path):
    """The region of tests/editions.py with the promise above, as each audience has it."""
    site = revised_site(given, indicators, Settings(audience=request.param, data=tmp_path))
    if request.param == "office":
        return replace(site, record=Office())
    stage = {"name": AIM.name, "due": "2020-12-31", "indicator": OUTPUT, "area_code": ASH, "value": 36.2}
    stage["baseline"] = {"period": "2019-01-01", "value": 35.1, "snapshot": "s"}
    told = {"id": "p", "title": PROMISE.title, "region": REGION, "day": "2023-06-01", "stages": [stage]}
    (tmp_path / "public").mkdir()
    (tmp_path / "public" / "promises.json").write_text(json.dumps({"promises": [told]}))
    return site


def test_a_promise_is_told_from_its_day_on(site):
    assert told(site, "2023-05-31", "2023-06-01") == [("made", "2023-06-01", "")]
    assert told(site, "2023-06-01", "2024-01-31") == []


def test_a_stage_is_told_on_the_day_of_the_figure_that_reached_it(site):
    (found,) = told(site, "2023-06-01", "2024-12-31")
    assert found == ("reached", "2024-02-01", f"Above 36. {ASKED} £36.5 in 2020.")


def test_figures_that_are_counted_otherwise_leave_a_stage_that_was_reached_as_it_was(site):
    assert told(site, "2025-06-24", "2026-11-20") == []  # 36.5 became 36.0, counted otherwise, then 36.2


def test_a_stage_that_was_not_reached_is_told_once_when_its_figures_are_counted_otherwise(given, indicators):
    aim = replace(AIM, value=36.6, due=date(2027, 12, 31))
    office = Office(promise=replace(PROMISE, stages=(aim,)))
    (found,) = told(replace(revised_site(given, indicators), record=office), "2024-02-01", "2026-11-20")
    assert found[:2] == ("recounted", "2025-06-25")


def test_of_an_earlier_promise_a_withdrawal_is_told_in_the_office(given, indicators):
    site = replace(revised_site(given, indicators), record=Office(gone=date(2024, 1, 1)))
    assert told(site, "2023-12-01", "2024-01-31") == [("withdrawn", "2024-01-31", "")]


def test_of_a_promise_whose_figure_is_not_held_the_promise_alone_is_told(given, indicators):
    office = Office(promise=replace(PROMISE, stages=(replace(AIM, indicator="a/gone"),)))
    site = replace(revised_site(given, indicators), record=office)
    assert told(site, "2023-05-31", "2023-06-01") == [("made", "2023-06-01", "")]
    assert told(site, "2023-06-01", "2024-12-31") == []


def test_a_place_a_theme_or_an_indicator_alone_has_no_promises(site):
    region, days = site.geography[REGION], (date(2023, 5, 31), date(2024, 12, 31))
    assert changes_between(site, ChangesQuery(region, *days)).promises
    for asked in ({"place": site.geography[ASH]}, {"theme": "economy"}, {"indicator": OUTPUT}):
        assert changes_between(site, ChangesQuery(region, *days, **asked)).promises == ()


def test_promises_of_one_day_are_told_in_the_order_of_their_ids_and_stages(given, indicators):
    stages = (replace(AIM, name="Z"), replace(AIM, name="A", value=36.1))
    both = [replace(PROMISE, id=name, title=name, stages=stages) for name in ("q", "p")]

    class Two(Office):
        def at(self, day):
            return Two(self.gone, day, self.promise)

        def promises(self):
            return tuple(both) if super().promises() else ()

    site = replace(revised_site(given, indicators), record=Two())
    asked = ChangesQuery(site.geography[REGION], date(2023, 6, 1), date(2024, 12, 31))
    found = changes_between(site, asked).promises
    assert [(item.id, item.detail[0]) for item in found] == [("p", "A"), ("p", "Z"), ("q", "A"), ("q", "Z")]
