"""Casualties filtered and counted: those held, and 20 million generated rows beside pandas and polars.

Run alone with `python -m tests.bench_events [rows]`, or call `filter_real` and `filter_generated`.
"""

import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

import duckdb
import pandas as pd

from dashboard.datastore.events import TABLE, Filter, count
from dashboard.datastore.store import Store, connect

DISTRICTS = tuple(f"E080000{number:02d}" for number in range(1, 11))
CHOSEN = Filter(date(2021, 1, 1), date(2023, 12, 1), DISTRICTS[:3], "ksi", "pedestrian", "16-25")
COLUMNS = "date, severity, mode, age_band, district_code, lsoa21_code, provisional, lon, lat"
GENERATED = """
    CREATE TABLE road_casualties AS
    SELECT DATE '2019-01-01' + CAST(i * 2007 // ? AS INTEGER) AS date,
        list_extract(['Slight', 'Slight', 'Slight', 'Serious', 'Fatal'],
            1 + CAST(hash(i) % 5 AS BIGINT)) AS severity,
        list_extract(['Car', 'Car', 'Pedestrian', 'Pedal Cycle', 'Bus or Coach'],
            1 + CAST(hash(i + 1) % 5 AS BIGINT)) AS mode,
        list_extract(['0-5', '16-20', '21-25', '26-35', '46-55', 'Over 75'],
            1 + CAST(hash(i + 2) % 6 AS BIGINT)) AS age_band,
        'E080000' || lpad(CAST(1 + hash(i + 3) % 10 AS VARCHAR), 2, '0') AS district_code,
        'E0100' || CAST(4766 + hash(i + 4) % 1702 AS VARCHAR) AS lsoa21_code,
        false AS provisional,
        -2.7 + (hash(i + 5) % 10000) / 12000.0 AS lon,
        53.35 + (hash(i + 6) % 10000) / 25000.0 AS lat
    FROM range(?) AS numbers(i)
"""


def filter_real(store: Store, times: int = 20) -> float:
    """Median milliseconds of one filter over every casualty held."""
    return _median(lambda: count(store, CHOSEN), times)


def filter_generated(rows: int = 20_000_000, others: bool = True) -> dict[str, float]:
    """Median milliseconds of the same filter over `rows` generated ones: ours, pandas, polars.

    Ours runs in one thread through the product's own connection; pandas and polars hold the rows in memory.
    """
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "generated.duckdb"
        with duckdb.connect(str(path)) as made:
            made.execute(GENERATED, [rows, rows])
            made.execute("CREATE TABLE snapshot AS SELECT 'bench' AS snapshot, '2026-01-01' AS built")
            columns = "date, severity, mode, age_band, district_code, lsoa21_code"
            if others:
                made.execute(f"COPY (SELECT {columns} FROM {TABLE}) TO '{folder}/rows.parquet'")  # noqa: S608
        store = connect(path)
        found = {"this product": _median(lambda: count(store, CHOSEN), 5)}
        store.close()
        if others:
            found |= {
                "polars": _polars(f"{folder}/rows.parquet"),
                "pandas": _pandas(f"{folder}/rows.parquet"),
            }
        return found


def _polars(path: str) -> float:
    import polars as pl

    frame = pl.read_parquet(path)

    def run() -> None:
        chosen = frame.filter(
            pl.col("date").is_between(date(2021, 1, 1), date(2023, 12, 31))
            & pl.col("severity").is_in(["Fatal", "Serious"])
            & (pl.col("mode") == "Pedestrian")
            & pl.col("age_band").is_in(["16-20", "21-25"])
            & pl.col("district_code").is_in(DISTRICTS[:3])
        )
        for key in (pl.col("date").dt.truncate("1mo"), pl.col("lsoa21_code"), pl.col("district_code")):
            chosen.group_by(key).len()

    return _median(run, 3)


def _pandas(path: str) -> float:
    names = ["severity", "mode", "age_band", "district_code", "lsoa21_code"]
    frame = pd.read_parquet(path).astype(dict.fromkeys(names, "category"))  # plain text would not fit
    frame["date"] = pd.to_datetime(frame["date"])

    def run() -> None:
        chosen = frame[
            frame.date.between("2021-01-01", "2023-12-31")
            & frame.severity.isin(["Fatal", "Serious"])
            & (frame["mode"] == "Pedestrian")
            & frame.age_band.isin(["16-20", "21-25"])
            & frame.district_code.isin(DISTRICTS[:3])
        ]
        for key in (chosen.date.dt.to_period("M"), chosen.lsoa21_code, chosen.district_code):
            chosen.groupby(key, observed=True).size()

    return _median(run, 3)


def _median(run: Callable[[], object], times: int) -> float:
    run()
    spent = []
    for _ in range(times):
        began = time.perf_counter()
        run()
        spent.append(1000 * (time.perf_counter() - began))
    return statistics.median(spent)


if __name__ == "__main__":
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000_000
    for name, milliseconds in filter_generated(size).items():
        print(f"{size:,} rows, {name}: {milliseconds:.0f} ms")
