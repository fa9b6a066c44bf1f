"""Series on their grid of periods."""

from dataclasses import replace
from datetime import date
from math import isnan

import pytest

from dashboard.catalogue.indicators import Break
from dashboard.datastore.observations import Observation
from dashboard.statements.judgement.regular import panel, period_end, regular


@pytest.fixture
def rate(indicators):
    return replace(indicators["employment/employment_rate"], breaks=())


def series(*rows):
    return tuple(
        Observation("E1", date(*period), value, None, None, None, None, "") for period, value in rows
    )


def test_a_missing_year_stays_a_gap(rate):
    grid = regular(rate, series(((2019, 1, 1), 5.0), ((2020, 1, 1), None), ((2021, 1, 1), 7.0)))
    assert [period.year for period in grid.periods] == [2019, 2020, 2021]
    assert isnan(grid.values[1])


def test_areas_share_one_grid_that_begins_after_the_last_break(rate):
    broken = replace(rate, breaks=(Break(date(2020, 1, 1), "Counted anew."),))
    areas = {
        "E1": series(((2019, 1, 1), 1.0), ((2020, 1, 1), 2.0)),
        "E2": series(((2020, 1, 1), 3.0), ((2022, 1, 1), 4.0)),
    }
    drawn = panel(broken, areas)
    assert drawn.codes == ("E1", "E2")
    assert [row[0] for row in drawn.rows] == [2.0, 3.0]
    assert [isnan(value) for value in drawn.rows[0]] == [False, True, True]
    assert (drawn.last, drawn.months) == (date(2022, 1, 1), 12)
    assert panel(rate, {"E1": series(((2020, 1, 1), None))}) is None


@pytest.mark.parametrize(
    ("kind", "start", "end"),
    [
        ("calendar year", date(2024, 1, 1), date(2024, 12, 31)),
        ("financial year", date(2024, 4, 1), date(2025, 3, 31)),
        ("three years", date(2022, 1, 1), date(2024, 12, 31)),
        ("month", date(2024, 2, 1), date(2024, 2, 29)),
        ("point in time", date(2024, 4, 1), date(2024, 4, 1)),
    ],
)
def test_the_last_day_of_a_period(rate, kind, start, end):
    assert period_end(replace(rate, period=kind), start) == end


def test_a_break_at_the_newest_period_leaves_that_period_alone(rate):
    broken = replace(rate, breaks=(Break(date(2021, 1, 1), "New survey"),))
    drawn = panel(broken, {"E1": series(((2020, 1, 1), 5.0), ((2021, 1, 1), 7.0))})
    assert (drawn.rows, drawn.last) == (((7.0,),), date(2021, 1, 1))
