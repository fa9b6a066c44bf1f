"""The newest move in a sentence: how rare it is, and whether England moved with it."""

import pytest

from dashboard.statements.judgement import words
from tests.statements.conftest import ENGLAND, REGION, yearly
from tests.statements.judgement.sentences import RARE, judged, said


@pytest.mark.parametrize(
    ("values", "england", "sentence"),
    [
        (
            [*RARE, 56],
            [60] * 23,
            "the largest rise in 22 years (51.0% to 56.0%); England did not change, so the gap never "
            "narrowed as much",
        ),
        (
            [*RARE, 56],
            [45] * 22 + [46],
            "the largest rise in 22 years (51.0% to 56.0%); England rose less (45.0% to 46.0%), so the gap "
            "is the widest since the figures begin (2010)",
        ),
        (
            [*RARE, 56],
            [60] * 22 + [66],
            "the largest rise in 22 years (51.0% to 56.0%); England rose more (60.0% to 66.0%)",
        ),
        (
            [*RARE[9:], 56],
            [60] * 14,
            "the largest rise in 13 years (51.0% to 56.0%); England did not change, so the gap never "
            "narrowed as much; with 12 earlier moves to hold it against, one to watch",
        ),
        ([*RARE, 52], [60] * 23, "up from 51.0% in 2031, a move of ordinary size"),
        # The median age of Tees Valley, 41 years and then 40: the only fall there was, and one of rounding.
        (
            [*range(50, 72), 71.9, 71.8],
            [60] * 24,
            "down from 71.9% in 2032, no more than rounding can make",
        ),
        (
            [*range(50, 72), 70.5],
            [60] * 23,
            "the first fall in 22 years (71.0% to 70.5%); England did not change",
        ),
    ],
)
def test_the_newest_move_is_told_as_a_fact(told, values, england, sentence):
    found = said(told, {REGION: yearly(*values), ENGLAND: yearly(*england)})
    assert found.split("; ", 1)[1].startswith(sentence)


def test_a_count_moves_in_per_cent_and_its_gap_is_its_share(told):
    """Social rent homes of Hampshire and the Solent: 219, then 558; England 9,499, then 9,866."""
    figures = {REGION: yearly(*RARE, 219 / 4, 558 / 4), ENGLAND: yearly(*[9499 / 4] * 23, 9866 / 4)}
    found = said(told, figures, statistic="count", decimals=0)
    assert found.startswith("Rate: the largest rise in per cent in 23 years (55% to 140%); England rose less")
    assert found.endswith("so its share of England’s never rose as much (2.3% to 5.7%).")


def test_where_england_did_not_move_with_it_the_gap_is_said_to_have_moved_as_far_before(told):
    gaps = [value - 20 for value in RARE]  # the gap moved by 9 once before
    there = [*gaps[:10], gaps[10] - 9, *gaps[11:], gaps[-1]]
    found = said(told, {REGION: yearly(*RARE, 56), ENGLAND: yearly(*there)})
    assert found.endswith("England did not change, and the gap moved as far before.")


def test_a_move_without_england_beside_it_gives_no_verdict(told):
    found = judged(told, {REGION: yearly(*RARE, 56)})
    assert found.change.verdict == "cannot tell"
    assert words.sentence(found) == (
        "Rate: up from 51.0% in 2031; there is no figure for England to tell what is its own from what is "
        "everybody's."
    )


def test_three_years_are_told_beside_the_newest_move_and_give_no_verdict(told):
    found = words.reason(judged(told, {REGION: yearly(*RARE, 52), ENGLAND: yearly(*[60] * 23)}))
    assert "Over three years: up from 49.0% in 2029" in found


def test_three_years_without_a_change_are_told_by_the_year_they_begin_in(told):
    # From 51% to 49%, a move of ordinary size: in 2029 it was 49% as well.
    found = words.reason(judged(told, {REGION: yearly(*RARE, 49), ENGLAND: yearly(*[60] * 23)}))
    assert "Over three years, since 2029: no change" in found
