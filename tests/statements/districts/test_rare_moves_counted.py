"""Rare moves of districts and of their gaps: in how many, and what is said of the others."""

from dashboard.statements.attention.tiers import TIERS
from tests.statements.conftest import ASH, BEECH, COVE, ENGLAND, monthly, yearly
from tests.statements.districts.sentences import districts, said

LEVEL_MOVES = [50, 51, 49] * 8
FLAT = {ENGLAND: yearly(*[40] * 25)}


def test_a_rare_move_in_a_few_leaves_the_others_without_a_verdict(told):
    figures = districts([*LEVEL_MOVES, 60], [*LEVEL_MOVES, 50], [*LEVEL_MOVES, 50]) | FLAT
    found = said(told, figures, better="lower")
    assert "the largest rise in 24 years, of the gap too, in 1 (Ash 60.0%, in 2034)" in found.text
    assert found.sure.endswith("In the other 2 the newest move gives no verdict.")
    none = said(told, districts(*[[*LEVEL_MOVES, 50]] * 3) | FLAT, better="lower")
    assert none.sure.endswith("No newest move is larger than all before it.")
    # England rose as much: of the figure the move is rare, of the gap it is not.
    shared = districts([*LEVEL_MOVES, 60], [*LEVEL_MOVES, 50], [*LEVEL_MOVES, 50])
    shared[ENGLAND] = yearly(*[40] * 24, 60)
    both = said(told, shared, better="lower")
    assert both.text.endswith("no rare move of figure and gap in any of them.")
    assert both.sure.endswith("No verdict on the change: no newest move is rare in figure and gap.")


def test_a_rare_move_to_be_watched_in_a_few_is_not_called_none(told):
    figures = districts([*LEVEL_MOVES[:14], 70], [*LEVEL_MOVES[:15]], [*LEVEL_MOVES[:15]])
    found = said(told, figures | {ENGLAND: yearly(*[40] * 15)}, better="lower")
    assert found.change == "none"
    assert found.text.endswith(
        "the largest rise in 14 years, too few to be sure, of the gap too, in 1 (Ash 70.0%, in 2024)."
    )
    assert found.sure.endswith("In the other 2 the newest move gives no verdict.")


def test_rare_moves_of_districts_are_counted_with_those_of_their_gaps(told):
    level = [50, 51, 49] * 8
    figures = districts([*level, 60], [*level, 58], [*level, 50]) | {ENGLAND: yearly(*[40] * 25)}
    found = said(told, figures, better="lower")
    assert (found.change, TIERS[found.tier]) == ("worsening", TIERS[0])
    assert found.text.endswith(
        "the largest rise in 24 years, of the gap too, in 2 (Ash 60.0% and Beech 58.0%, in 2034)."
    )
    quiet = districts([*level, 50], [*level, 50], [*level, 50]) | {ENGLAND: yearly(*[40] * 25)}
    assert said(told, quiet).text.endswith("no rare move of figure and gap in any of them.")


def test_rare_moves_of_months_are_told_in_months_and_those_without_a_verdict_by_name(told):
    """Monthly pay of Greater Manchester: "the largest fall in 103 years in 3", and Tameside's was too.

    All rise by 1 a month. Ash and Beech then fall; Cove falls by 16 after a month in which it rose by 21.
    """
    ash, beech = [*range(50, 74), 60], [*range(50, 74), 58]
    cove = [*range(50, 62), 82, *range(83, 94), 77]
    figures = {ASH: monthly(*ash), BEECH: monthly(*beech), COVE: monthly(*cove), ENGLAND: monthly(*[40] * 25)}
    found = said(told, figures, better="higher", period="month")
    assert found.text.endswith(
        "the largest fall in 24 months, of the gap too, in 2 (Beech 58.0% and Ash 60.0%, in Jan 2017), and "
        "in Cove, where a move the other way was as far from the usual one."
    )
