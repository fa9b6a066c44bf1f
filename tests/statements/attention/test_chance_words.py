"""How many comparisons chance alone would call different is said wherever many are made."""

from dataclasses import replace

import pytest

from dashboard.statements.attention.chance_words import behind, by_chance, expected
from dashboard.statements.attention.statement import Statement, statement
from tests.statements.conftest import ENGLAND, REGION, yearly

LINE = Statement("a/b", "a", "E47", "A: b.", "", "", "none", "similar", "unknown", "none", 4, 0.0, False, "A")


@pytest.mark.parametrize(
    ("tested", "words"),
    [
        (1, "less than 1"),
        (14, "less than 1"),  # 0.7
        (15, "about 1"),  # 0.75
        (29, "about 1"),
        (31, "about 2"),
        (40, "about 2"),
        (40_000, "about 2,000"),
        (0, "less than 1"),
    ],
)
def test_one_in_twenty_of_them(tested, words):
    assert expected(tested) == words


def test_a_page_says_how_many_differ_and_how_many_chance_would_make():
    assert by_chance(40, 17) == (
        "40 comparisons here have a margin of error; 17 are beyond theirs. If nothing differed, chance alone "
        "would still put about 2 there."
    )
    assert by_chance(0, 0) == ""


@pytest.mark.parametrize(
    ("tested", "beyond", "said"),
    [
        (
            1,
            0,
            "1 comparison here has a margin of error; 0 are beyond it. Chance alone would do that 1 time ",
        ),
        (1, 1, "1 comparison here has a margin of error; 1 is beyond it. Chance alone would do that 1 time "),
        (2, 1, "2 comparisons here have a margin of error; 1 is beyond theirs. If nothing differed, "),
        (
            1200,
            2,
            "1,200 comparisons here have a margin of error; 2 are beyond theirs. If nothing differed, ",
        ),
    ],
)
def test_one_comparison_and_many_are_counted_in_their_own_words(tested, beyond, said):
    assert by_chance(tested, beyond).startswith(said)


@pytest.mark.parametrize(
    ("moved", "rare", "said"),
    [
        (1000, 0, "Of 1,000 newest moves held against every earlier one none was the largest of its kind; "),
        (3, 1, "Of 3 newest moves held against every earlier one 1 was the largest of its kind; "),
        (3, 2, "Of 3 newest moves held against every earlier one 2 were the largest of its kind; "),
    ],
)
def test_of_a_list_of_moves_alone_those_that_are_rare_are_counted(moved, rare, said):
    found = behind([replace(LINE, moved=moved, rare=rare, moved_by_chance=0.7)])
    assert found == f"{said}if all moves were alike, chance would make less than 1."


def test_a_chance_of_five_in_a_hundred_is_not_beyond():
    assert behind([replace(LINE, chances="0.05 0.049")]).startswith(
        "2 comparisons here have a margin of error; 1 is beyond theirs."
    )


def test_a_list_says_how_many_comparisons_lie_behind_its_lines():
    lines = [replace(LINE, chances="0.01 0.2"), replace(LINE, moved=20, rare=1, moved_by_chance=2.0)]
    assert behind(lines) == (
        "2 comparisons here have a margin of error; 1 is beyond theirs. If nothing differed, chance alone "
        "would still put less than 1 there. Of 20 newest moves held against every earlier one 1 was the "
        "largest of its kind; if all moves were alike, chance would make about 2."
    )
    assert behind([LINE]) == ""


def test_a_gap_is_counted_where_it_has_a_margin_of_error_and_a_move_where_it_was_judged(told):
    limited = {REGION: yearly(50, 51, around=2.0), ENGLAND: yearly(55, 53)}
    (chance,) = _line(told(limited)).by_chance
    assert chance == pytest.approx(0.05, abs=1e-3)  # England lies on the limit
    leap = _line(told({REGION: yearly(*[50, 51, 49] * 8, 70), ENGLAND: yearly(*[60] * 25)}))
    assert (leap.chances, leap.moved, leap.rare) == ("", 1, 1)
    assert leap.moved_by_chance == pytest.approx(2 / 24)  # 24 moves, the newest among them


def _line(given):
    return statement(given.site, given.indicator, given.region)
