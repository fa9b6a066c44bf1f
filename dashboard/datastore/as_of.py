"""As of a day: the tables as they were known then, by shadowing each with what had been published.

A table that refreshes have changed goes back to what it held here on the day (kept_editions.py). Before the
first of them, a series whose past editions are held (past_editions.py) gives what the publisher's files
held on the day; from the day of its last edition on (last_editions.py), which the table holds, the table
itself. A dataset with a release archive (`<table>_history`, one row a release, area and period)
gives, for each period, the newest release up to that day. One without gives all or nothing, by the date of
the release that is held; where that date is not recorded, a period is known once it had ended. Tables whose
rows carry no period (censuses, indices, single events) are cut by the period that the indicator's SELECT
gives.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from dashboard.catalogue.indicators import Indicator
from dashboard.catalogue.periods import months_of
from dashboard.datastore.datasets import datasets, sources_of
from dashboard.datastore.editions import kept_editions, past_editions
from dashboard.datastore.editions.last_editions import last_editions, unchanged_since
from dashboard.datastore.store import Store

HISTORY = "_history"
# They say what lies where, not how much: they are read as they are on every day.
LOOKUPS = ("areas", "membership", "recodes", "lsoa11_lsoa21", "peers", "shapes")
COMPLETE = ("kept", "archive", "editions", "release")
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
    SELECT * FROM {given} AS given
    WHERE {ended} <= DATE '{day}'
)"""
ENDED = """CAST(period + CAST(CASE duration
        WHEN 'P1Y' THEN INTERVAL 1 YEAR WHEN 'P3Y' THEN INTERVAL 3 YEAR
        WHEN 'P3M' THEN INTERVAL 3 MONTH WHEN 'P1M' THEN INTERVAL 1 MONTH
        ELSE INTERVAL 0 DAY END AS INTERVAL) AS DATE)"""
_NOTHING = "{table} AS (SELECT * FROM main.{table} WHERE false)"


@dataclass(frozen=True)
class Knowledge:
    """What was known of one table on the day: "kept", "archive", "editions", "release", "period" or
    "nothing".

    `published`: the day of the release that is held; for "editions", and where `files`, the day by which the
    publisher's files held the first edition, and `last` that of the last one, where nothing came since.
    """

    table: str
    kind: str
    published: date | None
    files: bool = False
    last: date | None = None

    @property
    def complete(self) -> bool:
        """Whether the figures are those of the day for certain."""
        return self.kind in COMPLETE

    @property
    def day(self) -> date:
        """The day of `published`, of a kind that has one. Raises ValueError where it is not known."""
        if self.published is None:
            raise ValueError(f"no day is known on which {self.table} was published")
        return self.published


def known(store: Store, table: str, day: date, indicator: Indicator | None = None) -> Knowledge:
    """How `table` stood on `day`, as far as `indicator` reads it."""
    if kept_editions.is_edition_known_on(store, table, day):
        return Knowledge(table, "kept", kept_editions.refreshes(store, table)[0].seen)
    if indicator and (editions := past_editions.series_of(store, indicator, table)):
        return _of_editions(store, table, day, editions)
    if table.endswith(HISTORY) or f"{table}{HISTORY}" in store.tables():
        return Knowledge(table, "archive", None)
    register = datasets(store) if "datasets" in store.tables() else {}
    if table not in register or table in LOOKUPS:
        return Knowledge(table, "release", None)
    replaced = kept_editions.first_refresh_after(store, table, day)
    published = replaced.before if replaced else _date(register[table].source_date)
    if published is None:
        return Knowledge(table, "period", None)
    return Knowledge(table, "release" if published <= day else "nothing", published)


def _of_editions(store: Store, table: str, day: date, editions: dict[str, date]) -> Knowledge:
    first, lasts = max(editions.values()), last_editions(store, table)
    last = max(lasts[name] for name in editions) if lasts.keys() >= editions.keys() else date.max
    kind = "editions" if first <= day else "nothing"
    return Knowledge(table, kind, first, files=True, last=last if last <= day else None)


