"""Run every benchmark and print one table: measure, product, baseline, ratio."""

import platform
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.bench import screen
from tests.bench.load import load, wait
from tests.browser.site import ROOT, free_port, serving

REGIONS = ["E47000001", "E47000002", "E47000003", "E47000004", "E47000006", "E47000007"]


def main() -> None:
    """Print the table as Markdown."""
    print(f"{platform.machine()}, Python {platform.python_version()}\n")
    print("| measure | product | baseline | ratio |\n|---|---|---|---|")
    with serving(WORKERS="2") as ours, _naive() as theirs:
        for clients in (1, 16):
            a = load(ours, [_page(code) for code in REGIONS], clients)
            b = load(theirs, [_naive_page(code) for code in REGIONS], clients)
            _row(f"theme page callbacks a second, {clients} clients (naive Dash + pandas)", a.rate, b.rate)
            _row(f"theme page callback p95 in ms, {clients} clients", a.p95, b.p95)
    with serving(WORKERS="2") as ours:
        for name, value, limit in screen.measures(ours):
            print(f"| {name} | {value:,.0f} | limit {limit:,} | {value / limit:.2f} |", flush=True)


def _row(name: str, ours: float, theirs: float) -> None:
    print(f"| {name} | {ours:,.1f} | {theirs:,.1f} | {ours / theirs:.1f} |", flush=True)


def _page(region: str) -> dict:
    return {
        "output": "page.children",
        "outputs": {"id": "page", "property": "children"},
        "inputs": [
            {"id": "location", "property": "pathname", "value": "/theme/employment"},
            {"id": "location", "property": "search", "value": f"?region={region}"},
        ],
        "changedPropIds": ["location.search"],
    }


def _naive_page(region: str) -> dict:
    return {
        "output": "page.children",
        "outputs": {"id": "page", "property": "children"},
        "inputs": [{"id": "region", "property": "value", "value": region}],
        "changedPropIds": ["region.value"],
    }


@contextmanager
def _naive() -> Iterator[str]:
    port = free_port()
    gunicorn = str(Path(sys.executable).with_name("gunicorn"))
    arguments = ["--worker-class", "gthread", "--threads", "4", "--workers", "2", "--log-level", "error"]
    process = subprocess.Popen(
        [gunicorn, *arguments, "--bind", f"127.0.0.1:{port}", "tests.bench.naive:server"], cwd=ROOT
    )
    try:
        wait(f"http://127.0.0.1:{port}/")
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(20)


if __name__ == "__main__":
    main()
