"""Placebos: what a synthetic control would have found in places that had no pilot.

Source: Abadie, Diamond and Hainmueller (2010). They rank by the error since the start over that before it.
With some 300 donors and few periods the mix fits nearly exactly, and that ratio is mostly noise: here the
mean gap is measured in each place's usual moves instead, and only placebos that were followed closely enough
before the start are ranked (docs/methods.md has the false alarms and the power of both).
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from dashboard.methods.evaluation.weights import mix, rmspe, spread, usual_move


@dataclass(frozen=True, eq=False)
class Placebos:
    """`gaps` is actual minus synthetic, sets x periods; `fitted` says which a mix followed before the start.

    `moved` is how far each moved since the start, in its own usual moves; `own` the same of the place itself,
    whose usual move is `scale`, in the outcome's unit.
    """

    gaps: np.ndarray
    fitted: np.ndarray
    moved: np.ndarray
    own: float
    scale: float

    @property
    def as_far(self) -> int:
        """How many of the fitted placebos moved at least as far as the place."""
        return int((self.moved[self.fitted] >= self.own).sum())


def placebos(
    y: np.ndarray,
    gaps: np.ndarray,
    pool: np.ndarray,
    sets: Sequence[Sequence[int]],
    kin: np.ndarray,
    start: int,
    poor: float,
) -> Placebos:
    """Treat each set of donors as if the pilot had been there, against a mix of the donors outside the set.

    Donors that are of one `kin` (a number each) with the set are left out of its mix too, as those of the
    pilot's own area are left out of the pilot's: with neighbours in their mixes placebos would part less.
    `y` and `gaps` are those of the place (or the mean of places) with the pilot, `pool` donors x periods. A
    placebo is fitted when its error before the start is at most `poor` times the spread between places.
    """
    shape = (len(sets), len(y))
    lines = np.reshape([pool[list(members)].mean(axis=0) for members in sets], shape)
    each = np.reshape([_gap(pool, members, kin, start) for members in sets], shape)
    usual = usual_move(np.vstack([y, lines]), start)
    # Halfway to the middle place: a place with few periods or many equal figures would else move "far".
    scale = (usual + np.median(usual)) / 2
    far = np.abs(np.vstack([gaps, each])[:, start:].mean(axis=1))
    moved = np.divide(far, scale, out=np.where(far > 0, np.inf, 0.0), where=scale > 0)
    allowed = poor * spread(y, pool, start)
    fitted = np.array([rmspe(line[:start]) <= allowed for line in each], dtype=bool)
    return Placebos(each, fitted, moved[1:], float(moved[0]), float(scale[0]))


def _gap(pool: np.ndarray, members: Sequence[int], kin: np.ndarray, start: int) -> np.ndarray:
    """Actual minus synthetic of a set; zeros when no donor is left to compare it with."""
    others = pool[~np.isin(kin, kin[list(members)])]
    if not len(others):
        return np.zeros(pool.shape[1])
    mean = pool[list(members)].mean(axis=0)
    gap: np.ndarray = mean - mix(mean, others, start) @ others
    return gap
