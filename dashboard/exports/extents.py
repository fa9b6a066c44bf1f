"""Extents: which periods an indicator covers, how many rows its file for a region has: counted at build.

They are of today's figures, on a past day too: the pages that show them say so.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from dashboard.catalogue.indicators import Indicator
from dashboard.site import Site


@dataclass(frozen=True)
class Extent:
    """One indicator's `first` and `last` period anywhere, its `rows` in and around one region, and the
    `figures` of the region and of places in it."""

    indicator: str
    region: str
    first: date
    last: date
    rows: int
    figures: int


def extents(site: Site, indicator: Indicator, regions: list[str]) -> Iterator[Extent]:
    """The Extent of `indicator` for each of `regions`, in one run of its SELECT."""
    pairs = [(region, area.code) for region in regions for area in site.geography.around(region)]
    around = ", ".join(f"('{region}', '{code}')" for region, code in pairs) or "('', '')"
    sql = f"""
        WITH figures AS (SELECT area_code, period, value FROM (\n{indicator.sql}\n) AS indicator),
        inside AS (SELECT within AS region, area_code FROM membership WHERE list_contains($1, within)
            UNION SELECT unnest($1) AS region, region),
        near AS (FROM inside UNION SELECT * FROM (VALUES {around}) AS given(region, area_code)),
        counted AS (SELECT n.region, count(*) AS n FROM figures JOIN near AS n USING (area_code) GROUP BY 1),
        held AS (
            SELECT i.region, count(value) AS n FROM figures JOIN inside AS i USING (area_code) GROUP BY 1
        ),
        span AS (SELECT min(period) AS first, max(period) AS last FROM figures)
        SELECT r.region, s.first, s.last, coalesce(c.n, 0), coalesce(h.n, 0)
        FROM (SELECT unnest($1) AS region) AS r CROSS JOIN span AS s
        LEFT JOIN counted AS c USING (region) LEFT JOIN held AS h USING (region)
        WHERE s.first IS NOT NULL
    """  # noqa: S608 - the codes are of the store's own areas
    for row in site.store.rows(sql, [regions]):
        yield Extent(indicator.id, *row)


def extent(site: Site, indicator: Indicator, region: str) -> tuple[str, str, int]:
    """First and last period of an indicator, and the rows of its file for `region`, as the build counted."""
    if found := _extent(site, indicator, region):
        return str(found.first), str(found.last), found.rows
    return "", "", 0


def has_figures(site: Site, indicator: Indicator, region: str) -> bool:
    """Whether there is a figure of `indicator` for `region` or a place in it, as the build counted."""
    found = _extent(site, indicator, region)
    return found is not None and found.figures > 0


def _extent(site: Site, indicator: Indicator, region: str) -> Extent | None:
    held = site.store.remember("extents", lambda: _held(site))
    if found := held.get((indicator.id, region)):
        return found
    return site.store.remember(("extents", indicator.id), lambda: _counted(site, indicator)).get(region)


def _counted(site: Site, indicator: Indicator) -> dict[str, Extent]:
    """Counted now, where the build has not: for all regions at once, which takes as long as for one."""
    regions = [area.code for area in site.geography.regions]
    return {found.region: found for found in extents(site, indicator, regions)}


def _held(site: Site) -> dict[tuple[str, str], Extent]:
    if "extents" not in site.store.tables():
        return {}
    if "figures" not in site.store.columns("FROM extents"):  # of before they were counted
        return {}
    rows = site.store.rows("SELECT indicator, region, first, last, rows, figures FROM extents")
    return {(row[0], row[1]): Extent(*row) for row in rows}
