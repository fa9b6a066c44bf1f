"""How big is the gap? What a difference from a benchmark comes to in people, homes or pounds of a year.

Never a forecast and never a cause: it restates a difference that is there, among those it is counted among.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import floor, log10

from dashboard.methods.missing import is_known

_PARTS = 10  # of an interval, that a figure beside it is rounded to
_LEADING = 2  # digits that are kept where there is no interval
_LEAST = 0.01  # of all ones: what a place must have to be taken for the best; fewer are no measure for many


@dataclass(frozen=True)
class Size:
    """How many more (above 0) or fewer (below 0) there would be at the benchmark, rounded to `step`.

    `lower` and `upper` are the ends of its 95% interval, lower first; None where no margin of error is known.
    """

    count: float
    lower: float | None
    upper: float | None
    step: float

    @property
    def limits(self) -> tuple[float, float] | None:
        """The ends of its interval; None where no margin of error is known."""
        return None if self.lower is None or self.upper is None else (self.lower, self.upper)


@dataclass(frozen=True)
class Best:
    """What `total` would be added where every place reached the `best` of them (its position and figure), and
    what they all have of their `own`."""

    total: float
    place: int
    best: float
    own: float

    @property
    def far_off(self) -> bool:
        """Whether all of them together would have to more than double: such a best is no measure for them."""
        return self.total > self.own


def size_of_gap(
    value: float | None,
    lower: float | None,
    upper: float | None,
    benchmark: float | None,
    base: float | None,
    per: float,
) -> Size | None:
    """(benchmark - value) times `base` / `per`, with the value's 95% interval, rounded to what that allows.

    `value`, limits and `benchmark` in one unit and of one period: so many `per` of the `base` among whom they
    are counted (per 100 for %). The benchmark and the base are taken as exact. None: a figure is missing, the
    interval holds or touches the benchmark (the gap is within chance), or nothing is left after rounding.
    Refuses: a base below 0, per not above 0, lower above upper.
    """
    if not (is_known(value) and is_known(benchmark) and is_known(base)):
        return None
    if base < 0 or per <= 0:
        raise ValueError(f"a base of {base} per {per} counts nobody; check the source")
    count = (benchmark - value) * base / per
    if not (is_known(lower) and is_known(upper)):
        step = leading_step(count)
        found = Size(rounded(count, step), None, None, step)
    elif lower > upper:
        raise ValueError(f"the lower limit {lower} is above the upper limit {upper}; check the source")
    elif lower <= benchmark <= upper:
        return None
    else:
        low, high = sorted((benchmark - end) * base / per for end in (lower, upper))
        found = _rounded_to_interval(count, low, high)
    return found if found.count else None


def at_best(figures: Sequence[tuple[float, float]]) -> Best | None:
    """What would be added if every place had the highest figure of them all: the rule of Unlocking Regional
    Growth (CBI 2016), each district at its region's best.

    `figures` are (value for each one, how many ones) of each place, all of one period. A place that has under
    a hundredth of all ones is not taken for the best (the City of London), and nothing is taken off what is
    above the best. None for fewer than two places, or where there is nothing to add.
    """
    if len(figures) < 2:
        return None
    least = _LEAST * sum(base for _, base in figures)
    best, place = max((value, -position) for position, (value, base) in enumerate(figures) if base >= least)
    total = sum(max(best - value, 0) * base for value, base in figures)
    own = sum(value * base for value, base in figures)
    return Best(total, -place, best, own) if total > 0 else None


def leading_step(count: float) -> float:
    """What a count without an interval is rounded to: its two leading digits, a whole at least."""
    return 10.0 ** max(floor(log10(abs(count))) - _LEADING + 1, 0) if count else 1.0


def rounded(count: float, step: float) -> float:
    """`count` to the nearest `step`, halves away from 0."""
    whole = floor(abs(count) / step + 0.5) * step
    return whole if count >= 0 else -whole


def _rounded_to_interval(count: float, lower: float, upper: float) -> Size:
    """To the largest of 1, 2 and 5 times a power of ten that is no more than a tenth of the interval, and
    that does not make nothing of the end near 0; to whole ones at least."""
    step = _nice(max((upper - lower) / _PARTS, 1.0))
    while step > 1 and not rounded(min(abs(lower), abs(upper)), step):
        step = _nice(step * 0.99)
    return Size(rounded(count, step), rounded(lower, step), rounded(upper, step), step)


def _nice(most: float) -> float:
    power = 10.0 ** floor(log10(most))
    return next(times * power for times in (5, 2, 1) if times * power <= most * (1 + 1e-9))
