"""Up and down become better and worse in one place."""

import pytest

from dashboard.methods.polarity import check_better, goodness, word

WORDS = ("good", "bad", "up", "down", "none")


@pytest.mark.parametrize(
    ("better", "up", "down"), [("higher", "good", "bad"), ("lower", "bad", "good"), ("neither", "up", "down")]
)
def test_a_direction_has_one_word_for_each_polarity(better, up, down):
    assert [word(direction, better, *WORDS) for direction in (1, 0, -1)] == [up, "none", down]


@pytest.mark.parametrize(
    ("better", "signs"), [("higher", [1, 0, -1]), ("lower", [-1, 0, 1]), ("neither", [0, 0, 0])]
)
def test_a_move_is_good_where_it_goes_the_better_way(better, signs):
    assert [goodness(direction, better) for direction in (1, 0, -1)] == signs


def test_another_polarity_is_refused_whether_it_moves_or_not():
    for call in (
        lambda: check_better("up"),
        lambda: goodness(1, "up"),
        lambda: word(0, "up", *WORDS),
        lambda: word(1, "up", *WORDS),
    ):
        with pytest.raises(ValueError, match="better is 'up'; say one of higher, lower, neither"):
            call()
