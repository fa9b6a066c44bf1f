"""Did the pilot work? A place, or the mean of several, against a weighted mix of others: synthetic control.

Source: Abadie and Gardeazabal (2003); Abadie, Diamond and Hainmueller (2010) for placebos and the rank. The
weights come from non-negative least squares with a heavily weighted row that makes them sum to one: general
optimisers stop at wrong answers on the classic data (weights.py).
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from dashboard.methods.evaluation.placebos import Placebos, placebos
from dashboard.methods.evaluation.weights import effect_without, mix, rmspe, spread
from dashboard.methods.polarity import check_better, word

ENOUGH_PLACEBOS = 19  # with fewer, none can be further than 19 in 20
ENOUGH_BEFORE = 5
POOR_FIT = 0.25  # pre-period error over the usual spread between places: our own rule, see docs/methods.md
ONE_IN = 25  # with one in 20 as the mark, untouched groups passed it 6.1% of the time: docs/methods.md


@dataclass(frozen=True)
class Impact:
    """A place against its synthetic self, in the outcome's unit; series run over all periods.

    `weights` has one weight for each donor given (0 for one left out, see `left_out`: donors with a gap in
    their figures). `gaps` is actual minus synthetic; `effect` the mean gap since the start. `sets` are the
    donors that stood in for the pilot's places, one placebo each, with their `placebo_gaps` and whether a mix
    `fitted` them before the start. `rank` is the place's position among itself and the fitted ones, 1 the
    furthest, and `p_value` = rank / all of them. `without` is the effect with each weighted donor left out,
    by its position. `verdict`: 'better', 'worse', 'higher', 'lower' or 'cannot tell'; `reason` says why.
    """

    weights: tuple[float, ...]
    left_out: tuple[int, ...]
    synthetic: tuple[float, ...]
    gaps: tuple[float, ...]
    effect: float
    pre_rmspe: float
    sets: tuple[tuple[int, ...], ...]
    placebo_gaps: tuple[tuple[float, ...], ...]
    fitted: tuple[bool, ...]
    rank: int
    p_value: float
    without: dict[int, float]
    verdict: str
    reason: str


def synthetic_control(
    outcome: Sequence[float],
    donors: np.ndarray,
    start: int,
    *,
    better: str = "neither",
    sets: Sequence[Sequence[int]] | None = None,
    kin: Sequence[str] | None = None,
) -> Impact:
    """Estimate what would have happened without the pilot, and how unusual the difference is.

    `outcome` is the series of the place, or the mean of several; `donors` places x periods (none of them
    touched by the pilot), in one unit and over the same regular periods; `start` is the position of the first
    period with the pilot. `sets` are donors by position that lie together as the pilot's places do, as many a
    set; each donor alone when None. Sets with a donor that has a gap are not used. `kin` names the area of
    each donor where the pilot is not compared with places of its own area; then nor are the placebos.
    Refuses (ValueError): a missing outcome, no donor with complete figures, a start that leaves no period
    before or after.

    'cannot tell': fewer than 5 periods before; a synthetic place that missed the outcome before the start by
    more than a quarter of the usual spread between places; fewer than 19 placebos that were followed as
    closely; a mean gap, in the place's usual moves, not among the furthest (`may_move_as_far`); or one
    that changes its sign without one donor. Over untouched places that is a verdict at most 1 time in 20.
    """
    check_better(better)
    y, pool, kept = _checked(outcome, donors, start)
    share = mix(y, pool, start)
    gaps = y - share @ pool
    used = _complete(sets, kept)
    of_kin = np.unique([kin[i] for i in kept], return_inverse=True)[1] if kin else np.arange(len(kept))
    found = placebos(y, gaps, pool, used, of_kin, start, POOR_FIT)
    weighted: Sequence[int] | np.ndarray = np.flatnonzero(share > 1e-3) if len(pool) > 1 else []
    without = {int(kept[i]): effect_without(y, pool, int(i), start) for i in weighted}
    effect = float(gaps[start:].mean())
    close = rmspe(gaps[:start]) <= POOR_FIT * spread(y, pool, start)
    reason = _doubt(start, close, found, _kind(used), effect, without)
    weights = np.zeros(len(donors))
    weights[kept] = share
    compared = int(found.fitted.sum())
    direction = 0 if reason else int(np.sign(effect))
    return Impact(
        weights=tuple(weights.tolist()),
        left_out=tuple(i for i in range(len(donors)) if i not in set(kept.tolist())),
        synthetic=tuple((share @ pool).tolist()),
        gaps=tuple(gaps.tolist()),
        effect=effect,
        pre_rmspe=rmspe(gaps[:start]),
        sets=tuple(tuple(int(kept[i]) for i in members) for members in used),
        placebo_gaps=tuple(map(tuple, found.gaps.tolist())),
        fitted=tuple(found.fitted.tolist()),
        rank=1 + found.as_far,
        p_value=(1 + found.as_far) / (compared + 1),
        without=without,
        verdict=word(direction, better, "better", "worse", "higher", "lower", "cannot tell"),
        reason=reason or f"{compared - found.as_far} of {compared} untouched {_kind(used)} moved less far",
    )


def may_move_as_far(compared: int) -> int:
    """How many of the untouched places compared with may have moved as far where there is a verdict.

    None of 48 or fewer; then such that the pilot's is among the furthest 1 in 25.
    """
    return max((compared + 1) // ONE_IN - 1, 0)


def compared_with_placebos(
    outcome: Sequence[float],
    donors: np.ndarray,
    start: int,
    *,
    sets: Sequence[Sequence[int]] | None = None,
    kin: Sequence[str] | None = None,
) -> Placebos:
    """The placebos that `synthetic_control` of the same arguments ranks the place among."""
    y, pool, kept = _checked(outcome, donors, start)
    of_kin = np.unique([kin[i] for i in kept], return_inverse=True)[1] if kin else np.arange(len(kept))
    gaps = y - mix(y, pool, start) @ pool
    return placebos(y, gaps, pool, _complete(sets, kept), of_kin, start, POOR_FIT)


def _checked(outcome: Sequence[float], donors: np.ndarray, start: int) -> tuple[np.ndarray, ...]:
    y, table = np.asarray(outcome, dtype=float), np.asarray(donors, dtype=float)
    if table.ndim != 2 or table.shape[1] != len(y):
        raise ValueError(f"donors must be places x {len(y)} periods; theirs is a table of {table.shape}")
    if np.isnan(y).any():
        raise ValueError("the place has a period without a figure; choose periods that it covers")
    if not 1 <= start < len(y):
        raise ValueError(f"the start {start} leaves no period before or after it; there are {len(y)} periods")
    kept = np.flatnonzero(~np.isnan(table).any(axis=1))
    if not len(kept):
        raise ValueError("no donor has a figure in every period; choose other periods or places")
    return y, table[kept], kept


def _complete(sets: Sequence[Sequence[int]] | None, kept: np.ndarray) -> list[tuple[int, ...]]:
    """The sets without a gap, as positions among the donors that are kept."""
    at = {int(donor): number for number, donor in enumerate(kept)}
    given = [(donor,) for donor in at] if sets is None else sets
    return [tuple(at[donor] for donor in members) for members in given if all(d in at for d in members)]


def _kind(sets: Sequence[Sequence[int]]) -> str:
    size = len(sets[0]) if sets else 1
    return "places" if size == 1 else f"groups of {size} places"


def _doubt(
    before: int, close: bool, found: Placebos, kind: str, effect: float, without: dict[int, float]
) -> str:
    every, compared = len(found.fitted), int(found.fitted.sum())
    if before < ENOUGH_BEFORE:
        return f"{before} periods before the start are too few; {ENOUGH_BEFORE} are needed"
    if every < ENOUGH_PLACEBOS:
        return f"{every} untouched {kind} to compare with are too few; {ENOUGH_PLACEBOS} are needed"
    if not close:
        return "no mix of other places followed this one closely enough before the start"
    if compared < ENOUGH_PLACEBOS:
        return (
            f"a mix of other places followed only {compared} of {every} untouched {kind} closely enough "
            f"before the start; {ENOUGH_PLACEBOS} are needed"
        )
    if found.as_far > may_move_as_far(compared):
        return f"{found.as_far} of {compared} untouched {kind} moved as far from their own mix of places"
    if any(np.sign(other) != np.sign(effect) for other in without.values()):
        return "the result turns round when one of the places compared with is left out"
    return ""
