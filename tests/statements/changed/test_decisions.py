"""Decisions between two days: taken, changed, reviewed, withdrawn, each on its day and in its own region."""

import json
from dataclasses import replace
from datetime import date

import pytest

from dashboard.record_port import Decided, NothingRecorded
from dashboard.settings import Settings
from dashboard.statements.changed.between import ChangesQuery, areas_of, before_snapshot, changes_between
from dashboard.statements.changed.entries import decision_entries, figure_entries
from dashboard.statements.changed.known_days import known_days, last_known_day, neighbouring_known_days
from tests.editions import revised_site
from tests.statements.conftest import ASH, NEIGHBOURS, REGION

SINCE, UNTIL, REVIEW = date(2026, 1, 10), date(2026, 1, 20), date(2026, 7, 1)
OLD = Decided("b", "Old", REGION, date(2025, 5, 5), REVIEW)
NEW = Decided("n", "New", REGION, date(2026, 1, 15), REVIEW)
THERE = replace(NEW, id="t", region=NEIGHBOURS[0])


class Office(NothingRecorded):
    """A record that holds `before` up to SINCE and `now` after it."""

    def __init__(self, before, now, day=UNTIL):
        self.before, self.now, self.day = before, now, day

    def at(self, day):
        return Office(self.before, self.now, day)

    def decisions(self, day):
        return tuple(item for item in (self.before if self.day <= SINCE else self.now) if item.day <= day)

    def days(self):
        return (date(2026, 11, 21),)


@pytest.fixture
def told(given, indicators):
    """told(decisions before, decisions now) -> what is told of them: id, event and day."""
    site = revised_site(given, indicators)

    def told(before, now):
        asked = ChangesQuery(site.geography[REGION], SINCE, UNTIL)
        found = changes_between(replace(site, record=Office(before, now)), asked).decisions
        assert {(item.review, item.title) for item in found} <= {(REVIEW, "Old"), (REVIEW, "New")}
        return [(item.id, item.event, item.day) for item in found]

    return told


@pytest.mark.parametrize(
    ("before", "now", "said"),
    [
        ([], [NEW], [("n", "taken", NEW.day)]),
        ([OLD], [OLD], []),
        ([OLD], [OLD, NEW], [("n", "taken", NEW.day)]),
        ([OLD], [replace(OLD, indicator="a/b")], [("b", "changed", OLD.day)]),
        ([OLD], [replace(OLD, reviewed=date(2026, 1, 12))], [("b", "reviewed", date(2026, 1, 12))]),
        ([OLD], [], [("b", "withdrawn", UNTIL)]),
        ([THERE], [], []),
        ([], [THERE], []),
        ([], [replace(NEW, id="z"), NEW], [("n", "taken", NEW.day), ("z", "taken", NEW.day)]),
        ([OLD], [NEW], [("b", "withdrawn", UNTIL), ("n", "taken", NEW.day)]),  # the newest first
        ([], [replace(NEW, day=date(2026, 3, 1))], [("n", "taken", date(2026, 3, 1))]),
        ([replace(OLD, day=date(2026, 3, 1))], [replace(OLD, day=date(2026, 3, 1))], []),
    ],
)
def test_a_decision_is_told_by_what_became_of_it(told, before, now, said):
    assert told(before, now) == said


def one(key, day, region=REGION, decided="So be it."):
    return {
        "id": key,
        "title": key.upper(),
        "region": region,
        "day": day,
        "review": "2026-07-01",
        "decided": decided,
    }


@pytest.fixture
def public(given, indicators, tmp_path):
    """public(decisions) -> the public's site over a file of these published decisions."""

    def public(*items):
        (tmp_path / "public").mkdir(exist_ok=True)
        (tmp_path / "public" / "decisions.json").write_text(json.dumps({"decisions": items}))
        return revised_site(given, indicators, Settings(audience="public", data=tmp_path))

    return public


