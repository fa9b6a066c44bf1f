"""Last editions: of which curated series a table holds today the last edition that was in the publisher's
files.

From its day on, nothing has come: what is known is what the table holds, with the areas, margins and marks
that the archive of past editions lacks.
"""

from datetime import date

from dashboard.catalogue.periods import A_DAY
from dashboard.datastore.editions import kept_editions
from dashboard.datastore.editions.past_editions import curated
from dashboard.datastore.store import Store

# A table with another value, or with a later period, is of another edition: a later one, for all we know.
_HELD = """\
WITH editions AS (
    SELECT *, max(base) OVER mine AS latest_base, max(seen) OVER mine AS last
    FROM main.past_editions WHERE dataset = '{table}'
    WINDOW mine AS (PARTITION BY series)
),
newest AS (
    SELECT series, area_code, period, arg_max(value, seen) AS value, any_value(last) AS last
    FROM editions WHERE base = latest_base GROUP BY ALL
),
stood AS (SELECT series, area_code, period, value FROM {stood} AS before WHERE value IS NOT NULL)
SELECT newest.series, any_value(newest.last) FROM newest
LEFT JOIN stood USING (series, area_code, period)
GROUP BY newest.series
HAVING bool_and(abs(stood.value - newest.value) < 1e-9) AND max(newest.period) = (
    SELECT max(every.period) FROM stood AS every WHERE every.series = newest.series
)"""


def last_editions(store: Store, table: str) -> dict[str, date]:
    """The curated series of `table` that it holds (before any refresh here: held) in the last edition of
    them, each with the day by which that was in the publisher's files."""
    if not curated(store, table):
        return {}
    return store.remember(("last editions", table), lambda: _read(store, table))


def _read(store: Store, table: str) -> dict[str, date]:
    every = kept_editions.refreshes(store, table)
    back = kept_editions.select_as_of(store, table, every[0].seen - A_DAY) if every else ""
    return dict(store.rows(_HELD.format(table=table, stood=f"({back})" if back else f"main.{table}")))


def unchanged_since(store: Store, table: str, day: date) -> frozenset[str]:
    """The curated series of `table` to which nothing came between `day` and the first refresh here."""
    return frozenset(name for name, last in last_editions(store, table).items() if last <= day)
