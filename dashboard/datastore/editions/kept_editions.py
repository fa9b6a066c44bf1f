"""Kept editions: what a table held before each refresh that changed it.

Beside a table that a refresh has changed lies `<table>_former`, written by
dashboard/ingest/editions/former_figures.py: the rows that went (`held`) and those that came, with the day
of the refresh (`seen`), the day on which the edition before it was published (`before`, NULL where not
recorded) and whether the new one counts otherwise (`rebase`). Going back is to put back what went and to
take away what came since.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import duckdb

from dashboard.datastore.store import Store

SUFFIX = "_former"
TABLE = (
    "former_figures"  # of all tables of statistics: one of its own takes a quarter of a megabyte, however few
)
TIDY = frozenset(("area_code", "series", "period", "duration", "value", "lower", "upper", "status"))
OWN = ("seen", "held", "before", "rebase")  # the columns that the table itself does not have
_BACK = """\
(SELECT {columns} FROM main.{table} UNION ALL
 SELECT {columns} FROM {former} AND held AND seen > DATE '{day}')
EXCEPT ALL
SELECT {columns} FROM {former} AND NOT held AND seen > DATE '{day}'"""
_GATHER = """\
CREATE TABLE former_figures AS
SELECT * EXCLUDE (filename), parse_filename(filename, true)[:-8] AS table_name
FROM read_parquet(?, union_by_name = true, filename = true)"""
_REFRESHES = "SELECT seen, min(before), bool_or(rebase) FROM {former} GROUP BY seen ORDER BY seen"


@dataclass(frozen=True, slots=True)
class TableRefresh:
    """A refresh that changed a table on the day `seen`; `before`: when the edition that it replaced came
    out."""

    seen: date
    before: date | None
    rebase: bool


def refreshes(store: Store, table: str) -> tuple[TableRefresh, ...]:
    """The refreshes that changed `table`, oldest first; none where no former figures are kept."""
    return store.remember("refreshes of tables", lambda: _refreshes(store)).get(table, ())


def _refreshes(store: Store) -> dict[str, tuple[TableRefresh, ...]]:
    names = [name.removesuffix(SUFFIX) for name in store.tables() if name.endswith(SUFFIX)]
    if TABLE in store.tables():
        names += [name for (name,) in store.rows(f"SELECT DISTINCT table_name FROM {TABLE}")]  # noqa: S608 - ours
    return {
        name: tuple(TableRefresh(*row) for row in store.rows(_REFRESHES.format(former=_former(store, name))))
        for name in sorted(names)
    }


def _former(store: Store, table: str) -> str:
    """The former rows of `table`, with the beginning of a WHERE clause."""
    own = f"{table}{SUFFIX}"
    return f"main.{own} WHERE true" if own in store.tables() else f"main.{TABLE} WHERE table_name = '{table}'"


def gather(connection: duckdb.DuckDBPyConnection, files: Mapping[str, Sequence[str]]) -> set[str]:
    """Put the former figures of all tables of statistics into one table of a new datastore; the names of the
    files that it took, of `files` (name -> paths)."""
    tidy = {name: paths for name, paths in files.items() if name.endswith(f"{SUFFIX}.parquet")}
    tidy = {name: paths for name, paths in tidy.items() if _columns(connection, paths) <= TIDY}
    if tidy:
        connection.execute(_GATHER, [[path for paths in tidy.values() for path in paths]])
    return set(tidy)


def _columns(connection: duckdb.DuckDBPyConnection, paths: Sequence[str]) -> set[str]:
    rows = connection.execute("DESCRIBE FROM read_parquet(?)", [list(paths)]).fetchall()
    return {row[0] for row in rows} - {*OWN}


def first_refresh_after(store: Store, table: str, day: date) -> TableRefresh | None:
    """The first refresh after `day`: it replaced what stood on it. None where that stands today."""
    return next((item for item in refreshes(store, table) if item.seen > day), None)


def is_edition_known_on(store: Store, table: str, day: date) -> bool:
    """Whether the edition that stood here on `day` is known: one refresh at least had been kept by then."""
    kept = refreshes(store, table)
    return bool(kept) and kept[0].seen <= day


def select_as_of(store: Store, table: str, day: date) -> str:
    """The SELECT of `table` as it stood here on `day`; "" where it has not changed since."""
    if first_refresh_after(store, table, day) is None:
        return ""
    columns = ", ".join(f'"{name}"' for name in store.columns(f'FROM "{table}"'))
    former = _former(store, table)
    return _BACK.format(columns=columns, table=table, former=former, day=day.isoformat())
