"""Gaps: a regular series with an empty observation wherever a period between its first and last is missing.

Publishers leave a missing year out as often as they print it empty; a line must not be drawn across either.
"""

from calendar import monthrange
from datetime import date

from dashboard.catalogue.indicators import Indicator
from dashboard.datastore.observations import Observation, Series
from dashboard.methods.choice import cadence

_MONTHS = {"month": 1, "quarter": 3, "term": 4, "year": 12}
_YEARLY = ("calendar year", "financial year", "academic year")


def with_gaps(indicator: Indicator, series: Series) -> Series:
    """`series` with missing periods put in, without value. Irregular dates are left as they are."""
    months = _step(indicator, series)
    if months is None:
        return series
    filled: list[Observation] = []
    for item in series:
        while filled and (due := _later(filled[-1].period, months)) < item.period:
            if (item.period - due).days < 15 * months:
                break
            filled.append(Observation(item.area_code, due, None, None, None, None, None, ""))
        filled.append(item)
    return tuple(filled)


def _step(indicator: Indicator, series: Series) -> int | None:
    if indicator.period in _YEARLY:
        return _MONTHS["year"]
    if indicator.period in _MONTHS:
        return _MONTHS[indicator.period]
    try:
        return _MONTHS[cadence([item.period for item in series])]
    except ValueError:  # one date, or dates that keep no rhythm
        return None


def _later(start: date, months: int) -> date:
    years, month = divmod(start.month - 1 + months, 12)
    last = monthrange(start.year + years, month + 1)[1]
    return date(start.year + years, month + 1, min(start.day, last))
