"""As of a day: the tables as they were known then, by shadowing each with what had been published.

A dataset with a release archive (`<table>_history`, one row a release, area and period) gives, for each
period, the newest release up to that day. One without gives all or nothing, by the date of the release
that is held; where that date is not recorded, a period is known once it had ended. Tables whose rows carry
no period (censuses, indices, single events) are cut by the period that the indicator's SELECT gives.
"""

from dataclasses import dataclass
from datetime import date, datetime

from dashboard.catalogue.indicators import Indicator
from dashboard.catalogue.periods import DURATIONS
from dashboard.datastore.datasets import datasets, sources_of
from dashboard.datastore.store import Store

_HISTORY = "_history"
# They say what lies where, not how much: they are read as they are on every day.
LOOKUPS = ("areas", "membership", "recodes", "lsoa11_lsoa21", "peers", "shapes")
_LENGTHS = {"P1Y": "1 YEAR", "P3Y": "3 YEAR", "P3M": "3 MONTH", "P1M": "1 MONTH", "P0D": "0 DAY"}
_KNOWN = """\
{table} AS (
    SELECT {columns} FROM (
        SELECT {columns}, released,
            max(released) OVER (PARTITION BY area_code, series, period) AS newest
        FROM main.{table}_history WHERE released <= DATE '{day}'
    ) AS archive WHERE released = newest
)"""
_RELEASED = "{table} AS (SELECT * FROM main.{table} WHERE released <= DATE '{day}')"
_ENDED = """\
{table} AS (
    SELECT * FROM main.{table}
    WHERE period + CAST(CASE duration
        WHEN 'P1Y' THEN INTERVAL 1 YEAR WHEN 'P3Y' THEN INTERVAL 3 YEAR
        WHEN 'P3M' THEN INTERVAL 3 MONTH WHEN 'P1M' THEN INTERVAL 1 MONTH
        ELSE INTERVAL 0 DAY END AS INTERVAL) <= DATE '{day}'
)"""
_NOTHING = "{table} AS (SELECT * FROM main.{table} WHERE false)"


@dataclass(frozen=True)
class Knowledge:
    """What was known of one table on the day: "archive", "release", "period" or "nothing", and why."""

    table: str
    kind: str
    published: date | None

    @property
    def complete(self) -> bool:
        """Whether the figures are those of the day for certain."""
        return self.kind in ("archive", "release")


def known(store: Store, table: str, day: date) -> Knowledge:
    """How `table` stood on `day`."""
    if table.endswith(_HISTORY) or f"{table}{_HISTORY}" in store.tables():
        return Knowledge(table, "archive", None)
    register = datasets(store)
    if table not in register or table in LOOKUPS:
        return Knowledge(table, "release", None)
    published = _date(register[table].source_date)
    if published is None:
        return Knowledge(table, "period", None)
    return Knowledge(table, "release" if published <= day else "nothing", published)


def ended(store: Store, indicator: Indicator, day: date) -> str:
    """The test of a WHERE clause that leaves out periods of `indicator` that had not ended on `day`.

    "" where the date of publication of all its tables is known: what was out by then is not cut.
    """
    kinds = {known(store, table, day).kind for table in sources_of(store, indicator)}
    if "period" not in kinds:
        return ""
    return f"period + INTERVAL {_LENGTHS[DURATIONS[indicator.period]]} <= DATE '{day.isoformat()}'"


def shadow(store: Store, tables: list[str], day: date) -> str:
    """The WITH clause that puts `tables` as they stood on `day` before a SELECT; "" for no tables."""
    parts = [_part(store, known(store, table, day), day) for table in tables]
    parts = [part for part in parts if part]
    return f"WITH {', '.join(parts)}\n" if parts else ""


def _part(store: Store, knowledge: Knowledge, day: date) -> str:
    table = knowledge.table
    columns = store.columns(f'FROM "{table}"')
    if table.endswith(_HISTORY):
        return _RELEASED.format(table=table, day=day.isoformat())
    if knowledge.kind == "archive":
        shared = [name for name in columns if name in store.columns(f'FROM "{table}{_HISTORY}"')]
        return _KNOWN.format(table=table, columns=", ".join(shared), day=day.isoformat())
    if knowledge.kind == "period" and {"period", "duration"} <= set(columns):
        return _ENDED.format(table=table, day=day.isoformat())
    return _NOTHING.format(table=table) if knowledge.kind == "nothing" else ""


def _date(text: str) -> date | None:
    return datetime.fromisoformat(text).date() if text else None
