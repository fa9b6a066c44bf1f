# ruff: noqa: S608 - every SQL here is our own words, a table of the store and the query that is looked at
"""What can be seen in the figures of one query: faults, and what a person should look at."""

from collections.abc import Iterator
from difflib import get_close_matches

from dashboard.catalogue import sums
from dashboard.catalogue.indicator import Indicator
from dashboard.datastore.datasets import sources_of
from dashboard.datastore.store import Store
from dashboard.ingest.tables.tidy import MARKS

_ROWS = (
    "SELECT area_code, CAST(period AS DATE) AS period, {value} AS value, {status} AS status FROM (\n{sql}\n)"
)
_WHOLE = 100  # per cent
_SHARES = 1.5  # shares of one never come near; percentages of 0 to 1.5 alone are rare


def rows_by_level(store: Store, item: Indicator) -> list[tuple[str, int, int, int]]:
    """(level, areas, rows, rows with a figure), widest level first."""
    sql = (
        "SELECT COALESCE(level, 'no area that is known'), COUNT(DISTINCT area_code), COUNT(*), COUNT(value) "
        f"FROM ({_rows(store, item)}) LEFT JOIN areas USING (area_code) GROUP BY 1 ORDER BY 2, 1"
    )
    return store.rows(sql)


def unknown_codes(store: Store, item: Indicator) -> Iterator[str]:
    """Codes that no area has: their figures are on no page."""
    sql = (
        f"SELECT DISTINCT area_code FROM ({_rows(store, item)}) ANTI JOIN areas USING (area_code) ORDER BY 1"
    )
    if codes := [code for (code,) in store.rows(sql)]:
        many = "a code is" if len(codes) == 1 else f"{len(codes)} codes are"
        yield f"{many} of no area: {_few(codes)}; correct the file, or add a WHERE"


def lost_areas(store: Store, item: Indicator) -> Iterator[str]:
    """Areas that a table of its has, and the query has not."""
    for table in sources_of(store, item):
        if not {"area_code", "value"} <= set(store.columns(f'SELECT * FROM "{table}"')):
            continue  # a table of places, not of figures
        sql = (
            f'SELECT level, COUNT(*), MIN(name) FROM (SELECT DISTINCT area_code FROM "{table}") '
            f"ANTI JOIN ({_rows(store, item)}) USING (area_code) JOIN areas USING (area_code) "
            "GROUP BY 1 ORDER BY 1"
        )
        if lost := store.rows(sql):
            sentence = ", ".join(f"{count} of level {level} (such as {name})" for level, count, name in lost)
            yield f"{table} has areas that the query leaves out: {sentence}; see its joins and its WHERE"


def odd_values(store: Store, item: Indicator) -> Iterator[str]:
    """A range that does not go with the unit."""
    low, high, texts = store.rows(
        f"SELECT MIN(TRY_CAST(value AS DOUBLE)), MAX(TRY_CAST(value AS DOUBLE)), "
        f"COUNT(*) FILTER (WHERE value IS NOT NULL AND TRY_CAST(value AS DOUBLE) IS NULL) "
        f"FROM ({_rows(store, item)})"
    )[0]
    if texts:
        yield f"{texts} values are text and no number; CAST the value in its SELECT, or mend the table"
    if low is None:
        yield "no row has a figure; see its WHERE"
        return
    percent = item.suffix.strip() == "%" or item.unit.startswith("%")
    if percent and item.statistic != "ratio" and low >= 0 and high <= _SHARES and high > 0:
        yield f"its unit is % and its values lie from {low:g} to {high:g}: shares of one? multiply by 100"
    if percent and item.statistic == "proportion" and (low < 0 or high > _WHOLE):
        yield f"a proportion in % lies from {low:g} to {high:g}; it cannot leave 0 to 100"
    elif percent and high > _WHOLE:
        yield f"its unit is % and its values reach {high:g}; more than all? see its unit and its SELECT"
    if item.statistic == "count" and low < 0:
        yield f"a count is {low:g} somewhere; a count is never below 0"


def odd_statuses(store: Store, item: Indicator) -> Iterator[str]:
    """Marks that nobody knows."""
    found = store.rows(f"SELECT DISTINCT COALESCE(status, '') FROM ({_rows(store, item)}) ORDER BY 1")
    if unknown := [text for (text,) in found if text not in MARKS]:
        yield f"the status {_few(unknown)} is unknown; give {', '.join(filter(None, MARKS))} or none"


def odd_periods(store: Store, item: Indicator) -> Iterator[str]:
    """A kind of period that the tables do not have: quarters called years."""
    wanted = _DURATION.get(item.period)
    for table in sources_of(store, item):
        if "duration" not in store.columns(f'SELECT * FROM "{table}"'):
            continue
        named = f"SELECT DISTINCT CAST(period AS DATE) AS period FROM ({_rows(store, item)})"
        sql = f'SELECT DISTINCT duration FROM "{table}" SEMI JOIN ({named}) USING (period)'
        found = sorted(duration for (duration,) in store.rows(sql))
        if wanted and found and wanted not in found:
            yield f"its period is {item.period}, those of {table} last {', '.join(found)}; set theirs"


_DURATION = {"calendar year": "P1Y", "financial year": "P1Y", "academic year": "P1Y", "twelve months": "P1Y"}
_DURATION |= {"month": "P1M", "quarter": "P3M", "three months": "P3M", "three years": "P3Y"}
_DURATION |= {"point in time": "P0D"}


def missing_totals(store: Store, item: Indicator, regions: dict[str, list[str]]) -> Iterator[str]:
    """City regions (code -> their districts) without a figure although each of their districts has one."""
    if item.sum_of or item.statistic not in sums.STATISTICS:
        return
    have = {
        code
        for (code,) in store.rows(
            f"SELECT DISTINCT area_code FROM ({_rows(store, item)}) WHERE value IS NOT NULL"
        )
    }
    without = [
        code for code, parts in regions.items() if code not in have and parts and have.issuperset(parts)
    ]
    if without:
        many = "a city region has" if len(without) == 1 else f"{len(without)} city regions have"
        yield (
            f"{many} no figure, though each of their districts has "
            f'({_few(without)}): set sum_of = "district"; a proportion or rate then needs its counts'
        )


def same_title(item: Indicator, others: dict[str, Indicator]) -> Iterator[str]:
    """Another indicator of the same title, which nobody could tell apart in a list."""
    same = [
        each.id for each in others.values() if each.title.lower() == item.title.lower() and each.id != item.id
    ]
    if same:
        yield f"{same[0]} has the title “{item.title}” too; say in one of them what is different"


def odd_owner(item: Indicator, others: dict[str, Indicator]) -> Iterator[str]:
    """An owner of no other indicator, whose name is nearly that of one who has some."""
    owners = sorted({each.owner for each in others.values()})
    if item.owner not in owners and (near := get_close_matches(item.owner, owners, 1)):
        yield f"owner “{item.owner}” has no other indicator: is it “{near[0]}”?"


def _rows(store: Store, item: Indicator) -> str:
    status = "status" if "status" in store.columns(item.sql) else "''"
    return _ROWS.format(sql=item.sql, value="value", status=status)


def _few(texts: list[str], most: int = 5) -> str:
    more = f" and {len(texts) - most} more" if len(texts) > most else ""
    return ", ".join(texts[:most]) + more
