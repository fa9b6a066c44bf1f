"""Rare moves, here and everywhere: how a series without margins of error, or one that drifts, is judged.

The newest move is held against every earlier one in the same direction, and so is that of the gap to England:
what both made is everybody's, what only the place made is its own. With n earlier moves, none of them
different in kind, the newest is the largest one time in n + 1.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

SURE = 19  # earlier moves: the newest of 20 is the largest one time in 20
WATCH = 10  # earlier moves: fewer say nothing


@dataclass(frozen=True)
class Move:
    """The newest move of a series, in its unit or in per cent: `size`, `direction` (+1, -1, 0).

    `earlier` counts the moves before it; `rare` is whether it is larger in its direction than each of them;
    `as_large` is the position at which the newest earlier move ended that was as large, None without any.
    """

    size: float
    direction: int
    earlier: int
    rare: bool
    as_large: int | None


@dataclass(frozen=True)
class RareMove:
    """`verdict`: 'here' (figure and gap made a rare move the same way, among 19 earlier ones or more),
    'watch' (the same, among 10 to 18), 'everywhere' (the figure's is rare, the gap's is not), 'ordinary', or
    'untold', with the reason: under 10 earlier moves, or nothing to compare with. `direction`: the figure's.
    """

    verdict: str
    direction: int
    reason: str
    figure: Move | None = None
    gap: Move | None = None


def rare_move(values: ArrayLike, benchmark: ArrayLike | None, *, relative: bool = False) -> RareMove:
    """Is the newest move of a place rare, and is it its own?

    `values` and `benchmark` (the same figure for England) in one unit, in time order, one for each regular
    period since the last break, NaN where missing. `relative` takes moves in per cent and the gap as a ratio:
    for money and counts. Money given so is judged by the ratio alone if the caller passes its share of
    England's as both (see `change.judge`). Refuses: series of different lengths.
    """
    figure = newest_move(values, relative=relative)
    if figure is None:
        return RareMove("untold", 0, "the newest figure, or the one before it, is missing")
    other = None if benchmark is None else gap_to(values, benchmark, relative=relative)
    gap = None if other is None else newest_move(other, relative=relative)
    verdict, reason = _verdict(figure, gap)
    return RareMove(verdict, figure.direction, reason, figure, gap)


def newest_move(values: ArrayLike, *, relative: bool = False) -> Move | None:
    """The newest move among all one-period moves; None where one of its two figures is missing.

    `values` as in `rare_move`. A move to or from zero or less has no per cent and is left out (`relative`).
    """
    moves = one_period_moves(values, relative=relative)
    if not moves.size or np.isnan(moves[-1]):
        return None
    size, before = float(moves[-1]), moves[:-1]
    # Decimals that are the same on paper are the same here.
    noise = 1e-9 * float(np.nanmax(np.abs(moves)))
    direction = int(size > noise) - int(size < -noise)
    as_large = np.flatnonzero(before * direction >= abs(size) - noise) if direction else np.array([], int)
    return Move(
        size=size,
        direction=direction,
        earlier=int(np.count_nonzero(~np.isnan(before))),
        rare=bool(direction) and not as_large.size,
        as_large=int(as_large[-1]) + 1 if as_large.size else None,
    )


def one_period_moves(values: ArrayLike, *, relative: bool = False) -> np.ndarray:
    """Each figure less the one before it, or in per cent of it; NaN beside a missing one."""
    y = np.asarray(values, dtype=float)
    if not relative:
        return np.diff(y)
    y = np.where(y > 0, y, np.nan)
    return 100 * (y[1:] / y[:-1] - 1)


def gap_to(values: ArrayLike, benchmark: ArrayLike, *, relative: bool = False) -> np.ndarray:
    """The gap to the benchmark in each period: the difference, or the ratio. NaN where either is missing."""
    here, there = np.asarray(values, dtype=float), np.asarray(benchmark, dtype=float)
    if len(here) != len(there):
        raise ValueError(f"{len(here)} figures have {len(there)} of the benchmark; give one for each")
    return here / np.where(there > 0, there, np.nan) if relative else here - there


def _verdict(figure: Move, gap: Move | None) -> tuple[str, str]:
    if figure.earlier < WATCH:
        return "untold", f"{figure.earlier} earlier moves are too few to call one rare"
    if gap is None:
        return "untold", "there is no figure for England to tell what is its own from what is everybody's"
    if not figure.rare:
        return "ordinary", "it moved as far in that direction before"
    if not (gap.rare and gap.direction == figure.direction):
        return "everywhere", "the gap to England moved as far in that direction before"
    earlier = min(figure.earlier, gap.earlier)
    if earlier < WATCH:
        return "untold", f"{earlier} earlier moves of the gap to England are too few to call one rare"
    return (
        "here" if earlier >= SURE else "watch"
    ), "neither it nor the gap ever moved as far in that direction"
