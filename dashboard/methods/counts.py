"""Counts that vary by more than chance alone makes: things that come in clusters, or years that differ."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import sqrt
from typing import TypeVar

import numpy as np
from numpy.typing import ArrayLike

Z95 = 1.959963984540054
Figures = TypeVar("Figures", float, np.ndarray)
CHI2_MEDIAN = 0.4549364231195728  # of the square of a standard normal
ENOUGH = 20  # moves


@dataclass(frozen=True)
class Counts:
    """`now` less `before`: the `difference` and its 95% interval; `direction` is +1 or -1 beyond chance, 0
    within it."""

    difference: float
    lower: float
    upper: float
    direction: int


def two_counts(now: float, before: float, clustering: float = 1.0) -> Counts:
    """Do two counts of equal spans of time differ by more than chance?

    The variance of the difference is `clustering` times their sum: 1 where each is counted alone (Poisson),
    more where several come at once (see `clustering`). Normal limits: good from about 10 on each side.
    Refuses: a negative count, a clustering under 1.
    """
    if min(now, before) < 0:
        raise ValueError("a count is below zero; correct it")
    if clustering < 1:
        raise ValueError(f"clustering {clustering} is below 1; each event counts at least one")
    gap, half = now - before, Z95 * sqrt(clustering * (now + before))
    return Counts(gap, gap - half, gap + half, int(gap > half) - int(gap < -half))


def clustering(sizes: Iterable[int]) -> float:
    """By how much the variance of a count is larger than the count: the sum of squares over the sum.

    `sizes` are how many came at once (casualties of each collision). 1 where all came alone, or none came.
    """
    known = [size for size in sizes if size > 0]
    return sum(size * size for size in known) / sum(known) if known else 1.0


def widened(value: Figures, limit: Figures, overdispersion: float) -> Figures:
    """A limit of `value` drawn as far from it as figures that vary `overdispersion` times as much ask for."""
    widened_limit: Figures = value + (limit - value) * overdispersion**0.5
    return widened_limit


def estimate_overdispersion(moves: ArrayLike, errors: ArrayLike) -> float:
    """How many times larger the variance of yearly moves is than margins of error from counts explain.

    `moves` of the gap to the benchmark from one period to the next, in all places of a level together, and
    the standard `errors` of those moves, one for one, NaN where missing. A margin from counts takes each case
    for a coin tossed alone; registers move with the economy, the rules and who reports. By the median, so
    that a few places that really changed do not make all of them overdispersed; at least 1, and 1 where fewer
    than 20 moves are known.
    """
    with np.errstate(divide="ignore", invalid="ignore"):  # no margin at all: left out below
        ratio = np.asarray(moves, dtype=float) ** 2 / np.asarray(errors, dtype=float) ** 2
    known = ratio[np.isfinite(ratio)]
    return max(1.0, float(np.median(known)) / CHI2_MEDIAN) if known.size >= ENOUGH else 1.0
