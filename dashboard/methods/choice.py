"""Which method judges a change: picked by rule from the kind of series, never by its answer (METHODS 1)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

import numpy as np

from dashboard.methods.seasonal import PER_YEAR
from dashboard.methods.spc import ENOUGH
from dashboard.methods.trend import POINTS, too_few

ANNUAL = ("calendar year", "financial year", "academic year", "year", "point in time")
OVERLAPPING = ("three years",)
ENOUGH_YEARS = 10
YEARS_FOR_STL = 5


@dataclass(frozen=True)
class Choice:
    """The method that applies: 'xmr', 'xmr on change from a year before', 'xmr after STL', 'recent trend',
    'annual xmr', 'direction only' or 'no trend', and the reason in plain words."""

    method: str
    reason: str


def choose(
    frequency: str, points: int, has_limits: bool, seasonal: bool = False, gaps: bool = False
) -> Choice:
    """Pick the method by rule, never by its answer.

    `frequency` is an indicator's `period` ('month', 'quarter', 'term', 'calendar year', 'financial year',
    'academic year', 'point in time' (taken as annual; see `cadence`), 'three years'); `points` the number of
    periods with a value since the last break; `has_limits`: at least five of them have published 95% limits;
    `gaps`: a period between the first and the last is missing (STL cannot be computed then).
    Refuses: an unknown frequency.
    """
    if frequency not in (*PER_YEAR, *ANNUAL, *OVERLAPPING):
        known = ", ".join((*PER_YEAR, *ANNUAL, *OVERLAPPING))
        raise ValueError(f"period {frequency!r} is unknown; say one of {known}")
    if points < 3:
        return Choice("no trend", too_few(points))
    if frequency in OVERLAPPING:
        return Choice(
            "direction only", "the periods overlap, so neighbouring figures share most of their data"
        )
    if frequency in PER_YEAR:
        return _seasonal(frequency, points, gaps) if seasonal else _within_year(frequency, points)
    if has_limits and points >= POINTS:
        return Choice("recent trend", f"annual figures with limits: the trend over the last {POINTS}")
    if points >= ENOUGH_YEARS:
        return Choice("annual xmr", f"{points} annual figures: an XmR chart on annual points")
    return Choice("direction only", f"{points} annual figures are too few to tell a change from chance")


def _within_year(frequency: str, points: int) -> Choice:
    if points >= ENOUGH:
        return Choice("xmr", f"{points} {frequency}s: an XmR chart")
    return Choice("direction only", f"{points} {frequency}s are too few to tell a change from chance")


def _seasonal(frequency: str, points: int, gaps: bool) -> Choice:
    per_year = PER_YEAR[frequency]
    if points >= YEARS_FOR_STL * per_year and not gaps:
        why = f"{points} {frequency}s with a season: the usual season is taken out (STL), then an XmR chart"
        return Choice("xmr after STL", why)
    if points >= per_year + ENOUGH:
        why = f"each {frequency} against the same {frequency} a year before, then an XmR chart"
        return Choice("xmr on change from a year before", why)
    if points <= per_year:
        return Choice(
            "no trend", f"{points} {frequency}s do not reach past the first year of a seasonal series"
        )
    return Choice("direction only", f"{points} {frequency}s are too few to tell a change from the season")


def cadence(periods: Sequence[date]) -> str:
    """The frequency of 'point in time' figures, from the median gap between their dates.

    Returns 'month', 'quarter', 'term' or 'year'. Refuses fewer than two dates or gaps of another length.
    """
    if len(periods) < 2:
        raise ValueError("one date has no cadence; give at least two")
    days = float(np.median([(b - a).days for a, b in pairwise(periods)]))
    for name, low, high in (("month", 28, 31), ("quarter", 85, 95), ("term", 110, 135), ("year", 350, 380)):
        if low <= days <= high:
            return name
    raise ValueError(f"dates {days:.0f} days apart fit no frequency; say the period in the indicator")
