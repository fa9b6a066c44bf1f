"""Rare moves, here and everywhere: how a series without margins of error, or one that drifts, is judged.

The newest move is held against every earlier one in the same direction, and so is that of the gap to England:
a move that both made is national, one that only the place made is local. With n earlier moves, none of them
different in kind, the newest is the largest one time in n + 1. That is often where n is small. So among fewer
than 19 it has to lie further from the usual move than all others on either side: half as often, of moves that
scatter alike up and down, also where the figure rises or falls all the time. The same is asked where a
control chart was silenced: of figures that only look as if they drift, the moves before the newest were small
by luck.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

SURE_MOVES = 19  # earlier moves: the newest of 20 is the largest one time in 20
WATCHED_MOVES = 10  # earlier moves: fewer say nothing


@dataclass(frozen=True)
class Move:
    """The newest move of a series, in its unit or in per cent: `size`, `direction` (+1, -1, 0).

    `earlier` counts the moves before it; `rare` is whether it is larger in its direction than each of them;
    `furthest` whether it lies further from the usual move (the median of all) than each of them, up or down;
    `as_large` is the position at which the newest earlier move ended that was as large, None without any.
    """

    size: float
    direction: int
    earlier: int
    rare: bool
    furthest: bool
    as_large: int | None

    @property
    def rounding(self) -> bool:
        """Whether it is the largest in its direction, and no more than rounding can make."""
        return bool(self.direction) and self.as_large is None and not self.rare


@dataclass(frozen=True)
class RareMove:
    """`verdict`: 'here' (figure and gap made a rare move the same way, among 19 earlier ones or more),
    'watch' (the same, among 10 to 18, and each the furthest from its usual move), 'not furthest' (it had to
    be, and is not), 'everywhere' (England moved the same way, and the gap's move is not rare), 'not the gap'
    (it is not rare, though England did not move that way), 'ordinary', or 'untold', with the reason: under 10
    earlier moves, or nothing to compare with. `direction` is the figure's.
    """

    verdict: str
    direction: int
    reason: str
    figure: Move | None = None
    gap: Move | None = None

    @property
    def newest(self) -> Move:
        """The newest move of the figure. Raises ValueError where the figure before the newest is missing."""
        if self.figure is None:
            raise ValueError(f"there is no newest move: {self.reason}")
        return self.figure

    @property
    def earlier(self) -> int:
        """How many earlier moves the newest was held against: of the figure's and the gap's the fewer."""
        return min(move.earlier for move in (self.newest, self.gap) if move)


def rare_move(
    values: ArrayLike,
    benchmark: ArrayLike | None,
    *,
    relative: bool = False,
    unit: float = 0.0,
    silenced: bool = False,
) -> RareMove:
    """Is the newest move of a place rare, and is it its own?

    `values` and `benchmark` (the same figure for England) in one unit, in time order, one for each regular
    period since the last break, NaN where missing. `relative` takes moves in per cent and the gap as a ratio:
    for counts. `unit` is the step to which figures are rounded: a move no larger may be nothing but rounding,
    and is not rare. `silenced`: a control chart was the first choice. Refuses: series of different lengths.
    """
    figure = newest_move(values, relative=relative, unit=0.0 if relative else unit)
    if figure is None:
        return RareMove("untold", 0, f"the figure before the newest is {_unusable(values)}")
    if benchmark is None:
        there = gap = None
    else:
        there = newest_move(benchmark, relative=relative)
        gap = newest_move(gap_to(values, benchmark, relative=relative), relative=relative)
    verdict, reason = _verdict(figure, gap, there, silenced)
    return RareMove(verdict, figure.direction, reason, figure, gap)


def newest_move(values: ArrayLike, *, relative: bool = False, unit: float = 0.0) -> Move | None:
    """The newest move among all one-period moves; None where one of its two figures is missing.

    `values` as in `rare_move`. A move from zero or less has no per cent and is left out (`relative`).
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
        rare=bool(direction) and not as_large.size and abs(size) > unit + noise,
        furthest=_furthest(moves, noise),
        as_large=int(as_large[-1]) + 1 if as_large.size else None,
    )


def _furthest(moves: np.ndarray, noise: float) -> bool:
    """Whether the last of these moves lies further from the median of them all than every other."""
    away = np.abs(moves - np.nanmedian(moves))
    return bool((np.nan_to_num(away[:-1], nan=-np.inf) < away[-1] - noise).all())


def one_period_moves(values: ArrayLike, *, relative: bool = False) -> np.ndarray:
    """Each figure less the one before it, or in per cent of it; NaN beside a missing one.

    A fall to nothing is one of 100%: left out, a smaller one would be called the largest there was.
    """
    y = np.asarray(values, dtype=float)
    if not relative:
        return np.diff(y)
    return 100 * (y[1:] / np.where(y[:-1] > 0, y[:-1], np.nan) - 1)


def gap_to(values: ArrayLike, benchmark: ArrayLike, *, relative: bool = False) -> np.ndarray:
    """The gap to the benchmark in each period: the difference, or the ratio. NaN where either is missing."""
    here, there = np.asarray(values, dtype=float), np.asarray(benchmark, dtype=float)
    if len(here) != len(there):
        raise ValueError(f"{len(here)} figures have {len(there)} of the benchmark; give one for each")
    return here / np.where(there > 0, there, np.nan) if relative else here - there


def _verdict(figure: Move, gap: Move | None, there: Move | None, silenced: bool) -> tuple[str, str]:
    if figure.earlier < WATCHED_MOVES:
        return "untold", _too_few(figure.earlier, "")
    if gap is None:
        return "untold", "there is no figure for England to tell what is its own from what is everybody's"
    if figure.rounding:
        return "ordinary", "it never moved as far that way, but moved by no more than rounding can"
    if not figure.rare:
        return "ordinary", "it moved as far that way before" if figure.direction else "it did not move"
    if not (gap.rare and gap.direction == figure.direction):
        same = there is not None and there.direction == figure.direction
        return "everywhere" if same else "not the gap", "the gap to England moved as far that way before"
    earlier = min(figure.earlier, gap.earlier)
    if earlier < WATCHED_MOVES:
        return "untold", _too_few(earlier, " of the gap to England")
    return _own(earlier, figure.furthest and gap.furthest, silenced)


def _own(earlier: int, furthest: bool, silenced: bool) -> tuple[str, str]:
    """Neither the figure nor the gap ever moved as far that way: what that is worth."""
    never = "neither it nor the gap ever moved as far that way"
    if earlier >= SURE_MOVES and not silenced:
        return "here", never
    if not furthest:
        return "not furthest", f"{never}, but an earlier move was as far from the usual one, the other way"
    far = f"{never}, and no move was as far from the usual one"
    return ("here" if earlier >= SURE_MOVES else "watch"), far


def _too_few(earlier: int, what: str) -> str:
    moves = "earlier move" if earlier == 1 else "earlier moves"
    return f"{earlier or 'no'} {moves}{what} {'is' if earlier == 1 else 'are'} too few to call one rare"


def _unusable(values: ArrayLike) -> str:
    """Why the newest move cannot be worked out: a figure is not there, or there is no per cent of nothing."""
    y = np.asarray(values, dtype=float)
    return "missing" if len(y) < 2 or np.isnan(y[-2:]).any() else "zero, and a per cent of zero is nothing"
