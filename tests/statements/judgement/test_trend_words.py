"""The message of a chart, for every kind of series."""

from dataclasses import replace
from datetime import date

import pytest

from dashboard.catalogue.indicators import Break
from dashboard.datastore.observations import Observation
from dashboard.statements.judgement.trend_words import message, spoken, spread


@pytest.fixture
def rate(indicators):
    return replace(indicators["employment/employment_rate"], breaks=(), seasonal=False)


def _series(*values: float | None, first: int = 2020, around: float | None = None) -> list[Observation]:
    limits = [(None, None) if around is None or v is None else (v - around, v + around) for v in values]
    return [
        Observation("E1", date(first + n, 1, 1), value, *limit, None, None, "")
        for n, (value, limit) in enumerate(zip(values, limits, strict=True))
    ]


def test_without_a_figure_it_says_so(rate):
    assert message(rate, "Here", _series(None)) == "Here has no figure of its own"


def test_one_period_is_a_figure_and_its_period(rate):
    assert message(rate, "Here", _series(70.0)) == "Here: 70.0% in 2020"


def test_two_periods_give_no_trend(rate):
    assert message(rate, "Here", _series(70.0, 75.0)) == (
        "Here: 75.0% in 2021; no trend can be judged from 2 periods"
    )


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ((70.0, 71.0, 75.0), "up from 70.0% in 2020"),
        ((70.0, 71.0, 65.0), "down from 70.0% in 2020"),
        ((70.0, 71.0, 70.01), "the same as in 2020"),
    ],
)
def test_the_newest_figure_is_held_against_the_first(rate, values, words):
    assert message(rate, "Here", _series(*values)).endswith(f", {words}")


def test_a_change_smaller_than_the_margin_of_error_is_no_clear_change(rate):
    assert message(rate, "Here", _series(70.0, 71.0, 72.0, around=2)).endswith(
        "no clear change from 70.0% in 2020"
    )
    assert message(rate, "Here", _series(70.0, 71.0, 73.0, around=2)).endswith("up from 70.0% in 2020")


def test_nothing_is_compared_across_a_break(rate):
    broken = replace(rate, breaks=(Break(date(2022, 1, 1), "Counted anew."),))
    assert message(broken, "Here", _series(70.0, 71.0, 90.0)).endswith("; earlier figures are not comparable")
    assert message(broken, "Here", _series(70.0, 71.0, 90.0, 91.0)).endswith("up from 90.0% in 2022")


def test_a_seasonal_month_is_held_against_the_same_month_a_year_before(rate):
    seasonal = replace(rate, period="month", seasonal=True)
    months = [date(2024, 12, 1), date(2025, 6, 1), date(2025, 11, 1), date(2025, 12, 1)]
    series = [
        Observation("E1", month, value, *[None] * 4, "")
        for month, value in zip(months, (5, 9, 6, 7), strict=True)
    ]
    assert message(seasonal, "Here", series).endswith("up from 5.0% in Dec 2024")
    assert message(seasonal, "Here", series[1:]) == "Here: 7.0% in Dec 2025"


def test_a_line_is_said_by_its_ends_and_extremes(rate):
    assert spoken(rate, "Here", _series(70.0, 60.0, 80.0, 75.0)) == (
        "Here: 70.0% in 2020, 75.0% in 2023; lowest 60.0% in 2021; highest 80.0% in 2022."
    )
    assert spoken(rate, "Here", []) == "Here: no published figures."


def test_a_group_is_said_from_lowest_to_highest(rate):
    (low,), (high,) = _series(60.0), _series(70.0)
    said = spread(rate, "Districts", [("Bury", high), ("Bolton", low), ("Wigan", None)], low.period)
    assert said == "Districts: 60.0% (Bolton) to 70.0% (Bury) in 2020."
