"""Indicator: what one `queries/<theme>/<name>.sql` says of itself, as catalogue/indicators.py reads it."""

import hashlib
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from math import isfinite

from dashboard.catalogue import periods
from dashboard.catalogue.elsewhere import Elsewhere
from dashboard.catalogue.rounding import half_up

THEMES = {
    "transport": "Transport",
    "housing": "Housing",
    "employment": "Employment",
    "skills": "Skills",
    "economy": "Economy",
    "digital": "Digital",
    "people": "People",
    "environment": "Environment",
    "inequality": "Inequality",
}
BETTER = ("higher", "lower", "neither")
UNSAID = "Nobody has said yet what a reader must not conclude."  # the caveat of a draft
AUDIENCES = ("public", "office")
STATISTICS = ("proportion", "rate", "estimate", "count", "ratio")


@dataclass(frozen=True)
class Break:
    """A break in a series: values before `since` are not comparable with those after it."""

    since: date
    reason: str


@dataclass(frozen=True)
class Groups:
    """Between whom an indicator is a gap: how far `group` is behind `others`, both in the plural.

    `of` is the id of the indicator that both are parts of, where there is one. `better` is which of the two
    figures is ahead, the higher or the lower; `limits` whether they come with their 95% limits.
    """

    group: str
    others: str
    of: str = ""
    better: str = "higher"
    limits: bool = False


@dataclass(frozen=True)
class Indicator:
    """One indicator as its SQL file describes it.

    `sql` is one SELECT giving area_code, period and value, and optionally lower, upper,
    numerator, denominator and status. `unit` is a full phrase for an axis. With `from_counts`, `sum_of` or
    `carried_from` the file's SELECT is of what is published, and `sql` adds what follows from it (see sums
    and carried). Indicators with one `measure` tell of the same thing from different sources.
    `elsewhere` are levels of areas for which its publisher gives it and nothing is held here; it has no
    publisher of its own, and no address where that is its dataset's. `gap_words` are what there would be more
    or fewer of at another rate ("people in work"), and `gap_base` is the id of the count that it is a rate
    of, where the SELECT gives no denominator. One with `groups` is a gap, and its SELECT gives group_value
    and others_value too (catalogue.gaps). Of one that is `sampled`, by a survey, no move is told without
    margins of error.
    """

    bytes_held = 0  # kept once for all (dashboard/runtime/lru_cache.py)

    theme: str
    name: str
    sql: str
    title: str
    question: str
    unit: str
    period: str
    better: str
    audience: str
    decimals: int
    owner: str
    reviewed: date
    method: str
    caveat: str
    prefix: str = ""
    suffix: str = ""
    headline: bool = False
    order: int = 100
    statistic: str = "estimate"
    per: int = 0
    seasonal: bool = False
    sampled: bool = False
    from_counts: bool = False
    sum_of: str = ""
    carried_from: str = ""
    gap_words: str = ""
    gap_base: str = ""
    measure: str = ""
    elsewhere: Elsewhere | None = None
    breaks: tuple[Break, ...] = ()
    groups: Groups | None = None

    @property
    def id(self) -> str:
        """The identifier used in addresses and downloads: "housing/affordability_ratio"."""
        return f"{self.theme}/{self.name}"

    @cached_property
    def digest(self) -> str:
        """A digest of all that is said here, so that what the build worked out of it before it was mended is
        not used for it (dashboard/datastore/as_built.py)."""
        return hashlib.sha256(repr(self).encode()).hexdigest()[:16]

    @property
    def between(self) -> Groups:
        """The two groups of an indicator that is a gap. Raises ValueError for one that is not."""
        if self.groups is None:
            raise ValueError(f"{self.id} is no gap between groups")
        return self.groups

    def period_label(self, start: date) -> str:
        """The words for the period that begins on `start`."""
        return periods.label(self.period, start)

    def period_phrase(self, start: date) -> str:
        """The period that begins on `start` inside a sentence: "in 2023", "on 1 Apr 2026"."""
        return periods.phrase(self.period, start)

    def format(self, value: float | None) -> str:
        """`value` as a reader sees it ("£589.30", "71.9%"); an en dash where there is no figure."""
        if value is None or not isfinite(value):
            return "–"
        number = half_up(value, self.decimals)
        sign = "−" if number < 0 else ""
        return f"{sign}{self.prefix}{abs(number):,}{self.suffix}"
