"""What changed between two days: revisions, later periods and other bases, each told as what it is."""

from datetime import date

import pytest

from dashboard.datastore.editions.change_days import change_days
from dashboard.statements.changed.between import ChangesQuery, changes_between
from dashboard.statements.changed.words import area_sentence, headline_of, summary, undated
from tests.editions import EDITIONS, revised_site
from tests.statements.conftest import ASH, BEECH, REGION


@pytest.fixture
def changed(given, indicators):
    """changed("2023-08-01", "2023-09-01") -> what changed in the region between the two, and its site."""
    site = revised_site(given, indicators)

    def changed(since, until, place=""):
        days = [date.fromisoformat(text) for text in (since, until)]
        here = site.geography[place] if place else None
        return changes_between(site, ChangesQuery(site.geography[REGION], *days, place=here))

    changed.site = site
    return changed


def told(found):
    return [
        (area.area.code, area.kind, area.now and area.now.value, area.before and area.before.value)
        for item in found.indicators
        for area in item.areas
    ]


def test_a_revision_is_told_with_what_the_figure_was(changed):
    found = changed("2023-08-23", "2023-08-24")
    assert told(found) == [(ASH, "revised", 35.4, 35.1)]
    (item,) = found.indicators
    assert headline_of(item) == "figures were revised for 1 area"
    assert area_sentence(item.indicator, item.areas[0]).startswith("Ash: £35.4 in 2019; it was £35.1.")
    assert summary(found) == "1 indicator has changed between 23 August 2023 and 24 August 2023."


def test_a_revision_of_an_earlier_figure_alone_is_told_of_that_figure(given, indicators):
    """On 1 June 2024 Ash's 2019 becomes 35.7; its newest, of 2020, stays 36.5."""
    earlier = "output | Output | E08000001 | 2019-01-01 | 2024-06-01 | 2023-05-12 | 35.7"
    site = revised_site(given, indicators, past_editions=f"{EDITIONS.rstrip()}\n    {earlier}\n")
    found = changes_between(site, ChangesQuery(site.geography[REGION], date(2024, 5, 31), date(2024, 6, 1)))
    assert told(found) == [(ASH, "revised", 35.7, 35.4)]


def test_a_later_period_is_no_revision(changed):
    found = changed("2024-01-31", "2024-12-31")
    assert told(found) == [(ASH, "period", 36.5, 35.4)]
    assert found.indicators[0].areas[0].revised == 0


def test_a_new_base_is_never_called_a_revision(changed):
    found = changed("2025-06-24", "2025-06-25")
    assert told(found) == [(ASH, "rebased", 36.0, 36.5)]
    sentence = area_sentence(found.indicators[0].indicator, found.indicators[0].areas[0])
    assert "count otherwise than before, so the two cannot be compared" in sentence


def test_a_figure_that_a_refresh_revised_is_told_from_its_day_on(changed):
    assert told(changed("2026-11-19", "2026-11-20")) == [(ASH, "revised", 36.2, 36.0)]
    assert told(changed("2026-11-20", "2026-11-29")) == []


def test_first_figures_are_not_called_changes_of_earlier_ones(changed):
    assert told(changed("2023-05-11", "2023-05-12")) == [
        (ASH, "first", 35.1, None),
        (BEECH, "first", 20.0, None),
    ]


def test_a_place_has_its_own_changes_alone(changed):
    assert told(changed("2023-08-01", "2026-11-29", place=BEECH)) == []
    assert told(changed("2023-08-23", "2023-08-24", place=ASH)) == [(ASH, "revised", 35.4, 35.1)]


def test_where_no_day_is_recorded_nothing_is_called_new_and_that_is_said(given, indicators):
    site = revised_site(given, indicators, past_editions="", output_former="")
    asked = ChangesQuery(site.geography[REGION], date(2000, 1, 1), date(2026, 11, 29))
    found = changes_between(site, asked)
    assert found.indicators == ()
    assert undated(found).startswith("For 1 of 1 indicators the day on which their figures came out is not")


def test_the_days_on_which_something_changed_are_those_of_editions_and_refreshes(changed):
    (item,) = changed.site.indicators.values()
    days = [day.isoformat() for day in change_days(changed.site.store, item)]
    assert days == ["2023-05-12", "2023-08-24", "2024-02-01", "2025-06-25", "2026-11-20"]


def test_of_one_indicator_each_edition_is_told_by_itself(changed):
    site = changed.site
    days = date(2023, 8, 1), date(2026, 11, 29)
    asked = ChangesQuery(site.geography[REGION], *days, indicator="economy/gva_per_hour")
    found = changes_between(site, asked)
    assert [item.kind for item in found.indicators] == ["revised", "rebased", "period", "revised"]
    assert summary(found) == "4 editions changed figures here between 1 August 2023 and 29 November 2026."
