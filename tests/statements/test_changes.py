"""Changes between two snapshots, in a sentence each."""

from datetime import date

import pytest

from dashboard.datastore.areas import Area
from dashboard.statements.changes import Held, changes, digest, from_plain, plain
from tests.pages.testshire import REGION, small_site

ASH = "E07000091"


@pytest.fixture
def site(given, indicators):
    return small_site(given, indicators)


@pytest.fixture
def now(site):
    return digest(site, [site.geography[REGION], site.geography[ASH]])


def told(site, before, now):
    return [(item.kind, item.text) for item in changes(site, before, now, site.geography[REGION])]


def test_a_digest_holds_the_newest_figure_and_the_sum_of_those_before(now):
    assert now["employment/rate"][REGION] == Held("2023-01-01", 55.0, 0.0)
    assert now["employment/rate"][ASH] == Held("2023-01-01", 50.0, 48.0 * date(2022, 1, 1).toordinal())


def test_the_same_figures_are_no_change(site, now):
    assert told(site, now, now) == []


def test_a_digest_is_the_same_after_it_was_written_down(now):
    assert from_plain(plain(now)) == now


def test_a_later_period_is_told_with_the_figure_before(site, now):
    before = now | {"employment/rate": {REGION: Held("2022-01-01", 53.0, 0.0)}}
    assert told(site, before, now) == [
        (
            "period",
            "Jobs rate: figures for 2023 are out. Testshire and Cove: 55% in 2023; before, 53% in 2022.",
        )
    ]


def test_a_revised_newest_figure_is_told(site, now):
    before = now | {"employment/rate": now["employment/rate"] | {REGION: Held("2023-01-01", 54.0, 0.0)}}
    assert told(site, before, now) == [
        (
            "revised",
            "Jobs rate: the newest figure was revised for 1 area. "
            "Testshire and Cove: 55% in 2023, 54% before.",
        )
    ]


def test_a_revision_of_earlier_figures_is_told(site, now):
    before = now | {"employment/rate": now["employment/rate"] | {ASH: Held("2023-01-01", 50.0, 1.0)}}
    assert told(site, before, now) == [("earlier", "Jobs rate: earlier figures were revised for 1 area.")]


def test_what_was_not_there_before_is_new_and_what_is_no_longer_is_gone(site, now):
    before = {key: item for key, item in now.items() if key != "employment/rate"} | {
        "housing/old_thing": {REGION: Held("2020-01-01", 1.0, 0.0)}
    }
    assert told(site, before, now) == [
        ("new", "Jobs rate: new here. Testshire and Cove: 55% in 2023."),
        ("gone", "Old thing: no longer here."),
    ]


def test_a_place_outside_the_digest_is_no_error(site, now):
    nowhere = Area("E07000000", "Nowhere", "district")
    before = now | {"employment/rate": {REGION: Held("2022-01-01", 53.0, 0.0)}}
    found = changes(site, before, now, nowhere)
    assert [item.text for item in found] == ["Jobs rate: figures for 2023 are out."]
