"""How far figures usually move after the first edition that is held, checked by hand."""

from dashboard.methods.revisions import (
    EXACT_DECIMALS,
    FEWEST_PAIRS,
    UsualMove,
    half_unit,
    is_same_figure,
    revised,
    usual_move,
)


def test_half_and_nine_in_ten_are_real_moves_whichever_way_they_went():
    pairs = [(10.0, 10.0 + move * (-1) ** move, EXACT_DECIMALS) for move in range(1, 21)]  # moves of 1 to 20
    assert usual_move(pairs) == UsualMove(compared=20, moved=20, half=10.0, nine_in_ten=18.0)


def test_figures_that_did_not_move_count_as_nothing():
    pairs = [(5.0, 5.0, EXACT_DECIMALS)] * 18 + [(5.0, 6.0, EXACT_DECIMALS), (5.0, 7.0, 0)]
    assert usual_move(pairs) == UsualMove(compared=20, moved=2, half=0.0, nine_in_ten=0.0)


def test_nothing_is_usual_of_few_figures():
    assert usual_move([(1.0, 2.0, 0)] * (FEWEST_PAIRS - 1)) is None


def test_the_last_digit_of_a_sum_is_no_revision_and_a_figure_more_is_one():
    assert is_same_figure(89.70855405815158, 89.70855405815159)
    assert is_same_figure(161_231_456_789.1234, 161_231_456_789.1235)
    assert not is_same_figure(67_000_000.0, 67_000_001.0)
    assert not is_same_figure(71.9, 71.90001)
    assert is_same_figure(71.9, 71.94, by_rounding=0.05)
    assert not is_same_figure(71.9, 71.96, by_rounding=0.05)


def test_a_difference_that_rounding_makes_is_no_revision():
    assert not revised(35.5, 35.46, decimals=1)
    assert not revised(35.45, 35.5, decimals=1)
    assert revised(35.5, 35.44, decimals=1)
    assert revised(35.5, 35.46, decimals=2)
    assert usual_move([(35.5, 35.46, 1)] * 20) == UsualMove(compared=20, moved=0, half=0.0, nine_in_ten=0.0)


def test_a_figure_moves_by_half_of_its_last_digit_when_it_is_rounded_and_an_exact_one_by_nothing():
    assert [half_unit(decimals) for decimals in (0, 1, 2)] == [0.5, 0.05, 0.005]
    assert half_unit(EXACT_DECIMALS - 1) == 0.5e-8
    assert half_unit(EXACT_DECIMALS) == half_unit(EXACT_DECIMALS + 3) == 0
    assert not revised(1.0, 1.5, decimals=0)
    assert revised(1.0, 1.51, decimals=0)
    assert not revised(0.1 + 0.2, 0.3, decimals=EXACT_DECIMALS)


def test_of_twenty_figures_the_tenth_and_the_eighteenth_are_told():
    moves = [*range(20, 0, -1)]
    found = usual_move([(0.0, float(-move), EXACT_DECIMALS) for move in moves])
    assert (found.half, found.nine_in_ten) == (10, 18)
    more = usual_move([(0.0, float(move), EXACT_DECIMALS) for move in range(1, 22)])
    assert (more.compared, more.half, more.nine_in_ten) == (21, 11, 19)  # 10.5 and 18.9, rounded up
