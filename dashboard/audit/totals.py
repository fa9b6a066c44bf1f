"""Parts against totals: what of a dataset must add up, by its register entry, and where it does not."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import isclose

from dashboard.catalogue.totals import Totals
from dashboard.site import Site

WIDER = ("county", "city_region", "region", "country")


@dataclass(frozen=True)
class Sum:
    """One total and its parts: `what` names it, `parts` of them add up to `found`, `stated` is published.

    `rounding` is that of these figures where they differ from the rest of their table."""

    what: str
    parts: int
    found: float
    stated: float
    rounding: float | None = None

    def agrees(self, rounding: float) -> bool:
        """Whether they are the same but for rounding: each figure may be half of `rounding` off."""
        within = (rounding if self.rounding is None else self.rounding) / 2 * (self.parts + 1)
        return isclose(self.found, self.stated, rel_tol=1e-9, abs_tol=within * (1 + 1e-9))


def sums(site: Site, table: str, rules: Totals) -> Iterator[Sum]:
    """Every Sum that `rules` make of `table`. One with a part or a total that is blank is left out."""
    for rule in rules.areas:
        yield from _of_areas(site, table, rule)
    for rule in rules.sums:
        yield from _of_rows(site, table, rule)
    for rule in rules.groups:
        yield from _of_groups(site, table, rule)
    for rule in rules.columns:
        yield from _of_columns(site, table, rule)


def _of_areas(site: Site, table: str, rule: dict) -> Iterator[Sum]:
    """England, regions, city regions and counties against all of today's districts in them.

    An area that spans borders (the UK) has parts that are not held, so it is left out.
    """
    value = f'"{rule.get("value", "value")}"'
    sql = f"""
        WITH parts AS (
            SELECT m.within, m.area_code, count(*) OVER (PARTITION BY m.within) AS districts
            FROM membership AS m
            JOIN areas AS d ON d.area_code = m.area_code AND d.level = 'district' AND d.current
            JOIN areas AS w ON w.area_code = m.within AND w.level IN {WIDER} AND m.within LIKE 'E%'
        ),
        figures AS (
            SELECT area_code, period, {value} AS n FROM "{table}" WHERE series = ? AND {value} IS NOT NULL
        ),
        summed AS (
            SELECT p.within, f.period, max(p.districts) AS districts, sum(f.n) AS found
            FROM parts AS p JOIN figures AS f ON f.area_code = p.area_code
            GROUP BY p.within, f.period HAVING count(*) = max(p.districts)
        )
        SELECT concat_ws(', ', ?, a.name, s.period), s.districts, s.found, f.n
        FROM summed AS s
        JOIN figures AS f ON f.area_code = s.within AND f.period = s.period
        JOIN areas AS a ON a.area_code = s.within
        ORDER BY s.within, s.period
    """  # noqa: S608 - the store's own names; the series is a parameter
    yield from (Sum(*row) for row in site.store.rows(sql, [rule["series"]] * 2))


def _of_rows(site: Site, table: str, rule: dict) -> Iterator[Sum]:
    """A row that is a total against the rows that are its parts, among the rows that `only` picks."""
    of, value = f'"{rule.get("column", "series")}"', f'"{rule.get("value", "value")}"'
    by = ", ".join(f'"{name}"' for name in rule["by"])
    named, total = rule.get("parts", []), rule["total"]
    part = f"{of} IN ({', '.join('?' * len(named))})" if named else f"{of} <> ?"
    wanted = len(named) or f"count(*) FILTER ({part})"
    only = rule.get("only", {})
    rows = " AND ".join(f'list_contains(?, "{column}")' for column in only) or "TRUE"
    sql = f"""
        SELECT concat_ws(', ', {by}), count({value}) FILTER ({part}), sum({value}) FILTER ({part}),
            max({value}) FILTER ({of} = ?)
        FROM "{table}" WHERE {rows} GROUP BY {by}
        HAVING max({value}) FILTER ({of} = ?) IS NOT NULL AND count({value}) FILTER ({part}) > 0
            AND count({value}) FILTER ({part}) = {wanted}
        ORDER BY ALL
    """  # noqa: S608 - names of the register, values as parameters
    parts = list(named) or [total]
    again = [] if named else parts
    given = [*parts, *parts, total, *only.values(), total, *parts, *parts, *again]
    for what, *numbers in site.store.rows(sql, given):
        yield Sum(f"{total}, {what}", *numbers, rule.get("rounding"))


def _of_groups(site: Site, table: str, rule: dict) -> Iterator[Sum]:
    """A total that each of its rows repeats, against the sum (or the number) of those rows."""
    by = ", ".join(f'"{name}"' for name in rule["by"])
    found = f'sum("{rule["value"]}")' if "value" in rule else "count(*)"
    blank = f'count(*) = count("{rule["value"]}")' if "value" in rule else "count(*) > 0"
    total = f'"{rule["total"]}"'
    sql = f"""
        SELECT concat_ws(', ', {by}), count(*), {found}, max({total}) FROM "{table}"
        GROUP BY {by} HAVING {blank} AND max({total}) IS NOT NULL ORDER BY ALL
    """  # noqa: S608 - names of the register
    yield from (Sum(*row) for row in site.store.rows(sql))


def _of_columns(site: Site, table: str, rule: dict) -> Iterator[Sum]:
    """A column against the sum of others, row by row; `by` are the columns that name the row."""
    added = " + ".join(f'"{name}"' for name in rule["parts"])
    by = ", ".join(f'"{name}"' for name in rule["by"])
    sql = f"""
        SELECT concat_ws(', ', {by}), {len(rule["parts"])}, {added}, "{rule["total"]}" FROM "{table}"
        WHERE {added} IS NOT NULL AND "{rule["total"]}" IS NOT NULL ORDER BY ALL
    """  # noqa: S608 - names of the register
    yield from (Sum(*row) for row in site.store.rows(sql))
