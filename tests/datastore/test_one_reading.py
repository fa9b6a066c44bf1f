"""Any day is answered by the reading of the last change before it, which holds the same figures."""

import random
from datetime import date, timedelta

import pytest

from dashboard.catalogue.periods import later
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


def test_all_days_between_two_changes_share_one_reading(public_site):
    indicator = public_site.indicators["employment/employment_rate"]
    days = [date(2024, 3, 1) + timedelta(number) for number in range(120)]
    readings = {id(load(public_site.store, indicator, None, day)) for day in days}
    assert len(readings) < 12
