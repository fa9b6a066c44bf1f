"""All at once, as months bring it: honest readers and a hostile one, refreshes that swap the datastore,
workers that are killed, a disk that is full. `SOAK_SECONDS=300` runs it for five minutes."""

import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import ExitStack, suppress
from pathlib import Path

import pytest

from dashboard.datastore.assembly.assemble import KEEP, point
from tests.bench.served import Server, product
from tests.conftest import ROOT
from tests.soak import readers
from tests.web.servers.workers import folders

pytestmark = pytest.mark.soak

SECONDS = float(os.environ.get("SOAK_SECONDS", "1080"))
READERS, THINK = 10, 2.0  # seconds between two pages of each
# Megabytes of a worker, at any moment: two or three files are open while it reads one ahead, beside what the
# hostile client has it make. Under varied requests without a swap it is 300 (test_resident_memory.py).
LARGEST = 450
CALM, ROUND = 20, 60  # seconds from one swap to the next, before and while it all happens
FULL = 4_000_000  # bytes that a file may have on the disk that is full
SLOWEST = 0.25  # seconds


class House:
    """The data that a server reads, and what befalls them."""

    def __init__(self, built_in: Path, home: Path):
        self.data, self.queries = folders(built_in, home)
        self._original = (built_in / "public" / "datastore.duckdb").resolve()
        self._number = 0
        self.swap()

    def swap(self, size: int | None = None) -> None:
        """Another datastore with the same figures; of only `size` bytes, where the disk was full."""
        self._number += 1
        builds = self.data / "public" / "builds"
        shutil.copyfile(self._original, builds / f"{self._number}.duckdb")
        if size is not None:
            os.truncate(builds / f"{self._number}.duckdb", size)
        point(self.data / "public" / "datastore.duckdb", builds / f"{self._number}.duckdb")
        (builds / f"{self._number - KEEP}.duckdb").unlink(missing_ok=True)

    def build_on_a_full_disk(self) -> int:
        """The exit code of a build whose files cannot be written."""

        def limit() -> None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (FULL, FULL))

        around = os.environ | {"DATA_DIR": str(self.data), "QUERIES_DIR": str(self.queries)}
        command = ["nice", sys.executable, "-m", "dashboard", "build"]
        done = subprocess.run(command, cwd=ROOT, env=around, preexec_fn=limit, check=False)
        return done.returncode


def held(server: Server) -> list[tuple[int, int]]:
    """The threads and open files of each worker, the most first."""
    found = []
    for pid in server.processes()[1:]:
        with suppress(OSError):  # it has ended since
            found.append((len(os.listdir(f"/proc/{pid}/task")), len(os.listdir(f"/proc/{pid}/fd"))))
    return sorted(found, reverse=True)


def kill_one(server: Server) -> None:
    """One worker dies at once, as by the system's own hand when memory runs out."""
    os.kill(random.choice(server.processes()[1:]), signal.SIGKILL)  # noqa: S311


def befall(server: Server, house: House, until: float) -> tuple[int, list[float]]:
    """Rounds of what befalls a server; the workers killed, and the most that any was in each round."""
    kills, number, peaks, half = 0, 0, [], time.monotonic() + (until - time.monotonic()) / 2
    while time.monotonic() < until:
        time.sleep(ROUND)
        number += 1
        house.swap(FULL if number % 5 == 4 else None)
        if number % 3 == 0 and time.monotonic() < half:  # later they live on: a new worker hides a leak
            kill_one(server)
            kills += 1
        if number == 5:
            assert house.build_on_a_full_disk() != 0
        peaks.append(max(server.peaks(), default=0))
        print(f"round {number}: {peaks[-1]:.0f} MB at most, threads and files {held(server)}", flush=True)
    house.swap()
    return kills, peaks


def rest(server: Server, ask: Callable[[], None]) -> None:
    """Wait until what served old files is closed: a look comes every five seconds, with a request."""
    for _ in range(8):
        time.sleep(2)
        ask()


def honest(stack: ExitStack, server: Server, pages: list[str], seed: int) -> list[readers.Seen]:
    """Readers of `pages`, each from an address of their own, until `stack` ends."""
    numbers = range(1, READERS + 1)
    ways = [(f"203.0.113.{each}", readers.again_and_again(pages, seed + each)) for each in numbers]
    return [stack.enter_context(readers.reading(server.url, way, client, THINK)) for client, way in ways]


def test_months_of_it_all_leave_honest_readers_their_pages(built_in, public_site, tmp_path):
    house, site = House(built_in, tmp_path), public_site
    pages = readers.pages_of_today(site)
    around = {"AUDIENCE": "public", "DATA_DIR": str(house.data), "QUERIES_DIR": str(house.queries)}
    with product(**around, **readers.PROXY) as server:
        server.settle()
        with ExitStack() as stack:
            calm = honest(stack, server, pages, 0)
            for _ in range(2):
                time.sleep(CALM)
                house.swap()
        rest(server, lambda: readers.open_all(server.url, ["/health"] * 6))
        before = held(server)
        with ExitStack() as stack:
            seen = honest(stack, server, pages, 100)
            clients = [
                readers.reading(server.url, readers.dear(site, each), readers.HOSTILE, 0)
                for each in range(readers.CONNECTIONS)
            ]
            attack = [stack.enter_context(client) for client in clients]
            kills, peaks = befall(server, house, time.monotonic() + SECONDS)
        rest(server, lambda: readers.open_all(server.url, ["/health"] * 6))
        after, all_seen, hostile = held(server), readers.together(seen), readers.together(attack)
        quiet = readers.together(calm)
        print(f"calm {quiet}\nhonest {all_seen}\nhostile {hostile}\n{kills} killed, {before} -> {after}")
    assert quiet.wrong(200) == []
    assert all_seen.wrong(200, 0) == []
    assert len(all_seen.wrong(200)) <= kills * 4  # what a killed worker was answering, four threads each
    assert hostile.wrong(200, 404, 429, 0) == []
    assert len(after) == 2
    for (threads, files), (most_threads, most_files) in zip(after, before, strict=True):
        assert threads <= most_threads + 3  # those that answer are begun as they are needed; a file has nine
        assert files <= most_files + 2
    assert max(peaks) <= LARGEST
    assert all_seen.p95() < SLOWEST
