"""Parts of the bench: each is measured by itself, kept as a file, and the page is made of what is kept."""

import json
import os
import signal
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import UTC, datetime

from tests.bench.table import Measured, Row
from tests.browser.site import ROOT

KEPT = ROOT / "build" / "bench"
Note = Callable[[str], None]


@dataclass(frozen=True)
class Part:
    """What one part found, when and where, and what could not be measured."""

    name: str
    when: str
    rows: tuple[Row, ...]
    notes: tuple[str, ...]

    def keep(self) -> None:
        """Write it beside the other parts'."""
        KEPT.mkdir(parents=True, exist_ok=True)
        (KEPT / f"{self.name}.json").write_text(json.dumps(asdict(self), indent=1), encoding="utf-8")

    @classmethod
    def kept(cls, name: str) -> "Part | None":
        """The part called `name` as it was last kept, or None."""
        path = KEPT / f"{name}.json"
        if not path.exists():
            return None
        told = json.loads(path.read_text(encoding="utf-8"))
        return cls(name, told["when"], tuple(map(_row, told["rows"])), tuple(told["notes"]))


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


def _row(told: dict) -> Row:
    other = told["other"] and Measured(told["other"])
    return Row(**told | {"product": Measured(told["product"]), "other": other})


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
