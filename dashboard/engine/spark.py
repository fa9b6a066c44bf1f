"""The engine of a cluster: the same SQL over the same parquet on Apache Spark.

pyspark and sqlglot are optional (requirements-spark.txt) and loaded here alone. Every worker must be able to
read the parquet under the paths given: a shared disk, or object storage.
"""

import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType

import pyarrow as pa

from dashboard.catalogue.indicators import Indicator
from dashboard.engine.results import CannotRun, shaped, where

# What the answer depends on. Size and place belong to the cluster: set them in spark-defaults.conf.
_SETTINGS = {
    "spark.sql.session.timeZone": "UTC",
    "spark.sql.ansi.enabled": "true",
    "spark.sql.caseSensitive": "false",
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
}


class SparkEngine:
    """Runs indicators on the cluster `master` over `files`, the parquet files of each table.

    Raises CannotRun when the cluster cannot be used or pyspark is not installed. Use it in a with statement.
    """

    def __init__(self, files: Mapping[str, Sequence[Path]], master: str):
        self.name = "spark"
        self._session = _session(master)
        self._files = files
        self._open: set[str] = set()

    def __enter__(self) -> "SparkEngine":
        return self

    def __exit__(self, kind: type | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._session.stop()

    def run(self, indicator: Indicator) -> pa.Table:
        """The observations of `indicator`, columns results.TYPES, in no order. Raises CannotRun."""
        from pyspark.errors import PySparkException

        from dashboard.engine.dialect import tables, to_spark

        sql = to_spark(indicator)
        try:
            for table in tables(indicator) & self._files.keys() - self._open:
                self._read(table)
            given = self._session.sql(sql).columns
            # VARCHAR without a length is STRING in Spark.
            spoken = shaped(indicator, sql, given).replace("AS VARCHAR", "AS STRING")
            return self._session.sql(spoken).toArrow()
        except PySparkException as error:
            raise CannotRun(f"{where(indicator)}: Spark says {str(error).splitlines()[0]}") from error

    def _read(self, table: str) -> None:
        # Opened when first read: Spark starts a job on the cluster for each table that it opens.
        self._session.read.parquet(*map(str, self._files[table])).createOrReplaceTempView(table)
        self._open.add(table)


def _session(master: str):
    try:
        import sqlglot  # noqa: F401 - said to be missing now rather than at the first query
        from pyspark.sql import SparkSession
    except ImportError as error:
        raise CannotRun(
            f"ENGINE={master}: {error.name} is not installed; run `pip install -r requirements-spark.txt`"
        ) from error
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    builder = SparkSession.builder.master(master).appName("city-region-dashboard")
    for name, value in _SETTINGS.items():
        builder = builder.config(name, value)
    try:
        session = builder.getOrCreate()
    except Exception as error:  # py4j and the JVM fail in many types; all mean that there is no cluster
        raise CannotRun(
            f"ENGINE={master}: the cluster cannot be used: {str(error).splitlines()[0]}"
        ) from error
    session.sparkContext.setLogLevel("ERROR")
    return session
