"""Periods of several years that overlap: only those that share no year are held against each other."""

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.methods.comparison import Difference, difference


@dataclass(frozen=True)
class NonOverlapping:
    """The newest period against two earlier ones that share no year with it.

    `lately` is against the newest such one, at position `before`; `overall` against the first period of all,
    at `first`. Both are newest minus earlier.
    """

    lately: Difference
    before: int
    overall: Difference
    first: int


def compare_non_overlapping(
    values: Sequence[float], lower: Sequence[float], upper: Sequence[float], years: int, *, better: str
) -> NonOverlapping | None:
    """Did a figure of several years' data change, by the interval of the difference?

    `values` with their 95% limits in one unit, one for each year in which a period of `years` years begins,
    in time order, NaN where missing; the last must be there. Periods that share a year share data: their
    difference says too little, and its interval, which takes them as independent, is wrong. None where no
    earlier period is free of shared years. Refuses: `years` under 1, and what `difference` refuses.
    """
    if years < 1:
        raise ValueError(f"a period of {years} years has no length; say how many years one figure spans")
    rows = list(zip(values, lower, upper, strict=True))
    last = len(rows) - 1
    usable = [at for at in range(last - years + 1) if not any(item != item for item in rows[at])]
    if not usable or any(item != item for item in rows[last]):
        return None
    before, first = usable[-1], usable[0]
    return NonOverlapping(
        difference(rows[last], rows[before], better),
        before,
        difference(rows[last], rows[first], better),
        first,
    )
