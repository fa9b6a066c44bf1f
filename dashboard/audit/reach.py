"""Reach: for which city regions an indicator or dataset holds a figure, counted for all at once."""

from collections.abc import Iterable

from dashboard.audit.coverage import code_column
from dashboard.catalogue.regions import CITY_REGION
from dashboard.datastore.areas import REGIONS, Area
from dashboard.exports.extents import has_figures
from dashboard.exports.tables import shapes_of_tables
from dashboard.site import Site


def elsewhere(site: Site, region: str, names: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Those of `names`, indicators and datasets held here, without a figure for `region` or a place in it.

    Each with the names of the city regions for which it has one. A table that names no places counts
    for every region.
    """
    wanted = tuple(dict.fromkeys(names))
    reached = site.store.remember(("reach", wanted), lambda: _count(site, wanted))
    return {
        name: tuple(area.name for area in _city_regions(site) if area.code in codes)
        for name, codes in reached.items()
        if region not in codes
    }


def _city_regions(site: Site) -> list[Area]:
    """The founded city regions; areas made by users would count the same figures twice."""
    return [area for area in site.geography.regions if area.level == CITY_REGION]


def _count(site: Site, names: Iterable[str]) -> dict[str, set[str]]:
    """name -> the codes of the city regions with a figure of it, without tables of no places.

    The build has counted those of indicators: to read them all again takes 70 MB.
    """
    regions = [region.code for region in site.geography.regions]
    found: dict[str, set[str]] = {}
    for name in names:
        if indicator := site.indicators.get(name):
            found[name] = {code for code in regions if has_figures(site, indicator, code)}
        elif column := _code_column(site, name):
            found[name] = _of_table(site, name, column)
    return found


def _code_column(site: Site, table: str) -> str:
    """The column of a table that names places; empty for a table of no places."""
    return code_column(set(shapes_of_tables(site)[table].columns))


def _of_table(site: Site, table: str, column: str) -> set[str]:
    there = " WHERE value IS NOT NULL" if "value" in shapes_of_tables(site)[table].columns else ""
    sql = f"""
        WITH places AS (SELECT DISTINCT "{column}" AS area_code FROM "{table}"{there}),
        regions AS (SELECT area_code FROM areas WHERE current AND level IN {REGIONS}),
        inside AS (
            SELECT area_code, within FROM membership WHERE within IN (FROM regions)
            UNION ALL SELECT area_code, area_code FROM regions
        )
        SELECT DISTINCT within FROM places JOIN inside USING (area_code)
    """  # noqa: S608 - the names are of the store's own tables
    return {code for (code,) in site.store.rows(sql)}
