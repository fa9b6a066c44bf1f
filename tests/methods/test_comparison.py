import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.methods.comparison import Difference, by_chance, chance_of, compare, difference
from tests.methods.references import reference_json

NAN = float("nan")
WHOLE = st.integers(-100, 100)
WIDTH = st.integers(1, 30)


def test_every_published_case_agrees():
    polarity = {"HighIsGood": "higher", "LowIsGood": "lower", "NoJudgement": "neither"}
    for case in reference_json("intervals/benchmark_cases.json")["cases"]:
        for name in polarity.keys() & case.keys():
            got = compare(case["value"], case["lower"], case["upper"], case["benchmark"], polarity[name])
            assert got.verdict == (case[name] and case[name].lower()), case


@pytest.mark.parametrize(
    ("lower", "upper", "better", "verdict"),
    [
        (53, 57, "higher", "better"),
        (53, 57, "lower", "worse"),
        (53, 57, "neither", "higher"),
        (47, 51.9, "higher", "worse"),
        (52, 58, "higher", "similar"),  # touching is similar
        (46, 52, "higher", "similar"),
    ],
)
def test_the_benchmark_must_lie_strictly_outside(lower, upper, better, verdict):
    assert compare((lower + upper) / 2, lower, upper, 52, better).verdict == verdict


@pytest.mark.parametrize(
    ("figures", "reason"),
    [
        ((None, 1, 2, 3), "there is no figure for this place"),
        ((NAN, 1, 2, 3), "there is no figure for this place"),
        ((1, None, 2, 3), "no margin of error is published, so a difference may be chance"),
        ((1, 0, NAN, 3), "no margin of error is published, so a difference may be chance"),
        ((1, 0, 2, None), "there is no figure to compare with"),
    ],
)
def test_a_missing_figure_gives_no_judgement_and_the_reason(figures, reason):
    got = compare(*figures, "higher")
    assert (got.verdict, got.direction, got.reason) == (None, None, reason)


def test_a_place_is_never_compared_with_itself():
    assert compare(5, 4, 6, 1, "higher", same_place=True).reason == "a place is not compared with itself"


def test_the_wider_limits_say_how_sure():
    assert compare(5, 4, 6, 3, "higher", wider=(3.5, 6.5)).confidence == 0.998
    assert compare(5, 4, 6, 3, "higher", wider=(2.5, 7.5)).confidence == 0.95
    assert compare(5, 4, 6, 3, "higher", wider=(None, None)).confidence == 0.95
    assert compare(5, 4, 6, 5, "higher", wider=(2, 8)).confidence is None


def test_how_often_chance_would_do_it_is_5_in_100_at_the_limit_and_all_of_it_at_the_figure():
    assert compare(5, 4, 7, 4, "higher").by_chance == pytest.approx(0.05)
    assert compare(5, 4, 7, 7, "higher").by_chance == pytest.approx(0.05)
    assert compare(5, 4, 7, 5, "higher").by_chance == 1
    assert compare(5, 5, 5, 6, "higher").by_chance == 0


def test_two_estimates_may_differ_though_their_limits_overlap():
    # 10 +- 2 and 7 +- 2 overlap between 8 and 9, yet 3 is more than the root of 2^2 + 2^2.
    got = difference((10, 8, 12), (7, 5, 9), "higher")
    assert (got.value, got.lower, got.upper) == pytest.approx((3, 3 - 8**0.5, 3 + 8**0.5))
    assert got.verdict == "better"


def test_uneven_limits_each_count_on_their_own_side():
    got = difference((10, 9, 14), (7, 4, 8), "neither")
    assert (got.lower, got.upper) == pytest.approx((3 - 2**0.5, 3 + 5))
    assert got.verdict == "higher"


def test_an_estimate_without_limits_gives_no_difference():
    got = difference((10, 8, 12), (7, None, 9), "higher")
    assert (got.value, got.verdict, got.reason) == (None, None, "a figure or its margin of error is missing")


def test_impossible_limits_are_refused():
    with pytest.raises(ValueError, match="outside its limits"):
        difference((10, 11, 12), (7, 6, 8), "higher")
    with pytest.raises(ValueError, match="above the upper limit"):
        compare(10, 12, 11, 5, "higher")
    with pytest.raises(ValueError, match="better is 'up'"):
        compare(10, 9, 11, 5, "up")
    with pytest.raises(ValueError, match="better is 'up'"):
        compare(None, None, None, None, "up")  # asked before anything is found to be missing


