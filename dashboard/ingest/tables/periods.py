"""The publishers' ways of writing a period, each read to (first day, ISO 8601 duration).

The register names the kind: `periods = "financial year"`; how people write one of a kind is read alike
(2023-24, 2023/24, 2023/2024, 202324, FYE 2024, Apr 2023 to Mar 2024). A kind with a day takes it after the
name: `periods = "point 06-30"` reads "2024" as 30 June 2024. Nothing is guessed across kinds.
"""

import re
from collections.abc import Callable
from datetime import date, timedelta

from dashboard.ingest.tables.period_parts import (
    SPAN,
    first_of_pair,
    month_of,
    numbered,
    parts,
    plain_period,
    spanned,
    year_of,
)

Period = tuple[date, str]
Reader = Callable[[str], Period]


class UnknownKindError(ValueError):
    """An entry names a kind of period that there is not: the message says which there are."""


_ISO = re.compile(r"(\d{4})-(\d{2})(?:-(\d{2}))?(?:/(P\d+[YM]))?")
_ENDING = re.compile(
    r"(?:fye|(?:financial )?year end(?:ing|ed)|year to|ye|12 months (?:to|end(?:ing|ed))) (.+)", re.I
)
_QUARTER = (
    re.compile(r"(\d{4}) ?[-/:]? ?(?:Q|qtr |quarter )([1-4])", re.I),
    re.compile(r"(?:Q|qtr |quarter )([1-4]) ?[-/,]? ?(\d{4})", re.I),
)
_HALF = (re.compile(r"(\d{4})[ -]?H([12])", re.I), re.compile(r"H([12])[ -]?(\d{4})", re.I))
_OF_A_PAIR = (
    re.compile(r"(\S+?),?[ -]?(?:Q|quarter )([1-4])", re.I),
    re.compile(r"(?:Q|quarter )([1-4]),? (\S+)", re.I),
)
_TIME = re.compile(r"[T ]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?$")
_SERIAL = re.compile(r"\d{5}(\.0+)?")
_SERIALS = (25569, 73051)  # 1970 to 2100: 20241 is a quarter of 2024 to somebody, and no day of 1955
# Of a year that begins in April and one that begins in September: neither is the other.
_YEAR_CALLED = {
    4: re.compile(r"^(?:FY|financial year) ?", re.I),
    9: re.compile(r"^(?:AY|academic year) ?", re.I),
}
_SPAN_OF_YEARS = re.compile(r"(\d{4}(?:/\d{2,4})?) ?(?:-|–|to) ?(\d{2,4}(?:/\d{2,4})?)")
_AT = re.compile(r"^(?:(?:as )?at|on) ", re.I)
_CENTURY = 70  # "70" is 1970, "69" is 2069


def iso(text: str) -> Period:
    """'2024-08-01/P1Y', '2024-01-15' (a point in time) or '2024-01' (the first of the month)."""
    year, month, day, duration = parts(_ISO, text)
    return date(int(year), int(month), int(day or 1)), duration or "P0D"


def calendar_year(text: str) -> Period:
    """'2023' or 'CY 2023' -> 1 January 2023, one year."""
    if bounds := _bounds(text, 12):
        return _whole(text, bounds, 1), "P1Y"
    return date(year_of(re.sub(r"^(?:CY|calendar year) ?", "", text.strip(), flags=re.I)), 1, 1), "P1Y"


def financial_year(text: str) -> Period:
    """'2001-02', '2001/2002', '200102', 'FYE 2002' or 'Apr 2001 to Mar 2002' -> 1 April 2001, one year."""
    if match := _ENDING.fullmatch(text.strip()):
        ends = re.sub(r"^(?:31 )?mar(?:ch)? ", "", match[1].strip(), flags=re.I)
        return date(year_of(ends) - 1, 4, 1), "P1Y"
    return _year_from(4, text)


