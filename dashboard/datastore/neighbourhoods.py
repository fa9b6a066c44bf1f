"""Neighbourhoods: which figures they have, who lives in them, what they lie in and how they came about."""

from collections.abc import Iterator
from typing import NamedTuple

from dashboard.catalogue.indicators import Indicator
from dashboard.datastore.areas import REGIONS
from dashboard.datastore.as_built import counted
from dashboard.datastore.datasets import sources_of
from dashboard.datastore.store import Store

_OWN_COLUMNS = {"lsoa21_code", "lsoa11_code", "msoa21_code", "ward_code", "home_msoa"}
_GEOGRAPHY = {"areas", "membership", "shapes", "peers"}
_PREFIXES = {"E05": "ward", "E02": "msoa", "E01": "lsoa"}
# Where the people of a neighbourhood are counted: the whole of England, at the census of 2021.
RESIDENTS = "census_disability"


def neighbourhood_levels(store: Store, indicator: Indicator) -> frozenset[str]:
    """Those of ward, msoa and lsoa for which the indicator has a figure in any city region."""
    return frozenset().union(*_by_region(store, indicator).values())


def levels_inside(store: Store, indicator: Indicator, region: str) -> frozenset[str]:
    """Those of ward, msoa and lsoa for which the indicator has a figure inside a city region."""
    return _by_region(store, indicator).get(region, frozenset())


def _by_region(store: Store, indicator: Indicator) -> dict[str, frozenset[str]]:
    """Found once for the life of the store's file, and for all regions at once."""
    return store.remember(("neighbourhood levels", indicator), lambda: _levels(store, indicator))


def _levels(store: Store, indicator: Indicator) -> dict[str, frozenset[str]]:
    """As the build counted them; of a SELECT mended since as it gives them.

    Reading a region's neighbourhoods to find that there are none costs more than all other work on a page.
    """
    if held := counted(store, indicator):
        return {region: frozenset(found.levels.split()) for region, found in held.items() if found.levels}
    if not _small_area_tables(store) & set(sources_of(store, indicator)):
        return {}
    return _read_levels(store, indicator)


def level_of(code: str) -> str:
    """Which of ward, msoa and lsoa the area of `code` is; "" for a larger one."""
    return _PREFIXES.get(code[:3], "")


def _read_levels(store: Store, indicator: Indicator) -> dict[str, frozenset[str]]:
    sql = f"""
        SELECT DISTINCT m.within, substr(found.area_code, 1, 3)
        FROM (SELECT area_code FROM (\n{indicator.sql}\n) AS indicator WHERE value IS NOT NULL) AS found
        JOIN membership AS m ON m.area_code = found.area_code
        WHERE m.within IN (SELECT area_code FROM areas WHERE list_contains(?::VARCHAR[], level))
            AND substr(found.area_code, 1, 3) IN ('E01', 'E02', 'E05')
    """  # noqa: S608 - ours
    levels: dict[str, frozenset[str]] = {}
    for region, prefix in store.rows(sql, [[*REGIONS]]):
        levels[region] = levels.get(region, frozenset()) | {_PREFIXES[prefix]}
    return levels


def _small_area_tables(store: Store) -> frozenset[str]:
    """The tables that hold anything about wards, MSOAs or LSOAs."""
    return store.remember("small area tables", lambda: frozenset(_find_tables(store)))


def _find_tables(store: Store) -> Iterator[str]:
    # A tidy table names its areas in area_code; every other column of codes says in its name what it holds.
    columns = store.rows("SELECT table_name, column_name FROM duckdb_columns()")
    yield from (table for table, column in columns if column in _OWN_COLUMNS)
    tidy = [table for table, column in columns if column == "area_code" and table not in _GEOGRAPHY]
    small = "bool_or(substr(area_code, 1, 3) IN ('E01', 'E02', 'E05'))"
    asked = " UNION ALL ".join(f"SELECT '{table}', {small} FROM \"{table}\"" for table in tidy)  # noqa: S608
    if asked:
        yield from (table for table, held in store.rows(asked) if held)


def residents(store: Store, region: str) -> dict[str, int]:
    """People counted at the census of 2021 in each ward, MSOA and LSOA of `region`, by area code."""
    return store.remember(("residents", region), lambda: _residents(store, region))


