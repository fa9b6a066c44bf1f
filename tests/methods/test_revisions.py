"""How far figures usually move after the first edition that is held, checked by hand."""

from dashboard.methods.revisions import FEWEST, UsualMove, usual_move


def test_half_and_nine_in_ten_are_real_moves_whichever_way_they_went():
    pairs = [(10.0, 10.0 + move * (-1) ** move) for move in range(1, 21)]  # moves of 1 to 20
    assert usual_move(pairs) == UsualMove(compared=20, moved=20, half=10.0, nine_in_ten=18.0)


def test_figures_that_did_not_move_count_as_nothing():
    pairs = [(5.0, 5.0)] * 18 + [(5.0, 6.0), (5.0, 7.0)]
    assert usual_move(pairs) == UsualMove(compared=20, moved=2, half=0.0, nine_in_ten=0.0)


def test_nothing_is_usual_of_few_figures():
    assert usual_move([(1.0, 2.0)] * (FEWEST - 1)) is None
