"""How often figures come, from their dates: each cadence, a closer one before it, and gaps that stay gaps."""

from dataclasses import replace
from datetime import date
from math import isnan

import pytest

from dashboard.datastore.observations import Observation
from dashboard.statements.judgement.regular import panel, regular


def on(*days):
    """Figures 1, 2, 3, ... on these days."""
    found = []
    for number, day in enumerate(days, 1):
        found.append(Observation("E1", date.fromisoformat(day), float(number), None, None, None, None, ""))
    return tuple(found)


@pytest.fixture
def dated(indicators):
    return replace(indicators["employment/employment_rate"], period="point in time", breaks=())


HALVES = ("2020-01-01", "2020-07-01", "2021-01-01", "2021-07-01")


@pytest.mark.parametrize(
    ("days", "frequency", "values"),
    [
        (HALVES, "half year", [1, 2, 3, 4]),
        (("2020-01-01", "2021-01-01", "2022-03-01"), "point in time", [1, 2, 3]),  # one a year is annual
        (("2020-01-01", "2020-02-01", "2020-03-01"), "month", [1, 2, 3]),
        (("2020-01-01", "2020-04-01", "2020-07-01", "2020-10-01"), "quarter", [1, 2, 3, 4]),
        ((*HALVES[:2], HALVES[3], "2022-01-01"), "half year", [1, 2, None, 3, 4]),
        (("2019-05-01", "2019-09-01", *HALVES), "half year", [3, 4, 5, 6]),  # a closer cadence before it
        (("2020-01-01",), "point in time", [1]),
        ((), "point in time", []),
    ],
)
def test_points_in_time_have_the_cadence_of_their_newest_dates(dated, days, frequency, values):
    grid = regular(dated, on(*days))
    assert grid.frequency == frequency
    if values is not None:
        assert [None if isnan(value) else value for value in grid.values] == values


@pytest.mark.parametrize(
    ("period", "frequency"),
    [("three months", "quarter"), ("month", "month"), ("calendar year", "calendar year")],
)
def test_another_kind_of_period_tells_its_own_cadence(dated, period, frequency):
    kind = replace(dated, period=period)
    assert regular(kind, on("2020-01-01", "2020-04-01")).frequency == frequency


def test_a_missing_limit_stays_missing(dated):
    items = [item._replace(lower=0.5, upper=9.0) for item in on(*HALVES, "2022-01-01")]
    items[1] = items[1]._replace(value=None)
    items[2] = items[2]._replace(lower=None)
    grid = regular(dated, tuple(items))
    assert [isnan(value) for value in grid.values] == [False, True, False, False, False]
    assert [isnan(value) for value in grid.lower] == [False, True, True, False, False]
    assert [isnan(value) for value in grid.upper] == [False, True, False, False, False]
    assert grid.periods[1] == date(2020, 7, 1)


def test_areas_share_a_grid_of_their_cadence_with_gaps(dated):
    found = panel(dated, {"A": on(*HALVES), "B": on(HALVES[0], HALVES[3]), "C": ()})
    assert (found.codes, found.months, found.last) == (("A", "B", "C"), 6, date(2021, 7, 1))
    assert found.rows[0] == (1, 2, 3, 4)
    assert [isnan(value) for value in found.rows[1]] == [False, True, True, False]
    assert all(isnan(value) for value in found.rows[2])
    years = panel(replace(dated, period="calendar year"), {"A": on("2020-01-01", "2022-01-01")})
    assert (years.months, len(years.rows[0])) == (12, 3)
    assert panel(dated, {"A": ()}) is None
