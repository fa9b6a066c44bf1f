"""Reach: for which city regions an indicator or dataset holds a figure, counted for all at once."""

from collections.abc import Iterable

from dashboard.audit.coverage import code_column
from dashboard.datastore.areas import REGIONS
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
        name: tuple(area.name for area in site.geography.regions if area.code in codes)
        for name, codes in reached.items()
        if region not in codes
    }


def _count(site: Site, names: Iterable[str]) -> dict[str, set[str]]:
    """name -> the codes of the city regions with a figure of it, without tables of no places.

    One query for all: the places are many, and joined once.
    """
    selects = {name: select for name in names if (select := _places(site, name))}
    if not selects:
        return {}
    named = (f"SELECT '{name}' AS name, area_code FROM ({s})" for name, s in selects.items())  # noqa: S608
    places = " UNION ALL ".join(named)
    sql = f"""
        WITH places AS (SELECT DISTINCT name, area_code FROM ({places})),
        regions AS (SELECT area_code FROM areas WHERE current AND level IN {REGIONS}),
        inside AS (
            SELECT area_code, within FROM membership WHERE within IN (FROM regions)
            UNION ALL SELECT area_code, area_code FROM regions
        )
        SELECT DISTINCT p.name, i.within FROM places AS p JOIN inside AS i USING (area_code)
    """  # noqa: S608 - the names are of the store's own tables and our own files
    found: dict[str, set[str]] = {name: set() for name in selects}
    for name, code in site.store.rows(sql):
        found[name].add(code)
    return found


def _places(site: Site, name: str) -> str:
    """The SELECT of the areas with a figure of `name`; empty for a table of no places."""
    if indicator := site.indicators.get(name):
        return f"SELECT area_code FROM (\n{indicator.sql}\n) AS f WHERE value IS NOT NULL"  # noqa: S608
    columns = set(shapes_of_tables(site)[name].columns)
    code = code_column(columns)
    there = " WHERE value IS NOT NULL" if "value" in columns else ""
    return f'SELECT "{code}" AS area_code FROM "{name}"{there}' if code else ""  # noqa: S608
