"""A release under embargo leaves no trace in what others subscribe to: each byte as if it were not there."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from lxml import etree

from dashboard.ingest import reader
from dashboard.site import SiteKeeper
from dashboard.web.application import create_app
from tests.ingest.conftest import *  # noqa: F403 - the workshop
from tests.ingest.test_run import BINS
from tests.security.test_embargo import HELD, OLD, OPTIONS, UNTIL

pytestmark = pytest.mark.full

ATOM = "{http://www.w3.org/2005/Atom}"
NEW = OLD.replace("E08000003,2023,10", "E08000003,2023,12")
OTHER = "code,year,n\nE08000003,2023,4\nE92000001,2023,9\n"
FEEDS = ("region", "theme/housing", "indicator/housing/bins", "indicator/housing/flats", "place/E08000003")
ADDRESSES = [
    *(f"/feeds/{name}.atom?region=E47000001" for name in (*FEEDS, "decisions")),
    "/calendar/releases.ics",
    "/calendar/reviews.ics?region=E47000001",
    "/api/v1/changes?region=E47000001&since=2000-01-01",
]


class Clock(datetime):
    """The refresh's clock, which a test moves."""

    at = UNTIL - timedelta(seconds=1)

    @classmethod
    def now(cls, tz=None):
        return cls.at


@pytest.fixture
def town(workshop, monkeypatch):
    """Two indicators of the public's, each over a dataset of its own, published and served."""
    monkeypatch.setattr(reader, "datetime", Clock)
    Clock.at = UNTIL - timedelta(seconds=1)
    workshop.serving = True
    (workshop.queries / "housing").mkdir(parents=True)
    for name, text in {"bins": OLD, "flats": OTHER}.items():
        workshop.source(f"{name}.csv", text)
        workshop.entry(name, f"{name}.csv", "long_csv", f"source_date = 2026-05-01\n{OPTIONS}")
        sql = BINS.replace("FROM bins", f"FROM {name}").replace('"Bins"', f'"{name.title()}"')
        (workshop.queries / "housing" / f"{name}.sql").write_text(sql)
    assert workshop.run().refused == {}
    return workshop


def release(town, held="", day="2031-05-01"):
    """The next release of bins comes, in a file and an entry that names its day."""
    town.source("bins.csv", NEW)
    town.entry("bins", "bins.csv", "long_csv", f"source_date = {day}\n{held or OPTIONS}")
    return town.run(accept=("bins",))


def told(town):
    """What each address of the public view answers: its status, its headers and its bytes."""
    client = create_app(SiteKeeper(replace(town.settings, audience="public"))).server.test_client()
    answers = {address: client.get(address) for address in ADDRESSES}
    assert {answer.status_code for answer in answers.values()} == {200}
    return {key: (dict(answer.headers) | {"Date": ""}, answer.data) for key, answer in answers.items()}


def test_until_the_second_all_feeds_are_those_of_a_day_on_which_nothing_is_held_back(town):
    before = told(town)
    assert release(town, HELD).unchanged
    assert told(town) == before


def test_a_refresh_without_a_change_tells_nothing_even_where_the_file_has_other_bytes(town):
    before = {address: body for address, (_, body) in told(town).items()}
    town.source("flats.csv", "\n".join([OTHER.splitlines()[0], *OTHER.splitlines()[:0:-1]]))
    assert not town.run(accept=("bins", "flats")).refused
    assert {address: body for address, (_, body) in told(town).items()} == before


def test_after_it_the_feeds_are_those_of_a_release_that_was_never_held_back(town, tmp_path):
    other = town.copied(tmp_path / "other")
    release(other)
    release(town, HELD)
    Clock.at = UNTIL
    town.run(accept=("bins",))
    bodies = [{key: body for key, (_, body) in told(each).items()} for each in (town, other)]
    assert bodies[0] == bodies[1]
    revised = etree.fromstring(bodies[0]["/feeds/indicator/housing/bins.atom?region=E47000001"])
    assert "it was 10" in revised.findtext(f"{ATOM}entry/{ATOM}content")
