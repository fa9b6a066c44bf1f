"""Tables: how many rows each table of the store has, and name and kind of its columns, without reading it."""

from typing import NamedTuple

from dashboard.site import Site

_WHOLE = ("TINYINT", "SMALLINT", "INTEGER", "BIGINT", "UTINYINT", "USMALLINT", "UINTEGER", "HUGEINT")
_KINDS = {"DOUBLE": "number", "FLOAT": "number", "BOOLEAN": "flag", "DATE": "date"} | dict.fromkeys(
    _WHOLE, "whole"
)


class Shape(NamedTuple):
    """What a table is like: how many rows it has, and name and kind of each column, in their order."""

    rows: int
    kinds: tuple[tuple[str, str], ...]

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of its columns."""
        return tuple(name for name, _ in self.kinds)

    @property
    def cells(self) -> int:
        """Rows times columns."""
        return self.rows * len(self.kinds)


def kind_of(type_: str) -> str:
    """The kind of a column of DuckDB's `type_`; text for any other."""
    return _KINDS.get(type_, "text")


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
