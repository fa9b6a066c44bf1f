"""DuckDB straight over published parquet: for a build that reads more rows than a datastore should hold."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import duckdb


def over_parquet(files: Mapping[str, Sequence[Path]]) -> duckdb.DuckDBPyConnection:
    """A connection in memory with one view for each table of `files`; several files of a table are one after
    another. Raises duckdb.Error when a file is no parquet.
    """
    connection = duckdb.connect()
    for table, paths in files.items():
        listed = ", ".join("'" + str(path).replace("'", "''") + "'" for path in paths)
        connection.execute(f'CREATE VIEW "{table}" AS FROM read_parquet([{listed}])')
    return connection