def academic_year(text: str) -> Period:
    """'2016-17', '2016/2017', '201617' or 'Sep 2016 to Aug 2017' -> 1 September 2016, one year."""
    return _year_from(9, text)


def year_ending_month(text: str) -> Period:
    """'Dec 1995', 'year ending December 1995' or 'Jan 1995 to Dec 1995' -> 1 January 1995, one year."""
    if span := SPAN.fullmatch(text.strip()):
        return spanned(span, 12), "P1Y"
    match = _ENDING.fullmatch(text.strip())
    last, _ = month(match[1] if match else text)
    return (date(last.year, 1, 1) if last.month == 12 else date(last.year - 1, last.month + 1, 1)), "P1Y"


def three_years(text: str) -> Period:
    """'2018 - 20', '2018 to 2020' or '2018/19 - 2020/21' -> 1 January (or April) 2018, three years."""
    first, last = parts(_SPAN_OF_YEARS, re.sub(r"\s+", " ", text.strip()))
    if "/" in first or "/" in last:
        begins, ends, month = first_of_pair(first), first_of_pair(last), 4
    else:
        begins, month = year_of(first), 1
        ends = int(last) if len(last) == 4 else begins // 100 * 100 + int(last)
    if ends - begins != 2:
        raise ValueError(text)
    return date(begins, month, 1), "P3Y"


def year_ending_march(text: str) -> Period:
    """'2024' -> 1 April 2023, one year: the year that ends in March 2024."""
    return date(year_of(text) - 1, 4, 1), "P1Y"


def month(text: str) -> Period:
    """'July 2014', 'Jul-14', '2014 JUL', '2014-07', '07/2014' or its first day -> 1 July 2014, one month.

    '14-Jul' is no month: it is how a spreadsheet shows the fourteenth of July."""
    words = re.split(r"[ -]+|(?<=[a-z])(?=\d{4}$)", text.strip().replace(".", ""), flags=re.I)
    if len(words) == 2 and {bool(re.fullmatch(r"\d{4}|\d{2}", word)) for word in words} == {True, False}:
        name, year = sorted(words, key=str.isdigit)
        if len(year) == 2 and words[0] == year:
            raise ValueError(text)
        return date(_full(year), month_of(name), 1), "P1M"
    if match := re.fullmatch(r"(\d{4})[-/]?M?(\d{2})", text.strip()):
        return date(int(match[1]), int(match[2]), 1), "P1M"
    if match := re.fullmatch(r"(\d{2})/(\d{4})", text.strip()):
        return date(int(match[2]), int(match[1]), 1), "P1M"
    bounds = _bounds(text, 1)
    if not bounds:
        raise ValueError(text)
    return bounds[0], "P1M"


def quarter(text: str) -> Period:
    """'2024Q3', 'Q3 2024', '2024-Q3' or 'Jul to Sep 2024' -> 1 July 2024, three months of the calendar."""
    if span := SPAN.fullmatch(text.strip()):
        first = spanned(span, 3)
        if first.month % 3 != 1:
            raise ValueError(text)
        return first, "P3M"
    if bounds := _bounds(text, 3):
        return _whole(text, bounds, 1, 4, 7, 10), "P3M"
    year, number = numbered(_QUARTER, text)
    return date(year_of(year), 3 * number - 2, 1), "P3M"


def three_months(text: str) -> Period:
    """'Dec 2023 to Feb 2024' or 'Dec-Feb 2024' -> 1 December 2023, three months that need be no quarter."""
    if span := SPAN.fullmatch(text.strip()):
        return spanned(span, 3), "P3M"
    raise ValueError(text)


def financial_quarter(text: str) -> Period:
    """'2023/24 Q1' or 'Q1 2023-24' -> 1 April 2023, three months; the fourth begins in January 2024."""
    year, number = numbered(_OF_A_PAIR, text)
    first = first_of_pair(year)
    return date(first + 1, 1, 1) if number == 4 else date(first, 3 * number + 1, 1), "P3M"