def ended_condition(store: Store, indicator: Indicator, day: date) -> str:
    """The test of a WHERE clause that leaves out periods of `indicator` that had not ended on `day`.

    "" where the date of publication of all its tables is known: what was out by then is not cut.
    """
    kinds = {known(store, table, day, indicator).kind for table in sources_of(store, indicator)}
    if "period" not in kinds:
        return ""
    return f"period + INTERVAL {months_of(indicator.period)} MONTH <= DATE '{day.isoformat()}'"


def as_of_clause(store: Store, tables: list[str], day: date) -> str:
    """The WITH clause that puts `tables` as they stood on `day` before a SELECT; "" for no tables."""
    parts = [_past(store, table, day) for table in tables]
    parts = [part for part in parts if part]
    return f"WITH {', '.join(parts)}\n" if parts else ""


def _past(store: Store, table: str, day: date) -> str:
    """`table` as it stood: its curated series from their past editions, all else as far as that is known."""
    knowledge = known(store, table, day)
    part = _part(store, knowledge, day)
    if knowledge.kind == "kept" or not (names := past_editions.curated(store, table)):
        return part
    same = unchanged_since(store, table, day)
    if same == names.keys() and not part:
        return ""
    other = part.partition(" AS (")[2].removesuffix(")") or f"SELECT * FROM main.{table}"  # noqa: S608 - our own table
    rest = [_series(store, table, f"({other})", f"NOT IN {_listed(names)}")]
    if same:
        stood = kept_editions.select_as_of(store, table, day)
        rest.append(_series(store, table, f"({stood})" if stood else f"main.{table}", f"IN {_listed(same)}"))
    if names.keys() - same:
        editions = f"({past_editions.select_curated_as_of(store, table, day)})"
        rest.append(_series(store, table, editions, f"NOT IN {_listed(same)}" if same else ""))
    union = "\nUNION ALL\n".join(rest)
    return f"{table} AS (\n{union}\n)"


def _series(store: Store, table: str, given: str, which: str) -> str:
    """The SELECT of the series of `given`, which has the columns of `table`: those that are `which` ("IN
    ...")."""
    columns = ", ".join(store.columns(f'FROM "{table}"'))
    test = f" WHERE series {which}" if which else ""
    return f"SELECT {columns} FROM {given} AS given{test}"  # noqa: S608 - our own names


def _listed(names: Iterable[str]) -> str:
    quoted = [f"'{name}'" for name in sorted(names)]
    return f"({', '.join(quoted)})"


def _part(store: Store, knowledge: Knowledge, day: date) -> str:
    table = knowledge.table
    columns = store.columns(f'FROM "{table}"')
    if table.endswith(HISTORY):
        return _RELEASED.format(table=table, day=day.isoformat())
    if knowledge.kind == "archive":
        shared = [name for name in columns if name in store.columns(f'FROM "{table}{HISTORY}"')]
        return _KNOWN.format(table=table, columns=", ".join(shared), day=day.isoformat())
    if knowledge.kind == "nothing":
        return _NOTHING.format(table=table)
    stood = kept_editions.select_as_of(store, table, day)
    if knowledge.kind == "period" and {"period", "duration"} <= set(columns):
        if not stood and (last := _last_end(store, table)) and last <= day:
            return ""  # nothing is cut: what stands today is read once for all such days
        given = f"({stood})" if stood else f"main.{table}"
        return _ENDED.format(table=table, ended=ENDED, given=given, day=day.isoformat())
    return f"{table} AS (SELECT * FROM ({stood}) AS stood)" if stood else ""  # noqa: S608 - our own table


def _last_end(store: Store, table: str) -> date | None:
    """The day on which the last period of `table` has ended; None where a row does not say it of its own."""

    def read() -> date | None:
        sql = f"SELECT CASE WHEN count(*) = count({ENDED}) THEN max({ENDED}) END FROM main.{table}"  # noqa: S608 - ours
        last: date | None = store.rows(sql)[0][0]
        return last

    return store.remember(("last end of periods", table), read)


def _date(text: str) -> date | None:
    return datetime.fromisoformat(text).date() if text else None
