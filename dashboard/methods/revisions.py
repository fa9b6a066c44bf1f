"""Revisions: by how much figures usually move after the first edition that is held.

A revision is a difference between two editions for the same place and period in the same definition and price
base. A change of base is no revision: whoever calls gives only pairs of one base.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil

FEWEST = 20  # pairs below which nothing is said of what is usual


@dataclass(frozen=True)
class UsualMove:
    """Of `compared` figures `moved` changed; half moved by `half` or less, nine in ten by `nine_in_ten`.

    In the unit of the indicator, whichever way they moved; figures that did not move count as 0.
    """

    compared: int
    moved: int
    half: float
    nine_in_ten: float


def usual_move(pairs: Iterable[tuple[float, float]]) -> UsualMove | None:
    """How far figures moved from the first value to the newest; None for fewer than 20 pairs.

    The shares are of real figures (nearest rank), never between two of them.
    """
    moves = sorted(abs(newest - first) for first, newest in pairs)
    if len(moves) < FEWEST:
        return None
    moved = sum(move > 1e-9 for move in moves)
    return UsualMove(len(moves), moved, _rank(moves, 0.5), _rank(moves, 0.9))


def _rank(ordered: list[float], share: float) -> float:
    return ordered[ceil(share * len(ordered)) - 1]
