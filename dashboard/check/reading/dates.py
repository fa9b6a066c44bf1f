"""Dates: which periods a sentence names, where, and which periods of an indicator they may mean."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

from dashboard.ask.dates import When, is_period_meant
from dashboard.catalogue.indicators import Indicator
from dashboard.catalogue.periods import MONTHS, last_day, later

YEAR, SPLIT, MONTH, DAY, QUARTER, ENDING, SPAN = "year", "split", "month", "day", "quarter", "ending", "span"
AT, SINCE, BY, PART = "at", "since", "by", "part"

_M = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_Y = r"(?:19|20)\d\d"
_DASH = r"\s?(?:to|and|until|[-–—])\s?"
_WRITTEN: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(rf"(?<![\w£.,]){pattern}(?![\w%]|[.,]\d)", re.IGNORECASE))
    for kind, pattern in (
        (ENDING, rf"(?:(?:the )?(?:12|twelve) months|(?:the )?year)(?: ending| to| up to"
                 rf"| ended)(?: in)? (?:\d{{1,2}} )?(?P<m1>{_M}) (?P<y1>{_Y})"),
        (SPAN, rf"(?P<m1>{_M}) (?P<y1>{_Y}){_DASH}(?P<m2>{_M}) (?P<y2>{_Y})"),
        (QUARTER, rf"(?P<m1>{_M}){_DASH}(?P<m2>{_M}) (?P<y2>{_Y})"),
        (QUARTER, rf"(?:q|quarter )(?P<q>[1-4]) (?:of )?(?P<y2>{_Y})"),
        (DAY, rf"(?P<d>\d{{1,2}})(?:st|nd|rd|th)? (?:of )?(?P<m1>{_M}),? (?P<y1>{_Y})"),
        (DAY, rf"(?P<y1>{_Y})-(?P<n1>0[1-9]|1[0-2])-(?P<d>[0-3]\d)"),
        (MONTH, rf"(?P<m1>{_M})(?:,| of)? (?P<y1>{_Y})"),
        (MONTH, rf"(?P<m1>{_M})[ -]['’]?(?P<s1>\d\d)"),
        (SPLIT, rf"(?P<y1>{_Y})\s?[/–-]\s?(?P<y2>(?:20)?\d\d)"),
        (SPAN, rf"(?P<y1>{_Y}){_DASH}(?P<y2>{_Y})"),
        (YEAR, rf"(?:fy ?|mid-|end-|the year )?(?P<y1>{_Y})"),
    )
)  # fmt: skip
_BEFORE = (
    (
        re.compile(
            r"\b(?:(?:half|quarter|part|start|end|beginning|middle|rest|months?|weeks?) of|early|late|spring"
            r"|summer|autumn|winter|christmas)(?: in| of)?(?: the year)?\s+$",
            re.I,
        ),
        PART,
    ),
    (
        re.compile(
            r"\b(?:since|after|from|compared (?:with|to)|than in|than"
            r"|(?:same|level|high|low|many|much) as(?: it was)?)\s+(?:in\s+)?$",
            re.I,
        ),
        SINCE,
    ),
    (re.compile(r"\b(?:by|until|before|to reach .{0,20} by)\s+(?:the end of\s+)?$", re.I), BY),
)  # fmt: skip


@dataclass(frozen=True)
class Date:
    """A date as it stands from `start` to `end` of a sentence: its kind, and its first and last day.

    `role` is what stands before it: since a date, by a date, or at it.
    """

    start: int
    end: int
    text: str
    kind: str
    first: date
    last: date
    role: str = AT


def dates(text: str) -> list[Date]:
    """The dates of `text` in order."""
    found: list[Date] = []
    masked = text
    for kind, pattern in _WRITTEN:
        for match in pattern.finditer(masked):
            if written := _dates_of(kind, match):
                found += [replace(one, role=_role(text, one)) for one in written]
                masked = masked[: match.start()] + "_" * len(match[0]) + masked[match.end() :]
    return sorted(found, key=lambda item: item.start)


def _role(text: str, item: Date) -> str:
    role = next((role for pattern, role in _BEFORE if pattern.search(text[: item.start])), AT)
    return AT if role == BY and item.last <= datetime.now(UTC).date() else role


def _dates_of(kind: str, match: re.Match[str]) -> list[Date]:
    groups = {key: value for key, value in match.groupdict().items() if value}
    try:
        return list(_MAKERS[kind](match, groups))
    except ValueError:
        return []  # 31 June


def _month(word: str) -> int:
    return MONTHS.index(word[:3].title()) + 1


def _one(match: re.Match[str], kind: str, first: date, last: date) -> Date:
    return Date(*match.span(), match[0], kind, first, last)


def _ending(match: re.Match[str], groups: dict[str, str]) -> Iterator[Date]:
    first = date(int(groups["y1"]), _month(groups["m1"]), 1)
    yield _one(match, ENDING, later(first, -11), last_day("month", first))


def _quarter(match: re.Match[str], groups: dict[str, str]) -> Iterator[Date]:
    year = int(groups["y2"])
    if "q" in groups:
        first = date(year, 3 * int(groups["q"]) - 2, 1)
        yield _one(match, QUARTER, first, last_day("quarter", first))
        return
    begin, end = _month(groups["m1"]), _month(groups["m2"])
    first = date(year - (begin > end), begin, 1)
    yield _one(match, SPAN, first, last_day("month", date(year, end, 1)))


def _day(match: re.Match[str], groups: dict[str, str]) -> Iterator[Date]:
    month = int(groups["n1"]) if "n1" in groups else _month(groups["m1"])
    day = date(int(groups["y1"]), month, int(groups["d"]))
    yield _one(match, DAY, day, day)


def _in_month(match: re.Match[str], groups: dict[str, str]) -> Iterator[Date]:
    year = int(groups["y1"]) if "y1" in groups else 2000 + int(groups["s1"])
    first = date(year, _month(groups["m1"]), 1)
    yield _one(match, MONTH, first, last_day("month", first))


def _split(match: re.Match[str], groups: dict[str, str]) -> Iterator[Date]:
    """2023/24 is a year that ends in the next; 2022-24 are three years."""
    year, end = int(groups["y1"]), int(groups["y2"]) % 100
    if end == (year + 1) % 100 and len(groups["y2"]) == 2:
        yield _one(match, SPLIT, date(year, 4, 1), date(year + 1, 3, 31))
    elif end > year % 100:
        yield _one(match, SPAN, date(year, 1, 1), date(year - year % 100 + end, 12, 31))


def _span(match: re.Match[str], groups: dict[str, str]) -> Iterator[Date]:
    """From one year or month to another; of "between 2019 and 2023" both ends are dates of their own."""
    first, last = int(groups["y1"]), int(groups["y2"])
    if last < first:
        return
    if "m1" in groups:
        begin, end = date(first, _month(groups["m1"]), 1), date(last, _month(groups["m2"]), 1)
        yield _one(match, SPAN, begin, last_day("month", end))
        return
    yield _one(match, SPAN, date(first, 1, 1), date(last, 12, 31))


def _year(match: re.Match[str], groups: dict[str, str]) -> Iterator[Date]:
    year = int(groups["y1"])
    yield _one(match, YEAR, date(year, 1, 1), date(year, 12, 31))


_MAKERS: dict[str, Callable[[re.Match[str], dict[str, str]], Iterator[Date]]] = {
    ENDING: _ending, QUARTER: _quarter, DAY: _day, MONTH: _in_month, SPLIT: _split, SPAN: _span, YEAR: _year,
}  # fmt: skip


def periods_meant(indicator: Indicator, periods: Iterable[date], when: Date) -> list[date]:
    """The periods of `periods` (first days) that `when` may mean: none, one, or several that it may."""
    return [start for start in periods if _is(indicator.period, start, when)]


def _is(kind: str, start: date, when: Date) -> bool:
    last = last_day(kind, start)
    split = kind in ("financial year", "academic year")
    if when.kind in (YEAR, MONTH, SPLIT):  # as in a question
        month = when.first.month if when.kind == MONTH else 0
        return is_period_meant(kind, start, When(when.first.year, month, when.kind == SPLIT))
    if when.kind == ENDING:
        return kind in ("twelve months", "calendar year", *(("financial year",) if split else ())) and (
            (last.year, last.month) == (when.last.year, when.last.month)
            or (kind == "twelve months" and abs((last - when.last).days) < 20)
        )
    if when.kind in (SPAN, QUARTER):
        months = (start.year, start.month) == (when.first.year, when.first.month)
        ends = (last.year, last.month) == (when.last.year, when.last.month)
        return (months and ends) or (kind == "twelve months" and months and _near(last, when.last))
    if kind == "point in time":
        return start == when.first
    return kind == "month" and start <= when.last and last >= when.first


def _near(one: date, other: date) -> bool:
    return abs((one - other).days) < 32


RELATIVE = re.compile(
    r"\b(?:last|this|next|previous|prior) (?:year|month|quarter|winter|summer|spring|autumn|week|decade)"
    r"|\b(?:years?|months?|decades?)"
    r" (?:ago|earlier|before|later|previously)|\bbefore the pandemic|\bpre-(?:pandemic|covid)|\bat (?:its"
    r"|the|their) (?:peak|height|lowest)"
    r"|\bunder (?:the|our|my|his|her|your|their) (?:last|previous|former|old|outgoing|first) \w+"
    r"|\b(?:once|formerly|previously|originally|used to|historically|then)\b", re.IGNORECASE
)  # fmt: skip
A_YEAR = re.compile(
    r"\b(?:(?:the|a|one) year (?P<way>before|earlier|later)|the (?:previous|prior) year"
    r"|on the year before)\b", re.IGNORECASE
)  # fmt: skip
NOW = re.compile(r"\b(?:now|today|currently|latest|newest|at present|stands?)\b", re.IGNORECASE)


def ends_of(when: Date) -> tuple[Date, Date] | None:
    """The two years or months of "between 2019 and 2023", each as a date; None for what is no such span."""
    if when.kind != SPAN or (when.first.year, when.first.month) == (when.last.year, when.last.month):
        return None
    if (when.first.month, when.last.month) == (1, 12):
        years = (when.first.year, when.last.year)
        return None if years[0] == years[1] else (_of_year(when, years[0]), _of_year(when, years[1]))
    months = (when.first, date(when.last.year, when.last.month, 1))
    first, last = (
        Date(when.start, when.end, f"{day:%B %Y}", MONTH, day, last_day("month", day)) for day in months
    )
    return first, last


def _of_year(when: Date, year: int) -> Date:
    return Date(when.start, when.end, str(year), YEAR, date(year, 1, 1), date(year, 12, 31))
