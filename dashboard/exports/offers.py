"""Offers: which files a dataset and an indicator can be had as, without making one."""

from typing import NamedTuple

from dashboard.exports.formats import FORMATS, Format
from dashboard.exports.geojson import LEVELS
from dashboard.exports.of_dataset import kind_of
from dashboard.exports.spreadsheet import MOST_ROWS
from dashboard.site import Site


class Shape(NamedTuple):
    """What a table is like: how many rows it has, and name and kind of each column, in their order."""

    rows: int
    kinds: tuple[tuple[str, str], ...]

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of its columns."""
        return tuple(name for name, _ in self.kinds)


def shapes_of_tables(site: Site) -> dict[str, Shape]:
    """The Shape of every table in the store, by name."""
    return site.store.remember("shapes of tables", lambda: _read(site))


def _read(site: Site) -> dict[str, Shape]:
    kinds: dict[str, list[tuple[str, str]]] = {}
    sql = "SELECT table_name, column_name, data_type FROM duckdb_columns() ORDER BY table_name, column_index"
    for table, column, type_ in site.store.rows(sql):
        kinds.setdefault(table, []).append((column, kind_of(type_)))
    sizes = site.store.rows("SELECT table_name, estimated_size FROM duckdb_tables()")
    return {table: Shape(rows, tuple(kinds.get(table, ()))) for table, rows in sizes}


def dataset_formats(site: Site, name: str) -> list[Format]:
    """The formats that the dataset `name` is offered in.

    Up to MOST_ROWS rows a spreadsheet too, and GeoJSON where the areas have an outline.
    """
    return site.store.remember(("formats", name), lambda: _formats(site, name))


def _formats(site: Site, name: str) -> list[Format]:
    shape = shapes_of_tables(site)[name]
    small = shape.rows <= MOST_ROWS
    drawn = small and "area_code" in shape.columns and _drawn(site, name)
    left_out = set() if drawn else {"geojson"}
    return [
        item for ending, item in FORMATS.items() if ending not in left_out | (set() if small else {"xlsx"})
    ]


def _drawn(site: Site, name: str) -> bool:
    """Whether the table `name` is about areas that have an outline."""
    if "shapes" not in site.store.tables():
        return False
    codes = f'SELECT area_code FROM "{name}"'  # noqa: S608 - a table of the store's own
    drawn = "SELECT count(*) FROM shapes WHERE list_contains(?, level) AND area_code IN"
    return site.store.rows(f"{drawn} ({codes})", [list(LEVELS)])[0][0] > 0


def indicator_formats() -> list[Format]:
    """The formats every indicator is offered in: all of them, because its areas are on the map."""
    return list(FORMATS.values())
