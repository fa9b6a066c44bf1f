"""Axes: every tick says exactly what it stands for, in every format, and named periods stand evenly apart."""

import math
import re
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.charts.axis import named_periods, steps_apart, time_axis, value_axis
from dashboard.pages.pilots.words import difference
from tests.charts.charts import percent


def whole(value):
    return f"{value:.0f}"


def pounds(value):
    return f"{'−' if value < 0 else ''}£{abs(value):,.2f}"


def minutes(value):
    return f"{value:.1f} minutes"


def parsed(words: str) -> float:
    """The value that a reader takes from a tick's words."""
    size = float(re.search(r"[\d,]*\.?\d+", words)[0].replace(",", ""))
    return -size if words[0] in "−-" else size


def test_ticks_are_round_and_enclose_the_values():
    axis = value_axis([66.3, 76.0], percent)
    assert axis.ticks == [66, 68, 70, 72, 74, 76]
    assert axis.words == ["66%", "68%", "70%", "72%", "74%", "76%"]


def test_five_and_a_half_steps_are_never_written_as_whole_numbers():
    """5, 7.5, 10 and 12.5 were once written 5, 8, 10 and 12."""
    assert value_axis([5.2, 12.4], percent).words == ["4%", "6%", "8%", "10%", "12%", "14%"]
    assert value_axis([60.0, 71.0], percent).words == ["60.0%", "62.5%", "65.0%", "67.5%", "70.0%", "72.5%"]
    assert value_axis([60.0, 71.0], whole).words == ["60", "65", "70", "75"]


def test_no_tick_is_finer_than_the_figures_are_written():
    assert value_axis([36.0, 37.0], whole).words == ["36", "37"]
    assert value_axis([0.1, 0.3], whole).words == ["0", "1"]


def test_a_unit_in_words_is_left_to_the_subtitle():
    assert value_axis([5, 9], minutes).words[0] == "5"


def test_below_zero_every_tick_has_its_sign_and_zero_has_none(indicators):
    def change(value):
        return difference(indicators["employment/employment_rate"], value)

    assert value_axis([-2.0, 2.0], change).words == ["−2", "−1", "0", "+1", "+2"]
    assert value_axis([-0.5, 0.0], pounds).words[0] == "−£0.5"


def test_counts_begin_at_zero_and_a_single_value_has_room_round_it():
    assert value_axis([90.0, 100.0], percent, zero=True).ticks[0] == 0
    ticks = value_axis([50.0], percent).ticks
    assert ticks[0] < 50 < ticks[-1]


SIZES = st.floats(-1e7, 1e7).filter(lambda v: v == 0 or abs(v) > 1e-3)
WRITERS = [whole, percent, pounds, minutes]


@given(st.lists(SIZES, min_size=1, max_size=6), st.sampled_from(WRITERS), st.booleans())
def test_any_ticks_words_parse_back_to_exactly_where_it_stands(values, write, zero):
    axis = value_axis(values, write, zero)
    assert [parsed(words) for words in axis.words] == axis.ticks


@given(st.lists(SIZES, min_size=1, max_size=6), st.sampled_from(WRITERS))
def test_any_values_lie_between_the_first_and_the_last_of_a_few_distinct_ticks(values, write):
    axis = value_axis(values, write)
    span = max(axis.ticks) - min(axis.ticks)
    assert axis.ticks[0] <= min(values) + span * 1e-6
    assert axis.ticks[-1] >= max(values) - span * 1e-6
    assert 2 <= len(set(axis.words)) == len(axis.ticks) <= 14


@pytest.mark.parametrize("value", [0.0, -3.0, 1e-9, 1e9])
def test_one_value_of_any_size_has_an_axis(value):
    assert all(math.isfinite(tick) for tick in value_axis([value], percent).ticks)


def test_no_indicator_writes_a_tick_that_stands_elsewhere(indicators):
    for indicator in indicators.values():
        for values in ([5.2, 12.4], [0.0, 1.3], [61.0, 73.0], [130_500.0, 299_999.0], [-3.3, 4.1]):
            axis = value_axis(values, indicator.format)
            assert [parsed(words) for words in axis.words] == axis.ticks, indicator.id


@pytest.mark.parametrize(
    ("labels", "shown"),
    [
        (["1 Apr 2024", "1 Apr 2025"], ["2024", "2025"]),
        (["1 Jan 2026", "1 Apr 2026"], ["1 Jan 2026", "1 Apr 2026"]),
        (["2023/24", "2024/25"], ["2023/24", "2024/25"]),
        (["Apr 2023 to Mar 2024", "Apr 2024 to Mar 2025"], ["to Mar 2024", "to Mar 2025"]),
        (["Apr 2023 to Mar 2024", "Jul 2023 to Jun 2024"], ["Apr 2023 to Mar 2024", "Jul 2023 to Jun 2024"]),
    ],
)
def test_what_is_the_same_every_year_is_not_repeated(labels, shown):
    periods = [(date(2024 + number, 4, 1), label) for number, label in enumerate(labels)]
    assert [label for _, label in time_axis(periods)] == shown


def months(count: int) -> list[date]:
    return [date(2019 + n // 12, n % 12 + 1, 1) for n in range(count)]


def test_months_with_room_for_every_seventh_are_named_by_the_year():
    named = [months(66)[place] for place in named_periods(months(66), room=200)]
    assert [day.isoformat() for day in named[-3:]] == ["2022-06-01", "2023-06-01", "2024-06-01"]
    assert steps_apart(months(66)) == (1, 2, 3, 6, 12, 24, 60)


@given(st.integers(1, 60), st.floats(1, 4000))
def test_named_periods_stand_evenly_apart_have_room_and_end_with_the_newest(count, room):
    years = [date(1960 + n, 4, 1) for n in range(count)]
    places = named_periods(years, room)
    assert places[-1] == count - 1
    assert len({late - early for early, late in pairwise(places)}) <= 1
    assert all((years[late] - years[early]).days >= room for early, late in pairwise(places))


def test_a_line_on_the_first_or_last_tick_is_not_cut_by_the_edge_of_the_plot():
    axis = value_axis([2.0, 10.0], whole)
    assert (axis.ticks[0], axis.ticks[-1]) == (2, 10)
    low, high = axis.reach([2.0, 10.0])
    assert low < 2
    assert high > 10
    assert axis.reach([3.0, 9.0]) == (2, 10)
