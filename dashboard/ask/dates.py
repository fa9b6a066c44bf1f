"""Dates in a question: which period is meant, and which of those held answer to it."""

import re
from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from dashboard.catalogue.indicators import Indicator
from dashboard.catalogue.periods import MONTHS, last_day

_NAMED = (
    r"\b(january|february|march|april|may|june|july|august|september|october|november|december|"
    r"jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec)\s+"
)
_WRITTEN = (
    re.compile(rf"{_NAMED}(?P<year>(?:19|20)\d\d)\b", re.IGNORECASE),
    re.compile(r"\b(?P<year>(?:19|20)\d\d)\s*[/–-]\s*(?P<end>(?:20)?\d\d)\b"),
    re.compile(r"\b(?P<year>(?:19|20)\d\d)\b"),
)


@dataclass(frozen=True)
class When:
    """A year, a month of one, or a year that ends in the next (`split`), with the words that were typed."""

    year: int
    month: int = 0
    split: bool = False
    typed: str = ""

    @property
    def first(self) -> date:
        """Its first day, of a split year the first of its first calendar year."""
        return date(self.year, self.month or 1, 1)

    @property
    def last(self) -> date:
        """Its last day."""
        month = self.month or 12
        return date(self.year, month, monthrange(self.year, month)[1])


def extract_dates(text: str) -> tuple[str, list[When]]:
    """`text` without its dates, and the dates."""
    found: list[When] = []

    def read(match: re.Match[str]) -> str:
        parts = match.groupdict()
        month = 0 if "end" in parts or match.lastindex == 1 else MONTHS.index(match[1][:3].title()) + 1
        end, year = parts.get("end"), int(parts["year"])
        if end and int(end) % 100 != (year + 1) % 100:
            return match[0]  # no year that anybody counts by
        found.append(When(year, month, bool(end), match[0]))
        return " "

    for pattern in _WRITTEN:
        text = pattern.sub(read, text)
    return text, found


def periods_meant(indicator: Indicator, periods: Iterable[date], when: When) -> list[date]:
    """The periods of `periods` (first days) that `when` may mean: none, one, or several to choose from."""
    return [start for start in periods if is_period_meant(indicator.period, start, when)]


def is_period_meant(kind: str, start: date, when: When) -> bool:
    """Whether the period of `kind` that begins on `start` is one that people mean by `when`."""
    if when.split:
        return kind in ("financial year", "academic year") and start.year == when.year
    if kind == "calendar year":
        return start.year == when.year and not when.month
    if when.month and kind in ("financial year", "academic year", "three years", "twelve months"):
        return False
    return start <= when.last and last_day(kind, start) >= when.first
