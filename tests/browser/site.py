"""The product itself, served as `make run` serves it, for a browser to use."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.built import link_into

ROOT = Path(__file__).resolve().parents[2]


def free_port() -> int:
    """A port of the loopback address that nobody uses now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextmanager
def serving(**environment: str):
    """Start `python -m dashboard` with `environment`, wait until it is healthy, give its address, stop it."""
    with TemporaryDirectory() as data:
        link_into(Path(data))
        with _running(data, environment) as url:
            yield url


@contextmanager
def _running(data: str, environment: dict[str, str]):
    port = free_port()
    log = Path(data, "log")  # not a pipe: nobody reads it, and a full one holds the server up
    with log.open("wb") as output:
        process = subprocess.Popen(
            [sys.executable, "-m", "dashboard"],
            cwd=ROOT,
            env=os.environ | {"PORT": str(port), "WORKERS": "1", "DATA_DIR": data} | environment,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
    url = f"http://127.0.0.1:{port}"
    try:
        _wait(process, f"{url}/health", log)
        yield url
    finally:
        process.send_signal(signal.SIGQUIT)  # at once: a browser keeps connections that it may never use
        process.wait(20)


def _wait(process: subprocess.Popen, url: str, log: Path) -> None:
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        if process.poll() is not None:
            raise RuntimeError(log.read_text())
        try:
            with urllib.request.urlopen(url, timeout=2):  # noqa: S310 - loopback
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
    raise TimeoutError(f"{url} did not answer within 60 seconds")
