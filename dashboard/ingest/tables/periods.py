"""The publishers' ways of writing a period, each read to (first day, ISO 8601 duration).

The register names one of them: `periods = "financial year"`. Those with a day take it after the
name: `periods = "point 06-30"` reads "2024" as 30 June 2024.
"""

import re
from collections.abc import Callable
from datetime import date

MONTHS = {
    m: i
    for i, m in enumerate(
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"], start=1
    )
}
Period = tuple[date, str]
Reader = Callable[[str], Period]

_ISO = re.compile(r"(\d{4})-(\d{2})(?:-(\d{2}))?(?:/(P\d+[YM]))?")
_SPLIT = re.compile(r"(\d{4})[-/](\d{2})")
_MONTH_YEAR = re.compile(r"([A-Za-z]{3})[a-z]*[ -](\d{4})")


def iso(text: str) -> Period:
    """'2024-08-01/P1Y', '2024-01-15' (a point in time) or '2024-01' (the first of the month)."""
    year, month, day, duration = _parts(_ISO, text)
    return date(int(year), int(month), int(day or 1)), duration or "P0D"


def calendar_year(text: str) -> Period:
    """'2023' -> 1 January 2023, one year."""
    return date(_year(text), 1, 1), "P1Y"


def financial_year(text: str) -> Period:
    """'2001-02' or '2001/02' -> 1 April 2001, one year."""
    return date(_first_of_pair(text), 4, 1), "P1Y"


def academic_year(text: str) -> Period:
    """'2016-17' or '2016/17' -> 1 September 2016, one year."""
    return date(_first_of_pair(text), 9, 1), "P1Y"


def year_ending_month(text: str) -> Period:
    """'Dec 1995' -> 1 January 1995, one year: a rolling year is known by its last month."""
    name, year = _parts(_MONTH_YEAR, text)
    if name.lower() not in MONTHS:
        raise ValueError(text)
    month = MONTHS[name.lower()]
    return (date(int(year), 1, 1) if month == 12 else date(int(year) - 1, month + 1, 1)), "P1Y"


def year_ending_march(text: str) -> Period:
    """'2024' -> 1 April 2023, one year: the year that ends in March 2024."""
    return date(_year(text) - 1, 4, 1), "P1Y"


def month(text: str) -> Period:
    """'July 2014' or '2014-07' -> 1 July 2014, one month."""
    if match := re.fullmatch(r"(\d{4})-(\d{2})", text.strip()):
        return date(int(match[1]), int(match[2]), 1), "P1M"
    name, year = _parts(_MONTH_YEAR, text)
    if name.lower() not in MONTHS:
        raise ValueError(text)
    return date(int(year), MONTHS[name.lower()], 1), "P1M"


def quarter(text: str) -> Period:
    """'2024Q3' or '2024 Q3' -> 1 July 2024, three months: quarters of the calendar year."""
    year, number = _parts(re.compile(r"(\d{4}) ?Q([1-4])"), text)
    return date(int(year), 3 * int(number) - 2, 1), "P3M"


def point(day: str) -> Reader:
    """A reader of '2024' as the point in time `day` ("06-30") of that year."""
    month, number = (int(part) for part in day.split("-"))
    date(2024, month, number)
    return lambda text: (date(_year(text), month, number), "P0D")


_NAMED: dict[str, Reader] = {
    "iso": iso,
    "calendar year": calendar_year,
    "financial year": financial_year,
    "academic year": academic_year,
    "year ending month": year_ending_month,
    "year ending March": year_ending_march,
    "month": month,
    "quarter": quarter,
}


def reader(name: str) -> Reader:
    """The reader the register calls `name`; ValueError names those there are."""
    if name in _NAMED:
        return _NAMED[name]
    if re.fullmatch(r"point \d{2}-\d{2}", name):
        return point(name.removeprefix("point "))
    raise ValueError(f"periods '{name}' is unknown, use one of {', '.join(_NAMED)} or 'point MM-DD'")


def _parts(pattern: re.Pattern[str], text: str) -> tuple[str, ...]:
    match = pattern.fullmatch(text.strip())
    if not match:
        raise ValueError(text)
    return match.groups()


def _year(text: str) -> int:
    (year,) = _parts(re.compile(r"(\d{4})"), text)
    return int(year)


def _first_of_pair(text: str) -> int:
    first, second = _parts(_SPLIT, text)
    if (int(first) + 1) % 100 != int(second):
        raise ValueError(text)
    return int(first)
