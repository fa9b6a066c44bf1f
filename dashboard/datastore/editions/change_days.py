"""Change days: the days on which the known figures of an indicator changed, as far as they are recorded."""

from collections.abc import Iterable
from datetime import date

from dashboard.catalogue.indicators import Indicator
from dashboard.catalogue.periods import A_DAY
from dashboard.datastore.as_of import ENDED, HISTORY, LOOKUPS
from dashboard.datastore.datasets import datasets, sources_of
from dashboard.datastore.editions import past_editions
from dashboard.datastore.editions.kept_editions import refreshes
from dashboard.datastore.store import Store

_SEEN = "SELECT DISTINCT seen FROM past_editions WHERE dataset = ? AND series = ?"


def change_days(store: Store, indicator: Indicator) -> tuple[date, ...]:
    """The days on which a figure of `indicator` may have come or changed, oldest first.

    Those of refreshes here, of past editions and release archives, and of the release that is held. Empty
    where none is recorded: then nobody can say since when a figure is known.
    """
    return store.remember(("change days", indicator), lambda: _days(store, indicator))


def _days(store: Store, indicator: Indicator) -> tuple[date, ...]:
    tables = [name for name in sources_of(store, indicator) if name not in LOOKUPS]
    return tuple(sorted({day for table in tables for day in _of_table(store, indicator, table)}))


def _of_table(store: Store, indicator: Indicator, table: str) -> set[date]:
    here = refreshes(store, table)
    days = {item.seen for item in here}
    earlier = _published(store, indicator, table)
    return days | {day for day in earlier if not here or day < here[0].seen}


def _published(store: Store, indicator: Indicator, table: str) -> set[date]:
    """The days by which what was there before any refresh here came out."""
    if names := past_editions.series_of(store, indicator, table):
        return {day for name in names for (day,) in store.rows(_SEEN, [table, name])}
    history = table if table.endswith(HISTORY) else f"{table}{HISTORY}"
    if history in store.tables():
        return {day for (day,) in store.rows(f"SELECT DISTINCT released FROM {history}")}  # noqa: S608 - ours
    kept = refreshes(store, table)
    if kept:
        return {kept[0].before} if kept[0].before else set()
    register = datasets(store) if "datasets" in store.tables() else {}
    held = register[table].source_date if table in register else ""
    return {date.fromisoformat(held[:10])} if held else set()


def every_change_day(store: Store, indicators: Iterable[Indicator]) -> tuple[date, ...]:
    """The change days of all `indicators`, oldest first."""
    return tuple(sorted({day for item in indicators for day in change_days(store, item)}))


def period_ends(store: Store, indicators: Iterable[Indicator]) -> set[date]:
    """The days on which a period of a table ended for which no day of publication is recorded: from then on
    its figures are shown on a past day (as_of.py)."""
    names = {name for item in indicators for name in sources_of(store, item)} - {*LOOKUPS}
    register = datasets(store) if "datasets" in store.tables() else {}
    undated = {name for name in names if name in register and not register[name].source_date}
    return {day for name in sorted(undated) for day in _ends(store, name)}


def _ends(store: Store, table: str) -> frozenset[date]:
    # Many indicators read one table: it is asked once.
    return store.remember(("ends of periods", table), lambda: frozenset(_read_ends(store, table)))


def _read_ends(store: Store, table: str) -> set[date]:
    columns = {*store.columns(f'FROM "{table}"')}
    if not {"period", "duration"} <= columns or f"{table}{HISTORY}" in store.tables():
        return set()
    return {day for (day,) in store.rows(f"SELECT DISTINCT {ENDED} FROM {table}") if day}  # noqa: S608 - ours


def basis(store: Store, indicator: Indicator, day: date) -> tuple[object, ...]:
    """What the figures of `day` are based on (base years, rebases so far), as values to compare: others after
    every rebase. Figures on two bases are no revision of each other."""
    found: list[object] = []
    for table in sources_of(store, indicator):
        every = refreshes(store, table)
        found.append(sum(item.rebase for item in every if item.seen <= day))
        last = min(day, every[0].seen - A_DAY) if every else day  # from the first refresh on, ours count
        names = past_editions.series_of(store, indicator, table)
        found += [_base(store, table, name, last) for name in names]
    return tuple(found)


def counted_otherwise(
    store: Store, indicator: Indicator, known: date, until: date | None = None
) -> date | None:
    """The first day after `known`, up to `until`, on which the figures counted otherwise than on it; None
    where they never did, or the figures of `known` are not held. What stood on `known` is in their count
    until then."""
    was = basis(store, indicator, known)
    if None in was:
        return None
    later = (day for day in change_days(store, indicator) if known < day <= (until or date.max))
    return next((day for day in later if basis(store, indicator, day) != was), None)


def _base(store: Store, table: str, series: str, day: date) -> date | None:
    began = store.remember("bases of series", lambda: _bases(store)).get((table, series), ())
    return max((base for seen, base in began if seen <= day), default=None)


def _bases(store: Store) -> dict[tuple[str, str], list[tuple[date, date]]]:
    """Of each series the day by which each base was first in the files, and the base."""
    found: dict[tuple[str, str], list[tuple[date, date]]] = {}
    sql = "SELECT dataset, series, min(seen), base FROM past_editions GROUP BY ALL ORDER BY ALL"
    for table, series, seen, base in store.rows(sql):
        found.setdefault((table, series), []).append((seen, base))
    return found
