"""Observations: what every indicator's SELECT gives today, written where pages read it.

A page of thirty indicators would otherwise run thirty SELECTs when it is first asked for: three quarters of
a second, and the blocks of all tables behind them in memory.
"""

from collections.abc import Iterable

import duckdb

from dashboard.catalogue.indicators import Indicator
from dashboard.datastore.as_built import DEFINITIONS
from dashboard.datastore.observations import OPTIONAL, REQUIRED, SMALL, TABLE, adds_up, select_of
from dashboard.site import Site

_COLUMNS = "area_code VARCHAR, period DATE, value DOUBLE, " + ", ".join(
    f"{name} {kind}" for name, kind in OPTIONAL.items()
)


def selects(site: Site, indicators: Iterable[Indicator]) -> list[tuple[str, str, str, str]]:
    """Of each indicator its id, its digest, the SELECT that gives its rows, and the one that gives those of
    neighbourhoods; "" where they are read from the SELECT. Raises DatastoreError."""
    return [
        (
            item.id,
            item.digest,
            select_of(site.store, item),
            select_of(site.store, item, small=True) if adds_up(item) else "",
        )
        for item in indicators
    ]


def write_observations(
    connection: duckdb.DuckDBPyConnection, found: Iterable[tuple[str, str, str, str]]
) -> None:
    """Write the rows of all `found` into two tables of the datastore, an indicator's beside each other: of
    those of another a reader skips whole blocks. The table of definitions says what they are the rows of."""
    for table in (TABLE, SMALL):
        connection.execute(f"CREATE TABLE {table} (indicator VARCHAR, {_COLUMNS})")
    connection.execute(f"CREATE TABLE {DEFINITIONS} (indicator VARCHAR, digest VARCHAR)")
    columns = ", ".join((*REQUIRED, *OPTIONAL))
    for name, digest, *given in sorted(found):
        for table, select in zip((TABLE, SMALL), given, strict=True):
            if select:
                connection.execute(
                    f"INSERT INTO {table} SELECT ?, {columns} FROM (\n{select}\n) AS found",  # noqa: S608 - our own
                    [name],
                )
        connection.execute(f"INSERT INTO {DEFINITIONS} VALUES (?, ?)", [name, digest])  # noqa: S608
