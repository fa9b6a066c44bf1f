"""Former rows: what changes between two parquet files, as rows that went and rows that came."""

from datetime import date
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

_CHANGED = """\
SELECT *, DATE '{day}' AS seen, true AS held, {before} AS before, {rebase} AS rebase
FROM (FROM read_parquet('{old}') EXCEPT ALL FROM read_parquet('{new}'))
UNION ALL BY NAME
SELECT *, DATE '{day}' AS seen, false AS held, {before} AS before, {rebase} AS rebase
FROM (FROM read_parquet('{new}') EXCEPT ALL FROM read_parquet('{old}'))"""


def changed_rows(
    paths: tuple[Path, Path], kept: Path | None, day: date, before: date | None, rebase: bool
) -> pa.Table | None:
    """What changes from the first of two parquet files to the second, on `day`, after what is `kept` of
    earlier days; None where their columns differ: nothing then leads back.

    `before`: when the first was published. `rebase`: the second counts otherwise.
    """
    old, new = paths
    if pq.read_schema(old).names != pq.read_schema(new).names:
        return None
    sql = _CHANGED.format(
        old=_text(old),
        new=_text(new),
        day=day.isoformat(),
        before=f"DATE '{before.isoformat()}'" if before else "CAST(NULL AS DATE)",
        rebase=str(rebase).lower(),
    )
    if kept:
        sql += f"\nUNION ALL BY NAME FROM read_parquet('{_text(kept)}')"
    with duckdb.connect() as connection:
        return connection.sql(f"FROM ({sql}) ORDER BY ALL").to_arrow_table()


def _text(path: Path) -> str:
    return str(path).replace("'", "''")
