"""Projections drawn from the editions that were known on each past day, held against what came: measured.

Each period that was newest when it came out is a start: the range is drawn from the first edition that had
it, with all that was revised later as it was then, and is set against the newest figures held, in the same
base.
"""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from dashboard.catalogue.indicators import Indicator
from dashboard.datastore.editions.change_days import basis, change_days
from dashboard.datastore.editions.past_editions import curated_series_of
from dashboard.datastore.newest import newest_period
from dashboard.pages.about.known_then_table import KnownThen
from dashboard.site import Site
from dashboard.statements.outlook.projected import Backtest, Step, projected


class Outcome(NamedTuple):
    """A range that was drawn on `day` for areas of `level`, so many periods `ahead`, and whether it held."""

    level: str
    ahead: int
    day: date
    held: bool


def sweep(site: Site) -> list[KnownThen]:
    """The rates of every indicator whose past editions are held, by level and periods ahead."""
    items = [item for item in site.indicators.values() if curated_series_of(site.store, item)]
    return [rate for item in items for rate in rates(site, item)]


def rates(site: Site, indicator: Indicator) -> Iterator[KnownThen]:
    """The rates of one indicator."""
    groups: dict[tuple[str, int], list[Outcome]] = defaultdict(list)
    for item in outcomes(site, indicator):
        groups[item.level, item.ahead].append(item)
    tested = {
        (row.level, row.horizon): row.coverage
        for row in projected(site, indicator)
        if isinstance(row, Backtest)
    }
    for (level, ahead), items in sorted(groups.items()):
        held, starts = sum(item.held for item in items), len({item.day for item in items})
        before = tested.get((level, ahead))
        yield KnownThen(indicator.id, level, ahead, starts, len(items), held, before)


def outcomes(site: Site, indicator: Indicator) -> Iterator[Outcome]:
    """Every range that an edition allowed and whose outcome is known by now."""
    now = site.observations(indicator)
    for day in starts(site, indicator):
        for step in projected(site.at(day), indicator):
            came = now.at(step.area_code, step.period) if isinstance(step, Step) else None
            if came and came.value is not None:
                level = site.geography[step.area_code].level
                yield Outcome(level, step.horizon, day, step.lower <= came.value <= step.upper)


def starts(site: Site, indicator: Indicator) -> Iterator[date]:
    """The first day of each newest period, of editions in the base of today's."""
    days, seen = change_days(site.store, indicator), set()
    for day in days[:-1]:
        newest = newest_period(site.store, indicator, day)
        same = basis(site.store, indicator, day) == basis(site.store, indicator, days[-1])
        if same and newest not in seen:
            seen.add(newest)
            yield day
