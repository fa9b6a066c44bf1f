import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from dashboard.methods.change.trend import direction_only, recent_trend
from tests.methods.references import reference_json

VALUES = [92.6254, 92.3221, 90.8708, 90.0170, 90.1013]
LOWER = [92.4168, 92.1072, 90.6358, 89.7694, 89.8578]
UPPER = [92.8288, 92.5315, 91.1004, 90.2594, 90.3396]
NAN = float("nan")
FIVE = st.lists(st.integers(-100, 100), min_size=5, max_size=5)
WIDTHS = st.lists(st.integers(1, 20), min_size=5, max_size=5)


def test_mmr_in_yorkshire_is_getting_worse_as_fingertips_says():
    trend = recent_trend(VALUES, LOWER, UPPER, better="higher")
    assert trend.verdict == "getting worse"
    assert (trend.slope, trend.chi2) == pytest.approx((-0.7405107315618005, 418.5365685312193), rel=1e-9)


def test_every_published_case_agrees():
    words = {"Increasing": "increasing", "DecreasingAndGettingWorse": "getting worse"}
    polarity = {"no judgement": "neither", "high is good": "higher"}
    for name, case in reference_json("trend/recent_trend.json")["cases"].items():
        _, values, lower, upper = zip(*case["points"], strict=True)
        trend = recent_trend(values, lower, upper, better=polarity[case["polarity"]])
        assert trend.verdict == words[case["expected"]], name
        assert (trend.slope, trend.chi2) == pytest.approx((case["slope"], case["chi2"]), rel=1e-9), name


def test_lower_is_better_turns_the_verdict_and_nothing_else():
    trend = recent_trend(VALUES, LOWER, UPPER, better="lower")
    assert (trend.verdict, trend.direction) == ("getting better", -1)


def test_only_the_last_five_points_count():
    longer = recent_trend([0, *VALUES], [-1, *LOWER], [1, *UPPER], better="higher")
    assert longer.points == (1, 2, 3, 4, 5)
    assert longer.slope == pytest.approx(-0.7405107315618005)


def test_a_point_without_limits_is_passed_over():
    trend = recent_trend([1, 2, 9, 3, 4, 5], [0, 1, NAN, 2, 3, 4], [2, 3, NAN, 4, 5, 6])
    assert trend.points == (0, 1, 3, 4, 5)


def test_four_points_with_limits_are_too_few():
    trend = recent_trend(VALUES, [NAN, *LOWER[1:]], UPPER, better="higher")
    assert (trend.verdict, trend.slope, trend.chi2) == ("cannot tell", None, None)
    assert trend.reason == "a recent trend needs 5 points with limits; there are 4"


def test_limits_without_width_are_no_limits():
    assert recent_trend(VALUES, VALUES, VALUES).verdict == "cannot tell"


def test_a_slope_that_rests_on_one_point_is_no_trend():
    values = [10, 10, 10, 9.9, 20]
    trend = recent_trend(values, [v - 0.5 for v in values], [v + 0.5 for v in values], better="higher")
    assert trend.chi2 > 9.55
    assert (trend.verdict, trend.reason) == (
        "no clear change",
        "the slope of the last five figures rests on a single one of them",
    )


def test_wide_limits_hide_the_same_slope():
    assert recent_trend([1, 2, 3, 4, 5], [-9] * 5, [15] * 5, better="higher").verdict == "no clear change"


def test_limits_the_wrong_way_round_are_refused():
    with pytest.raises(ValueError, match="above its upper limit at position 2"):
        recent_trend([1, 2, 3], [0, 1, 9], [2, 3, 4])
    with pytest.raises(ValueError, match="give one of each"):
        recent_trend([1, 2, 3], [0, 1], [2, 3, 4])


@pytest.mark.parametrize(
    ("values", "direction", "reason"),
    [
        ([3.9], 0, "no trend can be judged from 1 period"),
        ([3.9, 4.2], 1, "no trend can be judged from 2 periods"),
        ([4.2, NAN, 3.9], -1, "no trend can be judged from 2 periods"),
        ([1, 5, 3, 0.5], -1, "4 points are too few to tell a change from chance"),
        ([1, 5, NAN, 3], 1, "3 points are too few to tell a change from chance"),
        ([], 0, "no trend can be judged from 0 periods"),
    ],
)
def test_direction_only_never_gives_a_verdict(values, direction, reason):
    seen = direction_only(values)
    assert (seen.verdict, seen.direction, seen.reason) == ("cannot tell", direction, reason)


