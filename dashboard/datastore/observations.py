"""Observations: what an indicator's SELECT gives, for the areas asked for.

Every figure on a screen, in a pack, in a download and in the API comes through `load`. What all SELECTs give
today for districts and everything larger, the build has written into a table (build/observations.py), and in
another what those that add up all neighbourhoods of England give for neighbourhoods. SELECTs run when they
are asked of other neighbourhoods, and of past days on which a table held something else.
"""

from bisect import bisect_right
from collections.abc import Iterable
from datetime import date

import duckdb
import numpy as np

from dashboard.catalogue.indicators import Indicator
from dashboard.catalogue.periods import later, months_of
from dashboard.datastore.as_built import is_as_built, mended
from dashboard.datastore.as_of import as_of_clause, ended_condition
from dashboard.datastore.confidence_limits import with_limits
from dashboard.datastore.datasets import sources_of
from dashboard.datastore.editions.change_days import change_days, period_ends
from dashboard.datastore.observed import NUMBERS, Observation, Observations, Series
from dashboard.datastore.store import DatastoreError, Store

__all__ = ["Observation", "Observations", "Series", "load"]

REQUIRED = ("area_code", "period", "value")
OPTIONAL = {
    "lower": "DOUBLE",
    "upper": "DOUBLE",
    "numerator": "DOUBLE",
    "denominator": "DOUBLE",
    "status": "VARCHAR",
}

TABLE = "observations"  # today's, with the indicator of each
SMALL = "neighbourhood_observations"  # the same of neighbourhoods

# Neighbourhoods (LSOA, MSOA, ward) are read a region at a time: England has 33,755 LSOAs.
_SMALL = "substr(area_code, 1, 3) IN ('E01', 'E02', 'E05')"
_WIDE = f"NOT {_SMALL}"
_WITHIN = "area_code IN (SELECT area_code FROM membership WHERE within = ?)"


def load(
    store: Store, indicator: Indicator, within: str | None = None, as_of: date | None = None
) -> Observations:
    """Every observation of `indicator`, read once for the life of the store's file.

    Without `within`: districts and everything larger. With it: every area inside that area, neighbourhoods
    too. With `as_of`: as known on that day. Raises DatastoreError, naming the indicator's file, when its
    SELECT does not run or lacks a column.
    """

    day = as_of and _last_change(store, indicator, within, as_of)
    if day and _as_today(store, indicator, within, day):
        day = None  # it is read once

    def read() -> Observations:
        return Observations(with_limits(store, indicator, _columns(store, indicator, within, day)))

    return store.remember(("observations", indicator, within, day), read)


def _last_change(store: Store, indicator: Indicator, within: str | None, day: date) -> date:
    """The last day up to `day` on which anything of `indicator` became another: the same is known on both, so
    that readers who ask for any day are answered from as many readings as there were changes."""
    key = ("changes with ends", indicator, within)
    days = store.remember(key, lambda: _changes(store, indicator, within))
    at = bisect_right(days, day)
    return days[at - 1] if at else date.min


def _changes(store: Store, indicator: Indicator, within: str | None) -> tuple[date, ...]:
    """The days of publication, and the ends of periods, which cut what has no day of publication."""
    ends = _ends(store, indicator, within)
    known = {*change_days(store, indicator), *period_ends(store, [indicator]), *ends}
    return tuple(sorted(known))


def _as_today(store: Store, indicator: Indicator, within: str | None, day: date) -> bool:
    """Whether what stood on `day` stands today."""
    past, cut = _past(store, indicator, day)
    return not past and (not cut or _last_end(store, indicator, within) <= day)


def _last_end(store: Store, indicator: Indicator, within: str | None) -> date:
    """The day on which the last period of today's figures has ended."""
    return store.remember(
        ("last end", indicator, within), lambda: max(_ends(store, indicator, within), default=date.min)
    )


def _ends(store: Store, indicator: Indicator, within: str | None) -> set[date]:
    length = months_of(indicator.period)
    return {later(period, length) for period in load(store, indicator, within).periods}


def _past(store: Store, indicator: Indicator, day: date) -> tuple[str, str]:
    """What makes the indicator's SELECT one of `day`: the clause before it, and the test of its periods; ""
    for what is as it stands today."""

    def clauses() -> tuple[str, str]:
        return as_of_clause(store, sources_of(store, indicator), day), ended_condition(store, indicator, day)

    return store.remember(("past", indicator, day), clauses)


