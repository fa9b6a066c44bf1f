import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.methods.change.rare import RareMove, gap_to, newest_move, one_period_moves, rare_move

NAN = float("nan")
# 20 moves of at most 2 before the newest: 50, 51, 49, 50, 52, 50 ...
QUIET = [50, 51, 49, 50, 52, 50, 51, 50, 49, 51, 50, 52, 51, 50, 51, 49, 50, 51, 50, 51, 50]
FLAT = [60.0] * 22


def test_a_rise_larger_than_all_twenty_before_it_that_england_did_not_make_is_here():
    found = rare_move([*QUIET, 55], FLAT)
    assert (found.verdict, found.direction) == ("here", 1)
    assert (found.figure.size, found.figure.earlier, found.figure.as_large) == (5, 20, None)
    assert found.gap.rare


def test_a_rise_that_england_made_too_is_everywhere():
    assert rare_move([*QUIET, 55], [*FLAT[1:], 65]).verdict == "everywhere"


def test_a_rise_that_happened_before_is_ordinary_and_says_when():
    found = rare_move([*QUIET, 52], FLAT)
    assert found.verdict == "ordinary"
    assert found.figure.as_large == 11  # from 50 to 52


@pytest.mark.parametrize(("earlier", "verdict"), [(9, "untold"), (10, "watch"), (18, "watch"), (19, "here")])
def test_the_verdict_needs_nineteen_earlier_moves_and_ten_are_watched(earlier, verdict):
    values = [*QUIET[: earlier + 1], 70]
    assert rare_move(values, FLAT[: len(values)]).verdict == verdict


def test_among_few_moves_the_newest_has_to_lie_further_from_the_usual_one_than_all_up_or_down():
    """Of 11 moves the newest is the largest rise 1 time in 11, and furthest of all and a rise 1 in 22."""
    few = QUIET[:13]
    assert rare_move([*few, 36, 37, 48], FLAT[:16]).verdict == "not furthest"  # a fall of 15, a rise of 11
    assert rare_move([*few, 36, 37, 60], FLAT[:16]).verdict == "watch"


def test_where_a_chart_was_silenced_the_newest_has_to_be_the_furthest_among_many_too():
    """Of independent figures that only looked as if they drift, else 6 in 100 were wrongly called worse."""
    values = [*QUIET, 36, 37, 48]
    assert rare_move(values, [60] * 24).verdict == "here"
    assert rare_move(values, [60] * 24, silenced=True).verdict == "not furthest"
    assert rare_move([*QUIET, 55], FLAT, silenced=True).verdict == "here"


def test_where_all_moves_are_rises_the_usual_one_is_what_the_newest_lies_away_from():
    rising = np.cumsum([3, 5, 4, 1, 5, 4, 3, 5, 4, 4, 5, 4, 4]).tolist()  # usually by 4, once by 1
    assert rare_move([*rising, rising[-1] + 6], FLAT[:14]).verdict == "not furthest"
    assert rare_move([*rising, rising[-1] + 8], FLAT[:14]).verdict == "watch"


def test_a_short_series_of_england_makes_the_verdict_weaker():
    there = [NAN] * 8 + FLAT[8:]
    assert rare_move([*QUIET, 55], there).verdict == "watch"
    assert rare_move([*QUIET, 55], None).verdict == "untold"


def test_a_move_is_only_held_against_moves_in_its_own_direction():
    rises = np.cumsum([5.0] * 20).tolist()
    found = newest_move([*rises, rises[-1] - 0.1])
    assert (found.direction, found.rare) == (-1, True)


def test_the_same_size_on_paper_is_as_large():
    assert not newest_move([0.1, 0.4, 0.5, 0.8]).rare  # 0.30000000000000004 against 0.30000000000000004
    assert newest_move([0.1, 0.4, 0.5, 0.9]).rare


def test_a_missing_figure_beside_the_newest_leaves_nothing_to_tell():
    assert rare_move([1, 2, 3, NAN, 5], None).verdict == "untold"
    assert newest_move([1, 2, NAN, 3, 4]).earlier == 1
    assert rare_move([5, 3, 0, 51], None, relative=True).reason.endswith(
        "zero, and a per cent of zero is nothing"
    )


def test_a_fall_to_nothing_is_the_largest_there_can_be():
    """Left out, the fall to 1 would have been called the largest of all."""
    assert not newest_move([40, 0, 30, 32, 35, 1], relative=True).rare
    assert newest_move([40, 20, 30, 32, 35, 1], relative=True).rare


def test_counts_and_money_move_in_per_cent():
    assert one_period_moves([100, 110, 0, 11, 22], relative=True) == pytest.approx(
        [10, -100, NAN, 100], nan_ok=True
    )
    assert gap_to([50, 30], [100, 0], relative=True) == pytest.approx([0.5, NAN], nan_ok=True)


@given(
    st.lists(st.integers(10, 1000), min_size=12, max_size=30),
    st.floats(0.01, 100),
)
def test_a_count_in_another_unit_gives_the_same_verdict(values, factor):
    there = [1000.0 + at for at in range(len(values))]
    scaled = [value * factor for value in values]
    assert rare_move(values, there, relative=True).verdict == rare_move(scaled, there, relative=True).verdict


@given(st.lists(st.integers(-50, 50), min_size=12, max_size=30))
def test_turning_a_series_upside_down_turns_the_move_and_nothing_else(values):
    there = [0.0] * len(values)
    up, down = rare_move(values, there), rare_move([-value for value in values], there)
    assert (up.verdict, up.direction) == (down.verdict, -down.direction)


