"""Pre-election periods: the days before an election on which an authority publishes with particular care.

They stand in `data/pre-election.toml`, one `[[period]]` each: `first` and `last` (days, both within),
`election` (what it is called), and `regions` (codes; every region where there are none).
"""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from dashboard.catalogue.reading.toml_file import read_toml
from dashboard.catalogue.regions import InvalidRegion, load_regions

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

    def counts(self, day: date) -> bool:
        """Whether what was approved on `day` is approved for this period. Nothing is for one that stands for
        a slip in the file: nobody knows since when it would have to be."""
        return date.min < self.first <= day


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
        given = read_toml(path)
    except FileNotFoundError:
        return ()
    except tomllib.TOMLDecodeError as error:
        raise InvalidPeriod(f"data/{path.name}: mend the TOML: {error}") from error
    except OSError as error:
        raise InvalidPeriod(f"data/{path.name}: it cannot be read: {error.strerror}") from error
    lines = given.pop("period", [])
    if given or not isinstance(lines, list) or not all(isinstance(line, dict) for line in lines):
        raise InvalidPeriod(f"data/{path.name}: write each period below a line [[period]], and nothing else")
    found = tuple(_period(f"data/{path.name}, period {at}", line) for at, line in enumerate(lines, 1))
    _check_regions(data, found)
    return found


def _check_regions(data: Path, found: Iterable[Period]) -> None:
    """Raises InvalidPeriod for a code that no city region has: nobody would be held to its period."""
    named = {code for period in found for code in period.regions}
    try:
        known = _known_regions(data / "regions") if named else frozenset()
    except (InvalidRegion, OSError) as error:
        raise InvalidPeriod(f"data/pre-election.toml: its regions cannot be looked up: {error}") from error
    if known and (unknown := sorted(named - known)):
        listed = ", ".join(sorted(known))
        raise InvalidPeriod(
            f"data/pre-election.toml: {unknown[0]} is no city region here; write one of {listed}"
        )


def _known_regions(folder: Path) -> frozenset[str]:
    """The codes of the files in `folder`. To read them takes a tenth of what their TOML takes, which every
    page of the office would otherwise have to parse, and once for each entry that is published."""
    return _codes(folder, tuple(path.read_bytes() for path in sorted(folder.glob("*.toml"))))


@lru_cache(maxsize=4)
def _codes(folder: Path, _contents: tuple[bytes, ...]) -> frozenset[str]:
    return frozenset(region.code for region in load_regions(folder))


def _period(where: str, line: dict[str, Any]) -> Period:
    if unknown := sorted(line.keys() - _KEYS):
        raise InvalidPeriod(f"{where}: remove {', '.join(unknown)}")
    first, last, election = line.get("first"), line.get("last"), line.get("election")
    if type(first) is not date or type(last) is not date or first > last:
        raise InvalidPeriod(f"{where}: give its first and last day, such as first = 2028-03-21")
    if not isinstance(election, str) or not election:
        raise InvalidPeriod(f"{where}: say which election it is")
    regions = line.get("regions", [])
    if not isinstance(regions, list) or not all(isinstance(code, str) for code in regions):
        raise InvalidPeriod(f'{where}: write its regions as a list of codes, such as ["E47000001"]')
    return Period(first, last, election, frozenset(regions))
