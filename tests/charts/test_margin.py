"""The margin of error is shaded where a reader can see it, and said where the line hides it."""

from datetime import date

import pytest

from dashboard.charts.chart import Line, Point
from dashboard.charts.margin import SHADED, THIN, margin


def line(values, half=None, role="focus") -> Line:
    """A figure a year from 2020, each with limits `half` on either side."""
    points = [
        Point(date(2020 + at, 1, 1), "", value, *((value - half, value + half) if half else (None, None)))
        for at, value in enumerate(values)
    ]
    return Line(role, tuple(points), role)


@pytest.mark.parametrize(
    ("half", "expected"),
    [(5, (True, SHADED)), (0.5, (False, THIN)), (None, (False, ""))],
    ids=["seen", "thin", "none"],
)
def test_limits_are_shaded_where_they_can_be_seen(half, expected):
    assert margin([line([0, 100], half)], wanted=True) == expected


def test_a_line_far_away_makes_the_margin_thin():
    focus = line([10, 12], 0.5)
    assert margin([focus], wanted=True)[0]
    assert margin([focus, line([500, 500], role="other")], wanted=True) == (False, THIN)


def test_who_hides_limits_is_told_nothing_of_them():
    assert margin([line([0, 100], 5)], wanted=False) == (False, "")


def test_where_no_line_is_the_regions_nothing_is_shaded():
    assert margin([line([0, 100], 5, role="benchmark")], wanted=True) == (False, "")