def half_year(text: str) -> Period:
    """'2024 H2' or 'H2 2024' -> 1 July 2024, six months."""
    year, number = numbered(_HALF, text)
    return date(year_of(year), 6 * number - 5, 1), "P6M"


def day(text: str) -> Period:
    """'31/03/2024' (the day first), '2024-03-31', '31 March 2024' or a spreadsheet's 45382 -> that day."""
    text = _AT.sub("", _TIME.sub("", text.strip()))
    if match := re.fullmatch(r"((?:19|20)\d{2})([-/.]?)(\d{2})\2(\d{2})", text):
        return date(int(match[1]), int(match[3]), int(match[4])), "P0D"
    if match := re.fullmatch(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})", text):
        return date(int(match[3]), int(match[2]), int(match[1])), "P0D"
    if _SERIAL.fullmatch(text) and _SERIALS[0] <= (serial := int(float(text))) <= _SERIALS[1]:
        return date(1899, 12, 30) + timedelta(serial), "P0D"
    number, name, year = parts(re.compile(r"(\d{1,2})(?:st|nd|rd|th)?[ -]([A-Za-z]+)[ -](\d{4}|\d{2})"), text)
    return date(_full(year), month_of(name), int(number)), "P0D"


def point(at: str) -> Reader:
    """A reader of '2024' as the point in time `at` ("06-30") of that year."""
    month, number = (int(part) for part in at.split("-"))
    date(2024, month, number)
    return lambda text: (date(year_of(text), month, number), "P0D")


_NAMED: dict[str, Reader] = {
    "iso": iso,
    "calendar year": calendar_year,
    "financial year": financial_year,
    "academic year": academic_year,
    "year ending month": year_ending_month,
    "year ending March": year_ending_march,
    "three years": three_years,
    "month": month,
    "quarter": quarter,
    "three months": three_months,
    "financial quarter": financial_quarter,
    "half year": half_year,
    "day": day,
}


PERIOD_FORMATS = tuple(_NAMED)


def reader(name: str) -> Reader:
    """The reader the register calls `name`; UnknownKindError names those there are."""
    if read := _NAMED.get(name):
        return lambda text: read(plain_period(text))
    if re.fullmatch(r"point \d{2}-\d{2}", name):
        read_point = point(name.removeprefix("point "))
        return lambda text: read_point(plain_period(text))
    raise UnknownKindError(f"periods '{name}' is unknown, use one of {', '.join(_NAMED)} or 'point MM-DD'")


def _full(year: str) -> int:
    """A year of four digits, or the one that its last two mean."""
    return int(year) if len(year) == 4 else int(year) + (1900 if int(year) >= _CENTURY else 2000)


def _bounds(text: str, months: int) -> tuple[date, ...]:
    """The first days that a period of so many months may have whose first or last day is `text`; none where
    it is no day, or neither the first nor the last of a month."""
    try:
        given, _ = day(text)
    except ValueError:
        return ()
    after = given + timedelta(1)
    back = after.year * 12 + after.month - 1 - months
    ends = (date(back // 12, back % 12 + 1, 1),) if after.day == 1 else ()
    return (given,) if given.day == 1 else ends


def _whole(text: str, bounds: tuple[date, ...], *months: int) -> date:
    """The one of `bounds` that is the first day of a period that begins in one of `months`."""
    if bounds[0].month not in months:
        raise ValueError(text)
    return bounds[0]


def _year_from(month: int, text: str) -> Period:
    """A year that begins in `month`, by its two years, the first and last months, or a first or last day."""
    if bounds := _bounds(text, 12):
        return _whole(text, bounds, month), "P1Y"
    text = _YEAR_CALLED[month].sub("", text.strip())
    if span := SPAN.fullmatch(text.strip()):
        first = spanned(span, 12)
        if first.month != month:
            raise ValueError(text)
        return first, "P1Y"
    return date(first_of_pair(text), month, 1), "P1Y"
