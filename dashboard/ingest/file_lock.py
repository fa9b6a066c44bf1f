"""The one lock of a data folder: of two refreshes at a time, one is told to wait."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from dashboard.ingest.refusal import Refused

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment]


@contextmanager
def exclusive(work: Path) -> Iterator[None]:
    """Holds the lock in `work`; it goes with the process that holds it, however that ends.

    Raises Refused where another process holds it.
    """
    work.mkdir(parents=True, exist_ok=True)
    with (work / "lock").open("w", encoding="utf-8") as lock:
        try:
            _take(lock)
        except OSError as error:
            raise Refused(str(work), "another refresh is running, wait until it has ended") from error
        yield


def _take(lock: IO[str]) -> None:
    """Raises OSError where somebody has it."""
    if fcntl:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        return
    import msvcrt

    # mypy reads this for the system it runs on; these names are there on Windows alone.
    msvcrt.locking(lock.fileno(), msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined, unused-ignore]
