"""Feeds and calendars: valid by their standards, exactly what changed, nothing of the office, nothing too
early."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace

import icalendar
import pytest
from flask import Flask
from lxml import etree

from dashboard.exports.feeds.calendar_days import due, release_days
from dashboard.exports.feeds.icalendar_file import Day, calendar
from dashboard.settings import Settings
from dashboard.site import SiteKeeper, visible
from dashboard.statements.changed.entries import figure_entries
from dashboard.web.api import feeds
from tests.editions import OUTPUT, revised_site
from tests.statements.conftest import ASH, BEECH, REGION

ATOM = "{http://www.w3.org/2005/Atom}"
SCHEMA = etree.RelaxNG(etree.parse(Path(__file__).parent / "atom.rng"))  # of RFC 4287, appendix B
ADDRESSES = (
    "/feeds/region.atom",
    "/feeds/theme/economy.atom",
    "/feeds/indicator/economy/gva_per_hour.atom",
    "/feeds/place/E08000003.atom",
    "/feeds/decisions.atom",
)


def client_of(keeper):
    server = Flask("feeds")
    feeds.register(server, keeper)
    return server.test_client()


@pytest.fixture(scope="module")
def public(built_in):
    """The public view's keeper."""
    return SiteKeeper(Settings(audience="public", data=built_in))


@pytest.fixture
def small(given, indicators):
    """small(**tables) -> the region of tests/editions.py as it is served."""

    def small(**tables):
        settings = Settings(audience="public", region=REGION)
        return revised_site(given, indicators, settings, **tables)

    return small


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_feed_is_valid_by_the_grammar_of_its_standard_and_names_each_entry_once(public, address):
    answer = client_of(public).get(f"{address}?region=E47000001")
    feed = etree.fromstring(answer.data)
    assert SCHEMA.validate(feed), SCHEMA.error_log
    ids = [item.text for item in feed.iter(f"{ATOM}id")]
    assert len(ids) == len(set(ids))
    days = [item.text for item in feed.iterfind(f"{ATOM}entry/{ATOM}updated")]
    assert days == sorted(days, reverse=True)
    assert all(day.endswith("T00:00:00Z") for day in days)
    assert days or address == "/feeds/decisions.atom"


def test_the_grammar_refuses_a_feed_that_lacks_what_it_must_have():
    feed = etree.fromstring(f'<feed xmlns="{ATOM[1:-1]}"><title>No id, no day</title></feed>')
    assert not SCHEMA.validate(feed)


def entries(site):
    """How many entries each feed has."""
    region, (item,) = site.geography[REGION], site.indicators.values()
    asked = {
        "region": {},
        "theme": {"theme": item.theme},
        "indicator": {"indicator": item.id},
        "Ash": {"place": site.geography[ASH]},
        "Beech": {"place": site.geography[BEECH]},
    }
    return {name: {each.key for each in figure_entries(site, region, **more)} for name, more in asked.items()}


def test_one_revised_figure_gives_exactly_its_entries_in_all_feeds(small):
    before = entries(small(output=OUTPUT.replace("36.2", "36.0"), output_former=""))
    after = entries(small())
    new = {name: sorted(after[name] - before[name]) for name in after}
    one = ["economy/gva_per_hour/2026-11-20"]
    assert new == {"region": one, "theme": one, "indicator": one, "Ash": one, "Beech": []}


def test_entries_do_not_depend_on_the_order_in_which_indicators_are_held(small):
    site = small()
    (item,) = site.indicators.values()
    both = {name: replace(item, name=name.split("/")[1]) for name in ("economy/b", "economy/a")}
    orders = [both, dict(reversed(both.items()))]
    given = [replace(site, indicators=held) for held in orders]
    told = []
    for each in given:
        each.store._memory.__init__()  # nothing remembered of the other order
        told.append([entry.key for entry in figure_entries(each, each.geography[REGION])])
    assert told[0] == told[1]


def test_a_view_of_figures_before_their_release_has_neither_feeds_nor_calendars(small):
    site = small()
    embargoed = replace(site, settings=replace(site.settings, prerelease=Path("names.toml")))
    client = client_of(SimpleNamespace(current=lambda: embargoed))
    for address in (*ADDRESSES, "/calendar/releases.ics", "/calendar/reviews.ics"):
        assert client.get(address).status_code == 404


def test_the_calendar_of_releases_is_read_back_with_the_days_of_the_register(public):
    found = icalendar.Calendar.from_ical(client_of(public).get("/calendar/releases.ics").data)
    events = {str(event["summary"]): event for event in found.walk("VEVENT")}
    held = {
        item.title: due(item.next_release)
        for item in visible(public.current()).values()
        if (span := due(item.next_release)) and span[1] > datetime.now(UTC).date()
    }
    assert {name: (event.start, event.end) for name, event in events.items()} == held
    assert not found.errors


def test_a_release_that_is_over_is_no_next_one(public):
    site = public.current()
    every = release_days(site, "", date.min)
    last = max(day.after for day in every)
    assert release_days(site, "", last) == []
    assert release_days(site, "", last - timedelta(days=1)) == [day for day in every if day.after == last]


def test_a_month_is_told_as_a_month_and_words_are_no_day():
    assert due("2026-12") == (date(2026, 12, 1), date(2027, 1, 1))
    assert due("2026-12-31") == (date(2026, 12, 31), date(2027, 1, 1))
    assert due("2033") is due("to be announced") is None


def test_a_long_name_with_signs_and_letters_beyond_ascii_survives_a_calendar():
    title = "Review: homes; rents, “fair” deals – " + "é" * 90
    day = date(2027, 5, 1)
    made = calendar(
        "Reviews", [Day("a", day, day + timedelta(days=1), title, "x", "https://x.example/a")], day
    )
    assert max(len(line) for line in made.split(b"\r\n")) <= 75
    (event,) = icalendar.Calendar.from_ical(made).walk("VEVENT")
    assert str(event["summary"]) == title


def test_a_page_that_compares_all_themes_has_the_feed_of_the_region(public):
    area = public.current().geography["E47000001"]
    assert feeds.feed_of("/compare", {"theme": "main"}, area) == "/feeds/region.atom?region=E47000001"
    assert feeds.feed_of("/theme/housing", {"theme": "housing"}, area).startswith("/feeds/theme/housing")
