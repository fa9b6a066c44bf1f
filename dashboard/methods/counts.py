"""Two counts of things that come in clusters, such as the casualties of two half years."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import sqrt

Z95 = 1.959963984540054


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
