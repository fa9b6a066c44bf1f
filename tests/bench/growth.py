"""`python -m tests.bench.growth`: how the build and the web processes grow, for docs/scale.md.

The published tables of figures are taken 1, 4 and 16 times: each further copy holds the same figures of
places that no list of areas knows, so every query reads all of it. Then 1, 2 and 4 web processes over one
file.
"""

import hashlib
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from time import perf_counter

import duckdb

from tests.bench.callbacks import MAPPED, REGIONS, page
from tests.bench.load import repeated
from tests.bench.served import product
from tests.browser.site import ROOT

COPIES = (1, 4, 16)
WORKERS = (1, 2, 4)
_COPIED = """
    COPY (
        SELECT * REPLACE (CASE WHEN i = 0 THEN area_code ELSE area_code || '~' || i END AS area_code)
        FROM read_parquet('{source}'), range({copies}) AS numbers(i)
    ) TO '{target}' (COMPRESSION zstd)
"""


def main() -> None:
    """Print a line for each size."""
    print("| rows | parquet | every indicator: wall | CPU | peak memory |")
    for copies in COPIES:
        with tempfile.TemporaryDirectory(dir=ROOT / "build") as folder:
            rows, size = _publish(Path(folder, "public"), copies)
            wall, cpu, memory = _materialise(folder)
            print(f"| {rows:,} | {size:.0f} MB | {wall:.1f} s | {cpu:.1f} s | {memory:.0f} MB |", flush=True)
    print(
        "| processes | kept: a second | anew: a second | CPU each, anew | memory of all (PSS) | of one more |"
    )
    before = 0.0
    for workers in WORKERS:
        kept, anew, memory = _serve(workers)
        more = memory - before if workers > 1 else memory
        print(
            f"| {workers} | {kept[0]} | {anew[0]} | {anew[2]} ms | {memory:.0f} MB | +{more:.0f} MB |",
            flush=True,
        )
        before = memory


def _publish(out: Path, copies: int) -> tuple[int, float]:
    """Write the public snapshot with `copies` of each table of figures; its rows and megabytes."""
    out.mkdir()
    files, rows = {}, 0
    for source in sorted((ROOT / "data" / "public").glob("*.parquet")):
        target = out / source.name
        columns = {row[0] for row in duckdb.sql(f"DESCRIBE FROM read_parquet('{source}')").fetchall()}
        if {"area_code", "period", "value"} <= columns:
            duckdb.sql(_COPIED.format(source=source, target=target, copies=copies))
        else:
            target.symlink_to(source)
        files[source.name] = {"sha256": hashlib.sha256(target.read_bytes()).hexdigest()}
        rows += duckdb.sql(f"SELECT count(*) FROM read_parquet('{target}')").fetchall()[0][0]  # noqa: S608
    (out / "manifest.json").write_text(json.dumps({"snapshot": "x", "built": "2026-11-23", "files": files}))
    return rows, sum(path.stat().st_size for path in out.glob("*.parquet")) / 1e6


def _materialise(data: str) -> tuple[float, float, float]:
    """Seconds, CPU seconds and peak megabytes of working out every public indicator."""
    command = [sys.executable, "-m", "dashboard.engine", "--audience", "public", "--out", f"{data}/made"]
    began = perf_counter()
    started = subprocess.Popen(command, cwd=ROOT, env=os.environ | {"DATA_DIR": data})
    _, status, used = os.wait4(started.pid, 0)
    if status:
        raise RuntimeError("the indicators could not be worked out")
    return perf_counter() - began, used.ru_utime + used.ru_stime, used.ru_maxrss / 1e3


def _serve(workers: int):
    """Load's figures of answers kept and made anew, and the megabytes that all processes hold together."""
    asked = [page(code, f"&map={name}") for code in REGIONS for name in MAPPED]
    with product(WORKERS=str(workers), AUDIENCE="public") as server:
        server.settle()
        repeated(server, asked, 8, 2, 1)
        kept, anew = (repeated(server, asked, 16, 2, 2, distinct=distinct) for distinct in (False, True))
        return kept, anew, server.memory_of_all()


if __name__ == "__main__":
    main()
