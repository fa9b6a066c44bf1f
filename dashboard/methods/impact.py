"""Did the pilot work? One place against a weighted mix of others: synthetic control (METHODS 5).

Source: Abadie and Gardeazabal (2003); Abadie, Diamond and Hainmueller (2010) for placebos and the rank. The
weights come from non-negative least squares with a heavily weighted row that makes them sum to one: general
optimisers stop at wrong answers on the classic data (synthetic.py).
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from dashboard.methods.polarity import check_better, word
from dashboard.methods.synthetic import effect_without, misfit, mix, placebo_gaps, post_to_pre, rmspe

ENOUGH_DONORS = 10
ENOUGH_BEFORE = 5
POOR_FIT = 0.25  # pre-period error over the usual spread between places: our own rule, see docs/methods.md
RARE = 0.10


@dataclass(frozen=True)
class Impact:
    """A place against its synthetic self, in the outcome's unit; series run over all periods.

    `weights` has one weight for each donor given (0 for one left out, see `left_out`: donors with a gap in
    their figures). `gaps` is actual minus synthetic; `effect` the mean gap since the start. `rank` is the
    place's position among all places by post / pre RMSPE, 1 the most extreme, and `p_value` = rank /
    places. `without` is the effect with each weighted donor left out, by its position. `verdict`: 'better',
    'worse', 'higher', 'lower' or 'cannot tell', and `reason` says why.
    """

    weights: tuple[float, ...]
    left_out: tuple[int, ...]
    synthetic: tuple[float, ...]
    gaps: tuple[float, ...]
    effect: float
    pre_rmspe: float
    post_rmspe: float
    placebo_gaps: tuple[tuple[float, ...], ...]
    placebo_ratios: tuple[float, ...]
    rank: int
    p_value: float
    without: dict[int, float]
    verdict: str
    reason: str


def synthetic_control(
    outcome: Sequence[float], donors: np.ndarray, start: int, *, better: str = "neither"
) -> Impact:
    """Estimate what would have happened without the pilot, and how unusual the difference is.

    `outcome` is the place's series and `donors` places x periods (none of them touched by the pilot), in one
    unit and over the same regular periods; `start` is the position of the first period with the pilot.
    Refuses (ValueError): a missing outcome, no donor with complete figures, a start that leaves no period
    before or after. 'cannot tell': fewer than 5 periods before, fewer than 10 donors, a synthetic place that
    missed the outcome before the start by more than a quarter of the usual spread between places, a gap that
    one in ten untouched places or more matches, or one that changes its sign without one donor.
    """
    check_better(better)
    y, pool, kept = _checked(outcome, donors, start)
    share = mix(y, pool, start)
    gaps = y - share @ pool
    placebos = np.array([placebo_gaps(pool, i, start) for i in range(len(pool))])
    ratio, ratios = post_to_pre(gaps, start), np.array([post_to_pre(line, start) for line in placebos])
    rank = 1 + int((ratios >= ratio).sum())
    used = np.flatnonzero(share > 1e-3) if len(pool) > 1 else []
    without = {int(kept[i]): effect_without(y, pool, int(i), start) for i in used}
    effect = float(gaps[start:].mean())
    reason = _doubt(start, len(pool), misfit(y, pool, gaps, start), rank, effect, without)
    direction = 0 if reason else int(np.sign(effect))
    weights = np.zeros(len(donors))
    weights[kept] = share
    return Impact(
        weights=tuple(weights.tolist()),
        left_out=tuple(i for i in range(len(donors)) if i not in set(kept.tolist())),
        synthetic=tuple((share @ pool).tolist()),
        gaps=tuple(gaps.tolist()),
        effect=effect,
        pre_rmspe=rmspe(gaps[:start]),
        post_rmspe=rmspe(gaps[start:]),
        placebo_gaps=tuple(map(tuple, placebos.tolist())),
        placebo_ratios=tuple(ratios.tolist()),
        rank=rank,
        p_value=rank / (len(pool) + 1),
        without=without,
        verdict=word(direction, better, "better", "worse", "higher", "lower", "cannot tell"),
        reason=reason or _rarity(rank - 1, len(pool)),
    )


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


def _doubt(
    before: int, donors: int, misfit: float, rank: int, effect: float, without: dict[int, float]
) -> str:
    if before < ENOUGH_BEFORE:
        return f"{before} periods before the start are too few; {ENOUGH_BEFORE} are needed"
    if donors < ENOUGH_DONORS:
        return f"{donors} places to compare with are too few; {ENOUGH_DONORS} are needed"
    if misfit > POOR_FIT:
        return "no mix of other places followed this one closely enough before the start"
    if rank / (donors + 1) > RARE:
        return (
            f"{rank - 1} of the {donors} places without the pilot moved as far from their own mix of places"
        )
    if any(np.sign(other) != np.sign(effect) for other in without.values()):
        return "the result turns round when one of the places compared with is left out"
    return ""


def _rarity(as_far: int, places: int) -> str:
    count = "none" if as_far == 0 else f"only {as_far}"
    return f"{count} of the {places} places without the pilot moved this far from its own mix of places"
