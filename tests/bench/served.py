"""A server under test: started, waited for, measured from outside, stopped."""

import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from tests.bench.load import wait
from tests.browser.site import ROOT, free_port

GUNICORN = str(Path(sys.executable).with_name("gunicorn"))
LOG = ROOT / "build" / "bench" / "servers.log"
_TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True)
class Server:
    """Where a server answers, its first process, and the seconds from starting it to its first answer."""

    url: str
    pid: int
    started: float

    def processes(self) -> list[int]:
        """Its process and all that it started."""
        parents = {}
        for stat in Path("/proc").glob("[0-9]*/stat"):
            try:
                fields = stat.read_text().rpartition(")")[2].split()
            except OSError:  # it has ended since
                continue
            if fields[0] != "Z":  # killed, and not yet looked after
                parents.setdefault(int(fields[1]), []).append(int(stat.parent.name))
        found = [self.pid]
        for pid in found:
            found += parents.get(pid, [])
        return found

    def cpu(self) -> float:
        """Seconds of processor time that its processes have used."""
        spent = 0
        for pid in self.processes():
            fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
            spent += int(fields[11]) + int(fields[12])
        return spent / _TICKS

    def workers(self) -> list[float]:
        """Resident megabytes of each worker of the product: what its first process has started."""
        sizes = [Path(f"/proc/{pid}/statm").read_text().split()[1] for pid in self.processes()[1:]]
        return [int(size) * os.sysconf("SC_PAGE_SIZE") / 1e6 for size in sizes]

    def peaks(self) -> list[float]:
        """The most resident megabytes that each worker has had since this was last asked."""
        found = []
        for pid in self.processes()[1:]:
            with suppress(OSError, TypeError):  # it has ended since
                status = Path(f"/proc/{pid}/status").read_text()
                found.append(int(re.search(r"^VmHWM:\s+(\d+)", status, re.M)[1]) * 1024 / 1e6)
                Path(f"/proc/{pid}/clear_refs").write_text("5")
        return found

    def settle(self, seconds: float = 60) -> None:
        """Wait until its processes are idle: the product reads ahead after it has started."""
        until = time.monotonic() + seconds
        spent, now = -1.0, self.cpu()
        while now - spent > 0.05 and time.monotonic() < until:
            time.sleep(1)
            spent, now = now, self.cpu()

    def memory(self, shared: bool = True) -> float:
        """Megabytes of the largest of its processes: resident, or with what is shared divided up."""
        if not shared:
            return max(self._own())
        sizes = [Path(f"/proc/{pid}/statm").read_text().split()[1] for pid in self.processes()]
        return max(map(int, sizes)) * os.sysconf("SC_PAGE_SIZE") / 1e6

    def memory_of_all(self) -> float:
        """Megabytes of all its processes together, what they share counted once."""
        return sum(self._own())

    def _own(self) -> list[float]:
        rollups = [Path(f"/proc/{pid}/smaps_rollup").read_text() for pid in self.processes()]
        return [int(re.search(r"^Pss:\s+(\d+)", text, re.M)[1]) * 1024 / 1e6 for text in rollups]


@contextmanager
def started(command: Sequence[str], path: str = "/", **environment: str) -> Iterator[Server]:
    """Start `command`, in which {port} is a free port, wait until `path` answers, stop it at the end."""
    port = free_port()
    began = time.perf_counter()
    LOG.parent.mkdir(parents=True, exist_ok=True)
    with LOG.open("ab") as log:  # says why, where a server answered wrongly
        process = subprocess.Popen(
            [part.format(port=port) for part in command],
            cwd=ROOT,
            env=os.environ | {"PORT": str(port)} | environment,
            stdout=log,
            stderr=log,
        )
    try:
        wait(f"http://127.0.0.1:{port}{path}", 120)
        yield Server(f"http://127.0.0.1:{port}", process.pid, time.perf_counter() - began)
    finally:
        process.terminate()
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:  # a worker is in the middle of a long answer
            process.kill()


def in_venv(folder: Path, program: str, *arguments: str):
    """A program of another virtual environment, such as streamlit. Raises FileNotFoundError without it."""
    path = folder / "bin" / program
    if not path.exists():
        raise FileNotFoundError(path)
    return started([str(path), *arguments])


def product(**environment: str):
    """The product, as `make run` serves it with its two workers."""
    return started([sys.executable, "-m", "dashboard"], "/health", **({"WORKERS": "2"} | environment))


def naive():
    """The naive Dash app with as many workers and threads as the product."""
    shape = ["--worker-class", "gthread", "--threads", "4", "--workers", "2", "--log-level", "error"]
    return started([GUNICORN, *shape, "--bind", "127.0.0.1:{port}", "tests.bench.naive:server"])
