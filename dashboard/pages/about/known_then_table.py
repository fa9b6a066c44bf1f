"""How ranges did that were drawn from what was known then: the measured rates in words.

Measured by `python -m tests.trials known-then`, which writes known_then.toml beside this file.
"""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from dashboard.catalogue.indicators import Indicator

MEASURED = Path(__file__).with_name("known_then.toml")
HEADER = (
    "Indicator",
    "Kind of area",
    "Ahead",
    "Starts",
    "Outcomes",
    "Held, as known then",
    "In the table above",
)
CAPTION = "Share of what came next that ranges held which were drawn from the editions known at the time"
HOW = (
    "The table above tries ranges on today’s figures, which have been revised since. Here each range is "
    "drawn "
    "from the edition that was known on its day, where past editions are held, and set against the newest "
    "figures in the same base. All areas of a start share what happened to the country, so few starts say "
    "little: what is in cash (output, income) began in 2020 and 2021, before prices rose as they had not "
    "for decades, "
    "and the ranges missed it."
)
NAMES = {"district": "Districts", "county": "Counties", "city_region": "City regions"}


@dataclass(frozen=True)
class KnownThen:
    """Of `outcomes` that ranges of one indicator were drawn for, `ahead` periods on from so many `starts`,
    `held` lay within; `before` is the share when tried on today's figures, None where there is no such
    test."""

    indicator: str
    level: str
    ahead: int
    starts: int
    outcomes: int
    held: int
    before: float | None = None


@cache
def measured() -> tuple[KnownThen, ...]:
    """The rates, as they were measured last."""
    return tuple(KnownThen(**row) for row in tomllib.loads(MEASURED.read_text("utf-8"))["rates"])


def rows(rates: Sequence[KnownThen], indicators: Mapping[str, Indicator]) -> list[tuple[str, ...]]:
    """The rows of the table, of indicators that are held."""
    return [_cells(rate, indicators[rate.indicator]) for rate in rates if rate.indicator in indicators]


def _cells(rate: KnownThen, indicator: Indicator) -> tuple[str, ...]:
    before = "–" if rate.before is None else f"{rate.before:.0%}"
    counts = (str(rate.ahead), str(rate.starts), f"{rate.outcomes:,}")
    return (
        indicator.title,
        NAMES.get(rate.level, rate.level),
        *counts,
        f"{rate.held / rate.outcomes:.0%}",
        before,
    )


def summary(rates: Sequence[KnownThen]) -> str:
    """How many of the ranges held what they promise, in a sentence."""
    right = sum(rate.held / rate.outcomes >= 0.72 for rate in rates)
    return f"Of {len(rates)} such ranges {right} held 72% or more of what came next; each should hold 80%."
