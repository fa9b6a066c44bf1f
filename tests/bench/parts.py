"""Parts of the bench: each is measured by itself, and takes its place on the page."""

import os
import signal
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime

from tests.bench.table import Row

Note = Callable[[str], None]


@dataclass(frozen=True)
class Part:
    """What one part found, when and where, and what could not be measured."""

    name: str
    when: str
    rows: tuple[Row, ...]
    notes: tuple[str, ...]


def measured(name: str, rows: Callable[[Note], Iterator[Row]], minutes: float, how: str = "") -> Part:
    """Run a part as `how` says, printing each line once it is measured; cut off after `minutes`."""
    found: list[Row] = []
    notes: list[str] = []
    try:
        with _within(minutes):
            for row in rows(notes.append):
                print(" | ".join(row.cells()), flush=True)
                found.append(row)
    except Exception as error:  # the other parts are still worth their time; the page says what is missing
        notes.append(f"not all could be measured: {(str(error) or repr(error)).splitlines()[0][:200]}")
        print(notes[-1], flush=True)
    return Part(name, _now() + how, tuple(found), tuple(notes))


def _now() -> str:
    commit = subprocess.run(["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True).stdout
    load = ", ".join(f"{value:.1f}" for value in os.getloadavg())
    return f"{datetime.now(tz=UTC):%d %B %Y %H:%M} UTC, commit {commit.strip()}, load averages {load}"


@contextmanager
def _within(minutes: float) -> Iterator[None]:
    def stop(*_: object) -> None:
        raise TimeoutError(f"cut off after {minutes:.0f} minutes")

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, 60 * minutes)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
