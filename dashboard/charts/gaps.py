"""Gaps: a regular series with an empty observation wherever a period between its first and last is missing.

Publishers leave a missing year out as often as they print it empty; a line must not be drawn across either.
"""

from itertools import pairwise

from dashboard.catalogue.indicators import Indicator
from dashboard.catalogue.periods import later
from dashboard.datastore.observations import Observation, Series
from dashboard.methods.change.choice import MONTHS, newest_cadence

_MONTH, _OFF = 30.44, 0.2  # days, and how far a step may be from a whole number of periods
_YEARLY = ("calendar year", "financial year", "academic year", "twelve months")


def with_gaps(indicator: Indicator, series: Series) -> Series:
    """`series` with missing periods put in, without value. Irregular dates are left as they are."""
    months = _step(indicator, series)
    if months is None:
        return series
    filled: list[Observation] = []
    for item in series:
        while filled and (due := later(filled[-1].period, months)) < item.period:
            if (item.period - due).days < 15 * months:
                break
            filled.append(Observation(item.area_code, due, None, None, None, None, None, ""))
        filled.append(item)
    return tuple(filled)


def _step(indicator: Indicator, series: Series) -> int | None:
    if indicator.period in _YEARLY:
        return MONTHS["year"]
    if indicator.period in MONTHS:
        return MONTHS[indicator.period]
    periods = [item.period for item in series]
    try:
        months = MONTHS[newest_cadence(periods)]
    except ValueError:  # one date, or dates that keep no rhythm
        return None
    steps = [(after - before).days / (_MONTH * months) for before, after in pairwise(periods)]
    return months if all(abs(step - max(round(step), 1)) < _OFF for step in steps) else None
