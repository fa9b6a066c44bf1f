"""Kept editions: what a table held before each refresh that changed it.

Beside a table that a refresh has changed lies `<table>_former`, written by
dashboard/ingest/editions/former_figures.py: the rows that went (`held`) and those that came, with the day
of the refresh (`seen`), the day on which the edition before it was published (`before`, NULL where not
recorded) and whether the new one counts otherwise (`rebase`). Going back is to put back what went and to
take away what came since.
"""

from dataclasses import dataclass
from datetime import date

from dashboard.datastore.store import Store

SUFFIX = "_former"
OWN = ("seen", "held", "before", "rebase")  # the columns that the table itself does not have
_BACK = """\
(SELECT {columns} FROM main.{table} UNION ALL
 SELECT {columns} FROM main.{table}_former WHERE held AND seen > DATE '{day}')
EXCEPT ALL
SELECT {columns} FROM main.{table}_former WHERE NOT held AND seen > DATE '{day}'"""


@dataclass(frozen=True, slots=True)
class Refreshed:
    """A refresh that changed a table on the day `seen`; `before`: when the edition that it replaced came
    out."""

    seen: date
    before: date | None
    rebase: bool


def refreshes(store: Store, table: str) -> tuple[Refreshed, ...]:
    """The refreshes that changed `table`, oldest first; none where no former figures are kept."""
    return store.remember("refreshes of tables", lambda: _refreshes(store)).get(table, ())


def _refreshes(store: Store) -> dict[str, tuple[Refreshed, ...]]:
    found = {}
    for name in sorted(store.tables()):
        if name.endswith(SUFFIX):
            sql = f"SELECT seen, min(before), bool_or(rebase) FROM {name} GROUP BY seen ORDER BY seen"  # noqa: S608 - ours
            found[name.removesuffix(SUFFIX)] = tuple(Refreshed(*row) for row in store.rows(sql))
    return found


def replaced_after(store: Store, table: str, day: date) -> Refreshed | None:
    """The first refresh after `day`: it replaced what stood on it. None where that stands today."""
    return next((item for item in refreshes(store, table) if item.seen > day), None)


def held_on(store: Store, table: str, day: date) -> bool:
    """Whether the edition that stood here on `day` is known: one refresh at least had been kept by then."""
    kept = refreshes(store, table)
    return bool(kept) and kept[0].seen <= day


def gone_back(store: Store, table: str, day: date) -> str:
    """The SELECT of `table` as it stood here on `day`; "" where it has not changed since."""
    if replaced_after(store, table, day) is None:
        return ""
    columns = ", ".join(f'"{name}"' for name in store.columns(f'FROM "{table}"'))
    return _BACK.format(columns=columns, table=table, day=day.isoformat())
