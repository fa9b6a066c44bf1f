"""A period that the publisher leaves out is a gap like one that is printed empty."""

from dataclasses import replace
from datetime import date

import pytest

from dashboard.charts.gaps import with_gaps
from dashboard.charts.small.spark import spark
from dashboard.datastore.observations import Observation


def _series(*days: str) -> tuple[Observation, ...]:
    return tuple(
        Observation("E1", date.fromisoformat(day), 1.0 + n, *[None] * 4, "") for n, day in enumerate(days)
    )


@pytest.fixture
def annual(indicators):
    return replace(indicators["employment/employment_rate"], breaks=())


def test_a_missing_year_is_put_in_without_a_figure(annual):
    filled = with_gaps(annual, _series("2016-01-01", "2017-01-01", "2019-01-01", "2020-01-01"))
    assert [(item.period.year, item.value) for item in filled] == [
        (2016, 1.0), (2017, 2.0), (2018, None), (2019, 3.0), (2020, 4.0)
    ]  # fmt: skip


def test_missing_months_are_put_in_over_the_turn_of_a_year(annual):
    filled = with_gaps(replace(annual, period="month"), _series("2024-11-01", "2025-02-01"))
    assert [item.period.isoformat() for item in filled] == [
        "2024-11-01", "2024-12-01", "2025-01-01", "2025-02-01"
    ]  # fmt: skip


def test_dates_that_keep_no_rhythm_are_left_as_they_are(annual):
    irregular = _series("2024-01-01", "2024-07-01", "2025-01-01", "2025-05-01", "2026-04-01")
    assert with_gaps(replace(annual, period="point in time"), irregular) == irregular


def test_half_years_have_their_own_gaps_and_three_a_year_before_them_have_none(annual):
    half = replace(annual, period="point in time")
    filled = with_gaps(half, _series("2024-01-01", "2024-07-01", "2025-07-01", "2026-01-01"))
    assert [item.period.isoformat() for item in filled if item.value is None] == ["2025-01-01"]
    mixed = _series("2023-01-01", "2023-05-01", "2023-09-01", "2024-01-01", "2024-07-01", "2025-01-01")
    assert with_gaps(half, mixed) == mixed


def test_yearly_dates_that_move_by_days_have_no_gap_but_a_missing_year_is_one(annual):
    moving = _series("2020-04-01", "2021-03-28", "2022-04-03", "2024-04-01")
    filled = with_gaps(replace(annual, period="point in time"), moving)
    assert [item.period.year for item in filled if item.value is None] == [2023]


def test_a_sparkline_lifts_the_pen_where_a_year_is_missing(annual):
    whole, gap = (
        spark(annual, _series(*days))
        for days in (
            ("2016-01-01", "2017-01-01", "2018-01-01"), ("2016-01-01", "2017-01-01", "2019-01-01")
        )
    )  # fmt: skip
    assert whole.split('class="spark-line"')[1].split("/>")[0].count("M") == 1
    assert gap.split('class="spark-line"')[1].split("/>")[0].count("M") == 2
