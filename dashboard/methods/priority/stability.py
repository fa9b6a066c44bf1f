"""How far an index depends on choices that reasonable people would make differently."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from dashboard.methods.priority.index import (
    Component,
    Index,
    combine,
    priority_index,
    score_ranks,
    worst_decile,
)
from dashboard.methods.priority.normalise import METHODS

DRAWS = 200
SWING = 0.25
SEED = 20260401


@dataclass(frozen=True, eq=False)
class Stability:
    """What `draws` reasonable weightings do to each area.

    `times_worst` counts in how many it is in the worst tenth; 90% of them rank it between `best` and
    `worst` (NaN where it has no score).
    """

    draws: int
    times_worst: np.ndarray
    best: np.ndarray
    worst: np.ndarray


@dataclass(frozen=True)
class Effect:
    """What one other choice would do.

    `agreement` is the rank correlation with the index (-1 to 1); `stay` how many of the `places` in its worst
    tenth remain there.
    """

    choice: str
    agreement: float
    stay: int
    places: int


def stability(index: Index, *, draws: int = DRAWS, swing: float = SWING, seed: int = SEED) -> Stability:
    """Redraw every weight evenly within +-25% and count where each area lands.

    Source: OECD/JRC Handbook on composite indicators (2008), chapter 7. `seed` is fixed, so the same index
    gives the same counts. Refuses: no draws, a swing outside 0 to 1.
    """
    if draws < 1 or not 0 <= swing < 1:
        raise ValueError(f"{draws} draws with a swing of {swing} make no test; say 1 or more, and 0 to 1")
    factors = np.random.default_rng(seed).uniform(1 - swing, 1 + swing, size=(draws, len(index.weights)))
    ranks = np.array(
        [
            score_ranks(combine(index.parts, index.weights * f, index.mean, index.normalisation))
            for f in factors
        ]
    )
    times = np.sum([worst_decile(rank) for rank in ranks], axis=0)
    best, worst = np.quantile(ranks, [0.05, 0.95], axis=0)
    return Stability(draws, times, best, worst)


def leave_one_out(components: Sequence[Component], index: Index) -> tuple[Effect, ...]:
    """What leaving out each indicator would do. Refuses fewer than two indicators."""
    if len(components) < 2:
        raise ValueError("an index of one indicator cannot leave one out; add an indicator")
    return tuple(
        _effect(
            f"without {left.name}",
            [c for c in components if c is not left],
            index,
            index.normalisation,
            index.mean,
        )
        for left in components
    )


def other_choices(components: Sequence[Component], index: Index) -> tuple[Effect, ...]:
    """What equal weights, every other normalisation and the other mean would do, where they apply."""
    equal = [Component(c.name, c.values, c.worse) for c in components]
    effects = [_effect("equal weights", equal, index, index.normalisation, index.mean)]
    for other in METHODS:
        if other != index.normalisation and not (other == "z" and index.mean == "geometric"):
            effects.append(_effect(f"normalised by {other}", components, index, other, index.mean))
    mean = "geometric" if index.mean == "arithmetic" else "arithmetic"
    if not (mean == "geometric" and index.normalisation == "z"):
        effects.append(_effect(f"{mean} mean", components, index, index.normalisation, mean))
    return tuple(effects)


def people_in_worst_decile(index: Index, population: Sequence[float]) -> float:
    """People who live in the areas of the worst tenth; areas without a population count as nobody."""
    return float(np.nansum(np.asarray(population, dtype=float)[index.worst]))


def _effect(
    choice: str, components: Sequence[Component], index: Index, normalisation: str, mean: str
) -> Effect:
    other = priority_index(components, normalisation=normalisation, mean=mean)
    both = ~np.isnan(index.rank) & ~np.isnan(other.rank)
    ranks = score_ranks(index.score[both]), score_ranks(other.score[both])
    varied = all(np.ptp(rank) > 0 for rank in ranks) if both.any() else False
    agreement = float(np.corrcoef(*ranks)[0, 1]) if varied else float(np.array_equal(*ranks))
    return Effect(choice, agreement, int((index.worst & other.worst).sum()), int(index.worst.sum()))
