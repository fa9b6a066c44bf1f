"""The event query over generated casualties on disk: this product, bare DuckDB, polars and pandas."""

import tempfile
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from time import perf_counter, process_time

import duckdb
import pandas as pd

from dashboard.datastore import events
from dashboard.datastore.events import Filter
from dashboard.datastore.store import connect
from tests.bench.table import Measured, Row

DISTRICTS = tuple(f"E080000{number:02d}" for number in range(1, 11))
CHOSEN = Filter(date(2021, 1, 1), date(2023, 12, 1), DISTRICTS[:3], "ksi", "pedestrian", "16-25")
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
_COLUMNS = "date, severity, mode, age_band, district_code, lsoa21_code"
SIZES = (1_000_000, 10_000_000, 20_000_000, 100_000_000)  # rows
_PANDAS_HOLDS = 10_000_000  # rows; ten times as many do not fit into memory as text


def rows(quick: bool) -> Iterator[Row]:
    """Casualties of three districts and three years, filtered, counted by month, LSOA and district."""
    for number in SIZES[:2] if quick else SIZES:
        with tempfile.TemporaryDirectory() as folder:
            yield from _at(number, Path(folder), 3 if quick else 5)


def filter_generated(number: int, times: int = 5) -> list[float]:
    """CPU milliseconds of each of `times` counts over `number` generated rows, in this process."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "generated.duckdb")
        _generate(path, number)
        store = connect(path)
        events.count(store, CHOSEN)
        spent = []
        for _ in range(times):
            began = process_time()
            events.count(store, CHOSEN)
            spent.append(1000 * (process_time() - began))
        store.close()
        return spent


def _generate(path: Path, number: int) -> None:
    with duckdb.connect(str(path)) as made:
        made.execute(GENERATED, [number, number])
        made.execute("CREATE TABLE snapshot AS SELECT 'bench' AS snapshot, '2026-01-01' AS built")


def _at(number: int, folder: Path, times: int) -> Iterator[Row]:
    path, parquet = folder / "generated.duckdb", folder / "rows.parquet"
    _generate(path, number)
    with duckdb.connect(str(path)) as made:
        made.execute(f"COPY (SELECT {_COLUMNS} FROM {events.TABLE}) TO '{parquet}'")  # noqa: S608 - our own names
    ours, bare = _beside_bare(path, times)
    others = {"bare DuckDB, the same file and SQL, one thread": bare}
    others["polars, lazy over parquet, every core"] = _times(lambda: _polars(parquet), times)
    if number <= _PANDAS_HOLDS:
        others["pandas, read_parquet with filters"] = _times(lambda: _pandas(parquet), 3)
    for name, other in others.items():
        yield Row(
            f"event query, {number:,} rows", "ms", ours, name, other, goal="<= 1.3 × bare" * ("bare" in name)
        )


def _beside_bare(path: Path, times: int) -> tuple[Measured, Measured]:
    """The product and bare DuckDB by turns, so that what else the machine does falls on both alike."""
    where, parameters = events._where(CHOSEN, frozenset(DISTRICTS))
    sql = events._sql(where, False)
    again = path.with_name("bare.duckdb")  # DuckDB opens one file with one configuration only
    again.hardlink_to(path)
    store = connect(path)
    with duckdb.connect(str(again), read_only=True, config={"threads": "1"}) as connection:
        ours, bare = _by_turns(
            lambda: events.count(store, CHOSEN),
            lambda: connection.execute(sql, parameters).fetchall(),
            times=times,
        )
    store.close()
    return ours, bare


def _polars(path: Path) -> None:
    import polars as pl

    chosen = pl.scan_parquet(path).filter(
        pl.col("date").is_between(date(2021, 1, 1), date(2023, 12, 31))
        & pl.col("severity").is_in(["Fatal", "Serious"])
        & (pl.col("mode") == "Pedestrian")
        & pl.col("age_band").is_in(["16-20", "21-25"])
        & pl.col("district_code").is_in(DISTRICTS[:3])
    )
    keys = (pl.col("date").dt.truncate("1mo"), pl.col("lsoa21_code"), pl.col("district_code"))
    pl.collect_all([chosen.group_by(key).len() for key in keys])


def _pandas(path: Path) -> None:
    chosen = pd.read_parquet(
        path,
        filters=[
            ("date", ">=", date(2021, 1, 1)),
            ("date", "<=", date(2023, 12, 31)),
            ("severity", "in", ["Fatal", "Serious"]),
            ("mode", "==", "Pedestrian"),
            ("age_band", "in", ["16-20", "21-25"]),
            ("district_code", "in", list(DISTRICTS[:3])),
        ],
    )
    for key in (pd.to_datetime(chosen.date).dt.to_period("M"), chosen.lsoa21_code, chosen.district_code):
        chosen.groupby(key).size()


def _times(run: Callable[[], object], times: int) -> Measured:
    return _by_turns(run, times=times)[0]


def _by_turns(*runs: Callable[[], object], times: int) -> list[Measured]:
    """Milliseconds of each of `runs`, `times` times each, after one that is not counted."""
    found: list[list[float]] = [[] for _ in runs]
    for at in range(times + 1):
        for run, spent in zip(runs, found, strict=True):
            began = perf_counter()
            run()
            if at:
                spent.append(1000 * (perf_counter() - began))
    return [Measured(spent) for spent in found]
