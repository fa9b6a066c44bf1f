"""Is this place different? A figure against a benchmark, and two estimates against each other."""

from dataclasses import dataclass
from math import erfc, hypot, sqrt
from statistics import NormalDist
from typing import TypeGuard

from dashboard.methods.missing import is_known
from dashboard.methods.polarity import check_better, word


@dataclass(frozen=True)
class Comparison:
    """A place against a benchmark or another place.

    `verdict`: 'better', 'worse', 'higher', 'lower' (no polarity), 'similar', or None: no judgement, with the
    reason. `direction` is +1 (higher), -1 (lower), 0 (similar) or None. `confidence` is the widest interval
    that excludes the benchmark: 0.95, 0.998, or None when similar or not judged. `by_chance` is how often
    chance alone would put an equal place as far from the benchmark (0 to 1; under 0.05 when it is excluded).
    """

    verdict: str | None
    direction: int | None
    reason: str
    confidence: float | None = None
    by_chance: float | None = None


@dataclass(frozen=True)
class Difference:
    """First minus second, with the 95% interval of the difference, in the unit of the estimates. `value` and
    limits are None, and the verdict too, when an estimate or a limit is missing."""

    value: float | None
    lower: float | None
    upper: float | None
    verdict: str | None
    direction: int | None
    reason: str

    @property
    def limits(self) -> tuple[float, float] | None:
        """The lower and the upper limit of the difference; None where no interval is known."""
        return None if self.lower is None or self.upper is None else (self.lower, self.upper)


_STANDARD_ERRORS = NormalDist().inv_cdf(0.975)  # that each side of a 95% interval is wide

Estimate = tuple[float | None, float | None, float | None]  # value, lower, upper: 95%


def compare(
    value: float | None,
    lower: float | None,
    upper: float | None,
    benchmark: float | None,
    better: str,
    *,
    same_place: bool = False,
    wider: tuple[float | None, float | None] | None = None,
) -> Comparison:
    """Hold a figure against a benchmark value by strict exclusion from its 95% interval.

    Source: OHID Fingertips (BenchmarkComparisonEngine): the benchmark is taken as fixed; touching is similar.
    All figures in one unit; `wider` are the 99.8% limits. No judgement: a missing value, limit or benchmark,
    or a place against itself (`same_place`). Refuses: lower above upper, unknown `better`.
    """
    check_better(better)
    if same_place:
        return Comparison(None, None, "a place is not compared with itself")
    if not is_known(value):
        return Comparison(None, None, "there is no figure for this place")
    if not is_known(benchmark):
        return Comparison(None, None, "there is no figure to compare with")
    if not (is_known(lower) and is_known(upper)):
        return Comparison(None, None, "no margin of error is published, so a difference may be chance")
    direction = _outside(lower, upper, benchmark)
    verdict = word(direction, better, "better", "worse", "higher", "lower", "similar")
    by_chance = chance_of(value, lower, upper, benchmark)
    if not direction:
        why = "the margin of error includes the figure compared with"
        return Comparison(verdict, 0, why, by_chance=by_chance)
    low, high = wider or (None, None)
    sure = is_known(low) and is_known(high) and _outside(low, high, benchmark) == direction
    return Comparison(
        verdict,
        direction,
        "the margin of error lies clear of the figure compared with",
        0.998 if sure else 0.95,
        by_chance,
    )


def difference(first: Estimate, second: Estimate, better: str) -> Difference:
    """Compare two independent estimates (place against place, year against year) by the interval of their
    difference, never by whether their own intervals overlap.

    Source: square-and-add limits (Newcombe 1998, method 10; Zou and Donner 2008), which keep each
    estimate's own uneven limits and equal the usual formula for even ones. Estimates are (value, lower,
    upper) at 95%, in one unit. Not for a part against its own whole. Refuses: lower above upper, a value
    outside its limits.
    """
    check_better(better)
    if not (_whole(first) and _whole(second)):
        return Difference(None, None, None, None, None, "a figure or its margin of error is missing")
    for value, lower, upper in (first, second):
        if not lower <= value <= upper:
            raise ValueError(
                f"the figure {value} lies outside its limits {lower} to {upper}; check the source"
            )
    (a, a_low, a_high), (b, b_low, b_high) = first, second
    gap = a - b
    lower, upper = gap - hypot(a - a_low, b_high - b), gap + hypot(a_high - a, b - b_low)
    direction = _outside(lower, upper, 0.0)
    verdict = word(direction, better, "better", "worse", "higher", "lower", "similar")
    reason = "more" if direction else "no more"
    return Difference(
        gap, lower, upper, verdict, direction, f"they differ by {reason} than their margins of error"
    )


def _outside(lower: float, upper: float, benchmark: float) -> int:
    """+1 when the whole interval is above the benchmark, -1 when it is below, else 0."""
    if lower > upper:
        raise ValueError(f"the lower limit {lower} is above the upper limit {upper}; check the source")
    return int(lower > benchmark) - int(upper < benchmark)


def chance_of(value: float, lower: float, upper: float, benchmark: float) -> float:
    """How often chance alone puts a figure as far from `benchmark` (two-sided), by its 95% interval: the side
    that faces it is 1.96 standard errors wide."""
    side = value - lower if benchmark < value else upper - value
    if side <= 0:  # no width: either the same or not
        return 1.0 if benchmark == value else 0.0
    return erfc(abs(benchmark - value) / side * _STANDARD_ERRORS / sqrt(2))


def _whole(estimate: Estimate) -> TypeGuard[tuple[float, float, float]]:
    return all(map(is_known, estimate))


def by_chance(found: Difference) -> float:
    """How often chance alone makes a difference as large as one that was worked out (two-sided). Raises
    ValueError for one that was not."""
    if found.value is None or found.lower is None or found.upper is None:
        raise ValueError(f"a difference that was not worked out has no chance: {found.reason}")
    return chance_of(found.value, found.lower, found.upper, 0.0)
