"""The city regions of data/regions made areas of a new datastore, before anything reads it.

ONS's tables stay as they were published; here the areas get today's names and the level of a city region,
and a region gets all that lies in its parts as members, and an outline. So one file and `make data` are
enough for a new one. A data folder without region files has ONS's combined authorities.
"""

from collections.abc import Sequence

import duckdb

from dashboard.catalogue.regions import CITY_REGION, COLUMNS, COMBINED, CityRegion
from dashboard.datastore.assembly.merged_outlines import merge_outlines
from dashboard.datastore.contiguity import rings
from dashboard.datastore.store import DatastoreError

TABLES = ("areas", "membership", "shapes")  # that are changed; and `regions` is made
COLLECTED = "combined_authority"  # ONS's own level for them
_CREATE = """\
CREATE TABLE regions (
    code VARCHAR, file VARCHAR, name VARCHAR, kind VARCHAR, since VARCHAR, mayor BOOLEAN,
    first_election VARCHAR, source VARCHAR, other_names VARCHAR[], counties VARCHAR[], districts VARCHAR[]
)"""
# Whatever lies within a part lies within the whole; what ONS puts into it beside the parts does not.
_MEMBERS = """\
CREATE TEMP TABLE inside AS
SELECT DISTINCT m.area_code FROM membership AS m
WHERE list_contains(?::VARCHAR[], m.within)
UNION
SELECT unnest(?::VARCHAR[])"""
_LEAVE = """\
DELETE FROM membership WHERE within = ? AND area_code NOT IN (FROM inside)
AND area_code IN (SELECT area_code FROM areas WHERE current)"""
_ENTER = """\
INSERT INTO membership (area_code, within)
SELECT area_code, ? FROM inside WHERE area_code NOT IN (SELECT area_code FROM membership WHERE within = ?)"""
# The country and the statistical region that all of the parts lie in.
_AROUND = """\
INSERT INTO membership (area_code, within)
SELECT ?, m.within FROM membership AS m JOIN areas AS a ON a.area_code = m.within
WHERE list_contains(?::VARCHAR[], m.area_code) AND a.level IN ('country', 'region')
GROUP BY m.within HAVING count(*) = ?"""


def create_city_regions(connection: duckdb.DuckDBPyConnection, regions: Sequence[CityRegion]) -> None:
    """Make `regions` areas of the datastore that `connection` writes, and the table `regions` of them.

    Raises DatastoreError for a part that is no county or district of today.
    """
    tables = {name for (name,) in connection.execute("SELECT table_name FROM duckdb_tables()").fetchall()}
    connection.execute(_CREATE)
    if not _tells_of_areas(connection):
        return
    for region in regions or _as_published(connection):
        if regions and "membership" in tables:
            _refuse_unknown(connection, region)
            _place(connection, region)
        _name(connection, region)
        if "shapes" in tables:
            _draw(connection, region)
        marks = ", ".join("?" for _ in COLUMNS)
        row = [_plain(getattr(region, name)) for name in COLUMNS]
        connection.execute(f"INSERT INTO regions ({', '.join(COLUMNS)}) VALUES ({marks})", row)  # noqa: S608


def _tells_of_areas(connection: duckdb.DuckDBPyConnection) -> bool:
    sql = "SELECT column_name FROM duckdb_columns() WHERE table_name = 'areas'"
    return {"area_code", "name", "level", "current"} <= {
        name for (name,) in connection.execute(sql).fetchall()
    }


def _plain(value: object) -> object:
    return list(value) if isinstance(value, tuple) else value


def _as_published(connection: duckdb.DuckDBPyConnection) -> list[CityRegion]:
    """ONS's combined authorities of today; of which nobody has said whether they have a mayor."""
    sql = "SELECT area_code, name FROM areas WHERE current AND level IN (?, ?) ORDER BY name"
    rows = connection.execute(sql, [COLLECTED, CITY_REGION]).fetchall()
    return [CityRegion(code, code, name, COMBINED[0]) for code, name in rows]


def _refuse_unknown(connection: duckdb.DuckDBPyConnection, region: CityRegion) -> None:
    for level, codes in (("county", region.counties), ("district", region.districts)):
        sql = "SELECT area_code FROM areas WHERE current AND level = ?"
        known = {code for (code,) in connection.execute(sql, [level]).fetchall()}
        if lost := [code for code in codes if code not in known]:
            raise DatastoreError(
                f"data/regions/{region.file}.toml: no {level} of today has the code {lost[0]}; correct it"
            )


def _place(connection: duckdb.DuckDBPyConnection, region: CityRegion) -> None:
    parts = list(region.parts)
    connection.execute(_MEMBERS, [parts, parts])
    connection.execute(_LEAVE, [region.code])
    connection.execute(_ENTER, [region.code, region.code])
    held = connection.execute("SELECT count(*) FROM areas WHERE area_code = ?", [region.code]).fetchone()
    if not held or not held[0]:
        connection.execute(_AROUND, [region.code, parts, len(parts)])
    connection.execute("DROP TABLE inside")


def _name(connection: duckdb.DuckDBPyConnection, region: CityRegion) -> None:
    changed = "UPDATE areas SET name = ?, level = ? WHERE area_code = ? RETURNING area_code"
    given = [region.name, region.level, region.code]
    if not connection.execute(changed, given).fetchall():
        connection.execute(
            "INSERT INTO areas (name, level, area_code, current) VALUES (?, ?, ?, true)", given
        )


def _draw(connection: duckdb.DuckDBPyConnection, region: CityRegion) -> None:
    """The outline that ONS's own districts give it; one that ingest drew stays."""
    changed = "UPDATE shapes SET level = ? WHERE area_code = ? RETURNING area_code"
    if connection.execute(changed, [region.level, region.code]).fetchall() or not region.parts:
        return
    parts = connection.execute(
        "SELECT s.path, s.cx, s.cy FROM shapes AS s JOIN membership AS m ON m.area_code = s.area_code "
        "WHERE m.within = ? AND s.level = 'district' ORDER BY s.area_code",
        [region.code],
    ).fetchall()
    if not parts:
        return
    path = merge_outlines([path for path, _, _ in parts])
    corners = [corner for ring in rings(path) for corner in ring]
    xs, ys = zip(*corners, strict=True)
    centre = (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2
    _, cx, cy = min(parts, key=lambda part: (part[1] - centre[0]) ** 2 + (part[2] - centre[1]) ** 2)
    row = [region.code, region.level, path, min(xs), min(ys), max(xs), max(ys), cx, cy]
    connection.execute(
        "INSERT INTO shapes (area_code, level, path, xmin, ymin, xmax, ymax, cx, cy) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        row,
    )
