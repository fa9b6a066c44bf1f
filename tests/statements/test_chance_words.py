"""How many comparisons chance alone would call different is said wherever many are made."""

import pytest

from dashboard.statements.chance_words import by_chance, expected


@pytest.mark.parametrize(
    ("tested", "words"),
    [(1, "less than 1"), (14, "less than 1"), (16, "about 1"), (40, "about 2"), (0, "less than 1")],
)
def test_one_in_twenty_of_them(tested, words):
    assert expected(tested) == words


def test_a_page_says_how_many_differ_and_how_many_chance_would_make():
    assert by_chance(40, 17) == (
        "40 comparisons here have a margin of error; 17 are beyond theirs. If nothing differed, chance alone "
        "would still put about 2 there."
    )
    assert by_chance(0, 0) == ""
