"""Past editions: the figures that a publisher's files held on a day, for the series that are curated.

The table past_editions has a row for each figure that was new or changed: `seen`, the day by which the files
held it, and `base`, the day on which the base (prices, definition, rounding) of that row began. Figures of
different bases are never put into one series.
"""

from dataclasses import dataclass
from datetime import date

from dashboard.catalogue.indicators import Indicator
from dashboard.datastore.datasets import sources_of
from dashboard.datastore.editions.rounding import decimals_of
from dashboard.datastore.store import Store
from dashboard.methods.revisions import EXACT_DECIMALS, half_unit

TABLE = "past_editions"
_THEN = """\
SELECT {columns} FROM (
    SELECT area_code, series, period, arg_max(value, seen) AS value FROM (
        SELECT *, max(base) OVER (PARTITION BY series) AS latest_base
        FROM main.past_editions WHERE dataset = '{table}' AND seen <= DATE '{day}'
    ) AS editions WHERE base = latest_base GROUP BY ALL
) AS was LEFT JOIN main.{table} AS held USING (area_code, series, period)"""


@dataclass(frozen=True, slots=True)
class Revised:
    """One value that a figure has had: from the day `seen`, in the base that began on the day `base`."""

    seen: date
    base: date
    value: float


def curated(store: Store, table: str) -> dict[str, date]:
    """The series of `table` whose past editions are held, each with the day of the first."""
    return store.remember("curated series", lambda: _curated(store)).get(table, {})


def _curated(store: Store) -> dict[str, dict[str, date]]:
    if TABLE not in store.tables():
        return {}
    sql = "SELECT dataset, series, min(seen) FROM past_editions GROUP BY ALL ORDER BY ALL"
    found: dict[str, dict[str, date]] = {}
    for dataset, series, first in store.rows(sql):
        found.setdefault(dataset, {})[series] = first
    return found


def series_of(store: Store, indicator: Indicator, table: str) -> dict[str, date]:
    """The curated series of `table` that the indicator's SELECT names, or reads without naming it as the only
    one there is."""
    every = curated(store, table)
    if len(every) == 1 and _only(store, table):
        return every
    return {name: day for name, day in every.items() if f"'{name}'" in indicator.sql}


def _only(store: Store, table: str) -> bool:
    sql = f"SELECT count(DISTINCT series) = 1 FROM main.{table}"  # noqa: S608 - our own table
    return store.remember(("one series", table), lambda: bool(store.rows(sql)[0][0]))


def select_curated_as_of(store: Store, table: str, day: date) -> str:
    """The SELECT of the curated series of `table` as the files held them on `day`, in the table's columns.

    Limits, counts and marks are those of the figure that is held today, where it is the same; else unknown.
    """
    columns = ", ".join(map(_column, store.columns(f'FROM "{table}"')))
    return _THEN.format(columns=columns, table=table, day=day.isoformat())


def _column(name: str) -> str:
    if name in ("area_code", "series", "period"):
        return name
    if name == "value":
        return "CASE WHEN abs(held.value - was.value) < 1e-9 THEN held.value ELSE was.value END AS value"
    if name == "duration":
        return "COALESCE(held.duration, any_value(held.duration) OVER (PARTITION BY series)) AS duration"
    return f"CASE WHEN abs(held.value - was.value) < 1e-9 THEN held.{name} END AS {name}"


def values_of(
    store: Store, indicator: Indicator, area: str, period: date, by: date | None = None
) -> list[Revised]:
    """What the figure of `indicator` for `area` and `period` has been, in order of the days; [] where no past
    editions are held. `by`: only what was in the files by that day."""
    every = store.remember(("figures revised", indicator, area), lambda: _values(store, indicator, area))
    return [item for item in every.get(period, []) if by is None or item.seen <= by]


def _values(store: Store, indicator: Indicator, area: str) -> dict[date, list[Revised]]:
    names = curated_series_of(store, indicator)
    if len(names) != 1:  # a gap between two series has no editions of its own
        return {}
    sql = (
        "SELECT period, seen, base, value FROM past_editions "
        "WHERE dataset = ? AND series = ? AND area_code = ? ORDER BY ALL"
    )
    found: dict[date, list[Revised]] = {}
    for period, *rest in store.rows(sql, [*names[0], area]):
        found.setdefault(period, []).append(Revised(*rest))
    return found


def curated_series_of(store: Store, indicator: Indicator) -> list[tuple[str, str]]:
    """The curated (table, series) that the indicator's SELECT reads."""
    tables = sources_of(store, indicator)
    return [(table, name) for table in tables for name in series_of(store, indicator, table)]


def first_and_newest(
    store: Store, indicator: Indicator, by: date | None = None
) -> list[tuple[float, float, int]]:
    """The first and the newest value of each figure of `indicator` in the newest base that is held, and the
    decimals of the coarser of their editions.

    Without figures that came with the newest edition, which nothing has followed. `by`: as held on that day.
    """
    names = curated_series_of(store, indicator)
    if len(names) != 1:
        return []
    key = ("first and newest", *names[0], by)
    return store.remember(key, lambda: _pairs(store, names[0], by or date.max))


def _pairs(store: Store, name: tuple[str, str], by: date) -> list[tuple[float, float, int]]:
    known = decimals_of(store, *name)
    return [
        (first, newest, min(known.get(day, EXACT_DECIMALS) for day in days))
        for first, newest, *days in store.rows(_FIRST_AND_NEWEST, [*name, by])
    ]


_FIRST_AND_NEWEST = """\
WITH mine AS (
    SELECT *, max(base) OVER () AS latest_base, max(seen) OVER () AS latest
    FROM past_editions WHERE dataset = ? AND series = ? AND seen <= ?
)
SELECT arg_min(value, seen), arg_max(value, seen), min(seen), max(seen) FROM mine WHERE base = latest_base
GROUP BY area_code, period HAVING min(seen) < any_value(latest)"""


def rounded_on(store: Store, indicator: Indicator, day: date) -> float:
    """By how much rounding may have moved a figure of `indicator` in the edition that stood on `day`."""
    names = curated_series_of(store, indicator)
    if len(names) != 1:
        return 0.0
    known = decimals_of(store, *names[0])
    last = max((seen for seen in known if seen <= day), default=None)
    return half_unit(known[last]) if last else 0.0
