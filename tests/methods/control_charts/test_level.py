import numpy as np
import pytest

from dashboard.methods.control_charts.level import autocorrelation, runs_may_speak, why_unreliable
from dashboard.methods.control_charts.xmr import xmr

NAN = float("nan")
# Twenty-five draws round 50: nothing happens, and neighbours are not alike.
LEVEL = [
    50 + x for x in (1, -2, 0, 3, -1, 2, -3, 1, -1, 2, 0, -2, 3, -1, 1, -3, 2, 0, 1, -1, 2, -2, 0, 1, -1)
]


def why(values, unit=0.0):
    return why_unreliable(values, xmr(values).segments[0], unit)


def test_a_series_that_scatters_round_one_level_may_be_charted():
    assert why(LEVEL) == ""


def test_a_series_that_climbs_may_not():
    assert why(list(range(25))) == "drifts"


def test_a_shift_in_the_newest_seven_points_does_not_silence_the_chart_that_is_there_to_find_it():
    shifted = [*LEVEL[:-7], *(value + 8 for value in LEVEL[-7:])]
    assert autocorrelation(shifted) > 0.3
    assert why(shifted) == ""
    assert xmr(shifted).variation == "rising"


def test_limits_narrower_than_the_rounding_say_nothing():
    """The median age of the North East: whole years, the same for years on end."""
    ages = [40] * 20 + [41] + [40] * 4
    assert why(ages, unit=1) == "rounded"


def test_a_level_that_moved_once_leaves_a_third_of_the_points_outside():
    steps = [*([10, 11] * 6), *([60, 61] * 6), *([10, 11] * 3)]
    assert why(steps) == "drifts"


def test_a_run_is_read_only_where_thirteen_points_lie_before_the_newest_seven():
    assert runs_may_speak(LEVEL[:20])
    assert not runs_may_speak(LEVEL[:19])
    assert not runs_may_speak([NAN, *LEVEL[:19]])


def test_the_correction_for_short_series_adds_what_kendall_found_missing():
    x = np.array([3.0, 1, 2, 5, 4])
    d = x - 3
    plain = (d[1:] * d[:-1]).sum() / (d**2).sum()  # (0 + 2 - 2 + 2) / 10 by hand
    assert plain == pytest.approx(0.2)
    assert autocorrelation(x) == pytest.approx(0.2 + (1 + 4 * 0.2) / 5)


def test_nothing_that_moves_and_too_few_points_are_not_alike():
    assert autocorrelation([7.1] * 20) == 0
    assert autocorrelation([1, NAN, 2]) == 0
    assert autocorrelation([1, NAN, 2, NAN, 3]) == 0


def test_the_check_keeps_false_alarms_of_the_chart_under_one_in_twenty():
    """Of 25 points in which nothing happens: of one level, alike by 0.3, 0.6, 0.9, and a random walk."""
    random = np.random.default_rng(7)
    speaks = wrong = 0
    for alike in (0, 0.3, 0.6, 0.9, 1):
        for _ in range(120):
            values = _drawn(random, alike, 25)
            if not why(values):
                speaks += 1
                wrong += xmr(values, better="lower").variation == "worsening"
    assert speaks > 150
    assert wrong / speaks <= 0.05


def _drawn(random, alike, count):
    values = [random.standard_normal() / np.sqrt(max(1 - alike**2, 0.1))]
    for _ in range(count - 1):
        values.append(alike * values[-1] + random.standard_normal())
    return values


def test_limits_as_wide_as_the_rounding_may_speak():
    """Moves of 1 make limits 5.32 apart."""
    to_and_fro = [50, 51] * 10
    width = xmr(to_and_fro).segments[0].upper - xmr(to_and_fro).segments[0].lower
    assert (why(to_and_fro, unit=width), why(to_and_fro, unit=width + 0.001)) == ("", "rounded")
    assert why_unreliable([1, NAN, 2], xmr([1, NAN, 2]).segments[0], 1.0) == ""  # it has no limits


def test_with_a_third_of_the_points_outside_there_is_one_level_and_with_more_there_is_none():
    """Moves of 1 make limits of 2.66 either side of 50. Points at 54 and 46 stand alone, without neighbours:
    no likeness silences the chart."""
    near, newest = [50, 51, 50, 49, NAN], [50, 51, 49, 50, 51, 49, 50]
    assert why([*near, 54, NAN, 46, *newest]) == ""  # 2 of 6
    assert why([*near, 54, NAN, 46, NAN, 54, *newest]) == "drifts"  # 3 of 7
    assert why([50, NAN, 80, NAN, 20, NAN, *newest]) == ""  # no limits of their own


@pytest.mark.parametrize(
    ("values", "alike"),
    [
        ([1, 2, 3], 0 / 2 + (1 + 0) / 3),  # -1 x 0 and 0 x 1
        ([1, 3, 1, 3], -0.75 + (1 - 3) / 4),  # three pairs of -1 among four squares of 1
        ([1, 1, 3, 3], 1 / 4 + (1 + 1) / 4),  # 1 - 1 + 1
        ([1, 3, NAN, 1, 3], -1 * 3 / 4 + (1 - 3) / 4),  # two pairs of -1, for three that could be
    ],
)
def test_the_likeness_of_neighbours_by_hand(values, alike):
    assert autocorrelation(values) == pytest.approx(alike)


def test_two_figures_are_too_few_to_be_alike_and_three_apart_have_no_neighbours():
    assert autocorrelation([1, 9]) == 0
    assert autocorrelation([1, NAN, 5, NAN, 9]) == 0
    assert autocorrelation([5, 5, 5]) == 0