def given_columns(store: Store, indicator: Indicator) -> list[str]:
    """The columns that the indicator's SELECT gives. Raises DatastoreError like `load`."""
    try:
        given = store.columns(indicator.sql)
    except duckdb.Error as error:
        raise not_run(indicator, error) from error
    if missing := [name for name in REQUIRED if name not in given]:
        raise DatastoreError(f"queries/{indicator.id}.sql: let its SELECT give {', '.join(missing)}")
    return given


def not_run(indicator: Indicator, error: Exception) -> DatastoreError:
    """What to raise when DuckDB cannot run the SELECT: its words, with its hint of what was meant."""
    message = str(error).partition("\nLINE ")[0]
    return DatastoreError(f"queries/{indicator.id}.sql: its SELECT does not run: {' '.join(message.split())}")


def _columns(
    store: Store, indicator: Indicator, within: str | None, as_of: date | None
) -> dict[str, np.ndarray]:
    read = _held(store, indicator, within, as_of)
    if read is None:
        read = store.arrays(select_of(store, indicator, within, as_of), [within] if within else [])
    return read | {name: np.ma.filled(read[name].astype(np.float64), np.nan) for name in NUMBERS}


def _held(
    store: Store, indicator: Indicator, within: str | None = None, as_of: date | None = None
) -> dict[str, np.ndarray] | None:
    """The rows that the build has written, up to what had ended on the day; None where the indicator was
    mended since, where another table was published then, and where neighbourhoods were not written."""
    past, cut = _past(store, indicator, as_of) if as_of else ("", "")
    held = are_neighbourhoods_held if within else is_as_built
    if past or not held(store, indicator):
        return None
    columns = ", ".join((*REQUIRED, *OPTIONAL))
    rows = f"(FROM {TABLE} UNION ALL FROM {SMALL})" if within else TABLE
    tests = " AND ".join(filter(None, ("indicator = ?", within and _WITHIN, cut)))
    sql = f"SELECT {columns} FROM {rows} WHERE {tests} ORDER BY area_code, period"  # noqa: S608 - our own
    return store.arrays(sql, [indicator.id, *([within] if within else [])])


def are_neighbourhoods_held(store: Store, indicator: Indicator) -> bool:
    """Whether the build has written the indicator's rows of neighbourhoods, and they are still its own."""
    return adds_up(indicator) and SMALL in store.tables() and is_as_built(store, indicator)


def adds_up(indicator: Indicator) -> bool:
    """Whether its SELECT goes through all neighbourhoods of England, whichever are asked for: a sixth of a
    second, and 24 MB meanwhile."""
    return indicator.sum_of in ("lsoa", "msoa")


def unreadable(store: Store, indicators: Iterable[Indicator]) -> dict[str, str]:
    """Id -> why it cannot be read, of those that were mended since the build checked them."""
    found = {}
    for item in mended(store, indicators):
        try:
            load(store, item)
        except DatastoreError as error:
            found[item.id] = str(error)
        except (duckdb.Error, ValueError) as error:  # a text that is no number is seen when it is read
            found[item.id] = str(not_run(item, error))
    return found


def select_of(
    store: Store,
    indicator: Indicator,
    within: str | None = None,
    as_of: date | None = None,
    small: bool = False,
) -> str:
    """The SELECT of all columns of `indicator`, sorted by area and period, with one parameter for `within`;
    without it of districts and everything larger, or else of all neighbourhoods where they are asked for
    (`small`). Raises DatastoreError where its own lacks a column, or does not run."""
    given = given_columns(store, indicator)
    optional = [_column(name, kind, name in given) for name, kind in OPTIONAL.items()]
    past, cut = _past(store, indicator, as_of) if as_of else ("", "")
    tests = [_WITHIN if within else _SMALL if small else _WIDE, cut]
    return (
        f"{past}SELECT {', '.join((*REQUIRED, *optional))}\nFROM (\n{indicator.sql}\n) AS indicator\n"
        f"WHERE {' AND '.join(filter(None, tests))}\nORDER BY area_code, period"
    )


def _column(name: str, kind: str, given: bool) -> str:
    value = f"CAST({name} AS {kind})" if given else f"CAST(NULL AS {kind})"
    return f"COALESCE({value}, '') AS status" if name == "status" else f"{value} AS {name}"
