"""From the day of a series' last edition on, what was known is what the table holds, all of it."""

import math
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from dashboard.datastore.editions.last_editions import last_editions
from dashboard.datastore.observations import load

TABLE = """
    area_code | series | period     | duration | value | lower | status
    E08000003 | Output | 2019-01-01 | P1Y      | 35.46 | 35.1  |
    E08000003 | Output | 2020-01-01 | P1Y      |       |       | x
    E92000001 | Output | 2019-01-01 | P1Y      | 38.0  | 37.9  |
"""
EDITIONS = """
    dataset | series | area_code | period     | seen       | base       | value
    output  | Output | E08000003 | 2018-01-01 | 2023-05-12 | 2023-05-12 | 30.0
    output  | Output | E08000003 | 2019-01-01 | 2023-05-12 | 2023-05-12 | 35.41
    output  | Output | E08000003 | 2019-01-01 | 2025-06-25 | 2023-05-12 | 35.46
"""
LAST, BEFORE = date(2025, 6, 25), date(2025, 6, 24)


@pytest.fixture
def output(indicators):
    sql = "SELECT area_code, period, value, lower, status FROM output WHERE series = 'Output'"
    return replace(next(iter(indicators.values())), name="output", sql=sql, per=0, statistic="estimate")


def rows(store, item, day=None):
    found = load(store, item, as_of=day)
    return {(each.area_code, each.period): each for area in found.areas() for each in found.series(area)}


def test_nothing_came_since_the_last_edition_so_the_table_is_what_was_known(given, output):
    store = given(output=TABLE, past_editions=EDITIONS.replace("2018-01-01", "2019-01-01", 1))
    assert last_editions(store, "output") == {"Output": LAST}
    assert rows(store, output, LAST) == rows(store, output)
    assert len(rows(store, output)) == 3  # England and the mark with it


def test_the_day_before_reads_the_edition_of_that_day_and_nothing_of_today(given, output):
    store = given(output=TABLE, past_editions=EDITIONS)
    assert {item.value for item in rows(store, output, BEFORE).values()} == {30.0, 35.41}


@pytest.mark.parametrize("later", ["| 2019-01-01 | P1Y      | 36.00", "| 2021-01-01 | P1Y      | 35.46"])
def test_a_table_of_a_later_edition_than_the_last_one_held_is_not_what_was_known(given, output, later):
    table = TABLE.replace("| 2019-01-01 | P1Y      | 35.46", later)
    store = given(output=table, past_editions=EDITIONS)
    assert last_editions(store, "output") == {}
    assert {item.value for item in rows(store, output, LAST).values()} == {30.0, 35.46}


def same_as_today(site, items):
    today = datetime.now(UTC).date()
    for item in items:
        then, now = rows(site.store, item, today), rows(site.store, item)
        assert then.keys() == now.keys(), item.id
        assert all(is_same(then[key], now[key]) for key in now), item.id


def is_same(one, other):
    """Whether two observations are one: of what was written at build the last digit of a sum may differ."""
    pairs = zip(one, other, strict=True)
    return all(a == b or (isinstance(a, float) and math.isclose(a, b, rel_tol=1e-12)) for a, b in pairs)


def test_as_of_today_is_today(site):
    """Of indicators whose past editions lack England, margins, marks or areas, and of one with releases."""
    names = ("economy/gva_per_hour", "economy/inward_investment", "skills/level_3")
    names += ("employment/weekly_pay", "digital/gigabit_broadband", "housing/net_additions_rate")
    same_as_today(site, [site.indicators[name] for name in names])


@pytest.mark.full
def test_as_of_today_is_today_for_every_indicator(site):
    same_as_today(site, site.indicators.values())