def test_lengths_that_differ_are_refused():
    with pytest.raises(ValueError, match="3 figures have 2 of the benchmark"):
        rare_move([1, 2, 3], [1, 2])


@pytest.mark.parametrize(
    ("values", "there", "reason"),
    [
        ([5], [60], "the figure before the newest is missing"),
        ([NAN, 5], [60] * 2, "the figure before the newest is missing"),
        ([5, NAN], [60] * 2, "the figure before the newest is missing"),
        ([5, 6], [60] * 2, "no earlier moves are too few to call one rare"),
        ([5, 6, 7], [60] * 3, "1 earlier move is too few to call one rare"),
        (QUIET[:11], [60] * 11, "9 earlier moves are too few to call one rare"),
        ([*QUIET, 50], FLAT, "it did not move"),
        ([*QUIET, 52], FLAT, "it moved as far that way before"),
        ([*QUIET, 55], [*FLAT[1:], 65], "the gap to England moved as far that way before"),
        (
            [*QUIET, 55],
            None,
            "there is no figure for England to tell what is its own from what is everybody's",
        ),
        (
            [*QUIET, 55],
            [NAN] * 11 + FLAT[11:],
            "9 earlier moves of the gap to England are too few to call one rare",
        ),
        (
            [*QUIET, 55],
            [NAN] * 19 + FLAT[19:],
            "1 earlier move of the gap to England is too few to call one rare",
        ),
        ([*QUIET, 55], FLAT, "neither it nor the gap ever moved as far that way"),
        (
            [*QUIET[:13], 70],
            FLAT[:14],
            "neither it nor the gap ever moved as far that way, and no move was as far from the usual one",
        ),
        (
            [*QUIET[:13], 36, 37, 48],
            FLAT[:16],
            "neither it nor the gap ever moved as far that way, but an earlier move was as far from the "
            "usual one, the other way",
        ),
    ],
)
def test_each_verdict_says_why(values, there, reason):
    assert rare_move(values, there).reason == reason


def test_a_move_no_larger_than_the_step_of_rounding_may_be_nothing_but_rounding():
    rising = [*QUIET, 55]
    assert rare_move(rising, FLAT, unit=4.9).verdict == "here"
    found = rare_move(rising, FLAT, unit=5.0)
    assert found.verdict == "ordinary"
    assert found.reason == "it never moved as far that way, but moved by no more than rounding can"
    assert found.figure.rounding
    assert not rare_move(rising, FLAT).figure.rounding  # it is rare
    assert not newest_move([*QUIET, 52], unit=5.0).rounding  # it moved as far before
    assert not newest_move([*QUIET, 50], unit=5.0).rounding  # it did not move
    assert rare_move(rising, FLAT, relative=True, unit=50.0).verdict == "here"  # per cent are not rounded so


def test_the_gap_may_move_as_before_though_england_did_not_move_that_way():
    """England fell by 6 once, and the gap leapt by it: now it leaps by 5 only."""
    there = [60.0] * 10 + [54.0] * 11 + [54.0]
    found = rare_move([*QUIET, 55], there)
    assert (found.verdict, found.gap.as_large) == ("not the gap", 10)


def test_england_that_moved_the_other_way_did_not_make_the_move():
    there = [60.0] * 9 + [70.0] * 12 + [69.0]  # the gap fell by 10 once; now it rises
    assert rare_move([*QUIET, 55], there).verdict == "here"
    falling = rare_move([*QUIET, 45], [*FLAT[1:], 55])
    assert (falling.verdict, falling.direction) == ("everywhere", -1)


def test_of_figure_and_gap_the_fewer_earlier_moves_count():
    found = rare_move([*QUIET, 55], [NAN] * 8 + FLAT[8:])
    assert (found.figure.earlier, found.gap.earlier, found.earlier) == (20, 12, 12)
    assert rare_move([*QUIET, 55], None).earlier == 20
    with pytest.raises(ValueError, match="there is no newest move: nothing"):
        _ = RareMove("untold", 0, "nothing").newest


def test_a_gap_of_nineteen_moves_is_enough_and_of_eighteen_is_watched():
    assert rare_move([*QUIET, 55], [NAN, *FLAT[1:]]).verdict == "here"
    assert rare_move([*QUIET, 55], [NAN] * 3 + FLAT[3:]).verdict == "watch"


@pytest.mark.parametrize(
    ("values", "size", "direction", "earlier", "rare", "furthest", "as_large"),
    [
        ([1, 2, 4], 2, 1, 1, True, False, None),  # both lie half from the middle, 1.5
        ([1, 2, 2], 0, 0, 1, False, False, None),
        ([5, 3, 4, 2], -2, -1, 2, False, False, 1),
        ([1, 4, 5, 8, 9, 12], 3, 1, 4, False, False, 3),  # the newest of two that were as large
        ([0, 1, 2, 3, 9], 6, 1, 3, True, True, None),
        ([0, 0], 0, 0, 0, False, True, None),
    ],
)
def test_a_newest_move_by_hand(values, size, direction, earlier, rare, furthest, as_large):
    found = newest_move(values)
    assert (found.size, found.direction, found.earlier) == (size, direction, earlier)
    assert (found.rare, found.furthest, found.as_large) == (rare, furthest, as_large)


def test_a_ratio_to_nothing_is_none():
    assert gap_to([50, 30, 20], [100, 0, -5], relative=True) == pytest.approx([0.5, NAN, NAN], nan_ok=True)
    assert gap_to([50, 30], [100, NAN]) == pytest.approx([-50, NAN], nan_ok=True)
    assert one_period_moves([-1, 2, 1], relative=True) == pytest.approx([NAN, -50], nan_ok=True)
