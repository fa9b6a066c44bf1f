"""Where first? A priority index from chosen indicators, and the two published indices it must agree with."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from dashboard.methods.priority.normalise import exponential, need_ranks, normalise, rank_share

IMD_WEIGHTS = {
    "Income": 0.225,
    "Employment": 0.225,
    "Education": 0.135,
    "Health": 0.135,
    "Crime": 0.093,
    "Housing_and_Services": 0.093,
    "Environment": 0.093,
}
_DIGITS = 9  # of a score: the noise of a sum must not part areas whose figures are the same


@dataclass(frozen=True)
class Component:
    """One indicator of an index: `values` in its unit for every area (NaN where missing), `worse` 'higher' or
    'lower', and a `weight` above zero (weights need not sum to one; they are shared out)."""

    name: str
    values: Sequence[float]
    worse: str
    weight: float = 1.0

    def __post_init__(self) -> None:
        if not self.weight > 0:
            raise ValueError(f"{self.name} has weight {self.weight}; give it one above zero or leave it out")


@dataclass(frozen=True, eq=False)
class Index:
    """An index of need. `score` and `rank` (1 = first) are NaN for an area that lacks any component; `worst`
    marks the areas in the worst tenth; `parts` is components x areas, normalised."""

    score: np.ndarray
    rank: np.ndarray
    worst: np.ndarray
    parts: np.ndarray
    weights: np.ndarray
    normalisation: str
    mean: str

    @property
    def place(self) -> np.ndarray:
        """The place that a reader is told, 1 first: areas with the same score share the first of theirs."""
        ranked = np.sort(self.rank[~np.isnan(self.rank)])
        return np.where(np.isnan(self.rank), np.nan, np.searchsorted(ranked, self.rank) + 1)


def priority_index(
    components: Sequence[Component], *, normalisation: str = "rank", mean: str = "arithmetic"
) -> Index:
    """Combine indicators into a score of need, higher first.

    `normalisation` as in `normalise`; `mean` 'arithmetic' (a good figure makes up for a bad one) or
    'geometric' (less so: it needs a scale above zero, so not z, and min-max is moved to 0.01..1). An area
    without one of the figures gets no score: nothing is made up for it. Refuses: no component, components
    for different numbers of areas, an unknown or unsuitable choice.
    """
    parts = np.array([normalise(c.values, normalisation, c.worse) for c in _checked(components)])
    weights = np.array([c.weight for c in components])
    score = combine(parts, weights, mean, normalisation)
    rank = score_ranks(score)
    return Index(score, rank, worst_decile(rank), parts, weights / weights.sum(), normalisation, mean)


def combine(parts: np.ndarray, weights: np.ndarray, mean: str, normalisation: str) -> np.ndarray:
    """Weighted arithmetic or geometric mean over components (rows); NaN where any is missing."""
    share = weights / weights.sum()
    if mean == "arithmetic":
        return np.asarray(share @ parts)
    if mean != "geometric":
        raise ValueError(f"mean {mean!r} is unknown; say arithmetic or geometric")
    if normalisation == "z":
        raise ValueError("a geometric mean needs positive scores; choose min-max, rank or exponential")
    above_zero = 0.01 + 0.99 * parts if normalisation == "min-max" else parts
    return np.asarray(np.exp(share @ np.log(above_zero)))


def score_ranks(score: np.ndarray) -> np.ndarray:
    """The ranks of scores, 1 the most need: scores that differ by the noise of arithmetic share one."""
    return need_ranks(np.round(score, _DIGITS))


def worst_decile(rank: np.ndarray) -> np.ndarray:
    """True for ranks whose decile, ceil(rank / N x 10), is 1 (the rule of the Indices of Deprivation)."""
    ranked = int((~np.isnan(rank)).sum())
    return np.asarray(np.ceil(np.nan_to_num(rank, nan=np.inf) * 10 / max(ranked, 1)) <= 1)


def imd_score(ranks: Mapping[str, Sequence[float]], areas: int) -> np.ndarray:
    """The score of the Indices of Deprivation from its seven domain ranks (1 = most deprived of `areas`).

    Source: IoD 2019 and 2025 technical reports: weights .225 .225 .135 .135 .093 .093 .093 on the exponential
    transform, **not** rescaled (they sum to .999). Keys as in IMD_WEIGHTS. Refuses any other set of domains.
    """
    if set(ranks) != set(IMD_WEIGHTS):
        raise ValueError(f"the score needs exactly the domains {', '.join(IMD_WEIGHTS)}")
    domains = (w * exponential(rank_share(ranks[name], areas)) for name, w in IMD_WEIGHTS.items())
    return np.asarray(np.sum(list(domains), axis=0))


def deri(demography: Sequence[float], deprivation: Sequence[float], broadband: Sequence[float]) -> np.ndarray:
    """Digital Exclusion Risk Index: the plain mean of its three published components (0 to 10).

    Source: GMCA, DERI v1.6. An area without one of them gets NaN.
    """
    parts = [np.asarray(part, dtype=float) for part in (demography, deprivation, broadband)]
    return np.asarray(np.mean(parts, axis=0))


def _checked(components: Sequence[Component]) -> Sequence[Component]:
    if not components:
        raise ValueError("an index needs at least one indicator; choose one")
    if len({len(c.values) for c in components}) > 1:
        raise ValueError(
            "the indicators cover different numbers of areas; give one value for each area, NaN if none"
        )
    return components
