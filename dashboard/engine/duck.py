"""The engine of one machine: DuckDB over the published parquet, with every core it has."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType

import duckdb
import pyarrow as pa

from dashboard.catalogue.indicators import Indicator
from dashboard.datastore.assembly.over_parquet import over_parquet
from dashboard.engine.results import CannotRun, shaped, where


class DuckEngine:
    """Runs indicators over `files`, the parquet files of each table. Use it in a with statement."""

    name = "duckdb"

    def __init__(self, files: Mapping[str, Sequence[Path]]):
        self._connection = over_parquet(files)

    def __enter__(self) -> "DuckEngine":
        return self

    def __exit__(self, kind: type | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._connection.close()

    def run(self, indicator: Indicator) -> pa.Table:
        """The observations of `indicator`, columns results.TYPES, in no order. Raises CannotRun."""
        try:
            given = self._connection.sql(indicator.sql).columns
            return self._connection.sql(shaped(indicator, indicator.sql, given)).to_arrow_table()
        except duckdb.Error as error:
            raise CannotRun(f"{where(indicator)}: {str(error).splitlines()[0]}") from error
