"""The small drawings of tables and cards say no more than their figures: bars on one scale, sparklines."""

import re
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.catalogue.indicator import Break
from dashboard.charts.interval_bar import MARGIN, WIDTH, interval_bar, scale
from dashboard.charts.small.spark import spark
from dashboard.datastore.observations import Observation


def figure(value, lower=None, upper=None, year=2020):
    return Observation("E1", date(year, 1, 1), value, lower, upper, None, None, "")


def series(*values, first=2020):
    return tuple(figure(value, year=first + n) for n, value in enumerate(values))


@given(st.lists(st.tuples(*[st.floats(-1e4, 1e4)] * 3).map(sorted), min_size=1, max_size=6))
def test_every_figure_and_limit_of_a_table_lies_where_its_value_does_on_the_tables_scale(rows):
    found = [figure(middle, low, high) for low, middle, high in rows]
    low, high = scale(found)
    for item in found:
        drawn = interval_bar(item, (low, high), None)
        share = 0.5 if high == low else (item.value - low) / (high - low)
        assert float(re.search(r'cx="([\d.-]+)"', drawn)[1]) == pytest.approx(
            MARGIN + (WIDTH - 2 * MARGIN) * share, abs=0.06
        )


def test_a_benchmark_off_the_scale_is_not_drawn_at_its_edge():
    assert "bar-benchmark" in interval_bar(figure(5.0), (0.0, 10.0), 9.0)
    assert "bar-benchmark" not in interval_bar(figure(5.0), (0.0, 10.0), 12.0)


@pytest.fixture
def annual(indicators):
    return replace(indicators["employment/employment_rate"], breaks=())


def _pieces(drawn: str, name: str = "spark-line") -> list[str]:
    return re.search(rf'class="{name}" d="([^"]*)"', drawn)[1].split("M")[1:]


def test_a_figure_alone_between_gaps_is_a_dot(annual):
    pieces = _pieces(spark(annual, series(1.0, 2.0, None, 3.0, None, 4.0, 5.0)))
    assert [piece.count("L") for piece in pieces] == [1, 0, 1]
    assert pieces[1].endswith("h0")


def test_the_pen_is_lifted_at_a_break(annual):
    broken = replace(annual, breaks=(Break(date(2022, 1, 1), "Counted anew."),))
    assert [piece.count("L") for piece in _pieces(spark(broken, series(1.0, 2.0, 3.0, 4.0)))] == [1, 1]


def test_the_benchmark_is_on_the_same_scales_and_ends_with_its_own_figures(annual):
    drawn = spark(annual, series(1.0, 2.0, 3.0, 4.0), series(2.0, 2.0, 2.0))
    (line,), (beside,) = _pieces(drawn), _pieces(drawn, "spark-benchmark")
    assert beside.split("L")[1] == line.split("L")[1]  # 2 in 2021 lies on 2 in 2021
    assert beside.split("L")[-1].split()[0] == line.split("L")[2].split()[0]  # and its last is of 2022
