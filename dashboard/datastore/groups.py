"""Groups: the two figures between which an indicator is the gap, from the SELECT that gives the gap."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

import duckdb

from dashboard.catalogue.indicators import Indicator
from dashboard.datastore.as_of import as_of_clause
from dashboard.datastore.datasets import sources_of
from dashboard.datastore.observations import not_run
from dashboard.datastore.store import Store

COLUMNS = ("group_value", "others_value")  # of a gap's SELECT, beside those of every indicator


class Pair(NamedTuple):
    """The figures of one area in one period, in the unit of what both are shares or averages of."""

    period: date
    group: float
    others: float


def pairs(store: Store, indicator: Indicator, as_of: date | None = None) -> Mapping[str, tuple[Pair, ...]]:
    """For each area the figures of both groups in time order, where both are published.

    Empty of an indicator that is no gap. With `as_of` as known on that day. Raises DatastoreError.
    """
    if indicator.groups is None:
        return {}
    return store.remember(("groups", indicator, as_of), lambda: _read(store, indicator, as_of))


def _read(store: Store, indicator: Indicator, as_of: date | None) -> dict[str, tuple[Pair, ...]]:
    past = as_of_clause(store, sources_of(store, indicator), as_of) if as_of else ""
    sql = (
        f"{past}SELECT area_code, period, {', '.join(COLUMNS)}\nFROM (\n{indicator.sql}\n) AS gap\n"
        "WHERE group_value IS NOT NULL AND others_value IS NOT NULL ORDER BY area_code, period"
    )
    found: dict[str, list[Pair]] = {}
    try:
        for code, period, group, others in store.rows(sql):
            found.setdefault(code, []).append(Pair(period, group, others))
    except duckdb.Error as error:
        raise not_run(indicator, error) from error
    return {code: tuple(items) for code, items in found.items()}