def test_the_public_is_told_of_decisions_by_the_day_on_which_they_were_taken(public):
    site = public(
        one("z", "2026-01-15"),
        one("a", "2026-01-15"),
        one("last", "2026-01-20"),
        one("since", "2026-01-10"),
        one("after", "2026-01-21"),
        one("there", "2026-01-15", NEIGHBOURS[0]),
    )
    found = changes_between(site, ChangesQuery(site.geography[REGION], SINCE, UNTIL)).decisions
    assert [(item.id, item.event, item.day.day) for item in found] == [
        ("last", "taken", 20), ("a", "taken", 15), ("z", "taken", 15)
    ]  # fmt: skip
    assert (found[0].title, found[0].review) == ("LAST", REVIEW)


def test_a_place_or_a_theme_alone_has_no_decisions(told, public):
    site = public(one("a", "2026-01-15"))
    region, ash = site.geography[REGION], site.geography[ASH]
    for asked in ({"place": ash}, {"theme": "economy"}, {"indicator": "economy/gva_per_hour"}):
        assert changes_between(site, ChangesQuery(region, SINCE, UNTIL, **asked)).decisions == ()
    assert [area.code for area in areas_of(site, region, ash)] == [ASH]
    assert areas_of(site, region, None)[0] == region
    assert len(areas_of(site, region, None)) == 4


def test_the_entries_of_a_feed_lead_to_the_decision_and_say_what_was_decided(public):
    site = public(
        one("a", "2026-01-15"), one("b", "2026-01-16", decided=""), one("t", "2026-01-15", NEIGHBOURS[0])
    )
    found = decision_entries(site, site.geography[REGION])
    assert [(item.key, item.day.day, item.title, item.lines, item.path) for item in found] == [
        ("decision/b", 16, "B", (), "/decisions"),
        ("decision/a", 15, "A", ("So be it.",), "/decisions"),
    ]


def test_the_offices_entries_lead_to_their_own_pages(given, indicators):
    site = replace(revised_site(given, indicators), record=Office([], [NEW, THERE]))
    (found,) = decision_entries(site, site.geography[REGION])
    assert (found.key, found.title, found.lines, found.path) == ("decision/n", "New", (), "/decision/n")


def test_figures_have_an_entry_for_each_day_that_changed_them(given, indicators):
    site = revised_site(given, indicators)
    (newest,) = figure_entries(site, site.geography[REGION])  # the day before is more than 200 days earlier
    assert (newest.key, newest.day) == ("economy/gva_per_hour/2026-11-20", date(2026, 11, 20))
    assert newest.title == "Output: figures were revised for 1 area"
    assert newest.path == "/indicator/economy/gva_per_hour"
    assert newest.lines[0].startswith("Ash: £36.2 in 2020; it was £36.0.")
    assert figure_entries(site, site.geography[REGION], theme="housing") == ()


DAYS = ["2023-05-12", "2023-08-24", "2024-02-01", "2025-06-25", "2026-11-20", "2026-11-21"]


def test_the_known_days_are_those_of_figures_and_of_the_record(given, indicators):
    site = replace(revised_site(given, indicators), record=Office([], []))
    assert [day.isoformat() for day in known_days(site)] == DAYS


@pytest.mark.parametrize(
    ("day", "last", "earlier", "later"),
    [
        ("2023-05-11", "2023-05-11", None, "2023-05-12"),
        ("2023-05-12", "2023-05-12", None, "2023-08-24"),
        ("2023-08-24", "2023-08-24", "2023-05-12", "2024-02-01"),
        ("2023-09-01", "2023-08-24", "2023-05-12", "2024-02-01"),
        ("2026-11-21", "2026-11-21", "2026-11-20", None),
    ],
)
def test_a_day_falls_to_the_last_known_one_and_has_neighbours(given, indicators, day, last, earlier, later):
    site = replace(revised_site(given, indicators), record=Office([], []))
    asked = date.fromisoformat(day)
    assert last_known_day(site, asked).isoformat() == last
    found = [each and each.isoformat() for each in neighbouring_known_days(site, asked)]
    assert found == [earlier, later]


def test_since_the_last_snapshot_begins_on_the_day_before_it_was_built(given, indicators):
    assert before_snapshot(revised_site(given, indicators)) == date(2026, 11, 22)
