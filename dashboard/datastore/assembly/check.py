"""Checked: whether what an indicator's SELECT gives can be shown; at build alone, never while serving."""

import re
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from math import isfinite

import duckdb

from dashboard.catalogue import periods
from dashboard.catalogue.indicator import Indicator
from dashboard.datastore.datasets import sources_of
from dashboard.datastore.observations import given_columns, not_run
from dashboard.datastore.store import DatastoreError, Store

_LISTED = 10  # series named in a refusal
BESIDE = ("lower", "upper", "numerator", "denominator")
_BY_ZERO = "divide by NULLIF(base, 0), so that the figure is missing where the base is zero"
_NOISE = 1e-9  # of arithmetic: 100 * 3 / 3 is no wrong proportion
# Neighbourhoods included. One line for an indicator, whatever its size; what is wrong is then looked up.
_CELLS = """\
FROM (
    SELECT
        area_code,
        CAST(period AS DATE) AS period,
        COUNT(*) AS times,
        MIN(CAST(value AS DOUBLE)) AS low,
        MAX(CAST(value AS DOUBLE)) AS high
    FROM (\n{sql}\n) AS indicator
    GROUP BY area_code, CAST(period AS DATE)
) AS cells"""
_SUMMARY = """\
SELECT
    COUNT(*), COUNT(*) FILTER (WHERE area_code IS NULL OR period IS NULL), MAX(times), MIN(low), MAX(high),
    LIST(DISTINCT period)
"""


def refuse_faults(store: Store, indicators: Iterable[Indicator]) -> None:
    """Raises DatastoreError where what `indicators` give cannot be shown: one sentence, a line, for each.

    Refused is a SELECT that does not run, gives no row, gives an area and period several times, has a period
    that does not begin when its kind does, or a proportion outside 0 to 100.
    """
    if refused := faults(store, indicators):
        raise DatastoreError("\n".join(refused.values()))


def faults(store: Store, indicators: Iterable[Indicator]) -> dict[str, str]:
    """Id -> a sentence of each of `indicators` whose figures cannot be shown."""
    found = {}
    for item in indicators:
        try:
            if wrong := list(_faults(store, item)):
                found[item.id] = f"queries/{item.id}.sql: {'; '.join(wrong)}"
        except DatastoreError as error:
            found[item.id] = str(error)
    return found


def _faults(store: Store, item: Indicator) -> Iterator[str]:
    try:
        rows, nameless, most, low, high, days = store.rows(_SUMMARY + _CELLS.format(sql=item.sql))[0]
    except duckdb.Error as error:
        given_columns(store, item)  # gives a clearer error if a column is missing
        raise not_run(item, error) from error
    if not rows:
        yield f"its SELECT gives no row; {_series(store, item)}"
        return
    if nameless:
        yield "give each of its rows an area_code and a period"
        return
    if not all(isfinite(end) for end in (low or 0, high or 0)):
        where, when, _ = _cell(store, item, "NOT (isfinite(low) AND isfinite(high))")
        yield f"{where} has no finite number for {when}: {_BY_ZERO}"
        return
    yield from _faults_beside(store, item)
    if wrong := [day for day in days if not periods.begins(item.period, day)]:
        yield (
            f"each {item.period} begins on {periods.first_days(item.period)}, not on {min(wrong)}; "
            "set period to what the figures are of, or let its SELECT give the first days"
        )
    if most > 1:  # which may also be why a proportion is above 100
        where, when, times = _cell(store, item, "times")
        yield f"{where} has {times} rows for {when}; add a WHERE so that each area and period has one"
    elif item.statistic == "proportion" and max(high or 0, 100 - (low or 0)) > 100 + _NOISE:
        where, when, value = _cell(store, item, "IF(high > 100, high, low)", "GREATEST(high - 100, -low)")
        yield f"{where} has {item.format(value)} for {when}; mend the value: a proportion is from 0 to 100"


def _faults_beside(store: Store, item: Indicator) -> Iterator[str]:
    """What is wrong with the columns beside the value: an infinite number or NaN, a base below 0."""
    beside = [name for name in given_columns(store, item) if name in BESIDE]
    if not beside:
        return
    tests = [f"bool_or(NOT isfinite(CAST({name} AS DOUBLE)))" for name in beside]
    below = "bool_or(CAST(denominator AS DOUBLE) < 0)" if "denominator" in beside else "false"
    sql = f"SELECT {', '.join([*tests, below])} FROM (\n{item.sql}\n) AS indicator"  # noqa: S608 - our own
    *unbounded, negative = store.rows(sql)[0]
    if wrong := " and ".join(name for name, each in zip(beside, unbounded, strict=True) if each):
        yield f"its {wrong} has no finite number somewhere: {_BY_ZERO}"
    if negative:
        yield "its denominator is below 0 somewhere: a base counts something; mend it or leave it missing"


def _cell(store: Store, item: Indicator, column: str, most: str = "") -> tuple[str, str, float]:
    """The area, the period and `column` of the cell that has most of it, or of `most`."""
    order = f"ORDER BY {most or column} DESC NULLS LAST, period DESC, area_code LIMIT 1"
    sql = f"SELECT area_code, period, {column} {_CELLS.format(sql=item.sql)} {order}"
    code, period, value = store.rows(sql)[0]
    named = store.rows("SELECT name FROM areas WHERE area_code = ?", [code])
    return named[0][0] if named else code, item.period_label(period), value


def _series(store: Store, item: Indicator) -> str:
    """What the tables of an empty SELECT hold, nearest first to what it names."""
    sql = "SELECT table_name FROM duckdb_columns() WHERE column_name = 'series'"
    having = {name for (name,) in store.rows(sql)}
    named = re.findall(r"'([^']+)'", item.sql)
    lists = [_listed(store, table, named) for table in sources_of(store, item) if table in having]
    return "; ".join(lists) or "look at its WHERE and at what it joins"


def _listed(store: Store, table: str, named: list[str]) -> str:
    def far(series: str) -> float:
        return -max((SequenceMatcher(None, series, each).ratio() for each in named), default=0)

    sql = f'SELECT DISTINCT series FROM "{table}" WHERE series IS NOT NULL ORDER BY series'  # noqa: S608
    found = sorted((series for (series,) in store.rows(sql)), key=far)
    more = f" and {len(found) - _LISTED} more" if len(found) > _LISTED else ""
    return f"the series of {table} are: {', '.join(found[:_LISTED])}{more}"
