"""Comparisons: how many a line of the attention list makes, and how many of them chance alone would make."""

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.statements.judgement.judgement import Judgement


@dataclass(frozen=True)
class Compared:
    """What lies behind a line.

    `chances` has, for each place whose gap rests on a margin of error, how often chance alone would make one
    as large (0 to 1, apart by spaces). `moved` counts the series whose newest move was held against every
    earlier one, `rare` those that never moved as far that way, and `moved_by_chance` how many of them would
    be rare if all moves of a series were alike. `change_by_chance` is how often chance alone would make the
    change of a region's own figure, where that was judged by margins of error; else 1.
    """

    chances: str
    moved: int
    rare: int
    moved_by_chance: float
    change_by_chance: float

    @classmethod
    def of(cls, found: Sequence[Judgement]) -> "Compared":
        """What lies behind what is said of `found`: a region itself, or its local authorities."""
        chances = [item.against.by_chance for item in found if item.against]
        moves = [item.change.moves for item in found if item.change.moves]
        told = [move.newest for move in moves if move.verdict != "untold"]
        return cls(
            chances=" ".join(f"{chance:.3g}" for chance in chances if chance is not None),
            moved=len(told),
            rare=sum(move.rare for move in told),
            # Of n moves that are alike the newest is the largest rise or the largest fall two times in n.
            moved_by_chance=sum(2 / (move.earlier + 1) for move in told),
            change_by_chance=_of_change(found),
        )


def _of_change(found: Sequence[Judgement]) -> float:
    by_chance = found[0].change.by_chance if len(found) == 1 else None
    return 1.0 if by_chance is None else by_chance
