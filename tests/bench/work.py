"""The product's own work, with nothing beside it: building, materialising, packs, starting."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter

from tests.bench.served import product
from tests.bench.table import Measured, Row
from tests.browser.site import ROOT

SOURCES = Path(os.environ.get("SOURCES_DIR", ROOT.parent / "shared" / "sources"))
CHANGED = "ons-local-statistics/employment-rate.csv"
_PACK = (
    "--brief", "theme-deep-dive", "--theme", "employment", "--format", "pdf,pptx", "--place", "E47000001",
)  # fmt: skip


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
        if SOURCES.exists():
            yield from _refreshes()
    found = []
    for _ in range(times):
        with product(WORKERS="1") as server:
            found.append((server.started, server.cpu()))
    started, spent = (Measured(values) for values in zip(*found, strict=True))
    yield Row("start-up until the first answer", "s", started, goal="<= 1.5")
    yield Row("processor time of that start", "s", spent)


def _refreshes() -> Iterator[Row]:
    """A refresh from all sources beside the repository, then one after a single file has changed."""
    with tempfile.TemporaryDirectory() as place:
        data, sources = Path(place, "data"), Path(place, "sources")
        shutil.copytree(ROOT / "data" / "sources", data / "sources")
        shutil.copytree(SOURCES, sources)
        full = _refresh(sources, data)
        changed = sources / CHANGED
        changed.write_bytes(changed.read_bytes().replace(b",75.", b",74.", 1))  # one figure revised
        one = _refresh(sources, data)
        yield Row("refresh from all sources", "s", full, goal="<= 180")
        yield Row(
            "refresh after one changed source", "s", one, "refresh from all sources", full, goal="6.7 times"
        )


def _refresh(sources: Path, data: Path) -> Measured:
    began = perf_counter()
    command = [sys.executable, "-m", "dashboard.refresh", "--from", str(sources), "--data", str(data)]
    subprocess.run([*command, "--no-packs"], cwd=ROOT, check=True, capture_output=True)
    return Measured([perf_counter() - began])


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
