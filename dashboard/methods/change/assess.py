"""Is this change real? The stretch that is judged, and the method that its kind of series allows."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import ArrayLike

from dashboard.methods.change.judging import judged
from dashboard.methods.change.rare import gap_to
from dashboard.methods.change.stretch import Stretch, no_verdict
from dashboard.methods.change.verdict import Change
from dashboard.methods.control_charts.control_limits import Step
from dashboard.methods.counts import widened

__all__ = ["Change", "after_last_break", "judge", "share_of"]


def judge(
    values: Sequence[float],
    frequency: str,
    *,
    lower: Sequence[float] | None = None,
    upper: Sequence[float] | None = None,
    benchmark: Sequence[float] | None = None,
    better: str = "neither",
    seasonal: bool = False,
    count: bool = False,
    money: bool = False,
    unit: float = 0.0,
    overdispersion: float = 1.0,
    periods: Sequence[Any] | None = None,
    breaks: Sequence[Step] = (),
    target: float | None = None,
) -> Change:
    """Judge the latest change, on the points since the last break, from the first value to the last.

    `values` (with `lower`, `upper`: 95% limits; `benchmark`: England's figure) and `target` in the
    indicator's unit, in time order, one for each regular period, NaN where missing. `frequency` as in
    `choose`; `unit` is the step to which figures are rounded. `count` compares by per cent, and takes monthly
    limits from the last 36 months. `money` is judged only as a share of the benchmark's figure of the same
    period, in per cent: never in pounds of different years. `overdispersion` is how many times larger the
    variance of yearly moves is than the limits explain (counts.estimate_overdispersion): a change is held to
    limits as wide as that asks for. `breaks` are compared with `periods`, by default positions. Refuses:
    no value at all; otherwise what the chosen method refuses.
    """
    y = np.asarray(values, dtype=float)
    present = np.flatnonzero(~np.isnan(y))
    if not len(present):
        raise ValueError("there is no value to judge; give at least one figure")
    since = max(after_last_break(periods if periods is not None else range(len(y)), breaks), int(present[0]))
    stretch = slice(since, int(present[-1]) + 1)
    low, high = (widened(y, _column(limit, len(y)), overdispersion)[stretch] for limit in (lower, upper))
    there = None if benchmark is None else _column(benchmark, len(y))[stretch]
    given = Stretch(y[stretch], low, high, there, frequency, better, seasonal, count, unit, target, since)
    return _money(given) if money else judged(given)


def after_last_break(periods: Sequence[Any], breaks: Sequence[Step]) -> int:
    """Position of the first period on or after the latest break that has any; 0 without breaks."""
    starts = [next((i for i, p in enumerate(periods) if p >= step.since), 0) for step in breaks]
    return max(starts, default=0)


def share_of(values: ArrayLike, benchmark: ArrayLike) -> np.ndarray:
    """Money as a share of the benchmark's figure of the same period, in per cent: what inflation did to both
    falls out. NaN where either is missing."""
    return 100 * gap_to(values, benchmark, relative=True)


def _money(given: Stretch) -> Change:
    """Money by its share of the benchmark's; its share is figure and gap in one."""
    if given.there is None or np.isnan(share_of(given.values, given.there)).all():
        why = "only figures in cash are held, and prices rise: a change of pounds is not judged"
        return no_verdict(Change("cannot tell", 0, "direction only", why, given.since), given)
    low, high = (share_of(limit, given.there) for limit in (given.lower, given.upper))
    share = share_of(given.values, given.there)
    hundred = np.full(len(share), 100.0)
    # A step of a penny is one of so many per cent of the benchmark's pounds.
    unit = 100 * given.unit / float(given.there[~np.isnan(share)][-1])
    return judged(replace(given, values=share, lower=low, upper=high, there=hundred, unit=unit))


def _column(values: Sequence[float] | None, length: int) -> np.ndarray:
    return np.full(length, np.nan) if values is None else np.asarray(values, dtype=float)
