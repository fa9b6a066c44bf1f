"""Is this change real? Applies the method that `choose` picks (METHODS 1)."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from dashboard.methods.choice import Choice, choose
from dashboard.methods.limits import Step
from dashboard.methods.polarity import word
from dashboard.methods.seasonal import Adjusted, on_year_before, stl_adjusted
from dashboard.methods.spc import Spc, xmr
from dashboard.methods.trend import POINTS, Trend, direction_only, recent_trend


@dataclass(frozen=True)
class Change:
    """The verdict on a series, with the method that gave it.

    `verdict`: 'improving', 'worsening', 'rising', 'falling' (no polarity), 'nothing unusual' or 'cannot
    tell'. `direction` is +1, -1 or 0. `method` and `reason` are those of `choose`. `since` is the position
    of the first point judged: positions in `trend`, `chart` and `adjusted` count from there (in a chart of
    an adjusted series, from `since + adjusted.start`).
    """

    verdict: str
    direction: int
    method: str
    reason: str
    since: int
    warnings: tuple[str, ...] = ()
    chart: Spc | None = None
    trend: Trend | None = None
    adjusted: Adjusted | None = None


def judge(
    values: Sequence[float],
    frequency: str,
    *,
    lower: Sequence[float] | None = None,
    upper: Sequence[float] | None = None,
    better: str = "neither",
    seasonal: bool = False,
    periods: Sequence[Any] | None = None,
    breaks: Sequence[Step] = (),
    target: float | None = None,
) -> Change:
    """Judge the latest change, on the points since the last break, from the first value to the last.

    `values` (with `lower`, `upper`: published 95% limits) and `target` in the indicator's unit, in time
    order, one for each regular period, NaN where missing. `frequency` as in `choose`. `breaks` are compared
    with `periods`, by default positions. A chart of yearly changes is not held against the target. Refuses:
    no value at all; otherwise what the chosen method refuses.
    """
    y = np.asarray(values, dtype=float)
    present = np.flatnonzero(~np.isnan(y))
    if not len(present):
        raise ValueError("there is no value to judge; give at least one figure")
    since = max(after_last_break(periods if periods is not None else range(len(y)), breaks), int(present[0]))
    stretch = slice(since, int(present[-1]) + 1)
    low, high = (
        np.full(len(y), np.nan) if limit is None else np.asarray(limit, dtype=float)
        for limit in (lower, upper)
    )
    y, low, high = y[stretch], low[stretch], high[stretch]
    choice = _choice(y, high > low, frequency, seasonal)
    if choice.method in ("direction only", "no trend"):
        seen = direction_only(y)
        return Change("cannot tell", seen.direction, choice.method, choice.reason, since, trend=seen)
    if choice.method == "recent trend":
        seen = recent_trend(y, low, high, better=better)
        verdict = _verdict(seen.direction, better)
        return Change(verdict, seen.direction, choice.method, seen.reason, since, trend=seen)
    return _charted(y, frequency, choice, better, target, since)


def _charted(
    y: np.ndarray, frequency: str, choice: Choice, better: str, target: float | None, since: int
) -> Change:
    adjusted = _adjusted(y, frequency, choice.method)
    if adjusted is None or adjusted.unit == "same":
        chart = xmr(y if adjusted is None else adjusted.values, better=better, target=target)
    else:
        chart = xmr(adjusted.values, better=better)
    direction = chart.directions[chart.last]
    return Change(
        verdict="cannot tell" if chart.variation == "cannot tell" else _verdict(direction, better),
        direction=direction,
        method=choice.method,
        reason=choice.reason,
        since=since,
        warnings=chart.warnings,
        chart=chart,
        adjusted=adjusted,
    )


def after_last_break(periods: Sequence[Any], breaks: Sequence[Step]) -> int:
    """Position of the first period on or after the latest break that has any; 0 without breaks."""
    starts = [next((i for i, p in enumerate(periods) if p >= step.since), 0) for step in breaks]
    return max(starts, default=0)


def _choice(y: np.ndarray, with_limits: np.ndarray, frequency: str, seasonal: bool) -> Choice:
    gaps = bool(np.isnan(y).any())
    enough = int((with_limits & ~np.isnan(y)).sum()) >= POINTS
    return choose(frequency, int((~np.isnan(y)).sum()), enough, seasonal, gaps)


def _verdict(direction: int, better: str) -> str:
    return word(direction, better, "improving", "worsening", "rising", "falling", "nothing unusual")


def _adjusted(y: np.ndarray, frequency: str, method: str) -> Adjusted | None:
    if method == "xmr after STL":
        return stl_adjusted(y, frequency)
    if method == "xmr on change from a year before":
        # Per cent of nothing, or of a negative figure, means nothing.
        return on_year_before(y, frequency, percent=bool(np.nanmin(y) > 0))
    return None
