"""Five classes for a map, with the number of places in each.

mapclassify is the oracle of the tests, not the engine: without numba its Fisher-Jenks takes 3.2 seconds for
the 1,679 small areas of a region (natural_breaks.py 0.1), and it warns where quantiles fall together.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from dashboard.methods.maps.natural_breaks import fisher_jenks

CLASSES = 5


@dataclass(frozen=True)
class Classes:
    """Classes of a map, in the unit of the values.

    `lowest` is the smallest value; class i holds the `counts[i]` places up to and including `tops[i]`.
    `member[j]` is the class of place j, None where it has no figure. `method` says how the classes were
    made.
    """

    lowest: float | None
    tops: tuple[float, ...]
    counts: tuple[int, ...]
    member: tuple[int | None, ...]
    method: str


def classify(
    values: Sequence[float], *, scheme: Literal["natural", "quantiles"] = "natural", classes: int = CLASSES
) -> Classes:
    """Put values into classes: Fisher-Jenks natural breaks, or quantiles (equal numbers of places).

    `values` in the indicator's unit, NaN where missing; for an animation give all periods at once, so that
    one scale serves them all. With no more distinct values than classes each value is its own class.
    Quantiles that fall together are merged. Nothing to class gives no classes. Refuses: an unknown scheme,
    infinite values.
    """
    if scheme not in ("natural", "quantiles"):
        raise ValueError(f"scheme {scheme!r} is unknown; say natural or quantiles")
    y = np.asarray(values, dtype=float)
    if np.isinf(y).any():
        raise ValueError("a value is infinite; leave a missing value as NaN")
    present = y[~np.isnan(y)]
    if not present.size:
        return Classes(None, (), (), (None,) * len(y), "no figures")
    tops, method = _tops(present, scheme, classes)
    bins = np.searchsorted(tops, present, side="left")
    member: list[int | None] = [None] * len(y)
    for position, group in zip(np.flatnonzero(~np.isnan(y)), bins, strict=True):
        member[int(position)] = int(group)
    counts = np.bincount(bins, minlength=len(tops))
    return Classes(float(present.min()), tuple(tops), tuple(map(int, counts)), tuple(member), method)


def classes_for(places: int) -> int:
    """How many classes tell `places` apart: five; of fewer than ten half as many as places, rounded up.

    A class for each place would be a ranking in colours, and make much of differences that are small.
    """
    return min(CLASSES, max(2, (places + 1) // 2))


def _tops(present: np.ndarray, scheme: str, classes: int) -> tuple[list[float], str]:
    distinct = np.unique(present)
    if len(distinct) <= classes:
        return distinct.tolist(), "each value its own class"
    if scheme == "quantiles":
        # Many equal values make some quantiles fall together: they are one class, not an empty one.
        return np.unique(
            np.quantile(present, np.arange(1, classes + 1) / classes)
        ).tolist(), "equal numbers of places"
    return fisher_jenks(present, classes), "natural breaks (Fisher-Jenks)"
