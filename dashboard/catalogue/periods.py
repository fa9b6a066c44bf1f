"""Periods: how a start date and a kind become words a reader knows.

A figure's period is stored as the date of its first day. What length it has is said once per
indicator, by one of the kinds below, and checked against the data at build.
"""

import re
from calendar import monthrange
from datetime import date, timedelta

A_DAY = timedelta(days=1)
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")

_FULL = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
         "November", "December")  # fmt: skip
_WRITTEN = re.compile(r"\b(\d{4})-(0[1-9]|1[0-2])(?:-(\d{2}))?\b")

DURATIONS = {
    "calendar year": "P1Y",
    "financial year": "P1Y",
    "academic year": "P1Y",
    "twelve months": "P1Y",
    "month": "P1M",
    "quarter": "P3M",
    "three months": "P3M",
    "point in time": "P0D",
    "three years": "P3Y",
}
PERIOD_KINDS = tuple(DURATIONS)

# The first days that a period of the kind may have, as (month, day); a point in time and twelve months may
# begin on any day.
STARTS = {
    "calendar year": {(1, 1)},
    "financial year": {(4, 1)},
    "academic year": {(8, 1), (9, 1)},
    "month": {(month, 1) for month in range(1, 13)},
    "quarter": {(month, 1) for month in (1, 4, 7, 10)},
    "three months": {(month, 1) for month in range(1, 13)},
    "three years": {(1, 1), (4, 1)},
}


def label(kind: str, start: date) -> str:
    """Words for the period of `kind` that begins on `start`: "2023", "2024/25", "Dec 2025", "1 Apr 2026".

    Raises KeyError for an unknown kind.
    """
    return _LABELS[kind](start)


def begins(kind: str, day: date) -> bool:
    """Whether a period of `kind` may begin on `day`."""
    return kind not in STARTS or (day.month, day.day) in STARTS[kind]


def lasts(kind: str) -> int:
    """About how many days a period of `kind` lasts; 0 for points in time."""
    number, unit = int(DURATIONS[kind][1:-1]), DURATIONS[kind][-1]
    return round(number * {"Y": 365.25, "M": 30.4, "D": 1}[unit])


def later(day: date, months: int) -> date:
    """The same day of the month `months` later, or the last day that month has."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def months_of(kind: str) -> int:
    """How many months a period of `kind` lasts; 0 for a point in time."""
    return {"P1M": 1, "P3M": 3, "P1Y": 12, "P3Y": 36}.get(DURATIONS[kind], 0)


def last_day(kind: str, start: date) -> date:
    """The last day of the period of `kind` that begins on `start`; itself for a point in time."""
    months = months_of(kind)
    return later(start, months) - A_DAY if months else start


def first_days(kind: str) -> str:
    """The first days of the periods of `kind` in words: "1 Apr", "1 Aug or 1 Sep", "the 1st of a month"."""
    if kind in ("month", "three months"):
        return "the 1st of a month"
    return " or ".join(f"{day} {MONTHS[month - 1]}" for month, day in sorted(STARTS[kind]))


def phrase(kind: str, start: date) -> str:
    """The period inside a sentence: "in 2023", "on 1 Apr 2026"."""
    return f"{'on' if kind == 'point in time' else 'in'} {label(kind, start)}"


def span(kind: str, first: date, last: date) -> str:
    """From the period of `kind` that begins on `first` to the one on `last`: "2004 to 2023".

    Of periods that are themselves called from one thing to another the outer ends: "Apr 2018 to Dec 2025".
    """
    if first == last:
        return label(kind, first)
    if " to " not in label(kind, last):
        return f"{label(kind, first)} to {label(kind, last)}"
    start = label(kind, first).split(" to ")[0] if kind == "three years" else _month(first)
    rolling = f", {kind} at a time" if kind in ("three years", "twelve months") else ""
    return f"{start} to {label(kind, last).split(' to ')[1]}{rolling}"


def _split_year(start: date) -> str:
    return f"{start.year}/{(start.year + 1) % 100:02d}"


def _month(start: date) -> str:
    return f"{MONTHS[start.month - 1]} {start.year}"


def _quarter(start: date) -> str:
    first, last = MONTHS[start.month - 1], MONTHS[(start.month + 1) % 12]
    if start.month > 10:  # it ends in the next year
        return f"{first} {start.year} to {last} {start.year + 1}"
    return f"{first} to {last} {start.year}"


def _twelve_months(start: date) -> str:
    """A year that may begin on any day, by its first and last month."""
    return f"{_month(start)} to {_month(start + timedelta(days=364))}"


def _three_years(start: date) -> str:
    """Three calendar years by their numbers, three others by their first and last month."""
    if start.month == 1:
        return f"{start.year} to {start.year + 2}"
    return f"{_month(start)} to {MONTHS[start.month - 2]} {start.year + 3}"


def _day(start: date) -> str:
    return f"{start.day} {_month(start)}"


_LABELS = {
    "calendar year": lambda start: str(start.year),
    "financial year": _split_year,
    "academic year": _split_year,
    "month": _month,
    "quarter": _quarter,
    "three months": _quarter,
    "twelve months": _twelve_months,
    "point in time": _day,
    "three years": _three_years,
}


def day_words(day: date) -> str:
    """A day as a reader says it: "23 November 2026"."""
    return f"{day.day} {_FULL[day.month - 1]} {day.year}"


def spell_dates(text: str) -> str:
    """`text` with its dates as a reader says them: "to 2023-04-01" is "to 1 April 2023"."""

    def in_words(found: re.Match[str]) -> str:
        year, month, day = found.groups()
        return f"{int(day)} {_FULL[int(month) - 1]} {year}" if day else f"{_FULL[int(month) - 1]} {year}"

    return _WRITTEN.sub(in_words, text)
