"""Periods that days and months are counted into: the month, quarter or year that a day lies in."""

from collections.abc import Callable
from datetime import date

Period = tuple[date, str]


def _year_from(month: int) -> Callable[[date], Period]:
    return lambda day: (date(day.year - (day.month < month), month, 1), "P1Y")


INTO: dict[str, Callable[[date], Period]] = {
    "month": lambda day: (date(day.year, day.month, 1), "P1M"),
    "quarter": lambda day: (date(day.year, 3 * ((day.month - 1) // 3) + 1, 1), "P3M"),
    "calendar year": _year_from(1),
    "financial year": _year_from(4),
    "academic year": _year_from(9),
}
MONTHS = {"P1M": 1, "P3M": 3, "P6M": 6, "P1Y": 12}


def end_of(period: Period) -> date:
    """The first day after `period`; of a point in time the day itself."""
    day, duration = period
    months = day.year * 12 + day.month - 1 + MONTHS.get(duration, 0)
    return day if duration == "P0D" else date(months // 12, months % 12 + 1, 1)
