"""Any day is answered by the reading of the last change before it, which holds the same figures."""

import random
from dataclasses import replace
from datetime import date, timedelta

import pytest

from dashboard.catalogue.periods import later
from dashboard.datastore.as_of import as_of_clause
from dashboard.datastore.observations import _columns, _last_change, load


@pytest.mark.parametrize(
    ("day", "months", "end"),
    [
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2023, 4, 1), 12, date(2024, 4, 1)),
        (date(2023, 11, 1), 3, date(2024, 2, 1)),
        (date(2023, 6, 30), 0, date(2023, 6, 30)),
    ],
)
def test_a_period_ends_where_duckdb_says_it_does(day, months, end):
    assert later(day, months) == end


def read(store, indicator, day):
    """What the query itself gives for the day, as rows."""
    columns = _columns(store, indicator, None, day)
    return [tuple(map(str, row)) for row in zip(*columns.values(), strict=True)]


@pytest.mark.full
def test_the_figures_of_a_day_are_those_of_its_last_change(public_site):
    chance = random.Random(18)  # noqa: S311 - which days are tried is no secret
    store, items = public_site.store, list(public_site.indicators.values())
    for indicator in chance.sample(items, 40):
        day = date(2019, 1, 1) + timedelta(chance.randrange(2800))
        before = _last_change(store, indicator, None, day)
        assert before <= day
        assert read(store, indicator, day) == read(store, indicator, before), (indicator.id, day, before)


COLUMNS = (
    "dataset title publisher licence source_url source_date vintage description caveat experimental audience "
    "next_release cadence owner"
)
UNDATED = f"{' | '.join(COLUMNS.split())}\nrates{' | ' * 9}false{' | ' * 4}"
WITHOUT_LENGTH = "area_code | period     | value\nE08000001 | 2022-01-01 | 70\nE08000001 | 2023-01-01 | 71"
WITH_LENGTH = """
    area_code | period     | duration | value
    E08000001 | 2022-01-01 | P1Y      | 70
    E08000001 | 2023-01-01 | P1Y      | 71
"""


@pytest.mark.parametrize("rates", [WITHOUT_LENGTH, WITH_LENGTH])
@pytest.mark.parametrize(
    ("day", "figures"),
    [(date(2022, 12, 31), []), (date(2023, 12, 31), [70]), (date(2024, 1, 1), [70, 71])],
)
def test_a_day_by_which_all_periods_had_ended_is_answered_by_the_reading_of_today(
    given, indicators, rates, day, figures
):
    sql = "SELECT area_code, period, value FROM rates"
    rate = replace(next(iter(indicators.values())), name="rate", sql=sql, period="calendar year")
    store = given(rates=rates, datasets=UNDATED)
    found = load(store, rate, as_of=day)
    assert [each.value for each in found.series("E08000001")] == figures
    assert (found is load(store, rate)) == (len(figures) == 2)


def test_a_table_of_which_a_row_does_not_say_when_its_period_ends_is_cut_on_every_past_day(given):
    for row, cut in (("", False), ("\nE08000001 | | P1Y | 72", True)):
        store = given(rates=WITH_LENGTH.rstrip() + row, datasets=UNDATED)
        assert bool(as_of_clause(store, ["rates"], date(2025, 1, 1))) == cut


def test_all_days_between_two_changes_share_one_reading(public_site):
    indicator = public_site.indicators["employment/employment_rate"]
    days = [date(2024, 3, 1) + timedelta(number) for number in range(120)]
    readings = {id(load(public_site.store, indicator, None, day)) for day in days}
    assert len(readings) < 12