def _residents(store: Store, region: str) -> dict[str, int]:
    if RESIDENTS not in store.tables():
        return {}
    sql = f"""
        WITH people AS (
            SELECT lsoa21_code, max(total_residents) AS n FROM {RESIDENTS}
            WHERE lsoa21_code IN (SELECT area_code FROM membership WHERE within = ?)
            GROUP BY lsoa21_code
        )
        SELECT lsoa21_code, n FROM people
        UNION ALL
        SELECT m.within, sum(n) FROM people JOIN membership AS m ON m.area_code = lsoa21_code
        WHERE substr(m.within, 1, 3) IN ('E02', 'E05') GROUP BY m.within
    """  # noqa: S608 - our own table
    return {code: int(number) for code, number in store.rows(sql, [region])}


def containers(store: Store, region: str) -> dict[str, dict[str, str]]:
    """For each neighbourhood of `region` the names of the ward, MSOA and district it lies in, by level."""
    return store.remember(("containers", region), lambda: _containers(store, region))


def _containers(store: Store, region: str) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for code, level, name in store.rows(
        "SELECT m.area_code, a.level, a.name FROM membership AS m JOIN areas AS a ON a.area_code = m.within "
        "WHERE a.current AND a.level IN ('ward', 'msoa', 'district') "
        "AND substr(m.area_code, 1, 3) IN ('E01', 'E02', 'E05') "
        "AND m.area_code IN (SELECT area_code FROM membership WHERE within = ?)",
        [region],
    ):
        found.setdefault(code, {})[level] = name
    return found


def containing(store: Store, code: str, level: str) -> str:
    """The code of the area of `level` that the area `code` lies in, "" where in none."""
    rows = store.rows(
        "SELECT m.within FROM membership AS m JOIN areas AS a ON a.area_code = m.within "
        "WHERE m.area_code = ? AND a.level = ? AND a.current ORDER BY m.within",
        [code, level],
    )
    return rows[0][0] if rows else ""


def wards_of(store: Store, place: str) -> list[tuple[str, str]]:
    """Code and name of every ward of a council area or city region, by name."""
    return store.rows(
        "SELECT a.area_code, a.name FROM areas AS a JOIN membership AS m ON m.area_code = a.area_code "
        "WHERE m.within = ? AND a.level = 'ward' AND a.current ORDER BY a.name, a.area_code",
        [place],
    )


def inside(store: Store, place: str, level: str) -> frozenset[str]:
    """The codes of the areas of `level` that lie in `place`; `place` itself where it is of that level."""
    key = ("inside", place, level)
    return store.remember(key, lambda: _inside(store, place, level))


def _inside(store: Store, place: str, level: str) -> frozenset[str]:
    rows = store.rows(
        "SELECT area_code FROM areas WHERE level = ? AND current AND (area_code = ? "
        "OR area_code IN (SELECT area_code FROM membership WHERE within = ?))",
        [level, place, place],
    )
    return frozenset(code for (code,) in rows)


def outline(store: Store, code: str) -> str:
    """The outline of one area as the data of an SVG path; empty where none is held."""
    rows = store.rows("SELECT path FROM shapes WHERE area_code = ? LIMIT 1", [code])
    return rows[0][0] if rows else ""


class Fitted(NamedTuple):
    """`names` of the districts whose wards are best fits of LSOAs, among the `of` districts of a region."""

    names: tuple[str, ...] = ()
    of: int = 0


AS_PUBLISHED = Fitted()


def wards_fitted(store: Store, region: str) -> Fitted:
    """The districts of `region` of whose wards not all published outlines are held."""
    sql = (
        "SELECT a.name, a.area_code IN (SELECT area_code FROM shapes WHERE level = 'ward_district') "
        "FROM areas AS a JOIN membership AS m ON m.area_code = a.area_code "
        "WHERE m.within = ? AND a.level = 'district' AND a.current ORDER BY a.name"
    )
    rows = store.remember(("wards fitted", region), lambda: store.rows(sql, [region]))
    return Fitted(tuple(name for name, outlined in rows if not outlined), len(rows))


def changed_since_2011(store: Store, region: str) -> dict[str, str]:
    """How each LSOA of `region` that is not as in 2011 came about: 'S' split, 'M' merged, 'X' otherwise."""
    if "lsoa11_lsoa21" not in store.tables():
        return {}
    rows = store.remember(
        ("changed since 2011", region),
        lambda: store.rows(
            "SELECT lsoa21_code, max(change) FROM lsoa11_lsoa21 WHERE change <> 'U' "
            "AND lsoa21_code IN (SELECT area_code FROM membership WHERE within = ?) GROUP BY lsoa21_code",
            [region],
        ),
    )
    return dict(rows)
