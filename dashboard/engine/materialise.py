"""Materialise: every indicator's observations as parquet, the same file whichever engine made it."""

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import pyarrow as pa
import pyarrow.parquet as pq

from dashboard.catalogue.indicators import Indicator, load_indicators
from dashboard.datastore.assembly.assemble import checked_manifest, files_of_tables
from dashboard.engine.duck import DuckEngine
from dashboard.engine.results import CannotRun
from dashboard.engine.spark import SparkEngine
from dashboard.runtime.atomic_write import write_text
from dashboard.settings import Settings

_SCHEMA = pa.schema(
    [
        ("area_code", pa.string()),
        ("period", pa.date32()),
        *((name, pa.float64()) for name in ("value", "lower", "upper", "numerator", "denominator")),
        ("status", pa.string()),
    ]
)
Files = Mapping[str, Sequence[Path]]


class Engine(Protocol):
    """What works out one indicator."""

    name: str

    def run(self, indicator: Indicator) -> pa.Table: ...


@dataclass(frozen=True)
class Made:
    """What a run wrote: rows by indicator id; and why each of the others was refused."""

    rows: dict[str, int]
    refused: dict[str, str]


def published(folders: Iterable[Path]) -> Files:
    """The parquet files of each table in `folders`. Raises DatastoreError when one is not what its manifest
    lists.
    """
    folders = list(folders)
    found = files_of_tables(folders, [checked_manifest(folder) for folder in folders])
    return {Path(name).stem: [Path(path) for path in paths] for name, paths in found.items()}


def open_engine(engine: str, files: Files) -> DuckEngine | SparkEngine:
    """The engine called `engine`: "duckdb", or a Spark master such as "spark://host:7077".

    Raises CannotRun, saying what to do, when it cannot be used.
    """
    if engine == "duckdb":
        return DuckEngine(files)
    if engine.startswith(("spark://", "local", "k8s://", "yarn")):
        return SparkEngine(files, engine)
    raise CannotRun(f"ENGINE={engine}: set it to duckdb or to a Spark master such as spark://host:7077")


def materialise(
    engine: Engine, indicators: Iterable[Indicator], out: Path, say: Callable[[str], None] = print
) -> Made:
    """Write `out/<theme>/<name>.parquet` for each of `indicators`, and what was made to out/manifest.json."""
    entries: dict[str, dict] = {}
    refused: dict[str, str] = {}
    for indicator in indicators:
        try:
            table = _in_order(engine.run(indicator))
        except CannotRun as reason:
            refused[indicator.id] = str(reason)
            say(str(reason))
            continue
        path = out / f"{indicator.id}.parquet"
        path.parent.mkdir(parents=True, exist_ok=True)
        pq.write_table(table, path, compression="zstd")
        entries[indicator.id] = {"rows": table.num_rows, "query": fingerprint(indicator)}
    manifest = {"engine": engine.name, "indicators": entries, "refused": refused}
    write_text(out / "manifest.json", json.dumps(manifest, indent=1) + "\n")
    return Made({name: entry["rows"] for name, entry in entries.items()}, refused)


def of_snapshot(
    engine: str,
    settings: Settings,
    audience: str,
    out: Path,
    only: Sequence[str] = (),
    say: Callable[[str], None] = print,
) -> Made:
    """Materialise the indicators of `audience` (those named in `only`) over what is published for it.

    Raises CannotRun, DatastoreError or InvalidIndicator, each saying what to do, when nothing can be made.
    """
    indicators = load_indicators(settings.queries, audience)
    chosen = [item for name, item in indicators.items() if not only or name in only]
    folders = [settings.data / name for name in dict.fromkeys(("public", audience))]
    files = published(folder for folder in folders if (folder / "manifest.json").exists())
    with open_engine(engine, files) as opened:
        return materialise(opened, chosen, out, say)


def fingerprint(indicator: Indicator) -> str:
    """What a result rests on beside the figures: the text of the query."""
    return hashlib.sha256(indicator.sql.encode()).hexdigest()[:16]


def _in_order(table: pa.Table) -> pa.Table:
    # One order for every engine: a cluster gives rows as they come.
    order = [("area_code", "ascending"), ("period", "ascending")]
    return table.select(_SCHEMA.names).cast(_SCHEMA).sort_by(order).combine_chunks()
