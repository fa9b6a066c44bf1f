"""A change judged by margins of error: the recent trend, and the difference of two figures."""

from collections.abc import Callable
from dataclasses import replace
from math import erfc, sqrt

import numpy as np

from dashboard.methods.change.choice import SPANS
from dashboard.methods.change.non_overlapping import compare_non_overlapping
from dashboard.methods.change.stretch import Stretch, change_verdict, no_verdict
from dashboard.methods.change.trend import direction_only, recent_trend
from dashboard.methods.change.verdict import Change
from dashboard.methods.comparison import Estimate, by_chance, difference


def by_margins(nothing: Change, given: Stretch) -> Change:
    """The verdict by the method that `nothing` names, and whether the gap to the benchmark changed too."""
    found = _METHODS[nothing.method](nothing, given)
    return replace(found, here=_here(found, given)) if found.scope else found


def _recent(nothing: Change, given: Stretch) -> Change:
    seen = recent_trend(given.values, given.lower, given.upper, better=given.better)
    found = replace(change_verdict(nothing, seen.direction, given.better), reason=seen.reason, trend=seen)
    return replace(found, by_chance=None if seen.chi2 is None else erfc(sqrt(seen.chi2 / 2)))


def _difference(nothing: Change, given: Stretch) -> Change:
    """The newest figure with limits against the first, of two to four."""
    usable = np.flatnonzero(~np.isnan(given.values) & (given.upper > given.lower))
    first, last = int(usable[0]), int(usable[-1])
    newest, oldest = (_estimate(given.values, given.lower, given.upper, at) for at in (last, first))
    seen = difference(newest, oldest, given.better)
    trend = replace(direction_only(given.values), points=(first, last))
    found = change_verdict(nothing, seen.direction or 0, given.better)
    return replace(found, reason=seen.reason, differs=seen, trend=trend, by_chance=by_chance(seen))


def _apart(nothing: Change, given: Stretch) -> Change:
    rows = (given.values.tolist(), given.lower.tolist(), given.upper.tolist())
    seen = compare_non_overlapping(*rows, SPANS[given.frequency], better=given.better)
    if seen is None:
        why = "no earlier period is free of years that the newest covers too"
        return no_verdict(replace(nothing, method="direction only", reason=why), given)
    # Lately first; a change that only shows against the first period of all is one too.
    clear = seen.overall if seen.overall.direction and not seen.lately.direction else seen.lately
    held = seen.first if clear is seen.overall else seen.before
    trend = replace(direction_only(given.values), points=(held, len(given.values) - 1))
    # Two looks at one figure: either may find something by chance.
    chance = min(1.0, 2 * by_chance(clear)) if seen.first != seen.before else by_chance(clear)
    found = change_verdict(nothing, clear.direction or 0, given.better)
    return replace(found, reason=clear.reason, non_overlapping=seen, trend=trend, by_chance=chance)


def _here(found: Change, given: Stretch) -> bool | None:
    """Whether the gap to the benchmark, whose figures are taken as exact, changed too by the same rule."""
    if given.there is None or found.trend is None or np.isnan(given.there[list(found.trend.points)]).any():
        return None
    values, low, high = (getattr(given, name) - given.there for name in ("values", "lower", "upper"))
    if found.method == "recent trend":
        return recent_trend(values, low, high).direction == found.direction
    held, last = found.trend.points
    newest, earlier = (_estimate(values, low, high, at) for at in (last, held))
    return difference(newest, earlier, given.better).direction == found.direction


def _estimate(values: np.ndarray, low: np.ndarray, high: np.ndarray, at: int) -> Estimate:
    return float(values[at]), float(low[at]), float(high[at])


_METHODS: dict[str, Callable[[Change, Stretch], Change]] = {
    "recent trend": _recent,
    "difference": _difference,
    "periods apart": _apart,
}
