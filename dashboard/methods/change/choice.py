"""Which method judges a change: picked by rule from the kind of series, never by its answer."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

import numpy as np

from dashboard.methods.change.seasonal import PER_YEAR
from dashboard.methods.change.trend import POINTS, too_few
from dashboard.methods.control_charts.xmr import ENOUGH_POINTS

ANNUAL = (
    "calendar year",
    "financial year",
    "academic year",
    "twelve months",
    "year",
    "half year",
    "point in time",
)
SPANS = {"three years": 3}  # years that one figure covers, where they overlap
YEARS_FOR_STL = 5
SMALLEST_DIFFERENCE = 2  # figures with limits

# Months from one figure to the next of each cadence.
MONTHS = {"month": 1, "quarter": 3, "term": 4, "half year": 6, "year": 12}

# Days between two dates of one cadence.
_CADENCES = (
    ("month", 28, 31),
    ("quarter", 85, 95),
    ("term", 110, 135),
    ("half year", 175, 190),
    ("year", 350, 380),
)


@dataclass(frozen=True)
class Choice:
    """The method that applies: 'xmr', 'xmr on change from a year before', 'xmr after STL', 'recent trend',
    'difference', 'periods apart', 'rare moves', 'direction only' or 'no trend', and the reason in plain
    words."""

    method: str
    reason: str


def choose(frequency: str, points: int, limited: int, seasonal: bool = False, gaps: bool = False) -> Choice:
    """Pick the method by rule, never by its answer.

    `frequency` is an indicator's `period` ('month', 'quarter', 'term', 'half year', 'calendar year',
    'financial year', 'academic year', 'point in time' (taken as annual; see `cadence`), 'three years');
    `points` the number of periods with a value since the last break; `limited` how many of them have 95%
    limits; `gaps`: a period between the first and the last is missing (STL cannot be computed then).
    Refuses: an unknown frequency.
    """
    if frequency not in (*PER_YEAR, *ANNUAL, *SPANS):
        known = ", ".join((*PER_YEAR, *ANNUAL, *SPANS))
        raise ValueError(f"period {frequency!r} is unknown; say one of {known}")
    if frequency in SPANS:
        return _overlapping(points, limited)
    if frequency in PER_YEAR and points >= 3:
        return _seasonal(frequency, points, gaps) if seasonal else _within_year(frequency, points)
    if limited >= POINTS:
        return Choice("recent trend", f"yearly figures with limits: the trend over the last {POINTS}")
    if limited >= SMALLEST_DIFFERENCE:
        return Choice("difference", f"{limited} figures with limits: the newest against the first of them")
    if points < 3:
        return Choice("no trend", too_few(points))
    return Choice("rare moves", "no limits: the newest move against every earlier one")


def _overlapping(points: int, limited: int) -> Choice:
    if limited >= SMALLEST_DIFFERENCE:
        return Choice("periods apart", "the newest period against the newest that shares no year with it")
    if points < 3:
        return Choice("no trend", too_few(points))
    return Choice("direction only", "the periods overlap, and no margin of error is held")


def _within_year(frequency: str, points: int) -> Choice:
    if points >= ENOUGH_POINTS:
        return Choice("xmr", f"{points} {frequency}s: an XmR chart")
    return Choice("direction only", f"{points} {frequency}s are too few to tell a change from chance")


def _seasonal(frequency: str, points: int, gaps: bool) -> Choice:
    per_year = PER_YEAR[frequency]
    if points >= YEARS_FOR_STL * per_year and not gaps:
        why = f"{points} {frequency}s with a season: the usual season is taken out (STL), then an XmR chart"
        return Choice("xmr after STL", why)
    if points >= per_year + ENOUGH_POINTS:
        why = f"each {frequency} against the same {frequency} a year before, then an XmR chart"
        return Choice("xmr on change from a year before", why)
    if points <= per_year:
        return Choice(
            "no trend", f"{points} {frequency}s do not reach past the first year of a seasonal series"
        )
    return Choice("direction only", f"{points} {frequency}s are too few to tell a change from the season")


def cadence(periods: Sequence[date]) -> str:
    """The frequency of 'point in time' figures, from the median gap between their dates.

    Returns 'month', 'quarter', 'term', 'half year' or 'year'. Refuses fewer than two dates or gaps of another
    length.
    """
    if len(periods) < 2:
        raise ValueError("one date has no cadence; give at least two")
    days = float(np.median([(b - a).days for a, b in pairwise(periods)]))
    for name, low, high in _CADENCES:
        if low <= days <= high:
            return name
    raise ValueError(f"dates {days:.0f} days apart fit no frequency; say the period in the indicator")


def newest_cadence(periods: Sequence[date]) -> str:
    """The frequency that the newest dates keep: a publisher may go from three a year to two.

    As `cadence`, of the newest five dates, or three where those fit none. Refuses what `cadence` refuses.
    """
    try:
        return cadence(periods[-5:])
    except ValueError:
        return cadence(periods[-3:])