@given(FIVE, WIDTHS, st.integers(-500, 500), st.sampled_from([0.25, 2.0, 4.0]))
def test_moving_or_stretching_the_scale_keeps_the_verdict(values, widths, shift, scale):
    v, w = np.array(values, dtype=float), np.array(widths, dtype=float)
    plain = recent_trend(v, v - w, v + w, better="higher")
    moved_v, moved_w = shift + scale * v, scale * w
    moved = recent_trend(moved_v, moved_v - moved_w, moved_v + moved_w, better="higher")
    assume(abs(plain.chi2 - 9.5495) > 1e-6)
    assert moved.verdict == plain.verdict
    assert moved.slope == pytest.approx(scale * plain.slope, abs=1e-9)


@given(FIVE, WIDTHS)
def test_missing_limits_never_give_a_verdict(values, widths):
    v, w = np.array(values, dtype=float), np.array(widths, dtype=float)
    for gap in range(5):
        upper = np.where(np.arange(5) == gap, np.nan, v + w)
        assert recent_trend(v, v - w, upper, better="higher").verdict == "cannot tell"


def test_the_newest_two_figures_may_go_the_other_way():
    trend = recent_trend([10, 12, 14, 18, 17], [9, 11, 13, 17, 16], [11, 13, 15, 19, 18])
    assert (trend.direction, trend.lately) == (1, -1)


def test_what_the_margins_could_hide_is_a_change_that_would_just_have_been_found():
    """Five even margins of 1.96: the slope errs by 1 / sqrt(10): 3.09 / 3.162 a year, four times that."""
    flat, half = [50.0] * 5, 1.96
    trend = recent_trend(flat, [x - half for x in flat], [x + half for x in flat])
    assert trend.hidden == pytest.approx(4 * 3.0902323 / 10**0.5)
    hidden = [50 + at * trend.hidden / 4 for at in range(5)]
    for size, found in ((0.99, 0), (1.01, 1)):
        values = [50 + size * (value - 50) for value in hidden]
        assert recent_trend(values, [x - half for x in values], [x + half for x in values]).direction == found


@pytest.mark.parametrize(
    ("values", "points", "lately"),
    [
        ([], (), 0),
        ([4], (0,), 0),
        ([4, 3], (0, 1), -1),
        ([NAN, 4, NAN, 5], (1, 3), 1),
        ([4, 9, 9], (0, 1, 2), 0),
    ],
)
def test_a_direction_says_which_points_it_rests_on_and_how_the_newest_two_stand(values, points, lately):
    seen = direction_only(values)
    assert (seen.points, seen.lately) == (points, lately)
    assert (seen.slope, seen.chi2, seen.hidden) == (None, None, None)


def test_a_point_that_counts_more_pulls_the_slope_by_its_weight():
    """0, 0, 0, 0, 1: with margins of 1.96 all weigh 1 and the slope is 2 / 10; a last one four times as sure
    weighs 16: the mean of 1 to 5 is then 4.5, and the slope 8 / 25 (4 + 12.25 + 6.25 + 2.25 + 0.25)."""
    values = [0, 0, 0, 0, 1]
    even = recent_trend(values, [v - 1.96 for v in values], [v + 1.96 for v in values])
    assert (even.slope, even.chi2) == pytest.approx((0.2, 0.4))
    half = [1.96] * 4 + [0.49]
    low, high = ([v + way * h for v, h in zip(values, half, strict=True)] for way in (-1, 1))
    sure = recent_trend(values, low, high)
    assert sure.slope == pytest.approx(8 / 25)
    assert sure.chi2 == pytest.approx((8 / 25) ** 2 * 25)


def test_a_slope_of_exactly_the_bound_is_no_trend_and_the_reason_says_which_way_it_failed():
    values = [1, 2, 3, 4, 5]
    clear = recent_trend(values, [v - 1 for v in values], [v + 1 for v in values])
    assert clear.reason == "the last five figures move one way by more than their margins of error explain"
    flat = recent_trend([3] * 5, [2] * 5, [4] * 5)
    assert (flat.direction, flat.chi2, flat.slope) == (0, 0, 0)
    assert flat.reason == "the last five figures differ by no more than their margins of error explain"


def test_limits_of_one_width_and_none_at_all_may_stand_beside_each_other():
    trend = recent_trend([1, 2, 3], [1, 1, 2], [1, 3, 4])
    assert trend.reason == "a recent trend needs 5 points with limits; there are 2"
    assert recent_trend([], [], []).verdict == "cannot tell"
