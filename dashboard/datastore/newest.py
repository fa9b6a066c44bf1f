"""Newest: the last period that an indicator has a figure for, and the dataset that figure comes from."""

from collections.abc import Mapping
from datetime import date

from dashboard.catalogue.indicators import Indicator
from dashboard.catalogue.periods import last_day
from dashboard.datastore.as_built import counted
from dashboard.datastore.as_of import LOOKUPS
from dashboard.datastore.datasets import Dataset, datasets, sources_of
from dashboard.datastore.observations import load
from dashboard.datastore.store import Store


def newest_period(store: Store, indicator: Indicator, as_of: date | None = None) -> date | None:
    """The first day of the newest period of `indicator` anywhere, neighbourhoods too; None without any.

    On a past day of districts and larger areas alone.
    """
    if as_of:
        return max(load(store, indicator, None, as_of).periods, default=None)
    if held := counted(store, indicator):
        return next(iter(held.values())).last  # the same for every region
    sql = f"SELECT max(period) FROM (\n{indicator.sql}\n) AS indicator"  # noqa: S608 - ours
    found: date | None = store.remember(("newest period", indicator), lambda: store.rows(sql)[0][0])
    return found


def dataset_of_newest(store: Store, indicator: Indicator, newest: date | None) -> Dataset | None:
    """The dataset that the figure of the period `newest` comes from: of those that the indicator reads the
    first that ends with it, for a denominator often reaches further. Else the first that it reads."""
    if "datasets" not in store.tables():
        return None
    register = datasets(store)
    names = [name for name in sources_of(store, indicator) if name in register and name not in LOOKUPS]
    if len(names) > 1 and newest:
        names.sort(key=lambda name: _end(store, name) != newest)  # the order of mention otherwise
    return register[names[0]] if names else None


def _end(store: Store, table: str) -> date | None:
    return store.remember(("end of table", table), lambda: _last(store, table))


def _last(store: Store, table: str) -> date | None:
    if "period" not in store.columns(f'FROM "{table}"'):
        return None
    last: date | None = store.rows(f'SELECT max(period) FROM "{table}"')[0][0]  # noqa: S608 - a table of the store's own
    return last


def fresher_indicators(store: Store, indicators: Mapping[str, Indicator], item: Indicator) -> tuple[str, ...]:
    """The ids of the indicators of the same measure as `item` whose newest period ends after its own does."""
    if not item.measure or not (newest := newest_period(store, item)):
        return ()
    end = last_day(item.period, newest)
    others = [other for other in indicators.values() if other.measure == item.measure and other != item]
    reach = {other.id: (other.period, newest_period(store, other)) for other in others}
    return tuple(name for name, (kind, last) in reach.items() if last and last_day(kind, last) > end)