@given(WHOLE, WIDTH, WIDTH, WHOLE, st.integers(-50, 50))
def test_moving_everything_together_changes_no_verdict(value, below, above, benchmark, shift):
    here = compare(value, value - below, value + above, benchmark, "higher")
    there = compare(value + shift, value - below + shift, value + above + shift, benchmark + shift, "higher")
    assert here == there


@given(WHOLE, WIDTH, WIDTH, WHOLE, WIDTH, WIDTH)
def test_turning_two_estimates_round_turns_the_difference_round(a, below, above, b, under, over):
    first, second = (a, a - below, a + above), (b, b - under, b + over)
    one, two = difference(first, second, "higher"), difference(second, first, "higher")
    assert (one.lower, one.upper, one.direction) == pytest.approx((-two.upper, -two.lower, -two.direction))


@given(WHOLE, WIDTH, WIDTH, WHOLE)
def test_under_5_in_100_is_what_lies_outside_the_limits(value, below, above, benchmark):
    got = compare(value, value - below, value + above, benchmark, "neither")
    assert (got.by_chance < 0.05 - 1e-12) == bool(got.direction)


def test_reasons_say_on_which_side_of_the_bound_a_figure_lies():
    assert (
        compare(5, 4, 6, 3, "higher").reason == "the margin of error lies clear of the figure compared with"
    )
    assert compare(5, 4, 6, 5, "higher").reason == "the margin of error includes the figure compared with"
    far, near = difference((10, 9, 11), (5, 4, 6), "lower"), difference((10, 9, 11), (10, 9, 11), "lower")
    assert (far.reason, far.verdict) == ("they differ by more than their margins of error", "worse")
    assert near.reason == "they differ by no more than their margins of error"
    assert (near.value, near.direction, near.verdict) == (0, 0, "similar")


@pytest.mark.parametrize(
    ("wider", "confidence"),
    [((3.5, None), 0.95), ((None, 6.5), 0.95), ((3, 7), 0.95), ((3.01, 7), 0.998), ((NAN, 7), 0.95)],
)
def test_only_two_wider_limits_that_leave_the_figure_out_too_make_it_surer(wider, confidence):
    assert compare(5, 4, 6, 3, "higher", wider=wider).confidence == confidence


def test_a_difference_that_touches_nothing_is_similar():
    # 10 +- 3 and 5 +- 4 make 5 +- 5.
    assert difference((10, 7, 13), (5, 1, 9), "higher").direction == 0
    assert difference((5, 1, 9), (10, 7, 13), "higher").direction == 0
    assert difference((10.1, 7.1, 13.1), (5, 1, 9), "higher").direction == 1


@pytest.mark.parametrize("missing", range(6))
def test_each_of_six_figures_is_needed_for_a_difference(missing):
    figures = [10, 9, 11, 5, 4, 6]
    for nothing in (None, NAN):
        figures[missing] = nothing
        got = difference(tuple(figures[:3]), tuple(figures[3:]), "higher")
        assert (got.value, got.limits, got.verdict, got.direction) == (None, None, None, None)


@pytest.mark.parametrize(
    ("figures", "chance"),
    [
        ((5, 4, 7, 4), 0.05),  # one lower margin below
        ((5, 4, 7, 7), 0.05),  # one upper margin above
        ((5, 4, 7, 3.4232), 0.002),  # 1.5767 margins: 3.09 standard errors
        ((5, 4, 7, 5), 1),
        ((5, 5, 7, 4), 0),  # no width on the side that faces it
        ((5, 4, 5, 6), 0),
        ((5, 5, 5, 5), 1),
    ],
)
def test_how_often_chance_would_do_it_by_the_side_that_faces_the_figure(figures, chance):
    assert chance_of(*figures) == pytest.approx(chance, abs=2e-5)


def test_the_chance_of_a_difference_is_that_of_none_at_all():
    """3 with 8 ** 0.5 either side lies 3 / 2.828 x 1.96 = 2.079 standard errors from 0."""
    found = difference((10, 8, 12), (7, 5, 9), "higher")
    assert by_chance(found) == pytest.approx(0.0376, abs=5e-5)
    assert by_chance(difference((7, 5, 9), (10, 8, 12), "higher")) == pytest.approx(by_chance(found))


@pytest.mark.parametrize("figures", [(None, 1, 2), (1, None, 2), (1, 0, None)])
def test_a_difference_that_lacks_a_figure_has_no_chance(figures):
    lacking = Difference(*figures, None, None, "a figure is missing")
    with pytest.raises(ValueError, match="has no chance: a figure is missing"):
        by_chance(lacking)


@pytest.mark.parametrize(("lower", "upper"), [(None, 2), (1, None)])
def test_a_difference_with_one_limit_has_none(lower, upper):
    assert Difference(1, lower, upper, None, None, "").limits is None
