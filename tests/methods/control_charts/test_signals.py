import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.methods.control_charts.control_limits import Segment
from dashboard.methods.control_charts.signals import mark_signals

# Limits on a round scale: mean 0, near limits at 20, limits at 30.
LIMITS = Segment(0, 0, 0, 0.0, -30.0, 30.0, -20.0, 20.0, 0, "")


def marked(values):
    names, ways = mark_signals(np.asarray(values, dtype=float), LIMITS)
    return " ".join(
        f"{name[:3] or '-'}{'+' if way > 0 else '-' if way < 0 else ''}"
        for name, way in zip(names, ways, strict=True)
    )


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ([30, 31, -30, -31], "- out+ - out-"),  # strictly outside; on the limit is inside
        ([1, 2, 1, 2, 1, 2, 1, -1], "run+ run+ run+ run+ run+ run+ run+ -"),  # all seven are marked
        ([1, 2, 1, 2, 1, 2, -1], "- - - - - - -"),  # six are not enough
        ([1, 2, 1, 0, 1, 2, 1, 2], "- - - - - - - -"),  # a point on the mean breaks a run
        ([-9, -6, -3, 0, 3, 6, 9, 8], "tre+ tre+ tre+ tre+ tre+ tre+ tre+ -"),  # seven points, six moves
        ([-9, -6, -3, 0, 3, 3, 6, 9], "- - - - - - - -"),  # a tie breaks a trend
        ([-9, -6, -3, 0, 3, 6, np.nan, 9], "- - - - - - - -"),  # so does a missing period
        ([21, 1, 25, -1], "two+ - two+ -"),  # two of three in the near zone, all on one side
        ([21, -1, 25, 1], "- - - -"),  # not all on one side
        ([20, 1, 25, -1], "- - - -"),  # on the near limit is not in the zone
        ([-21, -22, -1], "two- two- -"),
        ([31, 21, 1], "out+ - -"),  # a point outside is not in the near zone
    ],
)
def test_signals_follow_making_data_count(values, expected):
    assert marked(values) == expected


def test_outside_comes_before_trend_before_two_of_three_before_run():
    assert marked([1, 4, 8, 12, 21, 25, 31]) == "tre+ tre+ tre+ tre+ tre+ tre+ out+"
    assert marked([1, 2, 1, 2, 1, 25, 21]) == "run+ run+ run+ run+ run+ two+ two+"


def test_a_falling_trend_above_the_mean_is_marked_as_falling():
    assert marked([19, 17, 15, 13, 11, 9, 7]) == " ".join(["tre-"] * 7)


def test_where_a_rise_ends_and_a_fall_begins_the_turning_point_belongs_to_the_fall():
    assert marked([-9, -6, -3, 0, 3, 6, 9, 6, 3, 0, -3, -6, -9]).split() == ["tre+"] * 6 + ["tre-"] * 7


@given(st.lists(st.integers(-40, 40), min_size=1, max_size=30))
def test_every_run_of_seven_on_one_side_is_marked_as_something(values):
    names, _ = mark_signals(np.asarray(values, dtype=float), LIMITS)
    for i in range(len(values) - 6):
        window = values[i : i + 7]
        if all(v > 0 for v in window) or all(v < 0 for v in window) or all(np.diff(window) > 0):
            assert all(names[i : i + 7])


@given(st.lists(st.integers(-40, 40), min_size=1, max_size=30))
def test_a_point_outside_is_always_called_outside(values):
    names, _ = mark_signals(np.asarray(values, dtype=float), LIMITS)
    assert [name == "outside" for name in names] == [abs(v) > 30 for v in values]
