"""Hot spots: where high or low figures stand together more than chance would put them.

Gi* with the false discovery rate held, written out: esda would bring numba, libpysal and scikit-learn for
thirty lines. Its values are those of the tests.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import erfc, sqrt

import numpy as np

from dashboard.methods.multiple_comparisons import FALSE_DISCOVERIES, discoveries

LEAST = 30  # areas with a figure, below which neighbours make up too much of the whole


@dataclass(frozen=True)
class HotSpots:
    """`member` is +1 in a cluster of high figures, -1 of low ones, 0 elsewhere; None without a figure.

    `z` is the Gi* score of each area, NaN where there is none. `rate` is the share of areas marked +1 or -1
    that may be so by chance alone.
    """

    member: tuple[int | None, ...]
    z: np.ndarray
    rate: float

    def count(self, kind: int) -> int:
        """How many areas are marked `kind`."""
        return sum(each == kind for each in self.member)


def hot_spots(
    values: Sequence[float], neighbours: Mapping[int, Sequence[int]], *, rate: float = FALSE_DISCOVERIES
) -> HotSpots:
    """Gi* of every area with a figure, and which stay unusual when all areas are tested at once.

    Source: Ord and Getis (1995), binary weights, the area itself included; false discoveries by Benjamini
    and Hochberg (1995). `values` in any unit, NaN where missing; `neighbours` gives for each position those
    of the areas that touch it. Nothing is drawn at random. Refuses fewer than 30 figures, figures that are
    all the same, and infinite ones.
    """
    x = np.asarray(values, dtype=float)
    if np.isinf(x).any():
        raise ValueError("a value is infinite; leave a missing value as NaN")
    present = ~np.isnan(x)
    count = int(present.sum())
    if count < LEAST:
        raise ValueError(f"{count} areas have a figure; hot spots need {LEAST} or more")
    mean, spread = x[present].mean(), x[present].std()
    if spread == 0:
        raise ValueError("all figures are the same; there are no hot spots to find")
    z = np.full(len(x), np.nan)
    for i in np.flatnonzero(present):
        near = [int(i), *[j for j in neighbours.get(int(i), ()) if present[j]]]
        size = len(near)
        if size < count:
            z[i] = (x[near].sum() - mean * size) / (spread * sqrt(size * (count - size) / (count - 1)))
    unusual = discoveries(np.array([erfc(abs(score) / sqrt(2)) for score in z]), rate)  # two-sided p-values
    marks = np.where(unusual, np.sign(z), 0)
    return HotSpots(tuple(None if np.isnan(s) else int(m) for s, m in zip(z, marks, strict=True)), z, rate)
