"""No statement for a past day reads an edition that appeared later, whatever that edition says."""

import shutil
from datetime import date

import duckdb
import pytest

from dashboard.datastore.datasets import sources_of
from dashboard.datastore.editions.past_editions import curated_series_of
from dashboard.settings import Settings
from dashboard.site import open_site
from dashboard.statements.judgement.judgement import judgement
from dashboard.statements.judgement.words import reason, sentence

SPOIL = (
    "UPDATE past_editions SET value = value * 1000 WHERE seen > ?",
    "UPDATE gigabit_capable_broadband_history SET value = value * 1000 WHERE released > ?",
)
DAYS = (
    "SELECT seen AS day FROM past_editions UNION SELECT released FROM gigabit_capable_broadband_history "
    "ORDER BY day"
)
PLACES = ("E47000001", "E08000003", "E08000004")
SAMPLE = ("2023-09-01", "2024-12-31", "2025-10-05")


def archived(store, item):
    """Whether releases of what the indicator reads are kept whole."""
    return {f"{table}_history" for table in sources_of(store, item)} & {*store.tables()}


def said(site, day):
    """What is said on `day` of every indicator whose past editions are held, in three places."""
    past, found = site.at(day), {}
    for item in site.indicators.values():
        if curated_series_of(site.store, item) or archived(site.store, item):
            for code in PLACES:
                judged = judgement(past, item, site.geography[code])
                found[item.id, code] = judged and (sentence(judged), reason(judged))
    return found


@pytest.fixture
def spoilt(site, tmp_path):
    """spoilt(day) -> the same datastore in which every edition after `day` says a thousand times as much."""
    opened = []

    def spoilt(day):
        path = tmp_path / f"{day}.duckdb"
        shutil.copyfile(site.store.path, path)
        with duckdb.connect(str(path)) as connection:
            for sql in SPOIL:
                connection.execute(sql, [day])
        opened.append(open_site(Settings(data=site.settings.data), path))
        return opened[-1]

    yield spoilt
    for each in opened:
        each.store.close()


@pytest.mark.full
@pytest.mark.parametrize("text", SAMPLE)
def test_what_later_editions_say_changes_nothing_that_was_said_on_a_day(site, spoilt, text):
    day = date.fromisoformat(text)
    before = said(site, day)
    assert any(before.values())
    assert said(spoilt(day), day) == before


def test_the_spoiling_is_seen_on_a_day_that_has_it(site, spoilt):
    other = spoilt(date(2024, 7, 1))
    item = other.indicators["economy/gva_per_hour"]
    then = other.at(date(2024, 7, 15)).observations(item).at("E08000003", date(2019, 1, 1))
    assert then.value == pytest.approx(35500)


@pytest.mark.soak
def test_the_same_of_every_day_on_which_an_edition_appeared(site, spoilt):
    for (day,) in site.store.rows(DAYS):
        other = spoilt(day)
        assert said(other, day) == said(site, day), day
        other.store.close()
        other.store.path.unlink()
