"""A server of two workers, as production runs it, over a data folder and queries of a test's own."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.conftest import ROOT

WRITTEN = ("sources", "regions", "frameworks", "briefs", "assets")  # folders of what people write


def asked(address, path, **headers):
    """(status, ETag, body) of an answer of its own connection."""
    headers |= {"Connection": "close", "Accept": "*/*"}
    request = urllib.request.Request(address + path, headers=headers)  # noqa: S310
    try:
        with urllib.request.urlopen(request, timeout=60) as answer:  # noqa: S310
            return answer.status, answer.headers.get("ETag"), answer.read()
    except urllib.error.HTTPError as error:
        return error.code, error.headers.get("ETag"), error.read()


def folders(built_in: Path, home: Path) -> tuple[Path, Path]:
    """(data, queries) below `home`, to write in: what people write is copied, published files are links."""
    data, queries = home / "data", home / "queries"
    data.mkdir()
    for name in WRITTEN:
        shutil.copytree(ROOT / "data" / name, data / name)
    for path in (ROOT / "data").glob("*.toml"):
        shutil.copy(path, data)
    for audience in ("public", "office"):
        (data / audience / "builds").mkdir(parents=True)
        for path in (built_in / audience).iterdir():
            if path.suffix in (".parquet", ".json"):
                (data / audience / path.name).symlink_to(path.resolve())
    shutil.copytree(ROOT / "queries", queries)
    return data, queries


@contextmanager
def workers(data: Path, queries: Path, log: Path, **more: str) -> Iterator[str]:
    """The address of two workers of the public view, once both are ready; ended with the block."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    around = os.environ | {"DATA_DIR": str(data), "QUERIES_DIR": str(queries), "AUDIENCE": "public"}
    around |= {"PORT": str(port), "WORKERS": "2"} | more
    with log.open("wb") as into:
        server = subprocess.Popen(
            [sys.executable, "-m", "dashboard"], cwd=ROOT, env=around, stdout=into, stderr=into
        )
        try:
            yield _ready(f"http://127.0.0.1:{port}")
        finally:
            server.terminate()
            assert server.wait(60) == 0


def _ready(address: str) -> str:
    deadline = time.monotonic() + 180
    while time.monotonic() < deadline:
        try:
            if asked(address, "/ready")[0] == 200:
                return address
        except OSError:
            time.sleep(0.2)
    raise AssertionError(f"{address} does not answer")
