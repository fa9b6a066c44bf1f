"""Ticks of a value axis."""

import math
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.figures.axis import time_axis, value_axis
from tests.figures.charts import percent


def test_ticks_are_round_and_enclose_the_values():
    ticks, words = value_axis([66.3, 76.0], percent)
    assert ticks == [66, 68, 70, 72, 74, 76]
    assert words == ["66%", "68%", "70%", "72%", "74%", "76%"]


def test_the_words_are_finer_than_the_format_where_the_step_is():
    assert value_axis([0.1, 0.3], lambda v: f"{v:.0f}")[1] == ["0.10", "0.15", "0.20", "0.25", "0.30"]


def test_a_unit_in_words_is_left_to_the_subtitle():
    assert value_axis([5, 9], lambda v: f"{v:.1f} minutes")[1][0] == "5"


def test_counts_begin_at_zero_and_a_single_value_has_room_round_it():
    assert value_axis([90.0, 100.0], percent, zero=True)[0][0] == 0
    ticks, _ = value_axis([50.0], percent)
    assert ticks[0] < 50 < ticks[-1]


@given(st.lists(st.floats(-1e7, 1e7).filter(lambda v: v == 0 or abs(v) > 1e-3), min_size=1, max_size=6))
def test_any_values_lie_between_the_first_and_the_last_of_a_few_distinct_ticks(values):
    ticks, words = value_axis(values, percent)
    span = max(ticks) - min(ticks)
    assert ticks[0] <= min(values) + span * 1e-6
    assert ticks[-1] >= max(values) - span * 1e-6
    assert 2 <= len(ticks) <= 14
    assert len(words) == len(ticks)


@pytest.mark.parametrize("value", [0.0, -3.0, 1e-9, 1e9])
def test_one_value_of_any_size_has_an_axis(value):
    assert all(math.isfinite(tick) for tick in value_axis([value], percent)[0])


@pytest.mark.parametrize(
    ("labels", "shown"),
    [
        (["1 Apr 2024", "1 Apr 2025"], ["2024", "2025"]),
        (["1 Jan 2026", "1 Apr 2026"], ["1 Jan 2026", "1 Apr 2026"]),
        (["2023/24", "2024/25"], ["2023/24", "2024/25"]),
    ],
)
def test_a_day_that_is_the_same_every_year_is_not_repeated(labels, shown):
    periods = [(date(2024 + number, 4, 1), label) for number, label in enumerate(labels)]
    assert [label for _, label in time_axis(periods)] == shown
