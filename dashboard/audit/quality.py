"""The six quality dimensions of a dataset, counted in its table."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from dashboard.audit.freshness import freshness
from dashboard.audit.totals import Sum, sums
from dashboard.audit.validity import rules_of_figures, rules_of_things, valid
from dashboard.catalogue.register_view import UNREGISTERED, Registered
from dashboard.catalogue.totals import Totals
from dashboard.datastore.datasets import Dataset
from dashboard.exports.tables import shapes_of_tables
from dashboard.methods import quality
from dashboard.methods.quality import Score
from dashboard.site import Site

_FIGURES = {"area_code", "series", "period", "value"}


def dimensions(
    site: Site,
    item: Dataset,
    today: date,
    source: Registered = UNREGISTERED,
    known: Mapping[str, Score] | None = None,
) -> dict[str, Score]:
    """The Score of each dimension of `item`, whose table must be in the store, as at `today`.

    `source` is what the register says: the columns that tell the rows of a table of things apart, and what
    adds up to what. `known` has what was counted at build; without it, it is counted here.
    """
    found = [*(known or {}).values()] or counted(site, item, source)
    found = [*found, freshness(site, item, today, source.to), quality.accuracy()]
    return {score.dimension: score for score in found}


def counted(site: Site, item: Dataset, source: Registered) -> list[Score]:
    """The scores that rest on the table alone, and not on the day: all but timeliness and accuracy."""
    table, columns = item.dataset, set(shapes_of_tables(site)[item.dataset].columns)
    if columns >= _FIGURES:
        found = _of_figures(site, table, columns)
    else:
        found = _of_things(site, table, columns, source.key)
    return [*found, _consistency(site, table, columns, source.totals)]


def _of_figures(site: Site, table: str, columns: set[str]) -> list[Score]:
    vintages = {"released"} & columns  # the same figure, as each release gave it
    return [
        _completeness(site, table),
        _uniqueness(site, table, ("area_code", "series", "period", *vintages)),
        valid(site, table, rules_of_figures(columns)),
    ]


def _of_things(site: Site, table: str, columns: set[str], key: tuple[str, ...]) -> list[Score]:
    """A table of things rather than figures: its cells, its key, and codes that exist."""
    filled = " + ".join(f'count("{name}")' for name in sorted(columns))
    rows, present = site.store.rows(f'SELECT count(*), {filled} FROM "{table}"')[0]  # noqa: S608
    return [
        quality.completeness(present, rows * len(columns), 1),
        _uniqueness(site, table, key if set(key) <= columns else ()),
        valid(site, table, rules_of_things(columns)),
    ]


def _completeness(site: Site, table: str) -> Score:
    """Distinct (area, period) with a figure, series by series.

    Not expected: areas that have ended, and an area before it existed, unless it has a figure all the same.
    """
    sql = f"""
        WITH figures AS (
            SELECT t.series, t.area_code, t.period, count(t.value) > 0 AS there,
                coalesce(max(a.start), 0) AS start
            FROM "{table}" AS t JOIN areas AS a ON a.area_code = t.area_code WHERE a.current
            GROUP BY t.series, t.area_code, t.period
        ),
        cells AS (
            SELECT a.series, a.area_code, p.period, year(p.period) < a.start AS unborn
            FROM (SELECT DISTINCT series, area_code, start FROM figures) AS a
            JOIN (SELECT DISTINCT series, period FROM figures) AS p ON p.series = a.series
        )
        SELECT count(*) FILTER (f.there), count(*) FILTER (f.there OR NOT c.unborn), count(*)
        FROM cells AS c LEFT JOIN figures AS f USING (series, area_code, period)
    """  # noqa: S608 - a table of the store's own
    present, expected, every = site.store.rows(sql)[0]
    if not every:
        return Score("completeness", None, 0, "not assessed: it has no area that exists today")
    found = quality.completeness(present, expected, 1)
    unborn = (
        f"; {every - expected:,} of places before they existed are not expected" if every > expected else ""
    )
    return replace(found, reason=f"{found.reason}{unborn}")


def _uniqueness(site: Site, table: str, key: tuple[str, ...]) -> Score:
    """Rows with a key of their own. Without a key not assessed: rows that look alike may both be right."""
    if not key:
        return Score("uniqueness", None, 0, "not assessed: no columns are known to tell its rows apart")
    columns = ", ".join(f'"{name}"' for name in key)
    sql = f'SELECT count(*), count(DISTINCT ({columns})) FROM "{table}"'  # noqa: S608 - the store's own names
    rows, distinct = site.store.rows(sql)[0]
    # Counted in the store; as many keys as are distinct, and one of them again for each row that repeats.
    return quality.uniqueness([*range(distinct), *[0] * (rows - distinct)])


def _consistency(site: Site, table: str, columns: set[str], totals: Totals) -> Score:
    """Parts against totals, and the same place under a replaced code and its new one."""
    found = [*sums(site, table, totals), *(_recoded(site, table) if columns >= _FIGURES else [])]
    if not found:
        nothing = "nothing to compare with: no figure here is the sum of others"
        return Score("consistency", None, 0, f"not assessed: {nothing}")
    apart = [item for item in found if not item.agrees(totals.rounding)]
    sentence = f"{len(found) - len(apart):,} of {len(found):,} comparisons agree"
    if apart:
        worst = max(apart, key=lambda item: abs(item.found - item.stated) / max(abs(item.stated), 1))
        sentence += f"; furthest apart: {worst.what}: {worst.found:,.10g} against {worst.stated:,.10g}"
    return Score("consistency", 1 - len(apart) / len(found), len(found), sentence)


def _recoded(site: Site, table: str) -> list[Sum]:
    """The same place under both of its codes, in the same series and period."""
    old = f'recodes AS r JOIN "{table}" AS o ON o.area_code = r.old_code'
    new = "n.area_code = r.new_code AND n.series = o.series AND n.period = o.period"
    what = "concat_ws(', ', o.series, r.old_code, o.period)"
    pairs = f'SELECT {what}, 0, o.value, n.value FROM {old} JOIN "{table}" AS n ON {new}'  # noqa: S608
    return [Sum(*row) for row in site.store.rows(pairs) if None not in row]
