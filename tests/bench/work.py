"""The product's own work, with nothing beside it: building, materialising, packs, starting."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter

from tests.bench.served import product
from tests.bench.table import Measured, Row
from tests.browser.site import ROOT

_PACK = ("--theme", "employment", "--format", "pdf,pptx", "--place", "E47000001")


def rows(quick: bool) -> Iterator[Row]:
    """Seconds of one run of each command, as a person would give it."""
    times = 1 if quick else 3
    with tempfile.TemporaryDirectory() as out:
        yield Row("every indicator to parquet, DuckDB", "s", _runs(times, "dashboard.engine", "--out", out))
    with tempfile.TemporaryDirectory() as out:
        yield Row(
            "a theme's pack, PDF and PowerPoint", "s", _runs(times, "dashboard.packs", *_PACK, "--out", out)
        )
    if not quick:
        with tempfile.TemporaryDirectory() as data:
            _link(Path(data))
            yield Row("both datastores built, projections included", "s", _build(data))
    found = []
    for _ in range(times):
        with product(WORKERS="1") as server:
            found.append((server.started, server.cpu()))
    started, spent = (Measured(values) for values in zip(*found, strict=True))
    yield Row("start-up until the first answer", "s", started, goal="<= 1.5")
    yield Row("processor time of that start", "s", spent)


def _runs(times: int, module: str, *arguments: str) -> Measured:
    found = []
    for _ in range(times):
        began = perf_counter()
        subprocess.run([sys.executable, "-m", module, *arguments], cwd=ROOT, check=True, capture_output=True)
        found.append(perf_counter() - began)
    return Measured(found)


def _link(data: Path) -> None:
    for audience in ("public", "office"):
        (data / audience).mkdir()
        for file in (ROOT / "data" / audience).iterdir():
            if file.suffix in (".parquet", ".json"):
                (data / audience / file.name).symlink_to(file)


def _build(data: str) -> Measured:
    began = perf_counter()
    subprocess.run(
        [sys.executable, "-m", "dashboard.build"],
        cwd=ROOT,
        env=os.environ | {"DATA_DIR": data},
        check=True,
        capture_output=True,
    )
    return Measured([perf_counter() - began])
