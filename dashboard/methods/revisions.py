"""Revisions: by how much figures usually move after the first edition that is held.

A revision is a difference between two editions for the same place and period in the same definition and price
base. A change of base is no revision: whoever calls gives only pairs of one base. Nor is a difference that
rounding makes: where one edition gives fewer decimals, the two are the same if they are so at those.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil, isclose

EXACT_DECIMALS = 9  # decimals from which a file is taken to give its figures as they are
FEWEST_PAIRS = 20  # pairs below which nothing is said of what is usual

_ADDED = 1e-11  # of a figure: what the order in which a database adds may change
_NOISE = 1e-9  # of arithmetic, in the unit of the figure


def is_same_figure(one: float, other: float, by_rounding: float = 0.0) -> bool:
    """Whether two figures differ by no more than rounding may have moved one of them. The last digits of a
    sum are no difference: they are of the order in which a database added."""
    return isclose(one, other, rel_tol=_ADDED, abs_tol=by_rounding + _NOISE)


@dataclass(frozen=True)
class UsualMove:
    """Of `compared` figures `moved` changed; half moved by `half` or less, nine in ten by `nine_in_ten`.

    In the unit of the indicator, whichever way they moved; figures that did not move count as 0.
    """

    compared: int
    moved: int
    half: float
    nine_in_ten: float


def revised(first: float, newest: float, decimals: int) -> bool:
    """Whether two values of one figure differ by more than rounding; `decimals`: of the coarser edition."""
    return abs(newest - first) > half_unit(decimals) + _NOISE


def half_unit(decimals: int) -> float:
    """By how much a value moves at most when it is rounded to `decimals`; 0 from EXACT_DECIMALS on."""
    return 0.5 * 10.0**-decimals if decimals < EXACT_DECIMALS else 0.0


def usual_move(pairs: Iterable[tuple[float, float, int]]) -> UsualMove | None:
    """How far figures moved from the first value to the newest, each with the decimals of the coarser of
    their two editions; None for fewer than 20.

    The shares are of real figures (nearest rank), never between two of them.
    """
    moves = sorted(abs(new - first) if revised(first, new, coarse) else 0.0 for first, new, coarse in pairs)
    if len(moves) < FEWEST_PAIRS:
        return None
    moved = sum(move > _NOISE for move in moves)
    return UsualMove(len(moves), moved, _rank(moves, 0.5), _rank(moves, 0.9))


def _rank(ordered: list[float], share: float) -> float:
    return ordered[ceil(share * len(ordered)) - 1]
