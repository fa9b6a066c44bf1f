"""Extents: which periods an indicator covers, how many rows its file for a region has: counted at build."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from dashboard.catalogue.indicators import Indicator
from dashboard.site import Site


@dataclass(frozen=True)
class Extent:
    """One indicator's `first` and `last` period anywhere, and its `rows` in and around one region."""

    indicator: str
    region: str
    first: date
    last: date
    rows: int


def extents(site: Site, indicator: Indicator, regions: list[str]) -> Iterator[Extent]:
    """The Extent of `indicator` for each of `regions`, in one run of its SELECT."""
    pairs = [(region, area.code) for region in regions for area in site.geography.around(region)]
    around = ", ".join(f"('{region}', '{code}')" for region, code in pairs) or "('', '')"
    sql = f"""
        WITH figures AS (SELECT area_code, period FROM (\n{indicator.sql}\n) AS indicator),
        near AS (
            SELECT within AS region, area_code FROM membership WHERE list_contains(?, within)
            UNION SELECT * FROM (VALUES {around}) AS given(region, area_code)
        ),
        counted AS (SELECT n.region, count(*) AS n FROM figures JOIN near AS n USING (area_code) GROUP BY 1),
        span AS (SELECT min(period) AS first, max(period) AS last FROM figures)
        SELECT r.region, s.first, s.last, coalesce(c.n, 0)
        FROM (SELECT unnest(?) AS region) AS r CROSS JOIN span AS s LEFT JOIN counted AS c USING (region)
        WHERE s.first IS NOT NULL
    """  # noqa: S608 - the codes are of the store's own areas
    for row in site.store.rows(sql, [regions, regions]):
        yield Extent(indicator.id, *row)


def extent(site: Site, indicator: Indicator, region: str) -> tuple[str, str, int]:
    """First and last period of an indicator, and the rows of its file for `region`, as the build counted."""
    held = site.store.remember("extents", lambda: _held(site))
    if found := held.get((indicator.id, region)) or next(extents(site, indicator, [region]), None):
        return str(found.first), str(found.last), found.rows
    return "", "", 0


def _held(site: Site) -> dict[tuple[str, str], Extent]:
    if "extents" not in site.store.tables() or site.as_of is not None:
        return {}
    rows = site.store.rows("SELECT indicator, region, first, last, rows FROM extents")
    return {(row[0], row[1]): Extent(*row) for row in rows}
