"""Pre-election periods: the days before an election on which an authority publishes with particular care.

They stand in `data/pre-election.toml`, one `[[period]]` each: `first` and `last` (days, both within),
`election` (what it is called), and `regions` (codes; every region where there are none).
"""

import tomllib
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

_KEYS = {"first", "last", "election", "regions"}


class InvalidPeriod(ValueError):
    """A file that cannot be used; the message names it and what to do."""


@dataclass(frozen=True)
class Period:
    """One period: its first and last day, what is elected, and for which regions (none: all)."""

    first: date
    last: date
    election: str
    regions: frozenset[str] = frozenset()

    def holds(self, region: str, day: date) -> bool:
        """Whether `day` is within it in `region`."""
        return self.first <= day <= self.last and (not self.regions or region in self.regions)


def running(data: Path, region: str, day: date) -> Period | None:
    """The period of a region on `day`; None outside of one.

    A file that cannot be read counts as a period without end, named by what is wrong: nothing is then
    published by one person because of a slip in it.
    """
    try:
        return next((period for period in periods(data) if period.holds(region, day)), None)
    except InvalidPeriod as error:
        return Period(date.min, date.max, str(error))


def periods(data: Path) -> tuple[Period, ...]:
    """Every period of the file in the folder `data`; none where there is no file. Raises InvalidPeriod."""
    path = data / "pre-election.toml"
    try:
        given = tomllib.loads(path.read_text(encoding="utf-8-sig")).get("period", [])
    except FileNotFoundError:
        return ()
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise InvalidPeriod(f"data/{path.name}: mend the TOML: {error}") from error
    return tuple(_period(f"data/{path.name}, period {at}", line) for at, line in enumerate(given, 1))


def _period(where: str, line: dict[str, Any]) -> Period:
    if unknown := sorted(line.keys() - _KEYS):
        raise InvalidPeriod(f"{where}: remove {', '.join(unknown)}")
    first, last, election = line.get("first"), line.get("last"), line.get("election")
    if type(first) is not date or type(last) is not date or first > last:
        raise InvalidPeriod(f"{where}: give its first and last day, such as first = 2028-03-21")
    if not isinstance(election, str) or not election:
        raise InvalidPeriod(f"{where}: say which election it is")
    return Period(first, last, election, frozenset(line.get("regions", ())))
